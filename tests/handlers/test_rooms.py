"""Where Factbox may answer; elsewhere whoever asked is told so, and nobody else hears of it."""

from __future__ import annotations

from typing import Any

import pytest

from bot.settings import settings_in
from knowledge.library import Library
from tests.aids.slack import CHANNEL, PERSON, Slack, ts
from tests.handlers.test_conversations import HEIGHT

ALONE = "I may not answer in this channel. Please write to me directly: I will gladly look it up."
CHOSEN = (
    "I may not answer in this channel. Please write to me directly, or ask in a channel that was chosen for me: "
    "I will gladly look it up."
)
RULES: dict[str, dict[str, Any]] = {
    "everywhere": {},
    "direct": {"everywhere": False},
    "here": {"everywhere": False, "channels": frozenset({CHANNEL})},
    "elsewhere": {"everywhere": False, "channels": frozenset({"C9"})},
}


@pytest.mark.parametrize(
    ("rule", "said"), [("everywhere", HEIGHT), ("direct", ALONE), ("here", HEIGHT), ("elsewhere", CHOSEN)]
)
def test_a_mention_is_answered_where_it_may_be(ruritania: Library, rule: str, said: str) -> None:
    slack = Slack(ruritania, **RULES[rule])

    assert slack.mention("zenda dam height", thread_ts=ts(1)) == said
    if said != HEIGHT:
        assert slack.calls == ["chat.postEphemeral"]
        assert (slack.last["user"], slack.last["thread_ts"]) == (PERSON, ts(1))
        assert slack.memory.kept[-1].figures == ()


@pytest.mark.parametrize(
    ("rule", "said"), [("everywhere", HEIGHT), ("direct", ALONE), ("here", HEIGHT), ("elsewhere", CHOSEN)]
)
def test_a_command_too(ruritania: Library, rule: str, said: str) -> None:
    slack = Slack(ruritania, **RULES[rule])

    assert slack.command("/fact zenda dam height") == said
    assert slack.last["response_type"] == "ephemeral"


@pytest.mark.parametrize("rule", RULES)
def test_a_direct_message_is_always_answered(ruritania: Library, rule: str) -> None:
    slack = Slack(ruritania, **RULES[rule])

    assert slack.dm("zenda dam height") == HEIGHT
    assert slack.command("/fact zenda dam height", channel_id="D7") == HEIGHT


@pytest.mark.parametrize("event", [{"bot_id": "B1"}, {"user": "UBOT"}, {"type": "message", "channel_type": "channel"}])
def test_whoever_did_not_ask_is_told_nothing(ruritania: Library, event: dict[str, Any]) -> None:
    assert Slack(ruritania, **RULES["direct"]).mention("zenda dam height", **event) is None


def test_a_button_from_before_is_not_pressed_any_more(ruritania: Library, slack: Slack) -> None:
    slack.command("/fact strelsau zenda railway carried")
    ruled = Slack(ruritania, **RULES["direct"])
    ruled.said = slack.said

    assert ruled.click("Strelsau–Zenda Railway: freight carried since opening") == ALONE
    assert (ruled.last["response_type"], ruled.last["replace_original"]) == ("ephemeral", False)


def test_a_shortcut_on_a_message_opens_nothing(ruritania: Library) -> None:
    slack = Slack(ruritania, **RULES["direct"])

    slack.shortcut_on("how high is the zenda dam?")

    assert slack.windows == []
    assert slack.said[-1]["text"] == ALONE


@pytest.mark.parametrize(
    ("setting", "everywhere", "channels"),
    [("everywhere", True, set()), ("direct", False, set()), ("C01, G02", False, {"C01", "G02"}), ("", True, set())],
)
def test_where_it_may_answer_is_a_setting(setting: str, everywhere: bool, channels: set[str]) -> None:
    settings, problems = settings_in({"ANSWER_IN": setting}, "command")

    assert problems == ()
    assert (settings.everywhere, {*settings.channels}) == (everywhere, channels)


@pytest.mark.parametrize("setting", ["nowhere", "#press", "direct,C01", ","])
def test_what_is_neither_is_named(setting: str) -> None:
    assert settings_in({"ANSWER_IN": setting}, "command")[1][0].startswith(
        "ANSWER_IN is neither everywhere, direct nor "
    )
