"""What the files of a knowledge base hold, as plain texts, lists and mappings; and how to say something else in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from pydantic import BaseModel

from knowledge.model import Problem
from knowledge.read import Content, Unreadable
from knowledge.read.explain import Path
from knowledge.read.pages import Place
from knowledge.read.schema import BoxEntry, FactEntry, SourceEntry, SubjectEntry
from knowledge.read.strict_yaml import parse
from knowledge.read.tree import Flaw, Node

Fields = Mapping[str, Node | None]
"""Keys of an entry and what they shall say: a text, a list or a mapping; None or an empty one takes the key away."""

Trees = Mapping[str, Node]
"""What files hold, by their names."""

Kind = Literal["source", "subject", "fact", "box"]


class Room(NamedTuple):
    """Where the entries of a kind stand, and their form."""

    files: str
    form: type[BaseModel]


ROOMS: Mapping[Kind, Room] = {
    "source": Room("sources.yaml", SourceEntry),
    "subject": Room("facts/", SubjectEntry),
    "fact": Room("facts/", FactEntry),
    "box": Room("boxes/", BoxEntry),
}


@dataclass(frozen=True, slots=True)
class Misfit:
    """A problem, and the field of the change that it belongs to: ("as_of",), ("figures", 0, "cite"); () if to none."""

    field: Path
    problem: Problem


@dataclass(frozen=True, slots=True)
class Refusal(Exception):
    """Why a change is not made: everything that speaks against it."""

    misfits: tuple[Misfit, ...]


def refusal(file: str, entry: str, message: str, field: Path = ()) -> Refusal:
    """What a change finds out before anything is written."""
    return Refusal((Misfit(field, Problem(file, 0, entry, message)),))


@dataclass(frozen=True, slots=True)
class Held:
    """The files, each parsed when it is asked for."""

    files: Mapping[str, Content]
    parsed: dict[str, Node] = field(default_factory=dict)

    def tree(self, file: str) -> Node:
        """What a file holds; None if there is no such file. Raises Refusal if it cannot be read."""
        if file not in self.parsed:
            self.parsed[file] = _parsed(file, self.files.get(file))
        return self.parsed[file]

    def of_kind(self, files: str, naming: str = "") -> Iterator[tuple[str, Node]]:
        """The files in a folder ("facts/"), or the one of that name ("sources.yaml"), each with what it holds.

        Those that do not name an id may be passed over: to parse them all takes longer than an admin likes to wait.
        """
        folder = files if files.endswith("/") else None
        names = [file for file in self.files if file == files or (folder and file.startswith(folder))]
        for file in sorted(name for name in names if name.endswith(".yaml")):
            if file in self.parsed or self._may_name(naming, file):
                yield file, self.tree(file)

    def _may_name(self, id: str, file: str) -> bool:
        content = self.files[file]
        return not isinstance(content, bytes) or id.encode() in content or b"\\" in content

    def find(self, kind: Kind, id: str) -> Place | None:
        """Where an entry stands; None if there is none. Raises Refusal if a file cannot be read."""
        first, slash, name = id.partition("/") if kind == "fact" else (id, "", "")
        path = (first, "facts", name) if slash else (first,)
        for file, tree in self.of_kind(ROOMS[kind].files, naming=first):
            if isinstance(tree, dict) and first in tree and bool(slash) == (kind == "fact"):
                place = Place(file, path)
                return None if self.at(place) is None else place
        return None

    def place(self, kind: Kind, id: str) -> Place:
        """Where an entry stands. Raises Refusal if nowhere."""
        if place := self.find(kind, id):
            return place
        raise refusal(ROOMS[kind].files, id, f"there is no such {kind} (any more)")

    def at(self, place: Place) -> Node:
        """What stands at a place, as it is written; None if nothing does."""
        node = self.tree(place.file)
        for step in place.path:
            if isinstance(node, dict):
                node = node.get(str(step))
            elif isinstance(node, list) and isinstance(step, int) and -1 < step < len(node):
                node = node[step]
            else:
                return None
        return node


def changed(tree: Node, path: Path, make: Callable[[Node], Node]) -> Node:
    """The tree with something else at a path; what stood there, or None, is handed to `make`."""
    if not path:
        return make(tree)
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        return [changed(each, rest, make) if number == step else each for number, each in enumerate(tree)]
    old = tree or {}
    return {**old, step: changed(old.get(step), rest, make)}


def merged(entry: Node, fields: Fields, form: type[BaseModel]) -> dict[str, Node]:
    """An entry with other fields. What is there keeps its place; a new key follows those it follows in its form."""
    order = {name: number for number, name in enumerate(form.model_fields)}
    new: dict[str, Node] = {name: fields.get(name, value) for name, value in (entry or {}).items()}
    for name in sorted(fields.keys() - new.keys(), key=lambda name: order.get(name, len(order))):
        before = [
            number for number, each in enumerate(new, 1) if order.get(each, len(order)) < order.get(name, len(order))
        ]
        items = list(new.items())
        at = max(before, default=0)
        new = dict([*items[:at], (name, fields[name]), *items[at:]])
    return {name: value for name, value in new.items() if value not in (None, "", [], {})}


def _parsed(file: str, content: Content | None) -> Node:
    if content is None:
        return None
    read = Flaw(0, f"it cannot be read: {content.reason}") if isinstance(content, Unreadable) else parse(content)
    if isinstance(read, Flaw):
        raise Refusal((Misfit((), Problem(file, read.line, "", read.message)),))
    return read.root
