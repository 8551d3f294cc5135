"""People of other organisations, in a channel shared with them: whom Slack tells of, and what they may."""

from __future__ import annotations

from typing import Any

import pytest

from bot.settings import settings_in
from handlers.incoming import place_of_click
from handlers.strangers import is_stranger
from knowledge.library import Library
from tests.aids.screen import button_in
from tests.aids.slack import Slack, ts
from tests.handlers.test_conversations import HEIGHT

Message = dict[str, Any]
OURS = [{"team_id": "T1", "enterprise_id": None, "user_id": "UBOT", "is_bot": True}]
IN_AN_ENTERPRISE = [{**OURS[0], "enterprise_id": "E1"}]
SENTENCE = "I may answer only people of the workspace that I was installed in. Please ask somebody of theirs to ask me for you."
STRANGER = {"user": {"id": "UFOREIGN", "name": "zoe", "team_id": "T9"}}
CHOICE = "Strelsau–Zenda Railway: freight carried since opening"


def mention(event: Message, authorizations: list[Message] = OURS, **about: Any) -> Message:
    mentioned = {"type": "app_mention", "user": "U1", "channel": "C5", "ts": "5.0", "text": "dam?", **event}
    return {"type": "event_callback", "team_id": "T1", "authorizations": authorizations, "event": mentioned, **about}


SHARED: Message = {"is_ext_shared_channel": True}


@pytest.mark.parametrize(
    ("body", "stranger"),
    [
        (mention({}), False),
        (mention({"team": "T1"}, is_ext_shared_channel=False), False),
        (mention({"team": "T1", "user_team": "T1"}, **SHARED), False),
        (mention({"team": "T1"}, **SHARED), False),
        (mention({"user_team": "E1"}, IN_AN_ENTERPRISE, **SHARED), False),
        (mention({"user_team": "T2"}, IN_AN_ENTERPRISE, is_ext_shared_channel=False), False),
        (mention({"user_team": "T9", "team": "T9"}, **SHARED), True),
        (mention({"user_team": "E9"}, IN_AN_ENTERPRISE, **SHARED), True),
        (mention({"team": "T9"}, **SHARED), True),
        (mention({"user_team": "T9"}), True),
        (mention({"user_team": "T9"}, team_id="T9", **SHARED), True),
        (mention({}, **SHARED), True),
        ({"command": "/fact", "team_id": "T1", "user_id": "U1"}, False),
        ({"team": {"id": "T1"}, "user": {"id": "U1"}}, False),
        ({"team": {"id": "T1"}, "user": {"id": "U1", "team_id": "T1"}}, False),
        ({"team": {"id": "T1"}, "enterprise": {"id": "E1"}, "user": {"id": "U1", "team_id": "E1"}}, False),
        ({"team": {"id": "T1"}, "user": {"id": "U1", "team_id": "T9"}}, True),
        ({"team": {"id": "T9"}, "user": {"id": "U1", "team_id": "T9"}, "view": {"app_installed_team_id": "T1"}}, True),
    ],
)
def test_who_is_a_stranger_slack_says_in_several_ways(body: Message, stranger: bool) -> None:
    assert is_stranger(body) is stranger


def test_a_window_of_a_stranger_belongs_to_the_workspace_it_was_opened_from() -> None:
    click = {"team": {"id": "T9"}, "user": {"id": "U1", "team_id": "T9"}, "view": {"app_installed_team_id": "T1"}}

    assert place_of_click(click).team == "T1"


def test_a_stranger_is_answered_in_a_shared_channel(slack: Slack) -> None:
    assert slack.mention("zenda dam height", user="UFOREIGN", user_team="T9") == HEIGHT
    slack.click("Copy with citation", **STRANGER)
    assert "87 meters" in slack.shown


def test_a_stranger_may_be_left_to_people_of_the_workspace(ruritania: Library) -> None:
    slack = Slack(ruritania, strangers=False)

    assert slack.mention("zenda dam height", user="UFOREIGN", user_team="T9", thread_ts=ts(1)) == SENTENCE
    assert slack.calls == ["chat.postEphemeral"]
    assert (slack.last["user"], slack.last["thread_ts"]) == ("UFOREIGN", ts(1))
    assert slack.mention("zenda dam height") == HEIGHT


def test_neither_do_buttons_then(ruritania: Library, slack: Slack) -> None:
    slack.mention("strelsau zenda railway carried")
    ruled = Slack(ruritania, strangers=False)
    ruled.said = slack.said

    assert ruled.click(CHOICE, **STRANGER) == SENTENCE
    assert (ruled.last["response_type"], ruled.last["replace_original"]) == ("ephemeral", False)


def test_neither_do_windows(ruritania: Library, slack: Slack) -> None:
    slack.ask_factbox()
    ruled = Slack(ruritania, strangers=False)
    view = {**slack.windows[-1], "app_installed_team_id": "T1"}
    theirs = {"team": {"id": "T9"}, **STRANGER, "view": view}

    assert ruled.send({"type": "block_suggestion", "action_id": "pick", "value": "dam", **theirs}) == {"options": []}
    view["state"] = {"values": {"q": {"question": {"value": "zenda dam height"}}}}
    sent = ruled.send({"type": "view_submission", **theirs})
    assert sent == {"response_action": "errors", "errors": {"q": SENTENCE}}


def test_what_they_press_in_a_window_is_answered_in_it(ruritania: Library, slack: Slack) -> None:
    slack.mention("zenda dam height")
    slack.menu("More on this")
    ruled = Slack(ruritania, strangers=False)
    ruled.windows = slack.windows
    back = button_in(slack.windows[-1]["blocks"], "Start")

    ruled._press(back, {**STRANGER, "view": slack.windows[-1], "container": {"type": "view"}})

    assert SENTENCE in ruled.shown


def test_nothing_is_told_to_a_stranger_directly(slack: Slack) -> None:
    slack.mention("zenda dam height", user="UFOREIGN", user_team="T9")
    before = len(slack.memory.kept)

    slack.menu("Tell me if this changes", **STRANGER)

    assert "I write directly only to people of the workspace that I was installed in" in slack.shown
    assert len(slack.memory.kept) == before


def test_what_a_stranger_asks_to_be_added_is_told_in_the_thread_alone(slack: Slack) -> None:
    slack.mention("how many sheep live in ruritania", user="UFOREIGN", user_team="T9")

    assert "I will tell you in this thread when it is added." in (
        slack.click("Ask an admin to add it", **STRANGER) or ""
    )
    assert [wanted.person for wanted in slack.memory.kept[-1].said] == ["UFOREIGN"]  # type: ignore[union-attr]


def test_where_only_they_see_it_they_are_not_told(slack: Slack) -> None:
    slack.mention("how many sheep live in ruritania", user="UFOREIGN", user_team="T9")
    alone = {"container": {"type": "message", "message_ts": "1.5", "is_ephemeral": True}}

    said = slack.click("Ask an admin to add it", **alone, **STRANGER) or ""

    assert "so I cannot tell you" in said
    assert slack.memory.kept[-1].said == ()


@pytest.mark.parametrize(("setting", "strangers"), [("yes", True), ("no", False), ("", True)])
def test_whether_strangers_are_answered_is_a_setting(setting: str, strangers: bool) -> None:
    settings, problems = settings_in({"ANSWER_STRANGERS": setting}, "command")

    assert (problems, settings.strangers) == ((), strangers)


def test_what_is_neither_yes_nor_no_is_named() -> None:
    assert settings_in({"ANSWER_STRANGERS": "perhaps"}, "command")[1] == (
        "ANSWER_STRANGERS is neither yes nor no: unset it for yes",
    )
