"""Which events have been answered: Slack sends one again when our first ack was lost or late."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

HOUR = 3600.0
MOST = 20_000


class Seen:
    """Events of the last hour, in this process's memory. Bolt leaves this to us.

    The key is the event's own id, not the header that marks a repetition: the first delivery may never have arrived.
    """

    def __init__(self, most: int = MOST, clock: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self._clock = clock
        self._events: OrderedDict[tuple[str, str], float] = OrderedDict()
        self._lock = Lock()

    def first_time(self, team: str, event_id: str) -> bool:
        """True exactly once an hour for each event of each workspace."""
        with self._lock:
            self._forget()
            first = (team, event_id) not in self._events
            if first:
                self._events[team, event_id] = self._clock()
            return first

    def _forget(self) -> None:
        """The oldest stand first: those past their hour go, and the oldest of too many."""
        while self._events:
            age = self._clock() - next(iter(self._events.values()))
            if age < HOUR and len(self._events) < self._most:
                return
            self._events.popitem(last=False)
