"""A knowledge base on disk -> its files as bytes. Whatever cannot be read comes back with the reason; nothing is raised."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from knowledge.read import Content, Unreadable
from knowledge.read.decode import MAX_BYTES

ROOMS = ("facts", "boxes")
YAML_NAME = re.compile(r"^(?!~\$)[^.#].*\.ya?ml\b.*(?<!~)$", re.IGNORECASE)
"""Also of files that are not read, such as rail.yml and rail.yaml.txt, so that `check` can say so; not of an editor's own
copies (.rail.yaml.swp, #rail.yaml#, rail.yaml~, ~$rail.yaml)."""


class Shelf(Protocol):
    """Where a knowledge base is kept."""

    @property
    def name(self) -> str:
        """What it is called in messages; the last good copy is known by it."""

    @property
    def whole(self) -> bool:
        """Whether nobody can ever find a state there that is half written: then a great loss is meant."""

    def files(self) -> Mapping[str, Content]:
        """Every file, by its path below the knowledge base. Asked every second; raises nothing."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A knowledge base kept in a folder."""

    path: Path

    @property
    def name(self) -> str:
        return str(self.path)

    @property
    def whole(self) -> bool:
        return False

    def files(self) -> Mapping[str, Content]:
        return files_in(self.path)


def files_in(folder: Path) -> dict[str, Content]:
    """Every file of a knowledge base that is YAML by its name, by its path below the folder; "facts/" if that is barred."""
    found: dict[str, Content] = {}
    for room, deep in ((folder, False), *((folder / name, True) for name in ROOMS)):
        barred: list[OSError] = []
        for path in _listed(room, deep, barred):
            found[path.relative_to(folder).as_posix()] = _content(path)
        for error in barred:
            if not isinstance(error, FileNotFoundError):
                found[f"{Path(error.filename).relative_to(folder).as_posix()}/"] = Unreadable(_reason(error))
    return found


def _listed(room: Path, deep: bool, barred: list[OSError]) -> Iterator[Path]:
    """What is YAML by its name in a folder, and below it. Folders that do not say what is in them are noted."""
    for place, folders, names in os.walk(room, onerror=barred.append):
        yield from (Path(place, name) for name in (*names, *folders) if YAML_NAME.match(name))
        if not deep:
            return


def _content(path: Path) -> Content:
    """A file's bytes, and of one that is too large no more than shows it."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for ever
            return Unreadable("it is a folder" if path.is_dir() else "it is no file but a device or a pipe")
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        return Unreadable(_reason(error))


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
