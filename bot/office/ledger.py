"""The audit: rows are added and read; nothing changes one, and the database itself refuses to."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence

from sqlalchemy import Connection, func, insert, select

from bot.office.rooms import Room
from bot.store.tables import AUDIT
from handlers.keeping import OPERATOR
from handlers.office import Act, Audited, OutOfReach
from handlers.person import Person

log = logging.getLogger(__name__)

LONGEST = 1000
"""Characters of an entry before and after that are read again: all of them stay."""

_TEXTS = (func.substr(AUDIT.c.before, 1, LONGEST), func.substr(AUDIT.c.after, 1, LONGEST))
_ACT = (AUDIT.c.action, AUDIT.c.entry, *_TEXTS, AUDIT.c.revision)


class LastingLedger(Room):
    """Of every workspace its own acts, and the operator's, which are every workspace's."""

    def note(self, person: Person, act: Act) -> None:
        try:
            self._write(lambda connection: written(person.team, person.id, act, connection))
        except OutOfReach:
            log.error("not in the audit, as the database is away: %s, %s %s", person.id, act.action, act.entry)

    def newest(self, team: str, most: int = 1000) -> Sequence[Audited]:
        operator = (AUDIT.c.team == OPERATOR.team) & (AUDIT.c.actor == OPERATOR.id)
        acts = select(AUDIT.c.team, AUDIT.c.actor, AUDIT.c.at, *_ACT).where((AUDIT.c.team == team) | operator)
        newest = acts.order_by(AUDIT.c.id.desc()).limit(most)
        rows = self._read(lambda connection: connection.execute(newest).all())
        return [Audited(actor if ours else None, Act(*act), at) for ours, actor, at, *act in rows]


def written(team: str, actor: str, act: Act, connection: Connection) -> None:
    """Writes an act down, in the transaction in which it is done."""
    about = {"action": act.action, "entry": act.entry, "before": act.before, "after": act.after}
    row = {"team": team, "actor": actor, **about, "revision": act.revision, "at": time.time()}
    connection.execute(insert(AUDIT).values(row))
