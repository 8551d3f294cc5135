"""Files that take the place of others in one step each: written aside, synchronised with the disk, then renamed."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from knowledge.folder import ROOMS

PREFIX, SUFFIX = ".factbox-", ".new"
"""Names that no reader of a knowledge base takes for a file of it."""


@dataclass(frozen=True, slots=True)
class Aside:
    """A file that is ready to take the place of another; None instead of it takes the other away."""

    ready: Path | None
    place: Path

    def take(self) -> None:
        if self.ready:
            os.replace(self.ready, self.place)
        else:
            self.place.unlink(missing_ok=True)


@contextmanager
def aside(folder: Path, changes: Mapping[str, bytes | None]) -> Iterator[list[Aside]]:
    """The changed files, written aside and safe on the disk; those that are not taken are gone afterwards.

    Raises OSError, with nothing changed, if they cannot be written: the disk is full, or the folder may not be written.
    """
    ready = list[Aside]()
    try:
        for name, text in changes.items():
            ready.append(_prepared((folder / name).resolve(), text))
        yield ready
    finally:
        for each in ready:
            if each.ready:
                each.ready.unlink(missing_ok=True)


def take(ready: list[Aside]) -> None:
    """Puts them in their places, and makes sure that the disk knows."""
    for each in ready:
        each.take()
    for parent in {each.place.parent for each in ready}:
        _sync(parent)


def sweep(folder: Path) -> None:
    """Removes what a process that was killed left behind."""
    for room in (folder, *(folder / name for name in ROOMS)):
        for left in room.glob(f"{PREFIX}*{SUFFIX}"):
            left.unlink(missing_ok=True)


def _prepared(place: Path, text: bytes | None) -> Aside:
    if text is None:
        return Aside(None, place)
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=PREFIX, suffix=SUFFIX)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text)
            file.flush()
            if hasattr(os, "fchmod"):  # not on Windows
                os.fchmod(handle, _mode(place))
            os.fsync(handle)
    except BaseException:
        os.unlink(name)
        raise
    return Aside(Path(name), place)


def _mode(place: Path) -> int:
    """Who may read it: as before; a new file as its folder says."""
    try:
        return stat.S_IMODE(place.stat().st_mode)
    except FileNotFoundError:
        return stat.S_IMODE(place.parent.stat().st_mode) & 0o666


def _sync(folder: Path) -> None:
    if os.name == "nt":  # Windows opens no folders, and keeps their entries safe itself
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
