"""Drafts in the store: each is its writer's alone, and gone after a day."""

from __future__ import annotations

import time
from collections.abc import Mapping
from secrets import token_urlsafe

from sqlalchemy import delete, insert, select, update

from bot.office.rooms import Room
from bot.store.tables import DRAFTS
from handlers.admin.drafts import Kept, Verdict
from handlers.admin.entries import Wish, wish_in
from handlers.person import Person


class LastingDrafts(Room):
    """What was filled in is kept here: what comes back from a client names it, and says nothing else."""

    def keep(self, person: Person, wish: Wish, filled: Mapping[str, str]) -> str:
        id = token_urlsafe(24)
        who = {"team": person.team, "person": person.id, "enterprise": person.enterprise}
        row = {"id": id, **who, "wish": wish.carried, "filled": dict(filled), "verdict": "", "at": time.time()}
        self._write(lambda connection: connection.execute(insert(DRAFTS).values(row)))
        return id

    def one(self, id: str, person: Person) -> Kept | None:
        theirs = DRAFTS.c.team == person.team, DRAFTS.c.person == person.id
        where = DRAFTS.c.id == id, *theirs, DRAFTS.c.enterprise.is_not_distinct_from(person.enterprise)
        found = select(DRAFTS.c.wish, DRAFTS.c.filled, DRAFTS.c.verdict).where(*where)
        row = self._read(lambda connection: connection.execute(found).first())
        return Kept(wish_in(row[0]), row[1], row[2]) if row else None

    def judge(self, id: str, verdict: Verdict) -> None:
        judged = update(DRAFTS).where(DRAFTS.c.id == id).values(verdict=verdict)
        self._write(lambda connection: connection.execute(judged))

    def done(self, id: str) -> None:
        self._write(lambda connection: connection.execute(delete(DRAFTS).where(DRAFTS.c.id == id)))
