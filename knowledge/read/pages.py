"""The files as far as they can be read, each entry by itself, and the line that everything stands in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, NamedTuple

from pydantic import ValidationError

from knowledge.model import Problem
from knowledge.read.content import Content, Unreadable
from knowledge.read.explain import KEYS, Path, did_you_mean, explained
from knowledge.read.schema import FILES, Form, SubjectEntry, VocabularyEntry, form_of
from knowledge.read.strict_yaml import parse
from knowledge.read.texts import is_id, said_of_id
from knowledge.read.tree import Entries, Flaw, Items, Node

MANY = 1000
"""Mistakes listed of one file. Nobody mends more in one go, and a hostile file can hold a hundred thousand."""

FEW = 100


class Place(NamedTuple):
    """Where something stands: a file, and the path in it."""

    file: str
    path: Path = ()


@dataclass(slots=True)
class Page:
    """A file's good entries by their id or position, the ids of its bad ones, and what is wrong with it."""

    file: str
    tree: Node = None  # None if it is not YAML
    entries: dict[str | int, Any] = field(default_factory=dict)
    broken: set[str | int] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def about(self, path: Path, message: str, *, doubt: bool = False) -> Problem:
        return Problem(self.file, self.line(path), _entry(self.file, path), message, doubt, path)

    def line(self, path: Path) -> int:
        """The line of an entry, or of the nearest one around it; 0 if there is none."""
        tree, line = self.tree, 0 if self.tree is None else getattr(self.tree, "line", 1)
        for step in path:
            if isinstance(tree, Items) and isinstance(step, int) and step < len(tree):
                line, tree = tree.lines[step], tree[step]
            elif isinstance(tree, Entries) and step in tree:
                line, tree = tree.lines[str(step)], tree[str(step)]
            else:
                break
        return line


def page(file: str, content: Content, beside: Collection[str] = ()) -> Page:
    """A file, read by itself; what stands `beside` it is known by name alone."""
    read = Page(file)
    if (form := form_of(file)) is None:
        read.problems.append(_not_read(file, beside))
    elif isinstance(content, Unreadable):
        what = "folder" if file.endswith("/") else "file"
        read.problems.append(Problem(file, 0, "", f"this {what} cannot be read: {content.reason}"))
    elif isinstance(parsed := parse(content), Flaw):
        read.problems.append(Problem(file, parsed.line, "", parsed.message))
    else:
        read.tree = parsed.root
        read.problems += [Problem(file, doubt.line, "", doubt.message, doubt=True) for doubt in parsed.doubts]
        _fill(read, form)
    return read


def _not_read(file: str, beside: Collection[str]) -> Problem:
    """A doubt about a file that nothing is read from: often a good one with a bad name."""
    renamed = re.sub(r"\.ya?ml\b.*", ".yaml", file.lower())
    if form_of(renamed):
        cure = f", {renamed} is: delete it, or keep it elsewhere" if renamed in beside else f": rename it to {renamed}"
    else:
        cure = did_you_mean(file, FILES) or ": facts stand in facts/*.yaml, boxes in boxes/*.yaml"
    return Problem(file, 0, "", f"this file is not read{cure}", doubt=True)


def _fill(read: Page, form: Form) -> None:
    """Types every entry by itself, so that a bad one does not hide the others."""
    if form.holds == "one":
        _fill_one(read, form, (), read.tree)
    elif form.holds == "many by id":
        _fill_many(read, form, Entries, "one `id:` a line, with its keys below, is expected")
    else:
        _fill_many(read, form, Items, "a list is expected, one '- ' an entry")


def _fill_many(read: Page, form: Form, shape: type[Entries | Items], expected: str) -> None:
    if not isinstance(read.tree, shape):
        read.problems.append(read.about((), f"this file: {expected}"))
        read.tree = None
        return
    for step, tree in _steps(read.tree):
        if len(read.problems) <= MANY:
            _fill_one(read, form, (step,), tree)


def _steps(tree: Entries | Items) -> Iterable[tuple[str | int, Node]]:
    return tree.items() if isinstance(tree, Entries) else enumerate(tree)


def _fill_one(read: Page, form: Form, path: Path, tree: Node) -> None:
    step = path[0] if path else ""
    if form.holds == "many by id" and not is_id(str(step)):
        read.problems.append(read.about(path, said_of_id(str(step))))
    try:
        read.entries[step] = form.entry.model_validate(tree)
    except ValidationError as error:
        read.broken.add(step)
        if form.holds == "many by id" and step in KEYS:
            said = f"`{step}` stands where an id is expected: indent it below the entry it belongs to"
            read.problems.append(read.about(path, said))
            return
        if (count := error.error_count()) > MANY:
            error = _fewer(error, form, tree)
            read.problems.append(read.about(path, f"of the {count:,} mistakes in this entry the first are told"))
        for inside, message in explained(error, form.entry):
            read.problems.append(read.about((*path, *inside), message))


def _fewer(error: ValidationError, form: Form, tree: Node) -> ValidationError:
    """To explain a hundred thousand mistakes takes a second; so only the beginning of each list and mapping is looked at."""
    try:
        form.entry.model_validate(_shortened(tree))
    except ValidationError as fewer:
        return fewer
    return error


def _shortened(tree: Node) -> Node:
    if isinstance(tree, Items):
        return [_shortened(item) for item in tree[:FEW]]
    if isinstance(tree, Entries):
        return {key: _shortened(tree[key]) for key in [*islice(tree, FEW), *(KEYS & tree.keys())]}
    return tree


def _entry(file: str, path: Path) -> str:
    """The id an editor knows an entry by: "mombasa-nairobi-railway/passengers"."""
    if file.startswith("facts/") and len(path) > 2 and path[1] == "facts":
        return f"{path[0]}/{path[2]}"
    return path[0] if path and isinstance(path[0], str) and form_of(file) is not FILES["vocabulary.yaml"] else ""


@dataclass(frozen=True, slots=True)
class Pages:
    """All files of a knowledge base."""

    by_file: Mapping[str, Page]

    def about(self, place: Place, message: str, *, doubt: bool = False) -> Problem:
        return self.by_file.get(place.file, Page(place.file)).about(place.path, message, doubt=doubt)

    def stands(self, place: Place) -> str:
        """'facts/railways.yaml:14'."""
        return f"{place.file}:{self.by_file[place.file].line(place.path)}"

    def entries(self, kind: str) -> Iterator[tuple[Place, Any]]:
        """The good entries of a file, or of all files in a folder ("facts/")."""
        for file, read in self.by_file.items():
            if file == kind or (kind.endswith("/") and file.startswith(kind)):
                yield from ((Place(file, (step,) if step != "" else ()), entry) for step, entry in read.entries.items())

    def subjects(self) -> Iterator[tuple[Place, str, SubjectEntry]]:
        return ((place, str(place.path[0]), entry) for place, entry in self.entries("facts/"))

    def vocabulary(self) -> VocabularyEntry:
        """The words of the field; none if there is no such file."""
        found = [entry for _, entry in self.entries("vocabulary.yaml")]
        return found[0] if found else VocabularyEntry.model_validate({})

    def readable(self, kind: str) -> bool:
        """Whether all files of a kind are YAML of the right shape: only then can it be told what is not there."""
        read = [read for file, read in self.by_file.items() if file.startswith(kind) and form_of(file)]
        return all(each.tree is not None and len(each.problems) < MANY for each in read)

    def broken(self, kind: str) -> set[str | int]:
        """The ids that stand in files of a kind and whose entries are not right."""
        return {id for file, read in self.by_file.items() if file.startswith(kind) for id in read.broken}
