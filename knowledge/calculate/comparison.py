"""Two subjects side by side: by the measures that both have, and by no other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from knowledge.calculate.amounts import printed
from knowledge.calculate.asking import DATED, SOURCE, without_dates, without_sources
from knowledge.calculate.moments import holds_on, said_when
from knowledge.calculate.refused import nothing_alike
from knowledge.calculate.sides import Side, sides_in, tells
from knowledge.match import Asked, Index
from knowledge.match.indexing.entry import Entry
from knowledge.match.indexing.reading import Concepts, phrasing_of
from knowledge.match.language.turns import turn
from knowledge.model import Fact, Figure
from knowledge.outcome import CalculatedAnswer, Found, Unknown

COMPARE = turn(
    "compare comparison vs versus side",
    r"\bcompar(?:e|es|ison)\b|\b(?:vs\.?|versus)(?!\w)|\bside by side\b",
    re.IGNORECASE,
)
WORDS = re.compile(
    r"\b(?:(?:in |a )?comparison (?:of|between)|how (?:do|does|did)|compares?(?! (?:with|to))|side by side|between)\b",
    re.IGNORECASE,
)
MOST = 5  # measures shown

Pair = tuple[Fact, Figure, Fact, Figure]


def compared(asked: Asked, index: Index) -> Found | Unknown | None:
    """The measures of two subjects that are asked to be compared; None if two are not plainly named."""
    if not COMPARE.search(asked.near, asked.begins):
        return None
    dates, text = without_dates(without_sources(asked.text, index)[1])
    if dates is None or len(dates) > 1 or SOURCE in text:
        return None
    sides = sides_in(WORDS.sub(" ", DATED.sub(" ", text)), index)
    return _side_by_side(*sides, dates, index) if sides else None


def _side_by_side(one: Side, other: Side, dates: tuple[str, ...], index: Index) -> Found | Unknown:
    asked = (*one.beside, *other.beside)
    mine, theirs = (
        [entry for entry in side.entries if all(tells(entry, term) for term in asked)] for side in (one, other)
    )
    both = [pair for facts in _alike(mine, theirs, index) for pair in _pair(*facts, dates)]
    subjects = one.entries[0].fact.subject, other.entries[0].fact.subject
    if not both:
        return nothing_alike(*subjects, such=bool(asked or dates))
    return _told(both, f"{subjects[0].name} against {subjects[1].name}")


def _alike(mine: Iterable[Entry], theirs: Iterable[Entry], index: Index) -> Iterator[tuple[Fact, Fact]]:
    """The facts that measure the same: in the same words, their subjects' names aside."""
    others = [(entry.fact, _measures(entry, index)) for entry in theirs]
    for entry in mine:
        measures = _measures(entry, index)
        yield from ((entry.fact, fact) for fact, other in others if measures & other)


def _measures(entry: Entry, index: Index) -> set[Concepts]:
    """The words of a measure, with and without those of the subject's names."""
    said = phrasing_of(entry.fact.measure, index.lexicon)
    return {said, said - entry.named} - {frozenset()}


def _pair(mine: Fact, theirs: Fact, dates: tuple[str, ...]) -> Iterator[Pair]:
    """The figures of two facts that stand side by side, if they are of one kind, unit and status."""
    one, other = _leading(mine, dates), _leading(theirs, dates)
    if one and other and _manner(one) == _manner(other) and one.quantity.kind != "text":
        yield mine, one, theirs, other


def _leading(fact: Fact, dates: tuple[str, ...]) -> Figure | None:
    return next((figure for figure in fact.figures if all(holds_on(figure, iso) for iso in dates)), None)


def _manner(figure: Figure) -> tuple[str, str, str | None]:
    return figure.quantity.kind, (figure.quantity.unit or "").casefold(), figure.status


def _told(both: list[Pair], title: str) -> Found:
    shown = both[:MOST]
    more = f"; and {len(both) - MOST} more that both have: name one" if len(both) > MOST else ""
    result = "; ".join(_in_words(pair) for pair in shown) + more
    figures = tuple(figure for pair in shown for figure in (pair[1], pair[3]))
    facts = tuple(fact for pair in shown for fact in (pair[0], pair[2]))
    return Found((CalculatedAnswer(title, result, figures, facts, "comparison"),))


def _in_words(pair: Pair) -> str:
    mine, one, _, other = pair
    if said_when(one) == said_when(other):
        return f"{mine.measure}: {printed(one)} against {printed(other)}"
    return f"{mine.measure}: {printed(one)} ({said_when(one)}) against {printed(other)} ({said_when(other)})"
