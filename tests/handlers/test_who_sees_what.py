"""Who sees what (RELIABILITY, test 30): a question asked privately, and its answer, never reach anybody else."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from handlers.memory import RESPOND
from knowledge.library import Library
from tests.aids.slack import HOOK, Slack, ts
from tests.handlers.test_conversations import HEIGHT

PLACES = {"direct": "D1", "several people": "G1", "public": "C1", "private": "G2", "shared": "C5"}
PEOPLE = ("member", "guest", "of another workspace")
SECRET = "zenda dam height for the secret paper"
CELLS = [*product(PLACES, PEOPLE)]


def body_of(person: str, place: str) -> dict[str, Any]:
    """What Slack tells of whoever does something: of a shared channel, it may be somebody of another workspace."""
    foreign = person == "of another workspace"
    return {
        "user": "UFOREIGN" if foreign else "UANNA",
        **({"user_team": "T9"} if foreign else {}),
        "channel": PLACES[place],
    }


def only_for_the_asker(method: str, payload: dict[str, Any]) -> bool:
    private = payload.get("response_type") == "ephemeral" or payload.get("replace_original") is True
    return method in ("ack", RESPOND) and private


@pytest.mark.parametrize(("place", "person"), CELLS)
def test_a_command_is_answered_for_the_asker_alone(slack: Slack, place: str, person: str) -> None:
    who = body_of(person, place)

    assert slack.command("/fact zenda dam height", user_id=who["user"], channel_id=who["channel"]) == HEIGHT
    assert slack.calls == []
    assert slack.last["response_type"] == "ephemeral"


@pytest.mark.parametrize(("place", "person"), [cell for cell in CELLS if cell[0] != "direct"])
def test_a_mention_is_answered_in_its_own_thread_alone(slack: Slack, place: str, person: str) -> None:
    assert slack.mention("zenda dam height", ts=ts(7), **body_of(person, place)) == HEIGHT
    assert slack.calls == ["chat.postMessage"]
    assert (slack.last["channel"], slack.last["thread_ts"]) == (PLACES[place], ts(7))


@pytest.mark.parametrize("person", PEOPLE)
def test_a_direct_message_is_answered_there_alone(slack: Slack, person: str) -> None:
    assert slack.dm("zenda dam height", **body_of(person, "direct")) == HEIGHT
    assert [(call, slack.last["channel"]) for call in slack.calls] == [("chat.postMessage", "D1")]


@pytest.mark.parametrize(("place", "person"), [cell for cell in CELLS if cell[0] != "direct"])
def test_where_it_may_not_answer_only_the_asker_hears_of_it(ruritania: Library, place: str, person: str) -> None:
    slack = Slack(ruritania, everywhere=False)
    who = body_of(person, place)

    slack.mention("zenda dam height", **who)

    assert slack.calls == ["chat.postEphemeral"]
    assert (slack.last["channel"], slack.last["user"]) == (who["channel"], who["user"])


@pytest.mark.parametrize(("place", "person"), [cell for cell in CELLS if cell[0] != "direct"])
def test_a_command_there_gets_no_figure_either(ruritania: Library, place: str, person: str) -> None:
    slack = Slack(ruritania, everywhere=False)
    who = body_of(person, place)

    said = slack.command("/fact zenda dam height", user_id=who["user"], channel_id=who["channel"])

    assert said
    assert "87 meters" not in said
    assert (slack.calls, slack.last["response_type"]) == ([], "ephemeral")


@pytest.mark.parametrize("label", ["Copy with citation"])
def test_what_is_pressed_opens_for_whoever_pressed_it(slack: Slack, label: str) -> None:
    slack.mention("zenda dam height")
    before = [*slack.calls]

    slack.click(label)

    assert slack.calls == before
    assert len(slack.windows) == 1


def test_feedback_is_said_to_nobody(slack: Slack) -> None:
    slack.mention("zenda dam height")

    assert slack.judge("right") is None
    assert slack.calls == ["chat.postMessage"]


@pytest.mark.parametrize("person", ["UANNA", "UBEN", "UFOREIGN"])
def test_a_home_is_one_persons(slack: Slack, person: str, monkeypatch: pytest.MonkeyPatch) -> None:
    published: list[str] = []
    real = slack._slack.answer

    def noted(method: str, arguments: Any, token: str) -> Any:
        published.extend([arguments["user_id"]] if method == "views.publish" else [])
        return real(method, arguments, token)

    monkeypatch.setattr(slack._slack, "answer", noted)

    slack.open_home(user=person)

    assert published == [person]


@pytest.mark.parametrize("privately", ["command", "direct message"])
def test_what_was_asked_privately_turns_up_nowhere_else(slack: Slack, privately: str) -> None:
    if privately == "command":
        assert slack.command(f"/fact {SECRET}")
    else:
        assert slack.dm(SECRET)
    asked = len(slack.said)

    slack.mention("and how long is it?", user="UBEN")
    slack.mention("and how long is it?", user="UBEN", thread_ts=ts(1))
    slack.dm("and how long is it?", user="UBEN", channel="D2")
    slack.command("/fact sources", user_id="UBEN")
    slack.command("/fact why how long is it?", user_id="UBEN")
    slack.open_home(user="UBEN")

    elsewhere = str(slack.said[asked:]) + str(slack.home)
    assert "secret paper" not in elsewhere
    assert "1,420 meters" not in elsewhere


def test_a_choice_offered_privately_is_answered_privately(slack: Slack) -> None:
    slack.command("/fact strelsau zenda railway carried")

    slack.click("Strelsau–Zenda Railway: freight carried since opening")

    assert slack.calls == [RESPOND]
    assert slack.memory.kept[-1].posts[0].arguments["url"] == HOOK
    assert only_for_the_asker(RESPOND, slack.last)


def test_in_a_shared_channel_the_workspace_is_ours_whoever_asks(slack: Slack) -> None:
    """The event carries the other workspace's id; what counts is whose installation it is for."""
    event = {"type": "app_mention", "channel": "C5", "user": "UFOREIGN", "user_team": "T9", "ts": ts(7), "text": "dam?"}
    ours = [{"team_id": "T1", "enterprise_id": "E1", "user_id": "UBOT", "is_bot": True}]

    slack.send({"type": "event_callback", "team_id": "T9", "event_id": "Ev7", "authorizations": ours, "event": event})

    place = slack.memory.kept[-1].place
    assert (place.team, place.enterprise, place.channel) == ("T1", "E1", "C5")


def test_two_workspaces_do_not_share_what_was_asked(slack: Slack) -> None:
    for team in ("T1", "T2"):
        event = {"type": "message", "channel_type": "im", "channel": "D1", "text": "zenda dam height"}
        assert slack.event(event, team=team) == HEIGHT

    assert [kept.place.team for kept in slack.memory.kept] == ["T1", "T2"]
