"""The figures that were given, as the store has them: snapshots, and where each can still be reached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, fields

from sqlalchemy import ColumnElement, Connection, func, select, update

from bot.store.rows import mark_of
from bot.store.tables import FIGURES_GIVEN, OUTBOX
from handlers.given import Given
from handlers.recall.values import Reach

Place = tuple[str, str, str]
"""A workspace, a channel and a thread in it; no thread where the conversation itself is the place."""

_GIVEN = tuple(FIGURES_GIVEN.c[field.name] for field in fields(Given))
UNDEALT = FIGURES_GIVEN.c.correction.is_(None)


def snapshots(connection: Connection, *conditions: ColumnElement[bool]) -> list[Given]:
    """The different figures that were given, under these conditions."""
    return [Given(*row) for row in connection.execute(select(*_GIVEN).where(*conditions).distinct())]


def all_undealt(connection: Connection) -> list[Given]:
    """The different figures that no correction deals with yet, however often each was given.

    From mark to mark in the index: a step for each figure, not for each time it was given (a "loose index scan").
    """
    each = FIGURES_GIVEN.alias()
    undealt = each.c.correction.is_(None)
    marks = select(func.min(each.c.mark).label("mark")).where(undealt).cte("marks", recursive=True)
    after = select(each.c.mark).where(undealt, each.c.mark > marks.c.mark).order_by(each.c.mark).limit(1)
    marks = marks.union_all(select(after.scalar_subquery()).where(marks.c.mark.is_not(None)))
    one = select(each.c.key).where(undealt, each.c.mark >= marks.c.mark).order_by(each.c.mark).limit(1)
    keys = select(one.scalar_subquery()).where(marks.c.mark.is_not(None))
    return [Given(*row) for row in connection.execute(select(*_GIVEN).where(FIGURES_GIVEN.c.key.in_(keys)))]


def undealt(connection: Connection) -> list[Given]:
    """The same, also of what was written without a mark: that gets one, so this writes."""
    mark_all(connection)
    return all_undealt(connection)


def mark_all(connection: Connection) -> None:
    """Gives a mark to what was written without one, by a process of before."""
    unmarked = UNDEALT, FIGURES_GIVEN.c.mark.is_(None)
    if connection.execute(select(FIGURES_GIVEN.c.key).where(*unmarked).limit(1)).first() is None:
        return
    for given in snapshots(connection, *unmarked):
        theirs = (column.is_not_distinct_from(value) for column, value in zip(_GIVEN, astuple(given), strict=True))
        connection.execute(update(FIGURES_GIVEN).where(*unmarked, *theirs).values(mark=mark_of(given)))


def same(given: Sequence[Given]) -> ColumnElement[bool]:
    """Rows that hold one of these snapshots."""
    return FIGURES_GIVEN.c.mark.in_([mark_of(each) for each in given])


def places(connection: Connection, *conditions: ColumnElement[bool]) -> dict[Place, list[Given]]:
    """Where these figures stand for all to see and to be answered, each place once, with what was given there."""
    where = (FIGURES_GIVEN.c[name] for name in ("team", "channel", "thread", "message"))
    shown = select(*where, *_GIVEN).where(*conditions, FIGURES_GIVEN.c.message.is_not(None))
    found: dict[Place, list[Given]] = {}
    for team, channel, thread, message, *snapshot in connection.execute(shown.order_by(FIGURES_GIVEN.c.at)):
        here = found.setdefault((team, channel or "", _thread(channel or "", thread, message)), [])
        here += [given] if (given := Given(*snapshot)) not in here else []
    return {place: given for place, given in found.items() if place[1]}


def reach(connection: Connection, *conditions: ColumnElement[bool]) -> Reach:
    """In how many places these figures can be reached, and in how many answers they cannot."""
    waiting = select(OUTBOX.c.key).where(OUTBOX.c.key == FIGURES_GIVEN.c.post).exists()
    unseen = select(func.count(FIGURES_GIVEN.c.question.distinct()))
    alone = unseen.where(*conditions, FIGURES_GIVEN.c.message.is_(None), ~waiting)
    return Reach(threads=len(places(connection, *conditions)), unreachable=connection.execute(alone).scalar_one())


def _thread(channel: str, thread: str | None, message: str) -> str:
    """A direct conversation is one place, unless it was in a thread there; elsewhere the answer's own thread."""
    return thread or ("" if channel.startswith("D") else message)
