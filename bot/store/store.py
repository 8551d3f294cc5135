"""What must be remembered, on SQLite or PostgreSQL: every call is one transaction, and may wait for the database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cache
from threading import Lock

from sqlalchemy import Connection, Engine, delete, literal, select, update
from sqlalchemy.sql.dml import Insert, ReturningInsert

from bot.outbox.letter import Letter, letters_of
from bot.records import Done, Forgotten, Record, Written
from bot.store.engine import insert_new, seconds_now
from bot.store.erase import erase_team
from bot.store.history import prune
from bot.store.notes import is_note, ticked
from bot.store.rows import Row, event_row, figure_rows, outbox_row, question_rows
from bot.store.said import write_said
from bot.store.tables import EVENTS_SEEN, FIGURES_GIVEN, JOBS, OUTBOX, QUESTIONS
from bot.store.turns import note_message, write_turns
from bot.store.upkeep import DAY, HOUR, is_due, purge

KEEP_REVISIONS = 500
"""The newest revisions of the knowledge base, which come back whole; unless the settings say another number."""

LEASE = 12.0
"""Seconds for which a process has its posts to itself without saying that it still lives."""

RELEASED = 0.0


class Store:
    """The tables, for this process. `owner` names the process among those that share a database."""

    def __init__(
        self, engine: Engine, owner: str, keep_texts: float = 30 * DAY, keep_revisions: int = KEEP_REVISIONS
    ) -> None:
        self.engine = engine
        self.owner = owner
        self._keep_texts = keep_texts
        self._keep_revisions = keep_revisions
        # SQLite takes one writer at a time and lets the others poll: a lock is fairer and quicker.
        self._turn: AbstractContextManager[object] = Lock() if engine.dialect.name == "sqlite" else nullcontext()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes: all of it, or on any error nothing."""
        with self._turn, self.engine.begin() as connection:
            yield connection

    def write(self, records: Sequence[Record]) -> list[bool]:
        """Writes them. For each: whether it was new; what was written before stays as it is.

        What is kept comes first, then what became of it: never the other way round, and many rows in one statement.
        """
        written = [record for record in records if isinstance(record, Written)]
        with self.writing() as connection:
            free = _claimed(written, connection)
            ours = [record for record in written if id(record) in free]
            _write_down(ours, self.owner, connection)
            for record in records:
                _follow_up(record, connection)
        return [not isinstance(record, Written) or id(record) in free for record in records]

    def takes(self) -> None:
        """Raises whatever keeps the database from taking a row: a full disk reads very well."""
        with self.writing() as connection:
            connection.execute(update(JOBS).values(due_at=JOBS.c.due_at))

    def renew(self) -> None:
        """Says that this process still lives and will post what it holds."""
        with self.writing() as connection:
            mine = update(OUTBOX).where(OUTBOX.c.owner == self.owner)
            connection.execute(mine.values(leased_until=seconds_now() + LEASE))

    def release(self, owner: str) -> None:
        """Leaves what a process has not posted to whoever comes next."""
        with self.writing() as connection:
            connection.execute(update(OUTBOX).where(OUTBOX.c.owner == owner).values(leased_until=RELEASED))

    def adopt(self, *, silent: bool, most: int = 500) -> list[Letter]:
        """Takes over posts that were released, and with `silent` those of processes that show no sign of life.

        Of several processes that ask, each post goes to one.
        """
        until = seconds_now() if silent else literal(RELEASED + 1)
        left = select(OUTBOX.c.key).where(OUTBOX.c.leased_until < until, OUTBOX.c.owner != self.owner)
        theirs = left.order_by(OUTBOX.c.at).limit(most).with_for_update(skip_locked=True)
        mine = {"owner": self.owner, "leased_until": seconds_now() + LEASE}
        with self.writing() as connection:
            taken = update(OUTBOX).where(OUTBOX.c.key.in_(theirs)).values(mine).returning(*_LETTER)
            return sorted((Letter(*row) for row in connection.execute(taken)), key=lambda letter: letter.at)

    def tidy(self) -> None:
        """Removes what is not needed any more, if it is time for that; one process does it for all."""
        with self.writing() as connection:
            if is_due("tidy", HOUR, connection):
                purge(self._keep_texts, connection)
                prune(self._keep_revisions, connection)

    def dispose(self) -> None:
        """Closes the connections that nobody uses; the next call opens new ones."""
        self.engine.dispose()


_LETTER = tuple(OUTBOX.c[name] for name in ("key", "team", "enterprise", "method", "arguments", "at", "lasting"))


def _claimed(written: Sequence[Written], connection: Connection) -> set[int]:
    """Those (by their id) whose claim was free: whoever inserts it does the rest, all others find it taken."""
    if not written:
        return set()
    rows = [event_row(record) for record in written]
    inserted = {(team, key) for team, key in connection.execute(_claim(connection.dialect.name), rows)}
    first = {(record.kept.place.team, record.kept.key): id(record) for record in reversed(written)}
    return {first[claim] for claim in inserted}


def _write_down(records: Sequence[Written], owner: str, connection: Connection) -> None:
    dialect = connection.dialect.name
    posts = [outbox_row(letter, owner) for record in records for letter in letters_of(record)]
    _insert(_post(dialect), posts, connection)
    questions = [row for record in records for row in question_rows(record)]
    _insert(insert_new(QUESTIONS, dialect), questions, connection)
    figures = [row for record in records for row in figure_rows(record)]
    _insert(insert_new(FIGURES_GIVEN, dialect), figures, connection)
    write_said(records, connection)
    write_turns(records, connection)


def _insert(statement: Insert, rows: Sequence[Row], connection: Connection) -> None:
    if rows:
        connection.execute(statement, rows)


def _follow_up(record: Record, connection: Connection) -> None:
    if isinstance(record, Done):
        _tick_off(record, connection)
    elif isinstance(record, Forgotten):
        erase_team(record.team, record.at, connection)


@cache
def _claim(dialect: str) -> ReturningInsert[str, str]:
    return insert_new(EVENTS_SEEN, dialect).returning(EVENTS_SEEN.c.team, EVENTS_SEEN.c.key)


@cache
def _post(dialect: str) -> Insert:
    return insert_new(OUTBOX, dialect).values(leased_until=seconds_now() + LEASE)


def _tick_off(record: Done, connection: Connection) -> None:
    connection.execute(delete(OUTBOX).where(OUTBOX.c.key == record.post))
    if is_note(record.post):
        connection.execute(ticked(record.post, record.message))
    if record.message:
        given = update(FIGURES_GIVEN).where(FIGURES_GIVEN.c.post == record.post, FIGURES_GIVEN.c.message.is_(None))
        connection.execute(given.values(message=record.message))
        note_message(record, connection)
