"""What is remembered, on SQLite and on PostgreSQL alike: the same tests on both."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from threading import Barrier, Thread

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Table, func, select, update

from bot.outbox.letter import letters_of
from bot.records import Done, Forgotten, Record, Written
from bot.store import Store
from bot.store.engine import engine_for, seconds_now
from bot.store.erase import erase_person
from bot.store.migrate import migrate
from bot.store.rows import mark_of
from bot.store.tables import EVENTS_SEEN, FIGURES_GIVEN, METADATA, OUTBOX, QUESTIONS
from handlers.given import Given
from handlers.memory import Kept, Place, Post, Question

ASKED = Question("0a1b", "how high is the dam", "found", "0123456789ab", "zenda-dam/height")
GIVEN = Given(
    "zenda-dam/height", "87 meters", "meters", None, None, None, None, "yearbook", "II.2", "Yearbook (2023), II.2"
)
ANSWER = Post("chat.postMessage", {"channel": "C1", "thread_ts": "5.0", "text": "87 meters"})
KEPT = Kept("Ev1", Place("T1", None, "C1", "5.0"), (ANSWER,), ASKED, (GIVEN,))


def written(key: str = "Ev1", team: str = "T1", at: float = 1000.0) -> Written:
    return Written(replace(KEPT, key=key, place=replace(KEPT.place, team=team)), at)


@contextmanager
def opened(database: str, owner: str) -> Iterator[Store]:
    store = Store(engine_for(database), owner, keep_texts=100.0)
    yield store
    store.dispose()


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    with opened(database, "one") as store:
        yield store


@pytest.fixture
def other(database: str) -> Iterator[Store]:
    """The store of another process on the same database."""
    with opened(database, "other") as store:
        yield store


def rows(store: Store, table: Table) -> int:
    with store.engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def silenced(store: Store) -> None:
    """As if no process had shown a sign of life for long."""
    with store.writing() as connection:
        connection.execute(update(OUTBOX).values(leased_until=seconds_now() - 1))


# The tables


def test_the_migrations_make_the_tables_as_they_are_described(store: Store) -> None:
    with store.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_migrating_again_changes_nothing(store: Store) -> None:
    store.write([written()])

    migrate(store.engine)

    assert rows(store, OUTBOX) == 1


# An event


def test_an_event_is_written_once_with_all_that_follows_from_it(store: Store) -> None:
    assert store.write([written(), written()]) == [True, False]

    tables = (EVENTS_SEEN, OUTBOX, QUESTIONS, FIGURES_GIVEN)
    assert [rows(store, table) for table in tables] == [1, 1, 1, 1]


def test_of_two_processes_one_has_the_event(store: Store, other: Store) -> None:
    assert store.write([written()]) == [True]
    assert other.write([written()]) == [False]


def test_of_many_who_try_at_once_one_has_the_event(store: Store, other: Store) -> None:
    start, first = Barrier(8), []

    def claim(store: Store) -> None:
        start.wait()
        first.extend(store.write([written()]))

    threads = [Thread(target=claim, args=[each]) for each in (store, other) * 4]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(first) == [False] * 7 + [True]


def test_two_workspaces_may_send_events_of_one_id(store: Store) -> None:
    assert store.write([written(), written(team="T2")]) == [True, True]


def test_what_is_asked_and_given_is_kept_as_it_was(store: Store) -> None:
    store.write([written()])

    with store.engine.connect() as connection:
        question = connection.execute(select(QUESTIONS)).one()._asdict()
        figure = connection.execute(select(FIGURES_GIVEN)).one()._asdict()
    assert question == {
        "key": "T1/Ev1",
        "team": "T1",
        "channel": "C1",
        "asker": "0a1b",
        "text": "how high is the dam",
        "outcome": "found",
        "fact": "zenda-dam/height",
        "runner_up": None,
        "score": None,
        "revision": "0123456789ab",
        "at": 1000.0,
    }
    assert figure == {
        "key": "T1/Ev1#0",
        "question": "T1/Ev1",
        "post": "T1/Ev1#0",
        "team": "T1",
        "channel": "C1",
        "thread": "5.0",
        "message": None,
        "fact": "zenda-dam/height",
        "printed": "87 meters",
        "unit": "meters",
        "as_of": None,
        "period": None,
        "due": None,
        "when": None,
        "source": "yearbook",
        "locator": "II.2",
        "cited": "Yearbook (2023), II.2",
        "revision": "0123456789ab",
        "at": 1000.0,
        "mark": mark_of(GIVEN),
        **dict.fromkeys(("title", "against", "status", "says", "correction")),
    }


def test_what_was_posted_leaves_the_outbox_and_its_figures_know_their_message(store: Store) -> None:
    store.write([written(), Done("T1/Ev1#0", "9.0")])

    with store.engine.connect() as connection:
        assert connection.execute(select(FIGURES_GIVEN.c.message)).scalar_one() == "9.0"
    assert rows(store, OUTBOX) == 0


def test_written_again_after_it_was_posted_it_is_not_posted_again(store: Store) -> None:
    store.write([written(), Done("T1/Ev1#0")])

    store.write([written()])

    assert rows(store, OUTBOX) == 0


# Posts whose process is gone


def test_what_a_living_process_has_to_post_is_left_to_it(store: Store, other: Store) -> None:
    store.write([written()])

    assert other.adopt(silent=True) == []


def test_what_a_silent_process_had_to_post_goes_to_another(store: Store, other: Store) -> None:
    store.write([written()])
    silenced(store)

    assert other.adopt(silent=False) == []
    assert other.adopt(silent=True) == [*letters_of(written())]


def test_what_a_process_leaves_goes_to_another_at_once(store: Store, other: Store) -> None:
    store.write([written()])
    store.release("one")

    assert other.adopt(silent=False) == [*letters_of(written())]


def test_a_sign_of_life_keeps_what_is_ours(store: Store, other: Store) -> None:
    store.write([written()])
    silenced(store)
    store.renew()

    assert other.adopt(silent=True) == []


def test_a_post_is_adopted_by_one(database: str, store: Store) -> None:
    records: list[Record] = [written(f"Ev{number}") for number in range(30)]
    store.write(records)
    store.release("one")
    start = Barrier(3)
    adopted: list[str] = []

    def adopt(name: str) -> None:
        with opened(database, name) as third:
            start.wait()
            while letters := third.adopt(silent=False, most=5):
                adopted.extend(letter.key for letter in letters)

    threads = [Thread(target=adopt, args=[name]) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(adopted) == sorted(f"T1/Ev{number}#0" for number in range(30))


# Forgetting


def test_of_a_workspace_that_is_forgotten_nothing_is_left(store: Store) -> None:
    store.write([written(), written(team="T2"), Forgotten("T1", at=1000.0)])

    tables = (EVENTS_SEEN, OUTBOX, QUESTIONS, FIGURES_GIVEN)
    assert [rows(store, table) for table in tables] == [1, 1, 1, 1]


def test_what_came_after_a_workspace_was_installed_again_stays(store: Store) -> None:
    store.write([written(at=2000.0), Forgotten("T1", at=1000.0)])

    assert rows(store, QUESTIONS) == 1


def test_of_a_person_who_is_forgotten_nothing_is_left(store: Store) -> None:
    store.write([written()])

    with store.writing() as connection:
        assert erase_person("T1", "UANNA", "0a1b", connection) == 2
    assert [rows(store, QUESTIONS), rows(store, FIGURES_GIVEN)] == [0, 0]


def test_the_text_of_a_question_is_forgotten_after_its_time(store: Store) -> None:
    store.write([written()])

    store.tidy()

    with store.engine.connect() as connection:
        assert connection.execute(select(QUESTIONS.c.text)).scalar_one() is None


def test_tidying_is_done_by_one_in_an_hour(store: Store, other: Store) -> None:
    store.tidy()
    other.write([written()])

    other.tidy()

    assert rows(store, EVENTS_SEEN) == 1
