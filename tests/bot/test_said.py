"""What people press is written once, the last of it counts, and all of it can be erased: on both databases alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Table, select

from bot.records import Forgotten, Written, line_of, record_in
from bot.store import Store
from bot.store.engine import engine_for
from bot.store.erase import INSTALLED, OF_A_TEAM, erase_person
from bot.store.said import Report, Waiting, key_of, reports, tell
from bot.store.tables import FEEDBACK, METADATA, WANTED, WATCHES
from handlers.memory import Feedback, Kept, Place, Said, Wanted, Watch
from tests.bot.test_store import rows

THREAD = Place("T1", None, "C1", "5.0")
WRONG = Feedback("0a1b", "9.0", "wrong", "how high is the dam", "zenda-dam/height", "87 meters", "0123456789ab")
SHEEP = Wanted("UANNA", "How many sheep are there?")
WATCH = Watch("UANNA", "zenda-dam/height", "87 meters", "0123456789ab")


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    store = Store(engine_for(database), "one", keep_texts=100.0)
    yield store
    store.dispose()


def says(said: Said, key: str, at: float = 1000.0, place: Place = THREAD) -> Written:
    return Written(Kept(key, place, said=(said,)), at)


def report(verdict: str, note: str | None = None, at: float = 1000.0) -> Report:
    about = WRONG.question, WRONG.fact, WRONG.printed, WRONG.revision, at
    return Report(verdict, note, *about, "C1", WRONG.message, WRONG.asker)


def test_the_last_click_on_an_answer_counts(store: Store) -> None:
    store.write([says(WRONG, "1"), says(replace(WRONG, verdict="right"), "2", at=1001.0)])

    with store.engine.connect() as connection:
        assert reports("T1", connection, "right") == [report("right", at=1001.0)]


def test_a_click_that_is_written_late_does_not_count(store: Store) -> None:
    store.write([says(WRONG, "2", at=1001.0)])
    store.write([says(replace(WRONG, verdict="right"), "1")])

    with store.engine.connect() as connection:
        assert reports("T1", connection, "wrong") == [report("wrong", at=1001.0)]


def test_what_somebody_wrote_stays_when_they_click_later(store: Store) -> None:
    store.write([says(replace(WRONG, note="it is 88"), "1"), says(WRONG, "2", at=1001.0)])

    with store.engine.connect() as connection:
        assert reports("T1", connection, "wrong") == [report("wrong", "it is 88", at=1001.0)]


def test_admins_read_first_what_somebody_wrote(store: Store) -> None:
    written = replace(WRONG, message="8.0", note="it is 88")
    store.write([says(written, "1"), says(WRONG, "2", at=1001.0)])

    with store.engine.connect() as connection:
        assert [each.note for each in reports("T1", connection, "wrong")] == ["it is 88", None]
        assert reports("T2", connection, "wrong") == []


def test_a_question_is_wanted_once_by_each_person(store: Store) -> None:
    ben = replace(SHEEP, person="UBEN", question="how many  sheep are there?")
    store.write([says(SHEEP, "1"), says(SHEEP, "2"), says(ben, "3", at=1001.0)])

    with store.engine.connect() as connection:
        noted = connection.execute(select(WANTED.c.key, WANTED.c.person).order_by(WANTED.c.person)).all()
    assert noted == [(key_of(SHEEP.question), "UANNA"), (key_of(SHEEP.question), "UBEN")]


def test_who_waits_is_told_once(store: Store) -> None:
    store.write([says(SHEEP, "1"), says(replace(SHEEP, person="UBEN"), "2", place=Place("T1"))])

    with store.writing() as connection:
        told = {each.person: each for each in tell("T1", key_of(SHEEP.question), connection)}
    assert told == {
        "UANNA": Waiting("UANNA", THREAD, SHEEP.question),
        "UBEN": Waiting("UBEN", Place("T1"), SHEEP.question),
    }
    with store.writing() as connection:
        assert tell("T1", key_of(SHEEP.question), connection) == []


def test_a_watch_stands_until_it_is_ended(store: Store) -> None:
    store.write([says(WATCH, "1"), says(WATCH, "2")])
    assert rows(store, WATCHES) == 1

    store.write([says(replace(WATCH, on=False), "3", at=1001.0)])
    assert rows(store, WATCHES) == 0


def test_what_is_said_survives_on_disk() -> None:
    for said in (WRONG, SHEEP, WATCH):
        assert record_in(line_of(says(said, "1"))) == says(said, "1")


@pytest.mark.parametrize(
    ("said", "table"), [(WRONG, FEEDBACK), (SHEEP, WANTED), (WATCH, WATCHES)], ids=["feedback", "wanted", "watch"]
)
def test_nothing_is_left_of_a_workspace_or_a_person_that_is_erased(store: Store, said: Said, table: Table) -> None:
    store.write([says(said, "1")])
    with store.writing() as connection:
        erase_person("T1", "UANNA", "0a1b", connection)
    assert rows(store, table) == 0

    store.write([says(said, "2"), says(said, "3", place=Place("T2", None, "C1")), Forgotten("T1", at=1000.0)])
    assert rows(store, table) == 1


def test_every_table_that_names_a_workspace_is_erased_with_it() -> None:
    named = {table.name for table in METADATA.tables.values() if {"team", "team_id"} & {*table.c.keys()}}

    assert named == {table.name for table in (*OF_A_TEAM, *INSTALLED)}


def test_the_question_that_somebody_judged_is_forgotten_after_its_time(store: Store) -> None:
    store.write([says(replace(WRONG, note="it is 88"), "1")])

    store.tidy()

    with store.engine.connect() as connection:
        (only,) = reports("T1", connection, "wrong")
    assert (only.question, only.note) == (None, "it is 88")
