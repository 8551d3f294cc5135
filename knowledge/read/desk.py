"""Where reading gathers its problems, and remembers which line everything stands in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from knowledge.model import Problem
from knowledge.read.explain import did_you_mean, explained
from knowledge.read.schema import FILES, form_of
from knowledge.read.strict_yaml import Flaw, Items, Node, Text, parse

Path = tuple[str | int, ...]
"""The keys and positions that lead to an entry of a file: ("my-railway", "facts", "length", "figures", 0)."""


@dataclass(slots=True)
class Desk:
    """The problems so far; the line of every entry; and where each source, subject, fact and box stands."""

    problems: list[Problem] = field(default_factory=list)
    lines: dict[tuple[str, Path], int] = field(default_factory=dict)
    places: dict[tuple[str, str], tuple[str, Path]] = field(default_factory=dict)

    def problem(self, file: str, path: Path, message: str) -> None:
        self.problems.append(self.about(file, path, message))

    def about(self, file: str, path: Path, message: str, *, doubt: bool = False) -> Problem:
        return Problem(file, self.line(file, path), _entry(file, path), message, doubt)

    def line(self, file: str, path: Path) -> int:
        """The line of an entry, or of the nearest one around it."""
        while path and (file, path) not in self.lines:
            path = path[:-1]
        return self.lines.get((file, path), 1)

    def place(self, kind: str, id: str, file: str, path: Path) -> None:
        self.places.setdefault((kind, id), (file, path))

    def stands(self, kind: str, id: str) -> str:
        """'facts/railways.yaml:14': where something that was placed stands."""
        file, path = self.places[kind, id]
        return f"{file}:{self.line(file, path)}"

    def formed(self, file: str, data: bytes) -> Any:
        """A file's entries as its form types them; None, with the problems noted, if they cannot be read."""
        parsed = parse(data)
        if isinstance(parsed, Flaw):
            self.problems.append(Problem(file, parsed.line, "", parsed.message))
            return None
        self.problems += [Problem(file, doubt.line, "", doubt.message, doubt=True) for doubt in parsed.doubts]
        return self._typed(file, self._plain(file, parsed.root, ()))

    def _typed(self, file: str, plain: Any) -> Any:
        form = form_of(file)
        if form is None:
            known = did_you_mean(file, FILES)
            self.problems.append(Problem(file, 0, "", f"no file of a knowledge base has this name{known}", doubt=True))
            return None
        try:
            return form.validate_python(plain)
        except ValidationError as error:
            for path, message in explained(error):
                self.problem(file, path, message)
            return None

    def _plain(self, file: str, node: Node, path: Path) -> Any:
        self.lines[file, path] = node.line
        if isinstance(node, Text):
            return node.value
        if isinstance(node, Items):
            return [self._plain(file, item, (*path, number)) for number, item in enumerate(node.items)]
        return {key.value: self._value(file, key, value, path) for key, value in node.entries}

    def _value(self, file: str, key: Text, value: Node, path: Path) -> Any:
        plain = self._plain(file, value, (*path, key.value))
        self.lines[file, (*path, key.value)] = key.line
        return plain


def _entry(file: str, path: Path) -> str:
    """The id an editor knows an entry by: "mombasa-nairobi-railway/passengers"."""
    if file.startswith("facts/") and len(path) > 2:
        return f"{path[0]}/{path[2]}"
    return str(path[0]) if path and isinstance(path[0], str) else ""
