"""What admins have taken off their lists, in the store."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, insert, select

from bot.circuit import Circuit
from bot.office.ledger import written
from bot.office.rooms import Room
from bot.outbox.letter import Letter
from bot.outbox.outbox import Outbox
from bot.recall.answered import dismissed, told_answers
from bot.store import Store
from bot.store.tables import DISMISSED
from handlers.admin.dismissed import Dismissed, Entry
from handlers.office import Act
from handlers.person import Person

MOST = 1000
"""Entries that are looked at, newest first."""


class LastingDismissals(Room):
    """Of every workspace its own. The audit says of which fact and why; the words of a question are not for ever.

    Who waits for a question that is dismissed is told in the same transaction, so once.
    """

    def __init__(self, store: Store, circuit: Circuit, outbox: Outbox) -> None:
        super().__init__(store, circuit)
        self._outbox = outbox

    def of(self, team: str) -> Sequence[Dismissed]:
        about = (DISMISSED.c[name] for name in ("list", "key", "words", "fact", "reason", "person", "at"))
        theirs = select(*about).where(DISMISSED.c.team == team).order_by(DISMISSED.c.at.desc())
        rows = self._read(lambda connection: connection.execute(theirs.limit(MOST)).all())
        return [
            Dismissed(Entry(list, key, words or "", fact), reason, person, at)
            for list, key, words, fact, reason, person, at in rows
        ]

    def dismiss(self, entry: Entry, reason: str, by: Person) -> None:
        row = {"words": entry.words, "fact": entry.fact, "reason": reason, "person": by.id, "at": time.time()}

        def writing(connection: Connection) -> list[Letter]:
            connection.execute(delete(DISMISSED).where(*_is(entry, by)))
            connection.execute(insert(DISMISSED).values(team=by.team, list=entry.list, key=entry.key, **row))
            written(by.team, by.id, Act(f"dismiss {entry.list}", entry.fact, after=reason), connection)
            return told_answers(dismissed(entry, reason, by.team, connection), self._store.owner, connection)

        self._outbox.put(self._write(writing))

    def list_again(self, entry: Entry, by: Person) -> None:
        def writing(connection: Connection) -> None:
            if connection.execute(delete(DISMISSED).where(*_is(entry, by))).rowcount:
                written(by.team, by.id, Act(f"list {entry.list} again", entry.fact), connection)

        self._write(writing)


def _is(entry: Entry, by: Person) -> tuple[ColumnElement[Any], ...]:
    return DISMISSED.c.team == by.team, DISMISSED.c.list == entry.list, DISMISSED.c.key == entry.key
