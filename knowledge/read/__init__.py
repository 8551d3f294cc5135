"""Files -> Knowledge, or every mistake in them at once, each with its file, line, entry and likely cure. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from knowledge.model import Knowledge, Problem
from knowledge.read.build import built
from knowledge.read.checks import doubts_about, mistakes_across
from knowledge.read.desk import Desk

__all__ = ["read"]


def read(files: Mapping[str, bytes]) -> tuple[Knowledge | None, list[Problem]]:
    """Reads a folder's files (path below it -> bytes). No knowledge if there is any problem; doubts alone do not stop it."""
    desk = Desk()
    forms = {file: desk.formed(file, data) for file, data in sorted(files.items()) if file.endswith(".yaml")}
    knowledge = built(desk, forms, _revision(files))
    problems = desk.problems + mistakes_across(knowledge, desk)
    if any(not problem.doubt for problem in problems):
        return None, sorted(problems)
    return knowledge, sorted(problems + doubts_about(knowledge, desk))


def _revision(files: Mapping[str, bytes]) -> str:
    """The first 12 hex digits of SHA-256 over every file's name and bytes."""
    total = hashlib.sha256()
    for file, data in sorted(files.items()):
        total.update(f"{file}\0{len(data)}\0".encode() + data)
    return total.hexdigest()[:12]
