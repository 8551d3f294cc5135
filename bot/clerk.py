"""The clerk: one thread that writes up what was put aside, says that this process lives, and tidies."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from threading import Event, Thread

from sqlalchemy.exc import DataError, IntegrityError

from bot.circuit import Circuit, within
from bot.memory import LastingMemory
from bot.outbox.letter import Letter, letters_of
from bot.outbox.outbox import Outbox
from bot.records import Done, Record, Written
from bot.spool import Spool
from bot.store import LEASE, Store

ROUND, PROBE, RENEWAL, TIDYING = 0.25, 1.0, LEASE / 4, 60.0
"""Seconds between two rounds, two tries while the database is away, two signs of life, two looks at what is to be tidied."""

AT_ONCE, AT_MOST = 200, 10.0
"""Records in one transaction, and the seconds that it may take."""

log = logging.getLogger(__name__)


class Clerk:
    """Works in rounds. One that fails opens the circuit; one that comes through closes it."""

    def __init__(
        self,
        prepare: Callable[[], None],
        store: Store,
        spool: Spool,
        circuit: Circuit,
        outbox: Outbox,
        memory: LastingMemory,
    ) -> None:
        self._prepare: Callable[[], None] | None = prepare  # until it has been done
        self._store = store
        self._spool = spool
        self._circuit = circuit
        self._outbox = outbox
        self._memory = memory
        self._told_to_stop = Event()
        self._thread = Thread(target=self._work, daemon=True, name="clerk")
        self._gone: set[str] = set()
        self._in_touch_since = 0.0  # zero: out of touch
        self._renewed = self._tidied = 0.0

    def start(self) -> None:
        """A first round, so that the first question is kept where it belongs; then rounds in a thread."""
        self.round()
        self._thread.start()

    def stop(self, seconds: float) -> None:
        """Ends after a last round; what is still to be posted is left to whoever comes next."""
        self._told_to_stop.set()
        self._thread.join(seconds)

    def trouble(self) -> str:
        """Since when the database is away, and how much waits for it in memory alone."""
        if not self._circuit.reason:
            return ""
        since = datetime.fromtimestamp(self._circuit.since, UTC).replace(microsecond=0).isoformat()
        return f"database: away since {since}, {len(self._memory.unwritten)} records in memory alone"

    def _work(self) -> None:
        while not self._told_to_stop.wait(PROBE if self._circuit.reason else ROUND):
            self.round()
        self.round()
        self._leave(self._store.owner)

    def round(self) -> None:
        """A sign of life first: others must not take our posts for abandoned."""
        try:
            self._inherit()
            self._touch()
            self._write_up()
            self._adopt()
            self._tidy()
        except Exception as error:
            self._in_touch_since = 0.0
            self._circuit.open(error)

    def _touch(self) -> None:
        if self._prepare:
            within(AT_MOST, self._prepare)
            self._prepare = None
        quick = self._takes() if self._circuit.reason else True
        if _passed(self._renewed, RENEWAL) or not self._in_touch_since:
            within(AT_MOST, self._store.renew)
            self._renewed = time.monotonic()
        self._in_touch_since = self._in_touch_since or time.monotonic()
        if quick:
            self._circuit.close()

    def _takes(self) -> bool:
        """Whether a row is taken within the budget of an ack: one that takes longer is still good enough for us."""
        self._store.dispose()
        began = time.monotonic()
        within(AT_MOST, self._store.takes)
        return time.monotonic() - began <= self._circuit.budget

    def _write_up(self) -> None:
        """Everything that was put aside, in its order; a segment goes when all of it is written."""
        for segment in self._spool.segments():
            self._write_all(segment.records)
            segment.path.unlink()
        while self._memory.unwritten:
            self._write_all([self._memory.unwritten[0]])
            self._memory.unwritten.popleft()

    def _write_all(self, records: Sequence[Record]) -> None:
        for first in range(0, len(records), AT_ONCE):
            some = records[first : first + AT_ONCE]
            try:
                within(AT_MOST, _writing(self._store, some))
            except (DataError, IntegrityError, ValueError):
                self._write_one_by_one(some)

    def _write_one_by_one(self, records: Sequence[Record]) -> None:
        """One that the database will never take must not keep the others waiting."""
        for record in records:
            try:
                within(AT_MOST, _writing(self._store, [record]))
            except (DataError, IntegrityError, ValueError) as error:
                log.error("the database does not take a record, it is left out: %s", type(error).__name__)

    def _inherit(self) -> None:
        """Posts what processes that are gone had put aside and not posted, even while the database is away."""
        gone, records = self._spool.inherit()
        self._gone.update(gone)
        self._outbox.put(_to_post(records))

    def _adopt(self) -> None:
        """From those who are surely gone at once; from the silent when they had time to say that they live."""
        for owner in [*self._gone]:
            self._leave(owner)
        had_time = time.monotonic() - self._in_touch_since > LEASE
        self._outbox.put(self._store.adopt(silent=had_time))

    def _leave(self, owner: str) -> None:
        """What a process did not post is anyone's from now on."""
        if self._in_touch_since:
            self._store.release(owner)
            self._spool.bury(owner)
            self._gone.discard(owner)

    def _tidy(self) -> None:
        if _passed(self._tidied, TIDYING):
            self._store.tidy()
            self._tidied = time.monotonic()


def _passed(since: float, seconds: float) -> bool:
    return not since or time.monotonic() - since >= seconds


def _writing(store: Store, records: Sequence[Record]) -> Callable[[], list[bool]]:
    return lambda: store.write(records)


def _to_post(records: Sequence[Record]) -> list[Letter]:
    """The posts of these records that were not ticked off."""
    done = {record.post for record in records if isinstance(record, Done)}
    written = [record for record in records if isinstance(record, Written)]
    return [letter for record in written for letter in letters_of(record, put_aside=True) if letter.key not in done]
