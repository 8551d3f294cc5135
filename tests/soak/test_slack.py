"""RELIABILITY.md, tests 22 to 26, with their full counts: the front door, while Slack repeats, limits, fails and hangs."""

from __future__ import annotations

import random
import time
from collections import Counter
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest

from bot.playground.delivery import Ack
from bot.playground.moods import GOOD, RESET, Call, Mood, failing, hanging, limited, slow
from bot.playground.standin import StandIn
from tests.aids.bots import Bot, bot
from tests.aids.databases import database_at
from tests.aids.figures import told
from tests.aids.load import at_once, at_rate

pytestmark = pytest.mark.soak

QUESTION = "zenda dam height"
CHANNELS = 10


def mentions(factbox: Bot, number: int, channels: int = CHANNELS, first: int = 0) -> list[Ack]:
    """So many mentions, each with an id of its own, spread over channels."""
    numbers = range(first, first + number)
    return at_rate(20, (partial(mention, factbox, each, channels) for each in numbers))


def mention(factbox: Bot, number: int, channels: int = CHANNELS, retry: int = 0) -> Ack:
    """A mention by its number: its channel and its thread tell the answer to it."""
    event = {"type": "app_mention", "user": "UANNA", "channel": f"C{number % channels}", "text": f"<@UBOT> {QUESTION}"}
    return factbox.slack.event({**event, "ts": f"{number}.0"}, event_id=f"Ev{number}", retry=retry)


def answers(standin: StandIn) -> Counter[str]:
    """How often each mention was answered, by its thread."""
    return Counter(str(post.arguments["thread_ts"]) for post in standin.posted)


def once(standin: StandIn) -> int:
    return sum(times == 1 for times in answers(standin).values())


def slowest(acks: list[Ack]) -> float:
    assert {ack.status for ack in acks} == {200}
    return max(ack.seconds for ack in acks)


def wait_for_all(standin: StandIn, number: int, seconds: float) -> float:
    """How long it takes until so many mentions are answered."""
    began = time.monotonic()
    standin.wait_for(lambda: len(answers(standin)) >= number, seconds)
    return time.monotonic() - began


def paces(calls: list[Call]) -> list[float]:
    """The seconds between one post and the next in the same channel."""
    by_channel: dict[str, list[float]] = {}
    for call in calls:
        by_channel.setdefault(call.channel, []).append(call.at)
    return [later - before for times in by_channel.values() for before, later in pairwise(times)]


@pytest.mark.parametrize("lost", [False, True], ids=["retried", "first delivery lost"])
def test_22_an_event_sent_again_to_two_processes_is_answered_once(standin: StandIn, tmp_path: Path, lost: bool) -> None:
    with (
        database_at("postgresql", tmp_path) as database,
        bot(standin, database, tmp_path / "a") as one,
        bot(standin, database, tmp_path / "b") as other,
    ):
        sent = [(number, retry) for retry in range(lost, 4) for number in range(1000)]
        deliveries = [partial(mention, random.choice((one, other)), number, 100, retry) for number, retry in sent]
        slowest_ack = slowest(at_rate(25, deliveries))
        wait_for_all(standin, 1000, 60)
        time.sleep(3)

        what = "1,000 events, 3 retries each, 2 processes" if not lost else "1,000 events of which only retries come"
        measured = f"{once(standin)}/1,000 answered once; slowest ack {slowest_ack:.2f} s"
        told(22, what, "exactly 1 answer in 1,000/1,000", measured, met=once(standin) == 1000)
        assert answers(standin) == {f"{number}.0": 1 for number in range(1000)}


def test_23_acks_do_not_wait_for_a_slow_slack(standin: StandIn, tmp_path: Path) -> None:
    standin.mood = slow(5)
    with bot(standin, "", tmp_path) as factbox:
        asked = slowest(at_once(partial(mention, factbox, number) for number in range(40)))
        typed = slowest(at_once(partial(factbox.slack.command, QUESTION) for _ in range(20)))

        measured = f"60/60; slowest mention {asked:.2f} s, slowest command {typed:.2f} s"
        told(23, "Slack takes 5 s; 40 mentions, 20 commands", "every ack ≤ 1.0 s", measured, met=max(asked, typed) <= 1)
        assert max(asked, typed) <= 1.0


def test_24_a_limit_is_honoured(standin: StandIn, tmp_path: Path) -> None:
    with bot(standin, "", tmp_path) as factbox:
        standin.mood, began = limited(20), time.monotonic()
        acks = slowest(mentions(factbox, 100))
        time.sleep(max(0.0, began + 60 - time.monotonic()))
        standin.mood = GOOD
        waited = wait_for_all(standin, 100, 120)

        refused = [call for call in standin.calls if call.status == 429]
        early = [call for call in standin.calls if any(0.25 < call.at - no.at < 20 for no in refused)]
        closest = min(paces(standin.posted))
        measured = (
            f"{len(early)} calls too early, {once(standin)}/100 delivered once within {waited:.0f} s, "
            f"{closest:.2f} s apart or more in a channel, slowest ack {acks:.2f} s"
        )
        goal = "0 calls before Retry-After, 100/100 once, ≤ 1/s/channel, acks ≤ 1 s"
        met = not early and once(standin) == 100 and closest >= 1 and acks <= 1
        told(24, "429 with Retry-After 20 for 60 s; 100 answers, 10 channels", goal, measured, met=met)
        assert met


@pytest.mark.parametrize("mood", [failing(503), failing(500), RESET, hanging(30)], ids=["503", "500", "reset", "hang"])
def test_25_a_broken_slack_costs_no_answer(
    standin: StandIn, tmp_path: Path, mood: Mood, request: pytest.FixtureRequest
) -> None:
    with bot(standin, "", tmp_path) as factbox:
        standin.mood, began = mood, time.monotonic()
        acks = slowest(mentions(factbox, 100))
        time.sleep(max(0.0, began + 30 - time.monotonic()))
        standin.mood = GOOD
        waited = wait_for_all(standin, 100, 120)
        time.sleep(2)

        measured = f"{once(standin)}/100 once, {waited:.0f} s after recovery; slowest ack {acks:.2f} s"
        what = f"30 s of {request.node.callspec.id}; 100 answers, 10 channels"
        met = once(standin) >= 99 and waited <= 120 and acks <= 1
        told(25, what, "≥ 99/100 once, ≤ 2 min after recovery", measured, met=met)
        assert met


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_26_what_was_acknowledged_is_answered(standin: StandIn, tmp_path: Path, kind: str) -> None:
    with database_at(kind, tmp_path) as database, bot(standin, database, tmp_path / "state") as factbox:
        standin.mood = slow(0.3)
        slowest(at_once(partial(mention, factbox, number, 20) for number in range(100)))
        seconds = factbox.stop()
        stopped = once(standin)
        told(26, f"SIGTERM, {kind}", "100/100 in ≤ 25 s", f"{stopped}/100 in {seconds:.1f} s", met=stopped == 100)

        factbox.start()
        standin.calls.clear()
        slowest(at_once(partial(mention, factbox, number, 20) for number in range(100, 200)))
        before = len(standin.posted)
        factbox.kill()
        factbox.start()
        waited = wait_for_all(standin, 100, 60)
        time.sleep(3)

        doubles = sum(answers(standin).values()) - len(answers(standin))
        measured = f"{len(answers(standin))}/100 ({before} before the kill), {doubles} doubles, all {waited:.1f} s after the restart"
        goal = "100/100 after restart, doubles ≤ posts in flight (12)"
        told(26, f"SIGKILL, {kind}", goal, measured, met=len(answers(standin)) == 100 and doubles <= 12)
        assert (stopped, len(answers(standin))) == (100, 100)
        assert doubles <= 12
