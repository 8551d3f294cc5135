"""What Slack sends, as the words its writer saw."""

from __future__ import annotations

import pytest

from handlers.incoming import Incoming, question_in, question_in_command, readable
from tests.aids.effort import LINEAR, times_the_work

MENTION = {
    "team_id": "T1",
    "event_id": "Ev1",
    "authorizations": [{"user_id": "UBOT", "is_bot": True}],
    "event": {"type": "app_mention", "user": "UANNA", "channel": "C1", "ts": "5.0", "text": "<@UBOT> dam height?"},
}


def test_a_mention_is_a_question_with_a_place_for_its_answer() -> None:
    assert question_in(MENTION) == Incoming(
        text="dam height?",
        team="T1",
        channel="C1",
        user="UANNA",
        event_id="Ev1",
        thread="5.0",
        at="5.0",
        mentioned=True,
    )


def test_an_event_without_an_id_is_known_by_its_place() -> None:
    without = {name: value for name, value in MENTION.items() if name != "event_id"}

    asked = question_in(without)

    assert asked
    assert asked.event_id == "C1/5.0"


def test_a_command_is_the_words_behind_it() -> None:
    assert question_in_command({"command": "/fact", "text": " how  high?\n"}) == "how high?"


@pytest.mark.parametrize(
    ("sent", "seen"),
    [
        ("<@UBOT> how high?", "how high?"),
        ("hey <@UBOT|factbox> how high?", "hey how high?"),
        ("does <@U2|anna> know?", "does @anna know?"),
        ("does <@U2> know?", "does know?"),
        ("as in <#C2|press>", "as in #press"),
        ("as in <#C2|>", "as in"),
        ("<!here> how high?", "@here how high?"),
        ("<!subteam^S1|@press> how high?", "@press how high?"),
        ("since <!date^1717113600^{date}|31 May 2024>", "since 31 May 2024"),
        ("see <https://example.org/a?b=1&amp;c=2>", "see https://example.org/a?b=1&c=2"),
        ("see <https://example.org|the yearbook>", "see the yearbook"),
        ("ask <mailto:a@example.org|a@example.org>", "ask a@example.org"),
        ("R&amp;D &lt; 5 &gt; 3", "R&D < 5 > 3"),
        ("what is &amp;lt;", "what is &lt;"),
        ("say &lt;!channel&gt;", "say <!channel>"),
        ("*how* _high_ is the ~old~ `dam`?", "how high is the old dam?"),
        ("zenda_dam is 3*4", "zenda_dam is 3*4"),
        ("is 3 < 5?", "is 3 < 5?"),
        ("two\nlines\tand a tab", "two lines and a tab"),
        ("", ""),
    ],
)
def test_markup_becomes_the_words_its_writer_saw(sent: str, seen: str) -> None:
    assert readable(sent, "UBOT") == seen


@pytest.mark.parametrize("piece", ["<", "<@", "<@U1", "<https://", "*", "*a ", "&lt;", "&", "<!a|", "_` ~"])
def test_a_long_message_is_read_at_once(piece: str) -> None:
    short, long = (piece * (characters // len(piece)) for characters in (10_000, 40_000))

    assert times_the_work(lambda: readable(long, "UBOT"), lambda: readable(short, "UBOT")) < LINEAR
