"""The outbox: letters in, and threads that post them. Nobody who puts a letter in waits for Slack."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable
from threading import Condition, Thread

from bot.outbox.call import Posted, Refused, Result, TryLater
from bot.outbox.lanes import Lanes
from bot.outbox.late import in_time
from bot.outbox.letter import Letter

THREADS = 12

log = logging.getLogger(__name__)


class Outbox:
    """Posts through `call`, and says through `done` that a letter needs no more sending."""

    def __init__(self, call: Callable[[Letter], Result]) -> None:
        self._call = call
        self._done: Callable[[Letter, str | None], None] = _nobody_asks
        self._lanes = Lanes()
        self._held: set[str] = set()  # the keys of all letters that wait or are on their way
        self._flying = 0
        self._stopped = False
        self._changed = Condition()

    def start(self, done: Callable[[Letter, str | None], None], threads: int = THREADS) -> None:
        """Begins to post."""
        self._done = done
        for number in range(threads):
            Thread(target=self._serve, daemon=True, name=f"outbox-{number}").start()

    def put(self, letters: Iterable[Letter]) -> None:
        """Takes letters in; those that are here already stay as they are."""
        with self._changed:
            for letter in letters:
                if letter.key not in self._held:
                    self._held.add(letter.key)
                    self._lanes.put(letter)
            self._changed.notify_all()

    def drain(self, seconds: float) -> bool:
        """Waits until everything is posted, or so many seconds. Whether everything is."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._held, seconds)

    def stop(self, seconds: float) -> None:
        """Begins no further call, and waits so long for those on their way: what is left can be left to others."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()
            self._changed.wait_for(lambda: not self._flying, seconds)

    def __len__(self) -> int:
        return len(self._held)

    def __contains__(self, key: str) -> bool:
        """Whether the post with that key waits here, or is on its way."""
        return key in self._held

    def _serve(self) -> None:
        while letter := self._next():
            try:
                self._deal(letter)
            except Exception:
                log.exception("a post failed in a way that nobody foresaw")
                self._finished(letter, None)

    def _next(self) -> Letter | None:
        with self._changed:
            while not self._stopped:
                if letter := self._lanes.next(time.monotonic()):
                    self._flying += 1
                    return letter
                self._changed.wait(self._lanes.wait(time.monotonic()))
        return None

    def _deal(self, letter: Letter) -> None:
        timely = in_time(letter, time.time())
        match self._call(timely) if timely else Refused("it is too late for it"):
            case Posted(message):
                self._finished(letter, message)
            case Refused(reason):
                log.error("Slack did not take a post by %s: %s", letter.method, reason)
                self._finished(letter, None)
            case TryLater(reason, seconds, whole_team):
                log.warning("a post by %s waits for %.1f s: %s", letter.method, seconds, reason)
                self._later(letter, seconds, whole_team)

    def _finished(self, letter: Letter, message: str | None) -> None:
        self._done(letter, message)
        with self._changed:
            self._flying -= 1
            self._held.discard(letter.key)
            self._lanes.sent(letter, time.monotonic())
            self._changed.notify_all()

    def _later(self, letter: Letter, seconds: float, whole_team: bool) -> None:
        with self._changed:
            self._flying -= 1
            self._lanes.later(letter, time.monotonic() + seconds, whole_team=whole_team)
            self._changed.notify_all()


def _nobody_asks(letter: Letter, message: str | None) -> None:
    """What is done with a letter that was posted, until the outbox starts."""
