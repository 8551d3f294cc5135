"""What listeners remember and post through: the store if it answers in time, the disk if not, and in any case at once."""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

from bot.circuit import Away, Circuit, within
from bot.conversations import Conversations
from bot.outbox.letter import Letter, letters_of
from bot.outbox.outbox import Outbox
from bot.records import Done, Forgotten, Record, Written
from bot.seen import Seen
from bot.spool import Spool
from bot.store import Store
from handlers.memory import Feedback, Kept, Place
from handlers.office import Office

MOST_UNWRITTEN = 20_000
"""Records that are held in memory while neither the store nor the disk takes them."""

log = logging.getLogger(__name__)


class LastingMemory:
    """Remembers in the store, puts aside in the spool, posts through the outbox."""

    def __init__(
        self,
        store: Store,
        spool: Spool,
        circuit: Circuit,
        outbox: Outbox,
        hashed: Callable[[str, str], str],
        office: Office,
        conversations: Conversations,
    ) -> None:
        self._store = store
        self._spool = spool
        self._circuit = circuit
        self._outbox = outbox
        self._hashed = hashed
        self._seen = Seen()
        self.office = office
        self._conversations = conversations
        self.unwritten: deque[Record] = deque(maxlen=MOST_UNWRITTEN)

    def followed(self, place: Place, asked: str) -> str | None:
        return self._conversations.followed(place, asked)

    def answer_to(self, place: Place, asked: str) -> str | None:
        return self._conversations.answer_to(place, asked)

    def keep(self, kept: Kept) -> bool:
        """Claims it, writes it and has it posted: within the budget in the store, else on disk."""
        record = self._record(kept)
        if not self._seen.first_time(kept.place.team, record.kept.key):
            return False
        first, put_aside = self._written(record)
        if first:
            self._conversations.hear(record)
            self._outbox.put(letters_of(record, put_aside))
        return first

    def note(self, kept: Kept) -> None:
        """Puts it on disk, from where it is written into the store within a second."""
        record = self._record(kept)
        if self._seen.first_time(kept.place.team, record.kept.key):
            self.put_aside(record)

    def forget(self, team: str, at: float) -> None:
        """On disk, from where it reaches the store within a second, or as soon as the store is back."""
        self._conversations.newest.forget(team)
        self.put_aside(Forgotten(team, at), safe=True)

    def done(self, letter: Letter, message: str | None) -> None:
        """Ticks a letter off where its record is: a tick that came before the record would be lost."""
        self._conversations.newest.posted(letter.key, message)
        tick = Done(letter.key, message)
        if letter.put_aside:
            self.put_aside(tick)
        else:
            self._written(tick)

    def put_aside(self, record: Record, *, safe: bool = False) -> None:
        """On disk; or in memory, behind what is there already, if the disk is full. Written into the store later."""
        if self.unwritten:
            self.unwritten.append(record)
            return
        try:
            if safe:  # what must be on the disk itself may have to wait for it
                within(self._circuit.budget, lambda: self._spool.append(record, safe=True))
            else:
                self._spool.append(record)
        except TimeoutError:
            log.error("the disk takes its time: a record may be lost if this process is killed now")
        except OSError as error:
            log.error("the disk does not take a record, it stays in memory: %s", error)
            self.unwritten.append(record)

    def _written(self, record: Record) -> tuple[bool, bool]:
        """Whether it is new, and whether it had to be put aside."""
        try:
            return self._circuit.run(lambda: self._store.write([record])[0]), False
        except Away:
            self.put_aside(record, safe=True)
            return True, True

    def _record(self, kept: Kept) -> Written:
        """With a key, and with whoever asked or judged as a keyed hash."""
        key, question, team = kept.key or uuid4().hex, kept.question, kept.place.team
        if question:
            question = replace(question, asker=self._hashed(team, question.asker))
        said = tuple(
            replace(each, asker=self._hashed(team, each.asker)) if isinstance(each, Feedback) else each
            for each in kept.said
        )
        turn = kept.turn and replace(kept.turn, person=self._hashed(team, kept.turn.person))
        return Written(replace(kept, key=key, question=question, said=said, turn=turn), time.time())
