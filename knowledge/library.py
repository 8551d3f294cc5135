"""The knowledge in use now: the file I/O around the pure reading."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from knowledge.answer import answer
from knowledge.match.index import Index
from knowledge.model import Knowledge, Problem
from knowledge.read import read

DEFAULT_FOLDER = Path(__file__).parent


class Broken(Exception):
    """A knowledge base that cannot be served, and its problems."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


@dataclass(frozen=True, slots=True)
class Served:
    """What questions are answered from: the knowledge and the index over it, always of one revision."""

    knowledge: Knowledge
    index: Index


@dataclass(slots=True)
class Library:
    """Holds what is served. `now` is read once per question and replaced by one assignment."""

    folder: Path
    now: Served

    @classmethod
    def open(cls, folder: Path = DEFAULT_FOLDER) -> Library:
        """Reads and indexes a folder. Raises Broken, with every problem, if it cannot be served."""
        knowledge, problems = read(files_in(folder))
        if knowledge is None:
            raise Broken(problems)
        return cls(folder, served(knowledge))


def served(knowledge: Knowledge) -> Served:
    """A knowledge base with its index, warmed up: the first question is answered as fast as any."""
    index = Index.of(knowledge)
    answer("how many are there", index)
    return Served(knowledge, index)


def files_in(folder: Path) -> dict[str, bytes]:
    """Every YAML file of a knowledge base, by its path below the folder. An unreadable folder is an empty one."""
    found = [*folder.glob("*.yaml"), *folder.glob("facts/*.yaml"), *folder.glob("boxes/*.yaml")]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
