"""Texts, lists and mappings as YAML: every text in double quotes, so that it reads back as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.read.tree import Node

ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
TO_ESCAPE = re.compile(r'[\\"\n\t]')
PLAIN_KEY = re.compile(r"(?!(?:y|n|yes|no|on|off|true|false|null)$)[a-z][\w-]*", re.IGNORECASE | re.ASCII)
"""A key that every YAML reader takes for a text."""


def quoted(text: str) -> str:
    """A text on one line, in double quotes."""
    return f'"{TO_ESCAPE.sub(lambda match: ESCAPED[match[0]], text)}"'


def key(text: str) -> str:
    return text if PLAIN_KEY.fullmatch(text) else quoted(text)


def in_flow(value: Node) -> str:
    """On one line, in brackets: `["a", "b"]`."""
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, list):
        return f"[{', '.join(map(in_flow, value))}]"
    return f"{{{', '.join(f'{quoted(name)}: {in_flow(each)}' for name, each in value.items())}}}"


def in_lines(value: Node, column: int) -> list[str]:
    """The lines of a list or mapping whose dashes or keys stand in that column (the first is 0); of a text, one line."""
    if isinstance(value, str) or not value:
        return [" " * column + in_flow(value)]
    return list(_items(value, column) if isinstance(value, list) else _entries(value, column))


def as_item(value: Node, column: int) -> list[str]:
    """The lines of a list's item, its dash in that column."""
    first, *rest = in_lines(value, column + 2)
    return [f"{' ' * column}- {first.lstrip()}", *rest]


def as_entry(name: str, value: Node, column: int) -> list[str]:
    """The lines of a key and its value, the key in that column."""
    head = f"{' ' * column}{key(name)}:"
    if isinstance(value, str) or not value:
        return [f"{head} {in_flow(value)}"]
    return [head, *in_lines(value, column + 2)]


def _items(value: list[Node], column: int) -> Iterator[str]:
    for each in value:
        yield from as_item(each, column)


def _entries(value: dict[str, Node], column: int) -> Iterator[str]:
    for name, each in value.items():
        yield from as_entry(name, each, column)
