"""Where a figure is printed: once, as a whole, in the cited place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rapidfuzz import fuzz, process

from knowledge.model import Figure
from knowledge.proof.counters import is_counter
from knowledge.proof.document import Document
from knowledge.proof.fold import Folded, Span, reads
from knowledge.proof.layout import Passage
from knowledge.quantity import DateMention, Number

ALIKE = 60  # percent: likeness by which a reader sees what was meant
NEAR = 200  # characters: the length of a sentence or two


class Stand(NamedTuple):
    """A print where it stands."""

    passage: Passage
    reading: Folded
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands in the original text."""
        return self.reading.span(self.start, self.end)


class Unfound(NamedTuple):
    """Why a print is not proven (said after the print), and the likely cure."""

    message: str
    cure: str


def the_stand(figure: Figure, document: Document) -> Stand | Unfound:
    """The one place where a figure is printed, or why there is none."""
    found = meant(figure, document)
    if len(found) == 1:
        return found[0]
    return _several(figure, found) if found else _none(figure, document)


def meant(figure: Figure, document: Document) -> list[Stand]:
    """Where a print stands as a whole in the cited place; with `near`, the closest to its words."""
    whole = [stand for stand in stands(figure.printed, document.at(figure.citation.locator)) if is_whole(stand)]
    return _nearest(whole, figure.near) if figure.near else whole


def stands(words: str, passages: Iterable[Passage]) -> list[Stand]:
    """Everywhere that words stand, even inside others."""
    sought = reads(words)
    found: dict[Span, Stand] = {}
    for passage, reading in ((one, reading) for one in passages for reading in one.readings):
        for start in _occurrences(reading.text, sought):
            stand = Stand(passage, reading, start, start + len(sought))
            found.setdefault(stand.span, stand)
    return list(found.values())


def _occurrences(text: str, sought: str) -> Iterator[int]:
    at = text.find(sought) if sought else -1
    while at >= 0:
        yield at
        at = text.find(sought, at + 1)


def is_whole(stand: Stand) -> bool:
    """Whether a print cuts no word, number or date, and is no page number: "14" does not stand in "140" or "14 million"."""
    text = stand.reading.text
    cuts_word = _joins(text[stand.start - 1 : stand.start + 1]) or _joins(text[stand.end - 1 : stand.end + 1])
    return not cuts_word and cut(stand) is None and not is_counter(stand.passage.raw, stand.span)


def _joins(two: str) -> bool:
    return len(two) == 2 and two.isalnum()


def cut(stand: Stand) -> str | None:
    """The number or date of the text, if a print holds only a part of it: "14" of "14.5", "2019" of "July 6, 2019"."""
    wholes: list[Number | DateMention] = [*stand.reading.numbers, *stand.reading.dates]
    for whole in wholes:
        overlaps = whole.start < stand.end and stand.start < whole.end
        if overlaps and not stand.start <= whole.start <= whole.end <= stand.end:
            return stand.reading.text[whole.start : whole.end]
    return None


def _nearest(found: list[Stand], near: str) -> list[Stand]:
    """Those that `near` means: the closest to its words, within a sentence or two."""
    distances = [(_distance(stand, reads(near)), stand) for stand in found]
    least = min((distance for distance, _ in distances), default=NEAR + 1)
    return [stand for distance, stand in distances if distance == least <= NEAR]


def _distance(stand: Stand, near: str) -> int:
    """Characters between a print and the words beside it."""
    starts = _occurrences(stand.reading.text, near)
    gaps = (max(start - stand.end, stand.start - start - len(near), 0) for start in starts)
    return min(gaps, default=NEAR + 1)


def _several(figure: Figure, found: list[Stand]) -> Unfound:
    where = "; ".join(f"“{around(stand)}”" for stand in found[:3])
    cure = "give other words in `near`" if figure.near else "say which in `near`: words printed right beside it"
    return Unfound(f"stands {len(found)} times in {figure.citation.locator}: {where}", cure)


def _none(figure: Figure, document: Document) -> Unfound:
    locator = figure.citation.locator
    found = stands(figure.printed, document.at(locator))
    if whole := next(filter(None, map(cut, found)), None):
        return Unfound(f"stands in {locator} only as a part of '{whole}'", "print the whole")
    if found and not any(is_whole(stand) for stand in found):
        return Unfound(f"stands in {locator} only inside a longer word: “{around(found[0])}”", "print whole words")
    if found:
        return Unfound(f"stands in {locator}, but not beside '{figure.near}'", "mend `near`")
    return _elsewhere(figure, document) or _alike(figure, document)


def _elsewhere(figure: Figure, document: Document) -> Unfound | None:
    others = [at for at, passages in document.places() if any(map(is_whole, stands(figure.printed, passages)))]
    if not others:
        return None
    cure = f"it stands in {', '.join(map(repr, others))}: mend `cite`"
    return Unfound(f"does not stand in {figure.citation.locator}", cure)


def _alike(figure: Figure, document: Document) -> Unfound:
    """What the cited place prints instead, if anything there is alike."""
    sought = reads(figure.printed)
    texts = [passage.folded.text for passage in document.at(figure.citation.locator)]
    best = process.extractOne(sought, texts, scorer=fuzz.partial_ratio, score_cutoff=ALIKE)
    found = fuzz.partial_ratio_alignment(sought, best[0]) if best else None
    cure = (
        f"the text prints “{best[0][found.dest_start : found.dest_end].strip()}”"
        if best and found
        else "mend it or `cite`"
    )
    return Unfound(f"does not stand in {figure.citation.locator}", cure)


def around(stand: Stand, reach: int = 30) -> str:
    """A print with a few words on each side."""
    text = stand.reading.text
    start = text.rfind(" ", 0, max(0, stand.start - reach)) + 1
    end = text.find(" ", min(len(text), stand.end + reach))
    return text[start : end if end >= 0 else len(text)]
