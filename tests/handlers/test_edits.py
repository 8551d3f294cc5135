"""A question that is edited in a direct message changes its answer; one that is deleted leaves it."""

from __future__ import annotations

from typing import Any

import pytest

from handlers.memory import ANSWER, EDITED
from tests.aids.slack import BOT, DIRECT, PERSON, Slack, ts
from tests.handlers.test_conversations import HEIGHT, POPULATION


def edit(slack: Slack, now: str, before: str = "zenda dam hieght", at: str = ts(1), **message: Any) -> str | None:
    """Changes a direct message."""
    edited = {"user": PERSON, "ts": at, "text": now, "edited": {"user": PERSON, "ts": ts(90)}, **message}
    was = {"user": PERSON, "ts": at, "text": before}
    event = {"type": "message", "subtype": "message_changed", "hidden": True, "channel": DIRECT, "channel_type": "im"}
    return slack.event({**event, "message": edited, "previous_message": was, "user": None})


@pytest.fixture
def asked(slack: Slack) -> Slack:
    """A workspace in which a question was answered in a direct message."""
    assert slack.dm("zenda dam height", ts=ts(1)) == HEIGHT
    return slack


def test_an_edited_question_changes_its_answer(asked: Slack) -> None:
    assert edit(asked, "how many people live in Ruritania?") == POPULATION
    assert asked.calls == ["chat.postMessage", "chat.update"]
    assert (asked.last["channel"], asked.last[ANSWER]) == (DIRECT, f"T1/{asked.memory.kept[0].key}#0")


def test_which_edit_is_the_latest_slack_says(asked: Slack) -> None:
    edit(asked, "how many people live in Ruritania?")

    kept = asked.memory.kept[-1]
    assert kept.turn
    assert kept.turn.edited == asked.last[EDITED] == ts(2)


def test_edited_again_it_changes_again(asked: Slack) -> None:
    edit(asked, "how many people live in Ruritania?")

    assert edit(asked, "zenda dam height", before="how many people live in Ruritania?") == HEIGHT
    assert asked.last[ANSWER] == f"T1/{asked.memory.kept[0].key}#0"


def test_an_edited_follow_up_goes_on_from_what_came_before_it(asked: Slack) -> None:
    asked.dm("and hwo long is it?", ts=ts(2))

    assert (edit(asked, "and how long is it?", at=ts(2)) or "").startswith("1,420 meters · ")


def test_what_follows_goes_on_from_what_the_question_has_become(asked: Slack) -> None:
    edit(asked, "how many people live in Ruritania?")

    assert (asked.dm("what about 2022?", ts=ts(2)) or "").startswith("1.1 million people · ")


def test_what_was_not_answered_is_not_answered_when_it_is_edited(asked: Slack) -> None:
    assert edit(asked, "zenda dam height", at=ts(7)) is None


@pytest.mark.parametrize(
    "message",
    [{"edited": None}, {"text": "zenda dam hieght"}, {"bot_id": "B1"}, {"user": BOT}, {"subtype": "tombstone"}],
    ids=str,
)
def test_other_changes_of_a_message_are_not_edits(asked: Slack, message: dict[str, Any]) -> None:
    assert edit(asked, "zenda dam height", **message) is None


def test_an_edit_in_a_channel_is_not_ours_to_see(asked: Slack) -> None:
    event = {"type": "message", "subtype": "message_changed", "channel": "C1", "channel_type": "channel"}
    message = {"user": PERSON, "ts": ts(1), "text": "zenda dam height", "edited": {"user": PERSON, "ts": ts(9)}}

    assert asked.event({**event, "message": message, "previous_message": {"text": "?"}}) is None


def test_a_deleted_question_leaves_its_answer(asked: Slack) -> None:
    event = {"type": "message", "subtype": "message_deleted", "channel": DIRECT, "channel_type": "im", "user": None}

    assert asked.event({**event, "deleted_ts": ts(1), "previous_message": {"user": PERSON, "ts": ts(1)}}) is None


def test_an_edit_that_slack_sends_again_changes_once(asked: Slack) -> None:
    edited = {"user": PERSON, "ts": ts(1), "text": "ruritania population", "edited": {"user": PERSON, "ts": ts(9)}}
    event = {"type": "message", "subtype": "message_changed", "channel": DIRECT, "channel_type": "im", "user": None}
    body = {**event, "message": edited, "previous_message": {"text": "zenda dam height"}}

    assert asked.event(body, event_id="Ev9")
    assert asked.event(body, event_id="Ev9") is None


def test_an_edit_that_meets_a_bug_is_not_met_with_silence(asked: Slack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("knowledge.answer.answer", None)

    assert (edit(asked, "how many people live in Ruritania?") or "").startswith(
        "Sorry, something went wrong on my side."
    )
    assert asked.calls == ["chat.postMessage", "chat.postEphemeral"]
