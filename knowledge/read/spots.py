"""Where everything stands in a YAML text, for those who write into it: the characters of each key and value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from knowledge.read.strict_yaml import events
from knowledge.read.tree import Entries, Node


@dataclass(frozen=True, slots=True)
class Spot:
    """A text, list or mapping: it stands in `text[start:end]`. In block style it ends where the last thing in it does.

    `items` are those of a list, or the values of a mapping, whose `keys` they follow; in the order of the text.
    """

    start: int
    end: int
    column: int
    flow: bool = False
    items: tuple[Spot, ...] = ()
    keys: tuple[Spot, ...] = ()


def spots(text: str, tree: Node) -> Spot:
    """Of a text and what `parse` read from it. The text is without byte order mark; its line ends are as they are."""
    walk = events(text)
    next(walk)  # the stream's start
    next(walk)  # the document's
    return _spot(tree, walk, text)


def _spot(tree: Node, walk: Iterator[Any], text: str) -> Spot:
    event = next(walk)
    start, column = event.start_mark.index, event.start_mark.column
    if isinstance(tree, str):
        return Spot(start, _end_of_text(event, text), column)
    keys, items = list[Spot](), list[Spot]()
    for each in tree:
        if isinstance(tree, Entries):
            keys.append(_spot(each, walk, text))
        items.append(_spot(tree[each] if isinstance(tree, Entries) else each, walk, text))
    closing = next(walk)
    end = items[-1].end if items and not event.flow_style else closing.end_mark.index
    return Spot(start, end, column, bool(event.flow_style), tuple(items), tuple(keys))


def _end_of_text(event: Any, text: str) -> int:
    """libyaml takes the empty lines below a text of several lines (`|`, `>`) for a part of it."""
    start, end = int(event.start_mark.index), int(event.end_mark.index)
    return start + len(text[start:end].rstrip()) if event.style in ("|", ">") else end
