"""A correction that reaches 500 threads, through rate limits and two restarts: each exactly once, none lost."""

from __future__ import annotations

import shutil
import time
from collections import Counter
from functools import partial
from pathlib import Path

import pytest

from bot.playground.delivery import Ack
from bot.playground.moods import GOOD, Call, limited, slow
from bot.playground.standin import StandIn
from tests.aids.bots import Bot
from tests.aids.databases import database_at
from tests.aids.figures import told
from tests.aids.load import at_rate
from tests.bases import RURITANIA

pytestmark = pytest.mark.soak

THREADS, CHANNELS, ADMIN = 500, 50, "UANNA"
IN_FLIGHT = 1


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
@pytest.mark.parametrize("way", ["SIGTERM", "SIGKILL"])
def test_a_correction_reaches_500_threads(standin: StandIn, tmp_path: Path, kind: str, way: str) -> None:
    folder = tmp_path / "knowledge"
    shutil.copytree(RURITANIA, folder)
    with database_at(kind, tmp_path) as database:
        factbox = Bot(standin, database, tmp_path / "state", folder, ADMINS=ADMIN)
        (tmp_path / "state").mkdir()
        factbox.start()
        try:
            at_rate(25, (partial(_asked, factbox, number) for number in range(THREADS)))
            assert standin.wait_for(lambda: len(standin.posted) >= THREADS, 120)
            standin.calls.clear()
            _edit(folder / "facts" / "works.yaml", '"87 meters"', '"88 meters"')
            assert standin.wait_for(lambda: any(call.channel == ADMIN for call in standin.posted), 60)
            _decide(factbox, standin)
            seconds = _through_trouble(factbox, standin, way)
        finally:
            factbox.kill()

    times = Counter(str(call.arguments["thread_ts"]) for call in _notes(standin))
    doubles = sum(times.values()) - len(times)
    early = _too_early(standin.calls)
    what = f"a correction to {THREADS} threads, 429s, two restarts by {way}, {kind}"
    goal = (
        "500/500 exactly once" if way == "SIGTERM" else f"0 lost; doubles ≤ posts in flight ({IN_FLIGHT}) at each kill"
    )
    measured = f"{len(times)}/500, {doubles} twice, all {seconds:.0f} s after the admin's word; {early} calls before Retry-After"
    most = 0 if way == "SIGTERM" else 2 * IN_FLIGHT
    met = len(times) == THREADS and doubles <= most and not early
    told(41, what, goal, measured, met=met)
    assert len(times) == THREADS
    assert doubles <= most
    assert {call.text.splitlines()[0] for call in _notes(standin)} == {
        "Correction: a figure that I gave here has been corrected."
    }


def _asked(factbox: Bot, number: int) -> Ack:
    event = {"type": "app_mention", "user": "UANNA", "channel": f"C{number % CHANNELS}", "text": "zenda dam height"}
    return factbox.slack.event({**event, "ts": f"{number}.0"}, event_id=f"Ev{number}")


def _edit(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text().replace(old, new))


def _decide(factbox: Bot, standin: StandIn) -> None:
    question = next(call for call in standin.posted if call.channel == ADMIN)
    blocks = question.arguments["blocks"]
    assert isinstance(blocks, list)
    button = blocks[-1]["elements"][0]
    assert factbox.slack.click(button).status == 200


def _through_trouble(factbox: Bot, standin: StandIn, way: str) -> float:
    """Slack limits twice, and the process ends twice in the midst of it; how long all of it takes."""
    began = time.monotonic()
    for share in (100, 300):
        standin.mood = slow(0.05)
        _wait_for_notes(standin, share)
        standin.mood = limited(3)
        time.sleep(4)
        standin.mood = slow(0.05)
        _wait_for_notes(standin, share + 50)
        if way == "SIGTERM":
            factbox.stop()
        else:
            factbox.kill()
        factbox.start()
    standin.mood = GOOD
    standin.wait_for(lambda: len({call.arguments["thread_ts"] for call in _notes(standin)}) >= THREADS, 300)
    seconds = time.monotonic() - began
    time.sleep(5)
    return seconds


def _wait_for_notes(standin: StandIn, number: int) -> None:
    standin.wait_for(lambda: len(_notes(standin)) >= number, 120)


def _notes(standin: StandIn) -> list[Call]:
    return [call for call in standin.posted if call.text.startswith("Correction")]


def _too_early(calls: list[Call]) -> int:
    """Calls that came before the end of a limit that Slack had told this process of."""
    refused = [call for call in calls if call.status == 429]
    return sum(0.25 < call.at - no.at < 2.9 for no in refused[:1] for call in calls if call.channel != ADMIN)
