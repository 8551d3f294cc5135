"""Corrections in the store: found, asked about, decided once, and how far each got."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

from sqlalchemy import Connection, func, insert, select, update

from bot.office.ledger import written
from bot.office.rooms import Room
from bot.recall.given import UNDEALT, reach, same, snapshots
from bot.recall.renaming import carried_over
from bot.store.notes import NOT_REACHED, TOLD
from bot.store.tables import CORRECTIONS, FIGURES_GIVEN, NOTES
from handlers.given import Given
from handlers.office import Act
from handlers.person import Person
from handlers.recall.held import is_held
from handlers.recall.renames import Renames
from handlers.recall.values import Choice, Correction
from knowledge.model import Knowledge

ASKED, HELD_AGAIN = "asked", "held again"
STRAGGLERS = 60.0
"""Seconds after a decision in which the same figures belong to it still: processes go over to new files within five."""


class LastingCorrections(Room):
    """The same figures belong to one correction, whoever finds them: their rows say which."""

    def open(self) -> Sequence[Correction]:
        return self._read(_open)

    def one(self, id: str) -> Correction | None:
        return self._read(lambda connection: correction_of(id, connection))

    def decide(self, id: str, choice: Choice, by: Person, reason: str = "") -> bool:
        return self._write(lambda connection: _decided(id, choice, by, reason, connection))

    def at_stake(self, fact: str, knowledge: Knowledge) -> Correction | None:
        def reading(connection: Connection) -> Correction | None:
            given = not_held(knowledge, snapshots(connection, UNDEALT, FIGURES_GIVEN.c.fact == fact))
            about = reach(connection, UNDEALT, same(given)) if given else None
            return Correction("", fact, title_of(given), "asked", "", 0.0, about, given=given) if about else None

        return self._read(reading)

    def renamed(self, renames: Renames) -> None:
        self._write(lambda connection: carried_over(renames, connection))

    def announce(self, fact: str, knowledge: Knowledge, choice: Choice, by: Person, reason: str = "") -> None:
        def writing(connection: Connection) -> None:
            given = not_held(knowledge, snapshots(connection, UNDEALT, FIGURES_GIVEN.c.fact == fact))
            for id in found(given, connection):
                _decided(id, choice, by, reason, connection)

        self._write(writing)


def not_held(knowledge: Knowledge, given: Sequence[Given]) -> list[Given]:
    return [each for each in given if not is_held(each, knowledge)]


def title_of(given: Sequence[Given]) -> str:
    return next((each.title for each in given if each.title), given[0].fact)


def found(given: Sequence[Given], connection: Connection) -> list[str]:
    """The corrections, by fact, that figures which are not held any more belong to from now on: those that are open,
    or new ones. Of several processes that find the same, one does; the others find nothing left."""
    ids = []
    for fact in dict.fromkeys(each.fact for each in given):
        theirs = [each for each in given if each.fact == fact]
        open_one = _that_takes(fact, theirs, connection)
        id = open_one or uuid4().hex
        dealt = update(FIGURES_GIVEN).where(UNDEALT, same(theirs)).values(correction=id)
        if connection.execute(dealt).rowcount:
            ids.append(id)
            if not open_one:
                row = {"id": id, "fact": fact, "title": title_of(theirs), "state": ASKED, "by": "", "at": time.time()}
                connection.execute(insert(CORRECTIONS).values(row))
    return ids


def held_again(knowledge: Knowledge, connection: Connection) -> None:
    """Questions that have answered themselves: the figures are held again, and are free for a correction to come."""
    for (id,) in connection.execute(select(CORRECTIONS.c.id).where(CORRECTIONS.c.state == ASKED)).all():
        if not_held(knowledge, snapshots(connection, FIGURES_GIVEN.c.correction == id)):
            continue
        gone = update(CORRECTIONS).where(CORRECTIONS.c.id == id, CORRECTIONS.c.state == ASKED)
        if connection.execute(gone.values(state=HELD_AGAIN, finished_at=time.time())).rowcount:
            free = update(FIGURES_GIVEN).where(FIGURES_GIVEN.c.correction == id)
            connection.execute(free.values(correction=None))


def _that_takes(fact: str, given: Sequence[Given], connection: Connection) -> str | None:
    """The open question about that fact; or what was decided a short while ago about the very same figures."""
    ours = select(CORRECTIONS.c.id, CORRECTIONS.c.state).where(CORRECTIONS.c.fact == fact)
    lately = (CORRECTIONS.c.state == ASKED) | (CORRECTIONS.c.decided_at > time.time() - STRAGGLERS)
    for id, state in connection.execute(ours.where(lately).order_by(CORRECTIONS.c.at.desc())).all():
        if state == ASKED or set(given) <= set(snapshots(connection, FIGURES_GIVEN.c.correction == id)):
            return str(id)
    return None


def _decided(id: str, choice: Choice, by: Person, reason: str, connection: Connection) -> bool:
    asked = update(CORRECTIONS).where(CORRECTIONS.c.id == id, CORRECTIONS.c.state == ASKED)
    now = time.time()
    done = now if choice == "newer" else None
    said = {"state": choice, "by": f"{by.team}/{by.id}", "reason": reason or None}
    decided = asked.values(**said, decided_at=now, finished_at=done)
    if not connection.execute(decided).rowcount:
        return False
    one = correction_of(id, connection)
    printed = "; ".join(each.printed for each in one.given) if one else ""
    written(by.team, by.id, Act(f"recall: {choice}", one.fact if one else id, printed, reason or None), connection)
    return True


def _open(connection: Connection) -> list[Correction]:
    newest = select(CORRECTIONS.c.id).where(CORRECTIONS.c.state != HELD_AGAIN)
    order = CORRECTIONS.c.finished_at.is_not(None), (CORRECTIONS.c.state != ASKED), CORRECTIONS.c.at.desc()
    ids = connection.execute(newest.order_by(*order).limit(20)).scalars().all()
    return [one for id in ids if (one := correction_of(id, connection))]


def correction_of(id: str, connection: Connection) -> Correction | None:
    """One by its id, as this transaction sees it."""
    columns = (CORRECTIONS.c[name] for name in ("id", "fact", "title", "state", "by", "at", "finished_at", "reason"))
    row = connection.execute(select(*columns).where(CORRECTIONS.c.id == id)).first()
    if row is None:
        return None
    ours = FIGURES_GIVEN.c.correction == id
    counted = select(NOTES.c.state, func.count()).where(NOTES.c.correction == id).group_by(NOTES.c.state)
    notes: dict[str, int] = {row[0]: row[1] for row in connection.execute(counted)}
    got = replace(reach(connection, ours), told=notes.get(TOLD, 0), failed=notes.get(NOT_REACHED, 0))
    id, fact, title, state, by, at, finished, reason = row
    given = tuple(snapshots(connection, ours))
    return Correction(id, fact, title, state, by, at, got, finished is not None, given, reason or "")
