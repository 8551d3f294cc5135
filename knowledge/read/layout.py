"""How the lines of a file stand to one another: the line that is no entry, or is indented unlike its neighbours.

Only for a file that is not YAML: the parser notices such a slip lines later, or names another cause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from knowledge.read.explain import KEYS

KEY = re.compile(r"(\"[^\"]*\"|'[^']*'|[^\s#\"'\[{–—•-][^:#\"]*?) *:(?:[ \t]+(.*))?$")
BLOCK = re.compile(r"[|>][0-9+-]*$")
COMMENT = re.compile(r"(?:^|\s+)#[^\"']*$")
BULLET = re.compile(r"([–—−•·‣▪])\s")
WIDE_COLON = re.compile(r"[\w-]+ ?([：﹕︰])")
WORD = re.compile(r"[\w-]+")


OUTER = ("", " ", "#")  # how a line begins that is not at the margin
MOST = 5000
"""Lines that are looked at. Nobody writes an entry that is longer."""


class Line(NamedTuple):
    """A line that is not empty: how far it is indented, whether a dash begins it, its key, and its value or text."""

    number: int
    column: int
    dashed: bool
    key: str | None
    value: str
    inner: int  # the column of what follows the dash

    @property
    def opens(self) -> bool:
        """Whether something deeper must follow: a key without a value, a dash without an entry."""
        return not self.value

    @property
    def plain(self) -> bool:
        return self.key is None and not self.dashed


class Slip(NamedTuple):
    """A line in which something is wrong, and what."""

    line: int
    said: str


def slip(text: list[str], lost: int) -> Slip | None:
    """The last slip of layout up to and with the line where the parser lost its way."""
    margin = [number for number in range(lost - 1) if text[number][:1] not in OUTER]
    begin = margin[-3] if len(margin) > 2 else 0
    if lost - begin > MOST:
        return None
    lines = list(_lines(text[:lost], begin))
    strangers = [(line.number + 1, each) for line, each in _strangers(lines)]  # what follows one is often lost too
    found = [*strangers, *((line.number, each) for line, each in _Levels().misplaced(lines))]
    return max(found, key=lambda each: each[0])[1] if found else None


def _lines(text: list[str], begin: int) -> Iterator[Line]:
    """All lines from one on but comments and the inside of texts that go over several lines."""
    below, quote = None, ""
    for number, raw in enumerate(text[begin:], start=begin + 1):
        line = COMMENT.sub("", raw[:500]).rstrip()
        column = len(line) - len(line.lstrip(" "))
        if quote or not line or (below is not None and column > below):
            quote = "" if quote and quote in line else quote
            continue
        read = _read(number, column, line[column:])
        below = column if BLOCK.match(read.value) else None
        quote = read.value[0] if read.value[:1] in ('"', "'") and read.value.count(read.value[0]) == 1 else ""
        yield read


def _read(number: int, column: int, line: str) -> Line:
    dashed = line == "-" or line.startswith("- ")
    content = line[1:].lstrip(" ") if dashed else line
    inner = column + len(line) - len(content)
    key = KEY.match(content)
    return (
        Line(number, column, dashed, key[1], key[2] or "", inner)
        if key
        else Line(number, column, dashed, None, content, inner)
    )


def _strangers(lines: list[Line]) -> Iterator[tuple[Line, Slip]]:
    """Lines that are neither a key nor an entry of a list, nor go on with the text above."""
    for before, line, after in zip([None, *lines], lines, [*lines[1:], None], strict=False):
        if line.key is not None or not line.value:
            continue
        keyed = after is not None and after.key is not None and not after.dashed and after.column >= line.inner
        if line.plain and not (before and _goes_on(before, line) and not keyed):
            yield line, Slip(line.number, _said_of(line, before, after))
        elif line.dashed and keyed and after and line.value[0] not in "\"'":
            yield after, Slip(line.number, _said_of(line, before, after))


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a line goes on with the text above it, or is the text of the key above it."""
    return line.column > before.column and (before.opens or before.value[0] not in "\"'")


def _said_of(line: Line, before: Line | None, after: Line | None) -> str:
    word = WORD.match(line.value)
    if bullet := BULLET.match(line.value):
        return f"an entry of a list begins with a hyphen (-), not with '{bullet[1]}'"
    if wide := WIDE_COLON.match(line.value):
        return f"after a key comes a plain colon (:), not '{wide[1]}'"
    if word and word[0] in KEYS:
        return f"after the key '{word[0]}' comes a colon"
    if word and word[0] == line.value and after and after.column > line.column:
        return f"after the id '{word[0]}' comes a colon"
    if line.value[0] in "\"'" and before and before.dashed:
        return "each entry of a list begins with '- '"
    return "this line is neither a key with its colon nor an entry of a list; a remark begins with '#'"


@dataclass(slots=True)
class _Levels:
    """The columns at which keys or entries stand, from the margin inwards, each with the last line there."""

    open: list[tuple[int, bool, Line]] = field(default_factory=list)  # column, whether dashes stand there, line

    def misplaced(self, lines: list[Line]) -> Iterator[tuple[Line, Slip]]:
        """Lines that are indented unlike those they belong beside."""
        before: list[Line] = []
        for line in lines:
            if not line.plain:
                if found := self._place(line, before):
                    yield line, found
                before = [*before[-1:], line]

    def _place(self, line: Line, before: list[Line]) -> Slip | None:
        left = self._leave(line)
        found = self._slip(line, left, before) if self.open or left else None
        self.open = [
            level
            for level in self.open
            if level[0] < line.column or (level[0] == line.column and level[1] < line.dashed)
        ]
        self.open.append((line.column, line.dashed, line))
        if line.dashed and line.key is not None:
            self.open.append((line.inner, False, line))
        return found

    def _leave(self, line: Line) -> list[tuple[int, bool, Line]]:
        """The levels that a line ends: those that are deeper, and a list whose dashes stand below its key."""
        left = []
        while self.open and (self.open[-1][0] > line.column or self._ends_list(line)):
            left.append(self.open.pop())
        return left

    def _ends_list(self, line: Line) -> bool:
        column, dashed, _ = self.open[-1]
        return (
            dashed and not line.dashed and column == line.column and len(self.open) > 1 and self.open[-2][0] == column
        )

    def _slip(self, line: Line, left: list[tuple[int, bool, Line]], before: list[Line]) -> Slip | None:
        column, dashed, there = self.open[-1] if self.open else (-1, False, line)
        last = before[-1]
        if column == line.column:
            return self._among_others(line, dashed, left, last)
        if left:
            return _unaligned(line, left[-1], there) if column >= 0 else _indented(left[-1][2], line.column)
        if last.opens:
            return None
        above = before[-2] if len(before) > 1 else None
        if above and above.opens and above.column >= last.column:  # the one above has nothing below it
            return _indented(last, line.column)
        return _indented(line, column)

    def _among_others(self, line: Line, dashed: bool, left: list[tuple[int, bool, Line]], last: Line) -> Slip | None:
        """A key among entries of a list, or a dash among keys; a list may stand right below its key."""
        if dashed == line.dashed or (line.dashed and last.opens and not left):
            return None
        if dashed:
            return _indented(line, self.open[-2][0]) if len(self.open) > 1 else None
        lists = [column for column, were_dashed, _ in left if were_dashed]
        return _indented(line, lists[-1]) if lists else None


def _unaligned(line: Line, level: tuple[int, bool, Line], outer: Line) -> Slip:
    """A line between two levels: it, or the line that opened the inner one, is indented wrongly."""
    inner, _, first = level
    if line.column == outer.inner + 2 != inner:
        return _indented(outer if inner - outer.inner > 3 else first, line.column)
    nearest = min((inner, outer.column), key=lambda column: abs(column - line.column))
    return _indented(line, nearest)


def _indented(line: Line, beside: int) -> Slip:
    by = f"{line.column} space" if line.column == 1 else f"{line.column} spaces"
    return Slip(line.number, f"this line is indented by {by}, those it belongs beside by {beside}")
