"""Keeps a library in step with its shelf: looks, waits until a change is whole, reads it aside, swaps it in.

A change is known by a hash over every file's bytes, never by a time: symlink swaps (Kubernetes), `cp -p` and clocks that
go back leave times that say nothing (RELIABILITY.md, test 4).
"""

from __future__ import annotations

import hashlib
import logging
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from math import inf
from pathlib import Path
from threading import Event, Thread

from knowledge.folder import Shelf
from knowledge.last_good import LastGood
from knowledge.library import Broken, Library, Served, opened, served, undisturbed
from knowledge.model import Knowledge, Problem
from knowledge.read import Content, read

MOST_LOST = 0.2
"""The share of its facts that a knowledge base may lose at once. A file cut short at the end of a line is good YAML."""
LOST = (
    "{lost} of {held} facts would be gone. If that is meant, wait: the files are served once they have not changed for "
    "{patience:.0f} seconds, or at once after a restart"
)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds: between two looks; that a change must stand before it counts; and that a great loss must stand."""

    poll: float = 1.0
    settle: float = 0.25
    patience: float = 60.0


PACE = Pace()


@dataclass(frozen=True, slots=True)
class Seen:
    """A state of the shelf: its hash, since when it has stood, and when it is to be judged."""

    state: str
    since: float = 0.0
    due: float = inf


@dataclass(slots=True)
class Watcher:
    """Looks after one library, in a thread of its own. Nothing that happens there ends it."""

    library: Library
    copy: LastGood
    judged: str  # the state that had its verdict: served or refused
    pace: Pace = PACE
    clock: Callable[[], float] = time.monotonic
    seen: Seen = field(init=False)
    over: Event = field(init=False, default_factory=Event)

    def __post_init__(self) -> None:
        self.seen = Seen(self.judged)

    def start(self) -> None:
        """Begins to look, here and in every process forked from this one: a thread does not survive a fork."""
        self._begin()
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self._begin)

    def stop(self) -> None:
        self.over.set()

    def look(self) -> float:
        """Looks at the shelf once; gives the seconds until the next look. Never raises."""
        try:
            return self._look()
        except Exception as error:
            return self._failed(error)

    def _look(self) -> float:
        files, now = self.library.shelf.files(), self.clock()
        if (state := state_of(files)) != self.seen.state:
            self.seen = Seen(state, now, inf if state == self.judged else now + self.pace.settle)
        elif now >= self.seen.due:
            self.seen = replace(self.seen, due=self._judged(files, stood=now - self.seen.since))
        return self.pace.settle if self.seen.due < now + self.pace.poll else self.pace.poll

    @undisturbed()
    def _judged(self, files: Mapping[str, Content], stood: float) -> float:
        """Serves a state that stood still, or says why not; gives the time at which it is to be judged again."""
        knowledge, problems = read(files, doubting=False)
        if knowledge is None:
            self.library.refuse(self.seen.state, problems)
        elif lost := self._lost(knowledge, stood):
            self.library.refuse(self.seen.state, [lost])
            return self.seen.since + self.pace.patience
        else:
            self.library.serve(served(knowledge))
            self.copy.keep(files)
            self.library.tell(files)
        self.judged = self.seen.state
        return inf

    def _lost(self, new: Knowledge, stood: float) -> Problem | None:
        """A great loss is taken for a file cut short, until it has stood for a while."""
        held = len(self.library.now.knowledge.facts)
        lost = held - len(new.facts)
        if self.library.shelf.whole or lost <= MOST_LOST * held or stood >= self.pace.patience:
            return None
        message = LOST.format(lost=lost, held=held, patience=self.pace.patience)
        return _problem(self.library.shelf, message)

    def _begin(self) -> None:
        if not self.over.is_set():
            self.over = Event()
            Thread(target=self._run, args=(self.over,), name="watcher", daemon=True).start()

    def _run(self, over: Event) -> None:
        wait = self.pace.settle
        while not over.wait(wait):
            wait = self.look()

    def _failed(self, error: Exception) -> float:
        """What nobody foresaw: the log gets it once, and the shelf another chance after a while."""
        problem = _problem(self.library.shelf, f"it could not be looked at: {error!r}")
        if self.library.refuse(repr(error), [problem]):
            log.error("the knowledge base could not be looked at", exc_info=error)
        self.seen = replace(self.seen, due=self.clock() + self.pace.patience)
        return self.pace.poll


def watched(shelf: Shelf, state: Path, pace: Pace = PACE) -> Library:
    """The library of what is kept there, from here on in step with it.

    Of a state that cannot be served, the last good copy is, with the trouble told; `state` is the folder that copy is
    kept in. Raises Broken, with every problem, if there is none.
    """
    files, copy = settled_files(shelf, pace.settle), LastGood.of(shelf, state)
    library = first(shelf, files, copy)
    Watcher(library, copy, state_of(files), pace).start()
    return library


def first(shelf: Shelf, files: Mapping[str, Content], copy: LastGood) -> Library:
    """The library of these files, or else of the last good copy, degraded. Raises Broken if there is neither."""
    try:
        library = Library(shelf, opened(files))
        copy.keep(files)
    except Broken as broken:
        library = Library(shelf, _kept(copy, broken))
        log.warning("the files of %s cannot be served: the last good copy is, from %s", shelf.name, copy.path)
        library.refuse(state_of(files), broken.problems)
    return library


def settled_files(shelf: Shelf, settle: float, sleep: Callable[[float], None] = time.sleep) -> Mapping[str, Content]:
    """The files as two looks in a row find them; of a shelf that does not come to rest, the last of ten."""
    files = shelf.files()
    for _ in range(10):
        sleep(settle)
        before, files = files, shelf.files()
        if files == before:
            break
    return files


def state_of(files: Mapping[str, Content]) -> str:
    """SHA-256 over every file's name and bytes; of a file that could not be read, over the reason."""
    total = hashlib.sha256()
    for name, content in sorted(files.items()):
        data = content if isinstance(content, bytes) else repr(content).encode()
        total.update(f"{name!r} {type(content)} {len(data)}\n".encode())
        total.update(data)
    return total.hexdigest()


def _kept(copy: LastGood, broken: Broken) -> Served:
    try:
        return opened(copy.files())
    except Broken:
        raise broken from None


def _problem(shelf: Shelf, message: str) -> Problem:
    return Problem(Path(shelf.name).name or shelf.name, 0, "", message)
