"""The figures that were given, as the recall looks for them: each different one once, however often it was given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Connection, event, insert, update

from bot.recall.given import all_undealt, same, snapshots, undealt
from bot.store.engine import engine_for
from bot.store.rows import given_row, mark_of
from bot.store.tables import FIGURES_GIVEN
from handlers.given import Given
from handlers.kept import given_of
from tests.aids.made import fact, figure

DAM = fact(figure("87 meters", as_of="2023"))
HEIGHT = given_of(DAM, DAM.figures[0])
OTHERS = [replace(HEIGHT, printed=f"{number} meters") for number in range(20)]


@pytest.fixture
def connection(database: str) -> Iterator[Connection]:
    engine = engine_for(database)
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def give(connection: Connection, given: Given, times: int = 1, **more: str | None) -> None:
    where = {"question": "q", "team": "T1", "revision": "r", "at": 1.0}
    for number in range(times):
        row = {**where, **given_row(given), **more, "key": f"{given.printed}/{more}/{number}"}
        connection.execute(insert(FIGURES_GIVEN).values(row))


def test_each_figure_is_found_once_however_often_it_was_given(connection: Connection) -> None:
    give(connection, HEIGHT, 3)
    for other in OTHERS:
        give(connection, other, 2)

    found = all_undealt(connection)

    assert len(found) == 21
    assert set(found) == {HEIGHT, *OTHERS}


def test_nothing_given_is_nothing_found(connection: Connection) -> None:
    assert all_undealt(connection) == []


def test_what_a_correction_deals_with_is_passed_over(connection: Connection) -> None:
    give(connection, HEIGHT, correction="c1")
    give(connection, OTHERS[0])

    assert all_undealt(connection) == [OTHERS[0]]


def test_what_was_given_before_there_were_marks_gets_its_own(connection: Connection) -> None:
    give(connection, HEIGHT, 2, mark=None)
    give(connection, OTHERS[0])
    give(connection, OTHERS[1], correction="c1", mark=None)

    found = undealt(connection)

    assert set(found) == set(all_undealt(connection)) == {HEIGHT, OTHERS[0]}
    assert snapshots(connection, same([HEIGHT])) == [HEIGHT]


def test_a_mark_tells_figures_apart() -> None:
    assert len({mark_of(each) for each in (HEIGHT, *OTHERS, replace(HEIGHT, says="World Bank"))}) == 22


def test_no_row_is_read_for_each_time_a_figure_was_given(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        pytest.skip("PostgreSQL plans by what it knows of the rows")
    sent: list[tuple[str, tuple[object, ...]]] = []
    event.listen(connection, "before_cursor_execute", lambda *each: sent.append(each[2:4]))
    all_undealt(connection)

    (statement, given), *_ = sent
    plan = [str(row[-1]) for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given)]

    steps = [step for step in plan if "figures_given" in step]
    assert len(steps) == 4
    assert all(step.startswith("SEARCH") and "INDEX" in step for step in steps)


def test_what_is_dealt_with_is_dealt_with_in_every_place(connection: Connection) -> None:
    give(connection, HEIGHT, 3)
    give(connection, OTHERS[0])

    dealt = connection.execute(update(FIGURES_GIVEN).where(same([HEIGHT])).values(correction="c1"))

    assert dealt.rowcount == 3
    assert all_undealt(connection) == [OTHERS[0]]
