"""The changes that can be made to a knowledge base, each a value that tells what the files hold afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from knowledge.edit.held import ROOMS, Fields, Held, Kind, Trees, changed, merged, refusal
from knowledge.model import NOTHING
from knowledge.read.pages import Place
from knowledge.read.schema import FactEntry, FigureEntry, QuestionEntry, SubjectEntry
from knowledge.read.tree import Node

QUESTIONS = "questions.yaml"


class Change(Protocol):
    """What every change can tell. Each call raises Refusal if the change cannot be made to these files."""

    @property
    def entry(self) -> str:
        """The id of what it is about."""

    def place(self, held: Held) -> Place:
        """Where its fields stand once it is made: a problem found there is told under its field."""

    def trees(self, held: Held) -> Trees:
        """What the files that it changes hold afterwards."""


@dataclass(frozen=True, slots=True)
class _OfFact:
    """What is about one fact: its fields stand where the fact stands."""

    fact: str

    @property
    def entry(self) -> str:
        return self.fact

    def place(self, held: Held) -> Place:
        return held.place("fact", self.fact)


@dataclass(frozen=True, slots=True)
class _OfEntry:
    """What is about one source, subject, fact or box: its fields stand where the entry stands."""

    kind: Kind
    id: str

    @property
    def entry(self) -> str:
        return self.id

    def place(self, held: Held) -> Place:
        return held.place(self.kind, self.id)


@dataclass(frozen=True, slots=True)
class Correct(_OfFact):
    """Says something else of a figure: `Correct("dam/height", 0, {"figure": "88 meters", "note": None})`.

    `index` counts the figures as they stand in the file, not as they are shown (newest first).
    """

    index: int
    fields: Fields

    def place(self, held: Held) -> Place:
        fact = held.place("fact", self.fact)
        place = Place(fact.file, (*fact.path, "figures", self.index))
        if held.at(place) is None:
            raise refusal(fact.file, self.fact, f"it has no figure number {self.index + 1} (any more)")
        return place

    def trees(self, held: Held) -> Trees:
        file, path = self.place(held)
        return {file: changed(held.tree(file), path, lambda old: merged(old, self.fields, FigureEntry))}


@dataclass(frozen=True, slots=True)
class AddFigure(_OfFact):
    """A figure more for a fact, as the `at`-th in the file; without it, as the first."""

    fields: Fields
    at: int = 0

    def place(self, held: Held) -> Place:
        fact = held.place("fact", self.fact)
        most = len(held.at(Place(fact.file, (*fact.path, "figures"))) or ())
        return Place(fact.file, (*fact.path, "figures", max(0, min(self.at, most))))

    def trees(self, held: Held) -> Trees:
        file, (*path, at) = self.place(held)
        new = merged({}, self.fields, FigureEntry)
        return {file: changed(held.tree(file), tuple(path), lambda old: _inserted(old, int(at), new))}


@dataclass(frozen=True, slots=True)
class Edit(_OfEntry):
    """Other fields of a source, subject, fact or box; a list such as `ask` or `also` is given as a whole."""

    fields: Fields

    def trees(self, held: Held) -> Trees:
        file, path = self.place(held)
        return {file: changed(held.tree(file), path, lambda old: merged(old, self.fields, ROOMS[self.kind].form))}


@dataclass(frozen=True, slots=True)
class AddText(_OfEntry):
    """One text more in a list of an entry: `AddText("fact", "dam/height", "ask", "How tall is the dam?")`."""

    key: str
    text: str

    def trees(self, held: Held) -> Trees:
        texts = held.at(self.place(held)).get(self.key) or []
        return Edit(self.kind, self.id, {self.key: [*texts, self.text]}).trees(held)


@dataclass(frozen=True, slots=True)
class Add(_OfEntry):
    """A new source, subject (with its `facts`), fact (`id` is "subject/fact") or box.

    Without a `file`, a subject comes to those of its topic, a box to the other boxes.
    """

    fields: Fields
    file: str = ""

    def place(self, held: Held) -> Place:
        if self.kind == "fact":
            subject, _, name = self.id.partition("/")
            return Place(held.place("subject", subject).file, (subject, "facts", name))
        return Place(self.file or self._file(held), (self.id,))

    def trees(self, held: Held) -> Trees:
        if found := held.find(self.kind, self.id):
            raise refusal(found.file, self.id, f"there is a {self.kind} of this id already: choose another", ("id",))
        file, path = self.place(held)
        return {file: changed(held.tree(file), path, lambda _: _ordered(self.kind, self.fields))}

    def _file(self, held: Held) -> str:
        folder = ROOMS[self.kind].files
        if not folder.endswith("/"):
            return folder
        held_there = [(file, tree) for file, tree in held.of_kind(folder) if isinstance(tree, dict)]
        if self.kind == "box":
            return held_there[-1][0] if held_there else f"{folder}boxes.yaml"
        topic = self.fields.get("topic")
        alike = {file: sum(each.get("topic") == topic for each in tree.values()) for file, tree in held_there}
        best = max(alike, key=lambda file: alike[file], default="")
        return best if topic and alike.get(best) else f"{folder}{self.id}.yaml"


@dataclass(frozen=True, slots=True)
class Retire(_OfFact):
    """Keeps a fact and no longer serves it, with the reason."""

    reason: str

    def trees(self, held: Held) -> Trees:
        if not self.reason.strip():
            raise refusal(self.place(held).file, self.fact, "say why it is no longer served", ("retired",))
        return Edit("fact", self.fact, {"retired": self.reason}).trees(held)


@dataclass(frozen=True, slots=True)
class Restore(_OfFact):
    """Serves a retired fact again."""

    def trees(self, held: Held) -> Trees:
        place = self.place(held)
        if "retired" not in held.at(place):
            raise refusal(place.file, self.fact, "it is served already (again)")
        return Edit("fact", self.fact, {"retired": None}).trees(held)


@dataclass(frozen=True, slots=True)
class AddQuestion:
    """A question people ask, and what it must find: ids, or without any of them nothing (a near miss)."""

    ask: str
    finds: tuple[str, ...] = (NOTHING,)
    context: str | None = None

    @property
    def entry(self) -> str:
        return self.ask

    def place(self, held: Held) -> Place:
        return Place(QUESTIONS, (len(held.tree(QUESTIONS) or ()),))

    def trees(self, held: Held) -> Trees:
        finds = self.finds[0] if len(self.finds) == 1 else [*self.finds]
        new = merged({}, {"ask": self.ask, "finds": finds, "context": self.context}, QuestionEntry)
        return {QUESTIONS: [*(held.tree(QUESTIONS) or ()), new]}


@dataclass(frozen=True, slots=True)
class EditQuestion:
    """Other fields of the question that stands at a position in questions.yaml; the first is 0."""

    number: int
    fields: Fields

    @property
    def entry(self) -> str:
        return f"question {self.number + 1}"

    def place(self, held: Held) -> Place:
        place = Place(QUESTIONS, (self.number,))
        if held.at(place) is None:
            raise refusal(QUESTIONS, self.entry, "there is no such question (any more)")
        return place

    def trees(self, held: Held) -> Trees:
        file, path = self.place(held)
        return {file: changed(held.tree(file), path, lambda old: merged(old, self.fields, QuestionEntry))}


def _inserted(old: Node, at: int, new: Node) -> list[Node]:
    items = list(old or ())
    return [*items[:at], new, *items[at:]]


def _ordered(kind: Kind, fields: Fields) -> Node:
    """A new entry with its keys in the order of their form, also inside."""
    if kind == "fact":
        figures = [merged({}, figure, FigureEntry) for figure in fields.get("figures") or []]
        return merged({}, {**fields, "figures": figures}, FactEntry)
    if kind == "subject":
        facts = {id: _ordered("fact", fact) for id, fact in (fields.get("facts") or {}).items()}
        return merged({}, {**fields, "facts": facts}, SubjectEntry)
    return merged({}, fields, ROOMS[kind].form)
