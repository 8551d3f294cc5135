"""Never in the way of an answer: a call to the database gets so long, and none while the database is away."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from concurrent.futures import Future
from threading import Lock, Thread
from typing import TypeVar

BUDGET = 0.3
"""Seconds that an ack may wait for the database."""

T = TypeVar("T")
log = logging.getLogger(__name__)


class Away(Exception):
    """The database did not do what it was asked, or not in time, or was not asked at all."""


class Circuit:
    """Open while the database is away: then nobody waits for it, until somebody closes the circuit again."""

    def __init__(self, budget: float = BUDGET) -> None:
        self.budget = budget
        self.reason = ""  # why it is open; empty while it is closed
        self.since = 0.0
        self._lock = Lock()

    def run(self, work: Callable[[], T], budget: float = 0.0) -> T:
        """What the work gives, within the budget (or another, where no ack waits). Raises Away; the work may then still
        be done, late."""
        if self.reason:
            raise Away(self.reason)
        try:
            return within(budget or self.budget, work)
        except Exception as error:
            self.open(error)
            raise Away(self.reason) from error

    def open(self, error: Exception) -> None:
        with self._lock:
            if not self.reason:
                self.since = time.time()
                log.warning("the database is away: %s", _in_short(error))
            self.reason = _in_short(error)

    def close(self) -> None:
        with self._lock:
            if self.reason:
                log.warning("the database is back after %.1f s", time.time() - self.since)
            self.reason = ""


def within(seconds: float, work: Callable[[], T]) -> T:
    """What the work gives or raises; TimeoutError after so many seconds. It runs in a thread of its own: one that
    hangs holds up nobody else, and does not keep the process from ending."""
    awaited: Future[T] = Future()

    def call() -> None:
        try:
            awaited.set_result(work())
        except BaseException as error:  # raised where it is awaited
            awaited.set_exception(error)

    try:
        Thread(target=call, daemon=True, name="within").start()
    except RuntimeError:  # from Python 3.12 on there are no new threads while the interpreter ends
        call()
    return awaited.result(seconds)


def _in_short(error: Exception) -> str:
    """The first line: a driver's errors go on with the statement and its parameters, and those are people's."""
    return f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}"
