"""What a YAML file is read into: texts, lists and mappings that know their lines; or the flaw for which it is refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Node = Any
"""A text (`str`), `Items` or `Entries`."""


class Items(list[Node]):
    """A list that knows its own line, and the line of each item."""

    __slots__ = ("line", "lines")

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: list[int] = []


class Entries(dict[str, Node]):
    """A mapping that knows its own line, and the line of each key."""

    __slots__ = ("line", "lines")

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}


@dataclass(frozen=True, slots=True)
class Flaw(Exception):
    """What is wrong with how a file is written, and where."""

    line: int
    message: str
