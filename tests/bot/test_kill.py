"""A process that ends, in its own time or at once: what was acknowledged is answered, and answered once."""

from __future__ import annotations

from pathlib import Path

from bot.playground.moods import slow
from bot.playground.standin import StandIn
from tests.aids.bots import Bot, bot

MENTIONS = 10


def mention_all(factbox: Bot, kind: str) -> set[str]:
    """A mention in each of some channels, all of which are acknowledged. Gives the channels."""
    channels = {f"{kind}{number}" for number in range(MENTIONS)}
    assert {factbox.slack.mention("zenda dam height", channel=channel).status for channel in channels} == {200}
    return channels


def answered(standin: StandIn, channels: set[str]) -> list[str]:
    return [post.channel for post in standin.posted if post.channel in channels]


def test_a_kill_loses_nothing_and_a_stop_finishes(standin: StandIn, tmp_path: Path) -> None:
    standin.mood = slow(0.3)
    with bot(standin, "", tmp_path) as factbox:
        before_the_kill = mention_all(factbox, "C")
        factbox.kill()

        factbox.start()
        assert standin.wait_for(lambda: {*answered(standin, before_the_kill)} == before_the_kill, 20)

        before_the_stop = mention_all(factbox, "D")
        assert factbox.stop() < 15
        assert sorted(answered(standin, before_the_stop)) == sorted(before_the_stop)
