"""What Slack delivers is acknowledged at once and answered once: through the signed front door, with nothing faked but Slack."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot import web as front
from bot.desk import Desk, desk_for
from bot.playground.moods import slow
from bot.playground.standin import StandIn
from bot.settings import Settings
from bot.store.tables import QUESTIONS
from knowledge.library import Library
from tests.bot.test_desk import until
from tests.bot.test_store import rows
from tests.bot.test_web import COMMAND, JSON, SECRET, post, signed
from tests.handlers.test_conversations import HEIGHT

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication

EVENTS = 12
SLOW = 5.0


class Process:
    """A web process, as far as it goes without gunicorn: its front door and its desk."""

    def __init__(self, settings: Settings, library: Library) -> None:
        self.desk: Desk = desk_for(settings)
        self.desk.start()
        self.web: WSGIApplication = front.web(settings, library, self.desk)

    def mention(self, number: int) -> float:
        """Delivers a mention, by its number; gives the seconds until the ack."""
        event = {"type": "app_mention", "user": "U1", "channel": f"C{number}", "ts": f"{number}.0"}
        said = {**event, "text": "<@UBOT> zenda dam height"}
        body = {"type": "event_callback", "team_id": "T1", "event_id": f"Ev{number}", "event": said}
        return self.timed(json.dumps(body), JSON)

    def timed(self, body: str, kind: str) -> float:
        began = time.monotonic()
        assert post(self.web, body, signed(body), kind)[0] == 200
        return time.monotonic() - began


@pytest.fixture
def processes(database: str, tmp_path: Path, standin: StandIn, ruritania: Library) -> Iterator[list[Process]]:
    """Two on PostgreSQL, one on SQLite."""
    settings = Settings(
        state=tmp_path, database_url=database, api_url=standin.url, bot_token="xoxb-1", signing_secret=SECRET
    )
    with ExitStack() as stack:
        started = [Process(settings, ruritania) for _ in range(2 if "postgresql" in database else 1)]
        for process in started:
            process.desk.memory._circuit.budget = 30.0  # a busy machine is no database that is away
            stack.callback(process.desk.close, 0.0)
        yield started


def answers(standin: StandIn) -> Counter[str]:
    return Counter(f"{post.arguments['thread_ts']} {post.text}" for post in standin.posted)


def test_an_event_sent_four_times_to_any_process_is_answered_once(processes: list[Process], standin: StandIn) -> None:
    deliveries = [
        (number, processes[(number + retry) % len(processes)]) for number in range(EVENTS) for retry in range(4)
    ]

    with ThreadPoolExecutor(8) as pool:
        [*pool.map(lambda delivery: delivery[1].mention(delivery[0]), deliveries)]

    standin.wait_for_posts(EVENTS, 10)
    time.sleep(0.2)
    assert answers(standin) == {f"{number}.0 {HEIGHT}": 1 for number in range(EVENTS)}


def test_acks_do_not_wait_for_a_slow_slack(processes: list[Process], standin: StandIn) -> None:
    standin.mood = slow(SLOW)

    with ThreadPoolExecutor(8) as pool:
        asked = [*pool.map(processes[0].mention, range(20))]
    typed = processes[0].timed(COMMAND, "application/x-www-form-urlencoded")

    assert max(*asked, typed) < SLOW  # whoever waited for Slack waited as long


def test_a_command_that_is_replayed_has_one_effect(processes: list[Process]) -> None:
    body = COMMAND + "&trigger_id=1.2.abc"

    for process in processes * 3:
        process.timed(body, "application/x-www-form-urlencoded")

    store = processes[0].desk.store
    assert until(lambda: rows(store, QUESTIONS) == 1)
    time.sleep(0.5)
    assert rows(store, QUESTIONS) == 1
