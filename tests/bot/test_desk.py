"""The desk as a whole, with a stand-in for Slack and a database of either kind: kept, posted once, ticked off."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from bot.desk import Desk, desk_for
from bot.playground.moods import GOOD, RESET, Mood, failing, limited, slow
from bot.playground.standin import StandIn
from bot.settings import Settings
from bot.store.engine import engine_for
from bot.store.tables import EVENTS_SEEN, FIGURES_GIVEN, OUTBOX, QUESTIONS
from handlers.memory import RESPOND, Kept, Place, Post
from tests.aids.effort import Hanging
from tests.bot.test_store import ANSWER, KEPT, rows

NOWHERE = {
    "sqlite": "sqlite:////proc/nowhere/factbox.sqlite3",
    "postgresql": "postgresql://factbox@127.0.0.1:9/factbox",
}


@contextmanager
def working(database: str, state: Path, standin: StandIn) -> Iterator[Desk]:
    desk = desk_for(Settings(state=state, database_url=database, api_url=standin.url, bot_token="xoxb-1"))
    desk.start()
    yield desk
    desk.close(0.0)


@pytest.fixture
def desk(database: str, tmp_path: Path, standin: StandIn) -> Iterator[Desk]:
    with working(database, tmp_path, standin) as desk:
        yield desk


@contextmanager
def away(desk: Desk) -> Iterator[None]:
    """While the database cannot be reached."""
    engine = desk.store.engine
    desk.store.engine = engine_for(NOWHERE[engine.dialect.name])
    yield
    desk.store.engine = engine


def until(true: Callable[[], bool], seconds: float = 10.0) -> bool:
    end = time.monotonic() + seconds
    while not (came := true()) and time.monotonic() < end:
        time.sleep(0.02)
    return came


def kept(number: int, channel: str = "C1") -> Kept:
    post = Post("chat.postMessage", {**ANSWER.arguments, "channel": channel, "text": f"{number} meters"})
    return replace(KEPT, key=f"Ev{number}", posts=(post,), place=replace(KEPT.place, channel=channel))


def counted(desk: Desk) -> list[int]:
    return [rows(desk.store, table) for table in (EVENTS_SEEN, OUTBOX, QUESTIONS, FIGURES_GIVEN)]


def test_what_is_kept_is_posted_and_ticked_off(desk: Desk, standin: StandIn) -> None:
    assert desk.memory.keep(KEPT)

    (post,) = standin.wait_for_posts(1, 5)
    assert (post.method, post.arguments, post.token) == ("chat.postMessage", ANSWER.arguments, "xoxb-1")
    assert until(lambda: counted(desk) == [1, 0, 1, 1])
    with desk.store.engine.connect() as connection:
        assert connection.execute(select(FIGURES_GIVEN.c.message)).scalar_one() == post.answer["ts"]


def test_what_is_kept_twice_is_posted_once(desk: Desk, standin: StandIn) -> None:
    assert [desk.memory.keep(KEPT), desk.memory.keep(KEPT)] == [True, False]

    assert desk.outbox.drain(5)
    assert len(standin.posted) == 1


def test_of_two_processes_one_posts(desk: Desk, database: str, tmp_path: Path, standin: StandIn) -> None:
    with working(database, tmp_path, standin) as other:
        assert [desk.memory.keep(KEPT), other.memory.keep(KEPT)] == [True, False]

        assert desk.outbox.drain(5)
    assert len(standin.posted) == 1


def test_the_asker_is_written_as_a_hash(desk: Desk) -> None:
    desk.memory.keep(KEPT)

    with desk.store.engine.connect() as connection:
        asker = connection.execute(select(QUESTIONS.c.asker)).scalar_one()
    assert len(asker) == 32
    assert asker != "0a1b"


def test_what_was_answered_in_the_ack_is_written_soon_and_once(desk: Desk) -> None:
    desk.memory.note(replace(KEPT, posts=()))
    desk.memory.note(replace(KEPT, posts=()))

    assert until(lambda: counted(desk) == [1, 0, 1, 1])


def test_a_response_goes_to_its_own_address(desk: Desk, standin: StandIn) -> None:
    desk.memory.keep(Kept("", Place("T1"), (Post(RESPOND, {"url": standin.hook, "text": "87 meters"}),)))

    (post,) = standin.wait_for_posts(1, 5)
    assert (post.method, post.arguments) == ("/hooks/1", {"text": "87 meters"})


def test_of_a_workspace_that_removes_us_nothing_is_left(desk: Desk) -> None:
    desk.memory.keep(KEPT)

    desk.memory.forget("T1", time.time())

    assert until(lambda: counted(desk) == [0, 0, 0, 0])


# Slack in trouble


@pytest.mark.parametrize("mood", [failing(503), RESET], ids=lambda mood: f"{mood.kind} {mood.status}")
def test_what_slack_fails_to_take_is_posted_once_it_recovers(desk: Desk, standin: StandIn, mood: Mood) -> None:
    standin.mood = mood
    desk.memory.keep(KEPT)
    assert standin.wait_for(lambda: bool(standin.calls), 5)

    standin.mood = GOOD

    assert desk.outbox.drain(10)
    assert len(standin.posted) == 1


def test_a_dead_slack_is_waited_for(desk: Desk, standin: StandIn) -> None:
    standin.die()
    desk.memory.keep(KEPT)
    time.sleep(0.3)

    standin.revive()

    assert desk.outbox.drain(10)
    assert len(standin.posted) == 1


def test_nothing_is_sent_before_slack_allows_it(desk: Desk, standin: StandIn) -> None:
    standin.mood = limited(1)
    desk.memory.keep(kept(1))
    assert standin.wait_for(lambda: len(standin.calls) == 1, 5)

    standin.mood = GOOD
    desk.memory.keep(kept(2, channel="C2"))

    assert len(standin.wait_for_posts(2, 5)) == 2
    assert min(call.at for call in standin.posted) - standin.calls[0].at >= 1.0


def test_what_slack_refuses_is_not_tried_again(desk: Desk, standin: StandIn, caplog: pytest.LogCaptureFixture) -> None:
    desk.memory.keep(replace(KEPT, posts=(Post("chat.postMessage", {"channel": "C1"}),)))

    assert desk.outbox.drain(5)
    assert len(standin.calls) == 1
    assert "Slack did not take a post by chat.postMessage: no_text" in caplog.text


# The database in trouble


def test_while_the_database_is_away_questions_are_answered_and_written_once_later(desk: Desk, standin: StandIn) -> None:
    with away(desk):
        assert [desk.memory.keep(kept(1)), desk.memory.keep(kept(1))] == [True, False]
        assert len(standin.wait_for_posts(1, 5)) == 1
        assert desk.trouble().startswith("database: away since ")

    assert until(lambda: desk.trouble() == "" and counted(desk) == [1, 0, 1, 1])
    assert len(standin.posted) == 1


def test_nothing_waits_for_a_database_that_hangs(desk: Desk, standin: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    with Hanging() as write:
        monkeypatch.setattr(desk.store, "write", write)

        for number in range(20):
            desk.memory.keep(kept(number, channel=f"C{number}"))

        assert len(standin.wait_for_posts(20, 10)) == 20
        assert not write.waited_for


def test_what_a_slow_database_does_not_take_in_time_it_takes_later(
    desk: Desk, standin: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Hanging() as slow_one:

        @contextmanager
        def slowly() -> Iterator[Connection]:
            slow_one()
            with type(desk.store).writing(desk.store) as connection:
                yield connection

        monkeypatch.setattr(desk.store, "writing", slowly)
        for number in range(10):
            desk.memory.keep(kept(number, channel=f"C{number}"))

        assert len(standin.wait_for_posts(10, 10)) == 10
        assert not slow_one.waited_for
    assert until(lambda: counted(desk) == [10, 0, 10, 10])
    assert len(standin.posted) == 10


def test_with_neither_database_nor_disk_questions_are_answered(
    desk: Desk, standin: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with away(desk), monkeypatch.context() as patch:
        patch.setattr("bot.spool._append", full)
        desk.memory.keep(KEPT)
        assert len(standin.wait_for_posts(1, 5)) == 1

    assert until(lambda: counted(desk) == [1, 0, 1, 1])


# The end of a process


def test_what_was_acknowledged_is_posted_before_the_end(desk: Desk, standin: StandIn) -> None:
    standin.mood = slow(0.2)
    for number in range(5):
        desk.memory.keep(kept(number, channel=f"C{number}"))

    desk.close(5)

    assert len(standin.posted) == 5


def test_what_is_not_posted_in_time_is_left_to_the_next(
    desk: Desk, database: str, tmp_path: Path, standin: StandIn
) -> None:
    standin.mood = failing(503)
    desk.memory.keep(KEPT)
    assert standin.wait_for(lambda: bool(standin.calls), 5)
    desk.close(0.0)
    desk.outbox.put([])
    standin.mood = GOOD

    with working(database, tmp_path, standin):
        assert standin.wait_for_posts(1, 5)
