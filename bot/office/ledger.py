"""The audit: rows are added and read; nothing changes one, and the database itself refuses to."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from bot.office.rooms import Room
from bot.store.tables import AUDIT
from handlers.office import Act, Audited, OutOfReach
from handlers.person import Person

log = logging.getLogger(__name__)

_ACT = tuple(AUDIT.c[name] for name in ("action", "entry", "before", "after", "revision"))


class LastingLedger(Room):
    """Of every workspace its own acts."""

    def note(self, person: Person, act: Act) -> None:
        try:
            self._write(lambda connection: written(person.team, person.id, act, connection))
        except OutOfReach:
            log.error("not in the audit, as the database is away: %s, %s %s", person.id, act.action, act.entry)

    def newest(self, team: str, most: int = 50) -> Sequence[Audited]:
        ours = select(AUDIT.c.actor, AUDIT.c.at, *_ACT).where(AUDIT.c.team == team)
        newest = ours.order_by(AUDIT.c.id.desc()).limit(most)
        rows = self._read(lambda connection: connection.execute(newest).all())
        return [Audited(actor, Act(*act), at) for actor, at, *act in rows]


def written(team: str, actor: str, act: Act, connection: Connection) -> None:
    """Writes an act down, in the transaction in which it is done."""
    about = {"action": act.action, "entry": act.entry, "before": act.before, "after": act.after}
    row = {"team": team, "actor": actor, **about, "revision": act.revision, "at": time.time()}
    connection.execute(insert(AUDIT).values(row))
