"""Another id for an entry; whatever names it follows."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from knowledge.edit.held import Held, Kind, Trees, changed, refusal
from knowledge.read.pages import Place
from knowledge.read.texts import is_id, said_of_id
from knowledge.read.tree import Node

NAMED_BY: dict[Kind, dict[str, Collection[str]]] = {
    "source": {"facts/": ("cite",), "boxes/": ("cite",), "left-out.yaml": ("cite",)},
    "subject": {"boxes/": ("facts",), "questions.yaml": ("finds", "context")},
    "fact": {"boxes/": ("facts",), "questions.yaml": ("finds", "context")},
    "box": {"questions.yaml": ("finds", "context")},
}
"""In which files, under which keys, an entry is named."""


@dataclass(frozen=True, slots=True)
class Rename:
    """Another id for a source, subject, fact or box: `Rename("fact", "dam/height", "dam/crest")`."""

    kind: Kind
    id: str
    to: str

    @property
    def entry(self) -> str:
        return self.id

    def place(self, held: Held) -> Place:
        place = held.place(self.kind, self.id)
        return Place(place.file, (*place.path[:-1], self.to.rpartition("/")[2]))

    def trees(self, held: Held) -> Trees:
        file, path = held.place(self.kind, self.id)
        self._check(held, file)
        new = {
            file: changed(
                held.tree(file), path[:-1], lambda old: _with_key(old, str(path[-1]), self.to.rpartition("/")[2])
            )
        }
        for kind, keys in NAMED_BY[self.kind].items():
            for name, tree in held.of_kind(kind):
                if (follows := followed(new.get(name, tree), keys, self._named)) != tree:
                    new[name] = follows
        return new

    def _check(self, held: Held, file: str) -> None:
        subject, _, name = self.to.rpartition("/")
        if self.kind == "fact" and subject != self.id.partition("/")[0]:
            raise refusal(
                file, self.id, "a fact stays with its subject: only the part behind the / can change", ("to",)
            )
        if not is_id(name):
            raise refusal(file, self.id, said_of_id(name), ("to",))
        if held.find(self.kind, self.to):
            raise refusal(file, self.id, f"there is a {self.kind} '{self.to}' already: choose another id", ("to",))

    def _named(self, text: str) -> str:
        """What named the old id names the new one: an id, the beginning of one, or of a citation."""
        behind = {"source": " ", "subject": "/"}.get(self.kind)
        if text == self.id or (behind and text.startswith(f"{self.id}{behind}")):
            return f"{self.to}{text[len(self.id) :]}"
        return text


def followed(tree: Node, keys: Collection[str], named: Callable[[str], str]) -> Node:
    """The tree with the texts under these keys, wherever they stand, as `named` makes them."""
    if isinstance(tree, list):
        return [followed(each, keys, named) for each in tree]
    if not isinstance(tree, dict):
        return tree
    return {
        key: _texts(each, keys, named) if key in keys else followed(each, keys, named) for key, each in tree.items()
    }


def _texts(value: Node, keys: Collection[str], named: Callable[[str], str]) -> Node:
    if isinstance(value, str):
        return named(value)
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return [named(each) for each in value]
    return followed(value, keys, named)


def _with_key(entries: Node, old: str, new: str) -> Node:
    return {new if key == old else key: value for key, value in entries.items()}
