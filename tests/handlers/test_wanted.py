"""What is not held is asked for once, and whoever asked is told where they asked."""

from __future__ import annotations

from typing import cast

import pytest

from handlers.answering import answer_to
from handlers.memory import Place, Wanted
from handlers.wanted import added
from tests.aids.slack import CHANNEL, PERSON, Slack
from tests.handlers.test_conversations import HEIGHT

SHEEP = "how many sheep live in ruritania"
ASK = "Ask an admin to add it"


def test_in_a_thread_everybody_sees_that_it_is_noted(slack: Slack) -> None:
    slack.mention(SHEEP, ts="5.0")

    assert slack.click(ASK) == (
        f"You asked: {SHEEP}\n"
        "I have noted it for the admins of this Factbox.\n"
        "I will tell you in this thread when it is added."
    )
    assert slack.last["replace_original"] is True
    kept = slack.memory.kept[-1]
    assert kept.said == (Wanted(PERSON, SHEEP),)
    assert (kept.place.channel, kept.place.thread) == (CHANNEL, "5.0")


def test_what_was_asked_privately_is_told_to_its_asker_alone(slack: Slack) -> None:
    slack.command(f"/fact {SHEEP}")

    assert (slack.click(ASK) or "").endswith("I will tell you directly when it is added.")
    assert slack.memory.kept[-1].place.channel is None


def test_pressed_twice_it_is_noted_once(slack: Slack) -> None:
    slack.mention(SHEEP)
    message = slack.last
    slack.click(ASK)
    slack.said.append(message)
    slack.said[:-1] = []

    slack.click(ASK)

    assert len([kept for kept in slack.memory.kept if kept.said]) == 1


def test_what_is_held_by_now_is_answered(slack: Slack, monkeypatch: pytest.MonkeyPatch) -> None:
    slack.mention(SHEEP)
    monkeypatch.setattr("handlers.wanted.asked_in", lambda _: "how high is the zenda dam")

    assert slack.click(ASK) == HEIGHT
    assert slack.memory.kept[-1].said == ()


@pytest.mark.parametrize("said", ["hi", "thanks", "", "x" * 501])
def test_nobody_is_asked_to_add_a_greeting(slack: Slack, said: str) -> None:
    slack.command(f"/fact {said}")

    assert slack.buttons == []


@pytest.mark.parametrize(
    ("place", "channel", "thread"),
    [(Place("T1", None, "C1", "5.0"), "C1", "5.0"), (Place("T1", None, "D1"), "D1", None), (Place("T1"), PERSON, None)],
)
def test_who_asked_is_told_where_they_asked(slack: Slack, place: Place, channel: str, thread: str | None) -> None:
    post = added(PERSON, place, answer_to("how high is the zenda dam", slack.library, "/fact"))

    assert cast(str, post.arguments["text"]) == f"You asked, and now I hold it: how high is the zenda dam\n\n{HEIGHT}"
    assert (post.arguments["channel"], post.arguments.get("thread_ts")) == (channel, thread)
