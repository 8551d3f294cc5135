"""A YAML text made to say something else, with as few characters changed as that takes.

The two trees are compared; only where they differ is the text touched, at the places that libyaml's marks give. A YAML
library that writes the whole anew loses comments and changes figures (RELIABILITY.md, 3).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from knowledge.edit.writing import as_entry, as_item, in_flow, in_lines, key, quoted
from knowledge.read.spots import Spot, spots
from knowledge.read.strict_yaml import parse
from knowledge.read.tree import Flaw, Node

BOM = "\ufeff"
BEFORE_A_DASH = re.compile(r"(?:\s|#[^\n]*+)*+(?=-)")
COMMENT_LINE = re.compile(r"[ \t]*(?:#[^\n]*)?\n")
EMPTY_LINE = re.compile(r"\n[ \t]*\r?\n")
HEADER = re.compile(r"[|>][-+0-9]*([ \t]+#[^\r\n]*)")
SIGN = re.compile(r"\S")


class Unwritable(Exception):
    """A text that cannot be changed so: written in a way that this module does not know."""


class Splice(NamedTuple):
    """What takes the place of `text[start:end]`."""

    start: int
    end: int
    new: str


def rewritten(data: bytes | None, wanted: Node) -> bytes:
    """The bytes of a file that holds `wanted`; of one that is there already, changed only where it holds something else.

    Raises Unwritable if what was written does not read back as `wanted`; Flaw if the file is not YAML as we take it, or
    `wanted` holds what no file may, such as a text that is too long.
    """
    new = _new_file(wanted) if data is None else _changed(data, wanted)
    read = parse(new)
    if isinstance(read, Flaw) and isinstance(flaw := parse(_new_file(wanted)), Flaw):
        raise flaw
    if isinstance(read, Flaw) or read.root != wanted:
        raise Unwritable("the file is written in a way that cannot be changed safely here: edit it by hand")
    return new


def _new_file(wanted: Node) -> bytes:
    return "".join(f"{line}\n" for line in in_lines(wanted, 0)).encode()


def _changed(data: bytes, wanted: Node) -> bytes:
    read = parse(data)
    if isinstance(read, Flaw):
        raise read
    whole = data.decode()
    text = whole.removeprefix(BOM)
    writer = _Writer(text, spots(text, read.root))
    new = _spliced(text, writer.changes(read.root, wanted, writer.root))
    return (whole[: len(whole) - len(text)] + new).encode()


def _spliced(text: str, splices: Iterator[Splice]) -> str:
    parts, at = list[str](), 0
    for start, end, new in sorted(splices, key=lambda splice: splice[:2]):
        if start < at:
            raise Unwritable("two changes meet in one place: make them one after the other")
        parts += [text[at:start], new]
        at = end
    return "".join([*parts, text[at:]])


@dataclass(frozen=True, slots=True)
class _Writer:
    """Compares what a text says with what it is to say, and gives the splices that make it do so."""

    text: str
    root: Spot

    def changes(self, old: Node, new: Node, spot: Spot, around: Spot | None = None) -> Iterator[Splice]:
        """For what stands at a spot, inside of another."""
        if old == new:
            return
        if isinstance(old, str) and isinstance(new, str):
            yield self._said(new, spot)
        elif old and new and isinstance(old, list) and isinstance(new, list):
            yield from self._rows(old, list(map(json.dumps, old)), new, list(map(json.dumps, new)), spot)
        elif old and new and isinstance(old, dict) and isinstance(new, dict):
            yield from self._rows(old, list(old), new, list(new), spot)
        else:
            yield self._anew(new, spot, around)

    def _rows(self, old: Node, was: list[str], new: Node, now: list[str], spot: Spot) -> Iterator[Splice]:
        """Items or entries, each known by a name: those that stay, are replaced, go and come."""
        rows = list(self._extents(spot))
        for _, start, end, first, last in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
            both = min(end - start, last - first)
            for here, there in zip(range(start, start + both), range(first, first + both), strict=True):
                yield from self._kept(old, was[here], here, new, now[there], there, spot)
            if start + both < end:
                yield from self._gone(rows, start + both, end, spot)
            if first + both < last:
                come = [(now[each], _child(new, now[each], each)) for each in range(first + both, last)]
                yield self._come(rows, start + both, come, spot)

    def _kept(self, old: Node, was: str, here: int, new: Node, now: str, there: int, spot: Spot) -> Iterator[Splice]:
        if spot.keys and was != now:
            yield Splice(spot.keys[here].start, spot.keys[here].end, quoted(now) if spot.flow else key(now))
        yield from self.changes(_child(old, was, here), _child(new, now, there), spot.items[here], spot)

    def _said(self, new: str, spot: Spot) -> Splice:
        """Another text; a comment behind the sign of a text of several lines stays."""
        comment = HEADER.match(self.text, spot.start, spot.end)
        gap = " " if spot.start == spot.end and self.text[spot.start - 1] in ":-" else ""
        return Splice(spot.start, spot.end, gap + quoted(new) + (comment[1] if comment else ""))

    def _anew(self, new: Node, spot: Spot, around: Spot | None) -> Splice:
        """A text in the place of a list, or the reverse; also the first item of an empty list, or no item any more."""
        if around and around.flow:
            return Splice(spot.start, spot.end, in_flow(new))
        before = len(self.text[: spot.start].rstrip())
        if not around or self.text[before - 1] not in ":-":  # a comment stands between
            return Splice(spot.start, spot.end, self._joined(in_lines(new, spot.column)).lstrip())
        if isinstance(new, str) or not new:
            return Splice(before, spot.end, f" {in_flow(new)}")
        lines = self._joined(in_lines(new, around.column + 2))
        return Splice(before, spot.end, f"{self._newline}{lines}" if around.keys else f" {lines.lstrip()}")

    def _gone(self, rows: Sequence[tuple[int, int]], start: int, end: int, spot: Spot) -> Iterator[Splice]:
        """Without these rows. The comments above them stay, since nobody can tell what else they speak of."""
        if spot.flow:
            cut = (rows[start - 1][1], rows[end - 1][1]) if start else (rows[0][0], rows[end][0])
            yield Splice(*cut, "")
        elif not self._begins_its_line(rows[start][0]):
            yield Splice(rows[start][0], self._next_sign(rows[end - 1][1]), "")
        else:
            for first, last in rows[start:end]:
                line = self._line_start(first)
                yield Splice(self._line_end(line - 1) if line else 0, self._line_end(last) + (not line), "")

    def _come(self, rows: Sequence[tuple[int, int]], at: int, come: Sequence[tuple[str, Node]], spot: Spot) -> Splice:
        """With new rows behind the first `at` of the old ones."""
        if spot.flow:
            said = [f"{quoted(name)}: {in_flow(value)}" if spot.keys else in_flow(value) for name, value in come]
            place = rows[at - 1][1] if at else rows[0][0]
            return Splice(place, place, "".join(f", {each}" if at else f"{each}, " for each in said))
        written = [
            self._joined(as_entry(name, value, spot.column) if spot.keys else as_item(value, spot.column))
            for name, value in come
        ]
        newline = self._newline
        if at:
            blank = newline if self._spaced(rows) else ""
            place = self._line_end(rows[at - 1][1])
            return Splice(place, place, "".join(f"{blank}{newline}{each}" for each in written))
        return self._first("".join(f"{each}{newline}" for each in written), rows[0][0], spot)

    def _first(self, written: str, before: int, spot: Spot) -> Splice:
        """New rows before the first: next to the key above, since a comment between speaks of what was first."""
        if not self._begins_its_line(before):
            return Splice(before, before, written.lstrip(" ") + " " * spot.column)
        line = self._line_start(before)
        while spot is not self.root and line and COMMENT_LINE.match(self.text, self._line_start(line - 1)):
            line = self._line_start(line - 1)
        return Splice(line, line, written)

    def _extents(self, spot: Spot) -> Iterator[tuple[int, int]]:
        """From where to where each row stands, with its key or its dash."""
        for number, item in enumerate(spot.items):
            if spot.keys:
                yield spot.keys[number].start, item.end
            elif spot.flow:
                yield item.start, item.end
            else:
                dash = BEFORE_A_DASH.match(self.text, spot.items[number - 1].end if number else spot.start)
                yield dash.end() if dash else item.start, item.end

    def _spaced(self, rows: Sequence[tuple[int, int]]) -> bool:
        """Whether an empty line stands between the last two."""
        return len(rows) > 1 and EMPTY_LINE.search(self.text, rows[-2][1], rows[-1][0]) is not None

    def _begins_its_line(self, at: int) -> bool:
        return not self.text[self._line_start(at) : at].strip()

    def _line_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def _line_end(self, at: int) -> int:
        """Where the line ends in which this character stands, its own line end not counted."""
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end - (self.text[end - 1] == "\r")

    def _next_sign(self, at: int) -> int:
        """The next character, in a line below, that is no space."""
        sign = SIGN.search(self.text, self._line_end(at))
        return sign.start() if sign else len(self.text)

    def _joined(self, lines: Sequence[str]) -> str:
        return self._newline.join(lines)

    @property
    def _newline(self) -> str:
        return "\r\n" if self.text.count("\r\n") * 2 > self.text.count("\n") else "\n"


def _child(tree: Node, name: str, number: int) -> Node:
    return tree[name] if isinstance(tree, dict) else tree[number]
