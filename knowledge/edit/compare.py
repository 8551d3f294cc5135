"""What differs between two states of a knowledge base, entry by entry."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from knowledge.edit.held import Held, Refusal
from knowledge.read import Content
from knowledge.read.tree import Node

Sort = Literal["source", "subject", "fact", "box", "question", "file"]


@dataclass(frozen=True, slots=True)
class Compared:
    """An entry that differs: as it was and as it is, as JSON; None where it is not there."""

    kind: Sort
    id: str
    before: str | None
    after: str | None

    @property
    def what(self) -> Literal["add", "change", "remove"]:
        if self.before is None:
            return "add"
        return "remove" if self.after is None else "change"


def compared(before: Mapping[str, Content], after: Mapping[str, Content]) -> Iterator[Compared]:
    """Every entry that differs: sources, subjects, facts, boxes, questions; of the other files, the file as a whole."""
    changed = {file for file in {*before, *after} if before.get(file) != after.get(file)}
    was, now = (_entries({file: files[file] for file in changed if file in files}) for files in (before, after))
    for kind, id in sorted({*was, *now}):
        old, new = was.get((kind, id)), now.get((kind, id))
        if old != new:
            yield Compared(kind, id, old, new)


def _entries(files: Mapping[str, Content]) -> dict[tuple[Sort, str], str]:
    held = Held(files)
    entries = (each for file in files for each in entries_in(file, held))
    return {(kind, id): json.dumps(entry, ensure_ascii=False) for kind, id, entry in entries}


def entries_in(file: str, held: Held) -> Iterator[tuple[Sort, str, Node]]:
    """A file's entries, a subject without its facts. What cannot be read, or is made otherwise, is one as a whole."""
    try:
        tree = held.tree(file)
    except Refusal:
        tree = None
    if file.startswith("facts/") and isinstance(tree, dict):
        yield from _of_subjects(tree)
    elif file.startswith("boxes/") and isinstance(tree, dict):
        yield from (("box", id, box) for id, box in tree.items())
    elif file == "sources.yaml" and isinstance(tree, dict):
        yield from (("source", id, source) for id, source in tree.items())
    elif file == "questions.yaml" and isinstance(tree, list):
        yield from (("question", asked_in(entry), entry) for entry in tree)
    else:
        yield "file", file, str(held.files[file])


def _of_subjects(tree: dict[str, Node]) -> Iterator[tuple[Sort, str, Node]]:
    for id, subject in tree.items():
        facts = subject.get("facts") if isinstance(subject, dict) else None
        if not isinstance(facts, dict):
            yield "subject", id, subject
            continue
        yield "subject", id, {key: value for key, value in subject.items() if key != "facts"}
        yield from (("fact", f"{id}/{name}", fact) for name, fact in facts.items())


def asked_in(entry: Node) -> str:
    """A question is known by its words, and by the fact they follow."""
    if not isinstance(entry, dict):
        return str(entry)
    return " ← ".join(filter(None, (str(entry.get("ask", "")), entry.get("context"))))
