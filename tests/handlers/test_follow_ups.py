"""Follow-ups: in a direct message without a mention, in a thread with one; and never what was asked elsewhere."""

from __future__ import annotations

import pytest

from tests.aids.slack import CHANNEL, Slack, ts
from tests.handlers.test_conversations import HEIGHT

LENGTH = "1,420 meters · Zenda Dam: length of the dam"
NOT_HELD = "I am sorry, I hold no figure for that"


@pytest.fixture
def asked(slack: Slack) -> Slack:
    """A workspace in which the height of the dam was asked for in a thread, and in a direct message."""
    assert slack.mention("zenda dam height", ts=ts(1)) == HEIGHT
    assert slack.dm("zenda dam height", ts=ts(2)) == HEIGHT
    return slack


def said(text: str | None) -> str:
    """What an answer begins with, up to its date."""
    return " · ".join((text or "").split(" · ")[:2])


def test_a_direct_message_may_go_on_from_the_one_before(asked: Slack) -> None:
    assert said(asked.dm("and how long is it?")) == LENGTH


def test_a_mention_in_a_thread_may_go_on_from_the_answer_there(asked: Slack) -> None:
    assert said(asked.mention("and how long is it?", thread_ts=ts(1))) == LENGTH


def test_a_thread_under_an_answer_goes_on_from_it(asked: Slack) -> None:
    asked.dm("how many people live in ruritania", ts=ts(3))

    assert said(asked.dm("and how long is it?", thread_ts=ts(2))) == LENGTH


@pytest.mark.parametrize("where", [{"thread_ts": ts(9)}, {"channel": "C2", "thread_ts": ts(1)}, {}])
def test_what_was_asked_elsewhere_is_not_gone_on_from(asked: Slack, where: dict[str, str]) -> None:
    assert LENGTH not in (asked.mention("and how long is it?", **where) or "")


def test_another_workspace_knows_nothing_of_it(asked: Slack) -> None:
    event = {"type": "app_mention", "channel": CHANNEL, "text": "and how long is it?", "thread_ts": ts(1)}

    assert LENGTH not in (asked.event(event, team="T2") or "")


def test_a_command_is_nobodys_context(slack: Slack) -> None:
    slack.command("/fact zenda dam height")

    assert LENGTH not in (slack.mention("and how long is it?", thread_ts=ts(1)) or "")


def test_thanks_in_between_change_nothing(asked: Slack) -> None:
    asked.dm("thanks")

    assert said(asked.dm("and how long is it?")) == LENGTH


def test_after_a_question_without_an_answer_there_is_nothing_to_go_on_from(asked: Slack) -> None:
    assert (asked.dm("how many sheep live in Ruritania?") or "").startswith(NOT_HELD)

    assert LENGTH not in (asked.dm("and how long is it?") or "")


def test_after_a_box_there_is_nothing_to_go_on_from(asked: Slack) -> None:
    asked.dm("what is in the railway panel?")

    assert LENGTH not in (asked.dm("and how long is it?") or "")


def test_a_choice_in_a_thread_is_gone_on_from(asked: Slack) -> None:
    asked.mention("strelsau zenda railway carried", ts=ts(3))
    where = {"message_ts": ts(4), "thread_ts": ts(3), "is_ephemeral": False}
    asked.click("Strelsau–Zenda Railway: freight carried since opening", container=where)

    assert said(asked.mention("and how long is it?", thread_ts=ts(3))) == (
        "320 kilometers · Strelsau–Zenda Railway: length of the line"
    )


def test_a_choice_that_only_one_person_sees_is_not(asked: Slack) -> None:
    asked.command("/fact strelsau zenda railway carried")
    where = {"message_ts": ts(4), "thread_ts": ts(3), "is_ephemeral": True}
    asked.click("Strelsau–Zenda Railway: freight carried since opening", container=where)

    assert "320 kilometers" not in (asked.mention("and how long is it?", thread_ts=ts(3)) or "")


@pytest.mark.parametrize(
    "text", ["jobs at zenda dam", "and how many sheep?", "ok cool, see you tomorrow", "that is great"]
)
def test_what_the_fact_does_not_explain_gets_no_figure_by_going_on(asked: Slack, text: str) -> None:
    assert "Source" not in (asked.dm(text) or "")
