"""A process that ends, in its own time or at once: what was acknowledged is answered, and answered once."""

from __future__ import annotations

from pathlib import Path

from bot.playground.moods import GOOD, slow
from bot.playground.standin import StandIn
from tests.bots import bot

MENTIONS = 10


def test_a_kill_loses_nothing_and_a_stop_finishes(standin: StandIn, tmp_path: Path) -> None:
    standin.mood = slow(0.3)
    with bot(standin, "", tmp_path) as factbox:
        acks = [factbox.slack.mention("zenda dam height", channel=f"C{number}") for number in range(MENTIONS)]
        factbox.kill()
        assert {ack.status for ack in acks} == {200}

        factbox.start()
        standin.mood = GOOD
        standin.wait_for(lambda: len({post.channel for post in standin.posted}) == MENTIONS, 20)  # one may come twice
        assert {post.channel for post in standin.posted} == {f"C{number}" for number in range(MENTIONS)}

        standin.calls.clear()
        standin.mood = slow(0.3)
        for number in range(MENTIONS):
            factbox.slack.mention("zenda dam height", channel=f"C{number}")
        assert factbox.stop() < 10
        assert len(standin.posted) == MENTIONS
