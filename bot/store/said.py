"""What people told Factbox by pressing something: written with the rest, and read by those who look after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, delete, select

from bot.records import Written
from bot.store.engine import insert_latest, insert_new
from bot.store.tables import FEEDBACK, WANTED, WATCHES
from handlers.memory import Feedback, Place, Said, Wanted, Watch


@dataclass(frozen=True, slots=True)
class Report:
    """A judgement on an answer, for admins: what was asked, what led the answer, and what is wrong with it, if said."""

    verdict: str
    note: str | None
    question: str | None
    fact: str
    printed: str
    revision: str
    at: float
    channel: str
    message: str
    asker: str  # a keyed hash


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody who wants to be told, and where: in a channel (and thread), or directly if there is none."""

    person: str
    place: Place
    question: str


def reports(team: str, connection: Connection, verdict: str, most: int = 100) -> list[Report]:
    """The answers in a workspace that people called right, or wrong, newest first: first of all what somebody wrote about."""
    told = [FEEDBACK.c[name] for name in Report.__dataclass_fields__]
    theirs = select(*told).where(FEEDBACK.c.team == team, FEEDBACK.c.verdict == verdict)
    newest = theirs.order_by(FEEDBACK.c.note.is_(None), FEEDBACK.c.at.desc()).limit(most)
    return [Report(*row) for row in connection.execute(newest)]


def tell(team: str, key: str, connection: Connection) -> list[Waiting]:
    """Who waits for a question, each exactly once: with this transaction they are not waiting any more."""
    theirs = delete(WANTED).where(WANTED.c.team == team, WANTED.c.key == key)
    told = theirs.returning(WANTED.c.person, WANTED.c.channel, WANTED.c.thread, WANTED.c.question)
    waiting = connection.execute(told)
    return [Waiting(person, Place(team, None, channel, thread), asked) for person, channel, thread, asked in waiting]


def key_of(question: str) -> str:
    """One key for a question however it is spaced and capitalised."""
    return sha256(" ".join(question.casefold().split()).encode()).hexdigest()[:32]


def write_said(records: Sequence[Written], connection: Connection) -> None:
    """Writes what these records say, in their order."""
    for record in records:
        for said in record.kept.said:
            _write(said, record, connection)


def _write(said: Said, record: Written, connection: Connection) -> None:
    dialect, place = connection.dialect.name, record.kept.place
    common = {"team": place.team, "channel": place.channel, "at": record.at}
    match said:
        case Feedback():
            row = {**_columns(said), **common, "channel": place.channel or ""}
            connection.execute(insert_latest(FEEDBACK, dialect), row)
        case Wanted(person, question):
            row = {"key": key_of(question), "person": person, "question": question}
            connection.execute(insert_new(WANTED, dialect), {**common, **row, "thread": place.thread})
        case Watch(on=True):
            row = {**_columns(said), **common, "thread": place.thread}
            connection.execute(insert_latest(WATCHES, dialect), row)
        case Watch(person, fact):
            mine = (WATCHES.c.team == place.team, WATCHES.c.fact == fact, WATCHES.c.person == person)
            connection.execute(delete(WATCHES).where(*mine, WATCHES.c.at <= record.at))


def _columns(said: Feedback | Watch) -> dict[str, Any]:
    return {name: getattr(said, name) for name in said.__dataclass_fields__ if name not in ("kind", "on")}
