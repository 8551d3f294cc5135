"""A bug, as the reader and the log see it."""

from __future__ import annotations

import logging

import pytest

from tests.aids.slack import CHANNEL, PERSON, Slack


@pytest.fixture
def broken(slack: Slack, monkeypatch: pytest.MonkeyPatch) -> Slack:
    """A workspace whose Factbox has a bug in it, and a reference that a test can know."""

    def bug(*_: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr("knowledge.answer.answer", bug)
    monkeypatch.setattr("handlers.failures.token_hex", lambda _: "0badf00d")
    return slack


SORRY = "Sorry, something went wrong on my side. Please try again, or tell an admin this reference: 0badf00d"


def test_a_bug_is_one_short_sentence_and_a_traceback_in_the_log(
    broken: Slack, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        assert broken.command("/fact zenda dam height") == SORRY

    assert "reference 0badf00d" in caplog.text
    assert "ZeroDivisionError: a bug" in caplog.text


def test_a_bug_over_a_mention_is_said_to_the_asker_alone(broken: Slack) -> None:
    assert broken.mention("zenda dam height", thread_ts="4.0") == SORRY
    assert broken.calls == ["chat.postEphemeral"]
    assert (broken.last["channel"], broken.last["user"], broken.last["thread_ts"]) == (CHANNEL, PERSON, "4.0")


def test_a_bug_over_a_choice_leaves_the_choices_in_place(slack: Slack, monkeypatch: pytest.MonkeyPatch) -> None:
    slack.command("/fact strelsau zenda railway carried")
    monkeypatch.setattr("knowledge.answer.by_id", None)
    monkeypatch.setattr("handlers.failures.token_hex", lambda _: "0badf00d")

    assert slack.click("Strelsau–Zenda Railway: freight carried since opening") == SORRY
    assert (slack.last["replace_original"], slack.last["response_type"]) == (False, "ephemeral")
