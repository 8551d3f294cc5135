"""How a document is laid out: its places as the outline marks them, and the passages in each.

A passage is a paragraph as its author wrote it: joined again where a page, footnotes or a heading broke it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from knowledge.model import Place
from knowledge.proof.fold import NOTE_MARK, Folded, Span, evened, folded

Kind = Literal["text", "heading", "note", "rule"]

BREAK = re.compile(r"[-‐\u00ad]\s*\n|\u00ad")
BLOCK = re.compile(r"\S(?:.|\n(?![ \t]*\n|[ \t]*$))*", re.MULTILINE)
RULE = re.compile(r"[-*_=#\s]+|[-–—\s]*\d{1,3}[-–—\s]*")  # a line across, or a page number
NOTE = re.compile(rf"(?:<sup>)?\s*(?:{NOTE_MARK}|\[\^\w+\]:)|[<\[(]*https?://\S+[>\])]*\s*$")
FINISHED = re.compile(r"[.!?)][\"')\]]*$|[.!?]?[\"']$")


SENTENCE = re.compile(r"(?<!\b[A-Z])[.!?][\"')\]]*\s+(?=[\"'(\[]*[A-Z0-9])")


@dataclass(frozen=True)
class Passage:
    """A paragraph, and where its pieces stand in the original."""

    raw: str
    pieces: tuple[Span, ...]
    kind: Kind

    @cached_property
    def folded(self) -> Folded:
        return folded(self.raw, self.pieces)

    @cached_property
    def sentences(self) -> tuple[int, ...]:
        """Where its sentences begin, and where the last one ends."""
        text = self.folded.text
        return (0, *(match.end() for match in SENTENCE.finditer(text)), len(text))

    @cached_property
    def readings(self) -> tuple[Folded, ...]:
        """With broken words joined and, if that differs, with their hyphens: "twenty-" "foot" may be either."""
        breaks = any(BREAK.search(self.raw, *piece) for piece in self.pieces) or len(self.pieces) > 1
        return (self.folded, folded(self.raw, self.pieces, hyphens=True)) if breaks else (self.folded,)


def passages(raw: str, spans: Iterable[Span]) -> list[Passage]:
    """The passages of a place, whose text may stand in several stretches."""
    blocks = [block for start, end in spans for block in _blocks(raw, start, end)]
    return _mended(raw, [block for block in blocks if block[1] != "rule"])


def _blocks(raw: str, start: int, end: int) -> list[tuple[Span, Kind]]:
    """The paragraphs as they are set; an address under a footnote belongs to it."""
    found = [(match.span(), match[0]) for match in BLOCK.finditer(raw, start, end)]
    return [(span, _kind(text)) for span, text in found]


def _kind(text: str) -> Kind:
    if RULE.fullmatch(text):
        return "rule"
    if text.lstrip().startswith("#"):
        return "heading"
    return "note" if NOTE.match(text) else "text"


def _mended(raw: str, blocks: Sequence[tuple[Span, Kind]]) -> list[Passage]:
    """A paragraph that stops in the middle goes on in the next one, past footnotes and, in mid-word, past headings."""
    mended: list[Passage] = []
    broken: int | None = None  # where in `mended` the paragraph stands that is not finished
    for span, kind in blocks:
        if kind == "text" and broken is not None:
            mended[broken] = Passage(raw, (*mended[broken].pieces, span), "text")
        else:
            mended.append(Passage(raw, (span,), kind))
        if kind == "text":
            at = broken if broken is not None else len(mended) - 1
            broken = None if FINISHED.search(mended[at].folded.text) else at
        elif kind == "heading" and broken is not None and not _in_mid_word(mended[broken]):
            broken = None
    return mended


def _in_mid_word(passage: Passage) -> bool:
    return passage.folded.text.endswith("-")


def places(raw: str, outline: Sequence[Place]) -> tuple[dict[str, list[Span]], list[str]]:
    """The stretches of text of each place, by locator; and what the outline says that the text does not.

    A place runs to the next start. One with `ends` is cut out, and what follows it belongs to the place before it.
    """
    text = evened(raw)
    starts, lost = _starts(text, outline)
    closed = {place.locator: _end(text, place, starts[place.locator]) for place in outline if _closes(place, starts)}
    lost += [f"the words that end '{at}' do not stand after its start" for at, end in closed.items() if not end]
    cut = {locator: (starts[locator], end) for locator, end in closed.items() if end}
    opened = sorted((start, locator) for locator, start in starts.items() if locator not in cut)
    spans = {locator: [(text.at[start], text.span(start, end)[1])] for locator, (start, end) in cut.items()}
    for (start, locator), (end, _) in zip(opened, [*opened[1:], (len(text.text), "")], strict=True):
        spans[locator] = [text.span(*left) for left in _without((start, end), cut.values())]
    return spans, lost


def _closes(place: Place, starts: dict[str, int]) -> bool:
    return place.ends is not None and place.locator in starts


def _starts(text: Folded, outline: Sequence[Place]) -> tuple[dict[str, int], list[str]]:
    """Where each place starts. Words that stand twice mean the first time after the place before: outlines run on."""
    starts: dict[str, int] = {}
    lost, last = [], 0
    for place in outline:
        words = evened(place.starts).text
        after = text.text.find(words, last)
        start = after if after >= 0 else text.text.find(words)
        if start < 0:
            lost.append(f"the words that start '{place.locator}' do not stand in the text: '{place.starts}'")
        else:
            starts[place.locator] = last = start
    return starts, lost


def _end(text: Folded, place: Place, start: int) -> int:
    """Just after the words that end a place; 0 if they do not stand there."""
    ends = evened(place.ends or "").text
    at = text.text.find(ends, start)
    return at + len(ends) if at >= 0 else 0


def _without(whole: Span, holes: Iterable[Span]) -> list[Span]:
    """What is left of a stretch when others are cut out of it."""
    left, start = [], whole[0]
    for hole in sorted(hole for hole in holes if whole[0] <= hole[0] < whole[1]):
        left.append((start, hole[0]))
        start = max(start, hole[1])
    left.append((start, whole[1]))
    return [(begin, end) for begin, end in left if begin < end]
