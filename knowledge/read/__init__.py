"""Files -> Knowledge, or every mistake in them at once, each with its file, line, entry and likely cure. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from itertools import groupby

from knowledge.model import Knowledge, Problem
from knowledge.read.build import built
from knowledge.read.content import Content, Unreadable
from knowledge.read.doubts import doubts
from knowledge.read.memory import Memory
from knowledge.read.mistakes import mistakes
from knowledge.read.pages import MANY

__all__ = ["Content", "Unreadable", "read", "revision_of"]

_memory = Memory()


def read(files: Mapping[str, Content], *, doubting: bool = True) -> tuple[Knowledge | None, list[Problem]]:
    """Reads a folder's files (path below it -> bytes). No knowledge if there is any problem; doubts alone do not stop it.

    Who only serves what is right need not ask for doubts about it.
    """
    pages = _memory.read(files)
    alone = [problem for each in pages.by_file.values() for problem in each.problems]
    found = [*alone, *mistakes(pages)]
    if any(not problem.doubt for problem in found):
        return None, within_reason(found)
    knowledge = built(pages, revision_of(files))
    return knowledge, within_reason([*found, *doubts(knowledge, pages)] if doubting else found)


def within_reason(problems: Iterable[Problem]) -> list[Problem]:
    """In the order of files and lines; of a file with a hundred thousand, no more than anybody can mend in one go."""
    by_file = groupby(sorted(problems), key=lambda problem: problem.file)
    return [problem for file, each in by_file for problem in _first_of(file, list(each))]


def _first_of(file: str, problems: list[Problem]) -> list[Problem]:
    if len(problems) <= MANY:
        return problems
    more = Problem(
        file, problems[MANY].line, "", "and there is more from here on: mend these first", problems[MANY].doubt
    )
    return [*problems[:MANY], more]


def revision_of(files: Mapping[str, Content]) -> str:
    """The first 12 hex digits of SHA-256 over every file's name and bytes."""
    total = hashlib.sha256()
    for file, content in sorted(files.items()):
        if isinstance(content, bytes):
            total.update(f"{file}\0{len(content)}\0".encode(errors="surrogateescape") + content)
    return total.hexdigest()[:12]
