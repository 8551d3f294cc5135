"""What could not be written into the store, or need not be written at once: lines of JSON on disk, in segments.

Each process writes segments of its own and holds a lock that says that it lives. Who finds a lock free inherits the
segments behind it: a process that is killed leaves nothing behind that another cannot pick up.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from time import time_ns
from typing import IO

from bot.records import Record, line_of, record_in

try:
    import fcntl
except ImportError:  # Windows: one process, and nobody to inherit from while it lives
    fcntl = None  # type: ignore[assignment]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment that nobody appends to any more, and its records in their order."""

    path: Path
    records: tuple[Record, ...]


class Spool:
    """The segments of one process, its owner, in a folder that others may use too."""

    def __init__(self, folder: Path, owner: str) -> None:
        self._folder = folder
        self._owner = owner
        self._lock = Lock()
        self._alive: IO[bytes] | None = None  # locked for as long as this process lives
        self._segment: IO[bytes] | None = None

    def append(self, record: Record, *, safe: bool = False) -> None:
        """Puts a record aside. `safe`: it outlives a loss of power too, not only a kill. Raises OSError."""
        with self._lock:
            self._segment = self._segment or self._begun()
            _append(self._segment.fileno(), line_of(record))
            if safe:
                os.fsync(self._segment.fileno())

    def segments(self) -> Iterator[Segment]:
        """What was put aside so far, oldest first. What is put aside from now on goes into another segment."""
        with self._lock:
            if self._segment:
                self._segment.close()
            self._segment = None
            paths = self._paths_of(self._owner)  # before anybody begins the next: what is taken away must be whole
        for path in paths:
            yield Segment(path, _records(path.read_bytes()))

    def inherit(self) -> tuple[list[str], list[Record]]:
        """Which processes are gone, and the records they left; their segments are ours from now on."""
        gone, records = [], []
        for owner in self._others():
            with open(self._life_of(owner), "ab") as life:
                if _locked(life):
                    gone.append(owner)
                    records += [record for path in self._paths_of(owner) for record in self._inherited(path)]
        return gone, records

    def bury(self, owner: str) -> None:
        """Forgets that a process lived."""
        self._life_of(owner).unlink(missing_ok=True)

    def live(self) -> None:
        """Says that this process lives. Raises OSError."""
        if self._alive is None:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._alive = self._life_of(self._owner).open("ab")  # for as long as the process lives
            _locked(self._alive)

    def _begun(self) -> IO[bytes]:
        self.live()
        path = self._folder / f"{time_ns():020}-{self._owner}.jsonl"
        return open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab", buffering=0)

    def _others(self) -> list[str]:
        return [path.stem for path in self._folder.glob("*.alive") if path.stem != self._owner]

    def _paths_of(self, owner: str) -> list[Path]:
        return sorted(self._folder.glob(f"*-{owner}.jsonl"))

    def _inherited(self, path: Path) -> tuple[Record, ...]:
        begun = path.name.partition("-")[0]
        return _records(path.rename(self._folder / f"{begun}-{self._owner}.jsonl").read_bytes())

    def _life_of(self, owner: str) -> Path:
        return self._folder / f"{owner}.alive"


def _append(descriptor: int, line: bytes) -> None:
    """The whole line or, on a full disk, nothing of it: the next line must not continue half of this one."""
    before = os.fstat(descriptor).st_size
    try:
        while line:
            line = line[os.write(descriptor, line) :]
    except OSError:
        os.ftruncate(descriptor, before)
        raise


def _records(text: bytes) -> tuple[Record, ...]:
    return tuple(record for line in text.splitlines() for record in _record(line))


def _record(line: bytes) -> Iterator[Record]:
    try:
        yield record_in(line)
    except ValueError:
        log.warning("a line of the spool was cut short, and is left out")


def _locked(file: IO[bytes]) -> bool:
    """Whether the lock was free; it is ours until the file is closed, or the process ends."""
    if fcntl is None:
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
