"""The desk: everything that remembers and posts, put together, begun and ended as one."""

from __future__ import annotations

import atexit
import logging
from dataclasses import dataclass
from uuid import uuid4

from bot.askers import Askers
from bot.circuit import Circuit
from bot.clerk import Clerk
from bot.conversations import Conversations
from bot.keeping.keeper import Kept
from bot.keeping.shelf import keeper_for
from bot.memory import LastingMemory
from bot.office.aside import aside
from bot.office.dismissals import LastingDismissals
from bot.office.drafts import LastingDrafts
from bot.office.ledger import LastingLedger
from bot.office.people import LastingPeople
from bot.office.questions import LastingQuestions
from bot.outbox.call import PATIENCE, call
from bot.outbox.outbox import Outbox
from bot.recall.corrections import LastingCorrections
from bot.settings import Settings
from bot.spool import Spool
from bot.store import Store
from bot.store.engine import engine_for
from bot.store.migrate import migrate
from bot.store.upkeep import DAY
from bot.tokens import Tokens
from handlers.office import Office

GRACE = 15.0
"""Seconds for what was acknowledged to go out before the process ends. Platforms kill after thirty, and the calls on
their way then may take PATIENCE."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Desk:
    """What one process remembers and posts with."""

    memory: LastingMemory
    store: Store
    outbox: Outbox
    clerk: Clerk
    people: LastingPeople
    keeper: Kept
    tokens: Tokens

    @classmethod
    def open(cls, settings: Settings) -> Desk:
        """A desk at work. A database that cannot be reached is no reason not to answer."""
        desk = desk_for(settings)
        desk.start()
        atexit.register(desk.close)
        return desk

    def start(self) -> None:
        """Begins to write and to post."""
        self.clerk.start()
        self.outbox.start(self.memory.done)

    def close(self, grace: float = GRACE) -> None:
        """Posts what was acknowledged, as far as there is time for it; the rest stays in the store."""
        if not self.outbox.drain(grace):
            log.warning("%d posts are left to the next process", len(self.outbox))
        self.outbox.stop(min(grace, PATIENCE))
        self.clerk.stop(3.0)

    def trouble(self) -> str:
        """What keeps the desk from remembering, for the page that operators look at; empty if nothing does."""
        return self.clerk.trouble()


def desk_for(settings: Settings) -> Desk:
    """A desk that has not begun to work."""
    owner = uuid4().hex
    askers = Askers(settings.asker_secret)
    store = Store(engine_for(settings.database), owner, settings.keep_texts * DAY, settings.keep_revisions)
    spool, circuit = Spool(settings.spool, owner), Circuit()
    tokens = Tokens(settings, store.engine, circuit)
    conversations = Conversations(store, circuit)
    outbox = Outbox(lambda letter: call(letter, settings.api_url, tokens, conversations.changing))
    ledger, keeper = LastingLedger(store, circuit), keeper_for(settings, store, circuit)
    people = LastingPeople(store, circuit, settings, tokens.of)
    rooms = LastingCorrections(store, circuit), keeper, LastingDrafts(store, circuit)
    lists = LastingQuestions(store, circuit), LastingDismissals(store, circuit, outbox)
    office = Office(people, ledger, *rooms, *lists, aside)
    memory = LastingMemory(store, spool, circuit, outbox, askers, office, conversations)
    clerk = Clerk(lambda: _prepare(store, askers), store, spool, circuit, outbox, memory)
    return Desk(memory, store, outbox, clerk, people, keeper, tokens)


def _prepare(store: Store, askers: Askers) -> None:
    """An SQLite file gets its tables here; PostgreSQL gets them once for all processes, by `python -m bot migrate`."""
    if store.engine.dialect.name == "sqlite":
        migrate(store.engine)
    if not askers.known:
        with store.writing() as connection:
            askers.read(connection)
