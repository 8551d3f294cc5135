"""Whether a figure's dates are printed with it.

The nearest dates count: those in the figure's own sentence, or else in the nearest sentence before it that has any,
or else in its passage, its place, its section. `dated` lets any of these count, and the place that it names.
A date stands as precisely as it is given: "2024-05" is not printed by "May 31, 2024". A year that is not printed beside
its month or day ("On July 3") is that of the date before it in the passage, or (unless both stand in one sentence) the
year the source was issued, or one that is printed where `dated` says.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from knowledge.dates import span as days_of
from knowledge.model import Figure
from knowledge.proof.document import Document
from knowledge.proof.fold import Span
from knowledge.proof.layout import Passage
from knowledge.proof.prints import Stand, Unfound
from knowledge.quantity import DateMention, numbers_in, quantity

# between two dates that share a year: "from January to August 2024", "June 3 and 4, 2023"
JOINED = re.compile(r"\s*(?:(?:to|and|or|until|through)\s+|-)\s*(?:(?:the )?end of )?(?:[0-9]{1,2},?\s*)?")
# prints that take their date from the one before: "that year", "the end of the year"
RELATIVE = re.compile(r"\b(?:year|month)\b")


class Dated(NamedTuple):
    """A date where it is printed, and what it may mean in ISO form: one date, unless its year is printed elsewhere."""

    span: Span
    lender: Span | None  # the date that lends it the year
    means: tuple[str, ...]


def dating(figure: Figure, stand: Stand, document: Document) -> tuple[list[Span], list[Unfound]]:
    """Where the dates of a figure are printed, and those that are not."""
    found = {(key, iso): _printed(iso, figure, stand, document) for key, iso in _dates(figure, stand, document)}
    missing = [_not_printed(*given, stand, document) for given, dates in found.items() if not dates]
    dates = [*chain.from_iterable(found.values()), *_own(stand, document)]
    spans = [span for date in dates for span in (date.span, date.lender) if span]
    return [*spans, *_times(figure, stand)], [*missing, *_value(figure, stand, document)]


def _dates(figure: Figure, stand: Stand, document: Document) -> Iterator[tuple[str, str]]:
    """The dates that a figure gives, with the key that gives each. A period is its two ends, if not printed as one."""
    if figure.as_of:
        yield "as_of", figure.as_of
    if figure.due:
        yield "due", figure.due
    if figure.period:
        yield from (("period", iso) for iso in _ends(figure.period, stand, document))
    if figure.against and days_of(figure.against):
        yield from (("against", iso) for iso in figure.against.split("/"))


def _ends(period: str, stand: Stand, document: Document) -> list[str]:
    """The period as one date, if so printed: "2024-01/2024-06" as "the first half of 2024"."""
    ends = period.split("/")
    if len(set(ends)) < len(ends):
        return [period]  # "2022/2022" is no period, and printed nowhere
    printed = [iso for date in dates_printed(stand.passage, document) for iso in date.means]
    return [iso for iso in printed if days_of(iso) == days_of(period)][:1] or ends


def _printed(iso: str, figure: Figure, stand: Stand, document: Document) -> list[Dated]:
    """Where a date is printed, as near to the figure as any date is."""
    for dates in _scopes(figure, stand, document):
        if found := [date for date in dates if iso in date.means]:
            return found
        if dates and not figure.dated:
            return []  # another date, nearer to the figure, is not the one it gives
    return []


def _scopes(figure: Figure, stand: Stand, document: Document) -> Iterator[list[Dated]]:
    """The dates around a print, ever farther away."""
    own = dates_printed(stand.passage, document)
    sentence = _sentence(stand.passage, stand.span[0])
    for number in range(sentence, -1, -1):
        yield [date for date in own if _sentence(stand.passage, date.span[0]) == number]
    yield own
    if figure.dated:
        yield _all(document.section_of(figure.dated), document)
    yield _all(document.at(figure.citation.locator), document)
    yield _all(document.section_of(figure.citation.locator), document)


def _sentence(passage: Passage, at: int) -> int:
    """The number of the sentence in a passage that stands at a place of the original text."""
    return bisect_right(passage.sentences, bisect_left(passage.folded.at, at)) - 1


def _all(passages: Iterable[Passage], document: Document) -> list[Dated]:
    return [date for passage in passages for date in dates_printed(passage, document)]


def dates_printed(passage: Passage, document: Document) -> list[Dated]:
    """Every date of a passage, with what those without a year may mean."""
    issued = (document.source.issued or "")[:4]
    return [_dated(place, passage, issued) for place in range(len(passage.folded.dates))]


def _dated(place: int, passage: Passage, issued: str) -> Dated:
    date = passage.folded.dates[place]
    span = passage.folded.span(date.start, date.end)
    if date.iso:
        return Dated(span, None, (date.iso,))
    lender = _lender(place, passage)
    lent = passage.folded.span(lender.start, lender.end) if lender else None
    beside = lent and _sentence(passage, lent[0]) == _sentence(passage, span[0])
    years = dict.fromkeys([lender.year if lender else None, None if beside else issued])
    return Dated(span, lent, tuple(f"{year}{date.rest}" for year in years if year))


def _lender(place: int, passage: Passage) -> DateMention | None:
    """The date whose year is meant too: a later one joined to it ("from January to August 2024"), or the one before."""
    mentions, text = passage.folded.dates, passage.folded.text
    for date, other in zip(mentions[place:], mentions[place + 1 :], strict=False):
        if not JOINED.fullmatch(text[date.end : other.start]):
            break
        if other.year:
            return other
    return next((date for date in reversed(mentions[:place]) if date.year), None)


def _own(stand: Stand, document: Document) -> list[Dated]:
    """The dates inside a print; for "that year" and its like the one before it."""
    dates, (start, end) = dates_printed(stand.passage, document), stand.span
    own = [date for date in dates if date.span[0] < end and start < date.span[1]]
    relative = RELATIVE.search(stand.reading.text[stand.start : stand.end])
    return [*own, *([date for date in dates if date.span[1] <= start][-1:] if relative else [])]


def _value(figure: Figure, stand: Stand, document: Document) -> list[Unfound]:
    """Whether the date that `value` completes ("July 3", in which year?) is the one that the text means."""
    value = figure.quantity.value
    if not isinstance(value, str) or value == quantity(figure.printed).value:
        return []
    meant = _meant(figure, stand, document)
    said = f"has `value` {value}, and the text means {', '.join(meant) or 'no date'}"
    return [] if value in meant else [Unfound(said, "mend it, or say in `dated` where the year is printed")]


def _meant(figure: Figure, stand: Stand, document: Document) -> list[str]:
    """The dates that a print can mean, with the year beside it or one that is printed where `dated` says."""
    own = [iso for date in _own(stand, document) for iso in date.means]
    elsewhere = _all(document.at(figure.dated), document) if figure.dated else []
    years = sorted({iso[:4] for date in elsewhere for iso in date.means})
    relative = RELATIVE.search(figure.printed)
    return list(
        dict.fromkeys([*own, *(year + iso[4:] for iso in own for year in years), *(iso[:4] for iso in own if relative)])
    )


def _not_printed(key: str, iso: str, stand: Stand, document: Document) -> Unfound:
    near = dict.fromkeys(iso for date in dates_printed(stand.passage, document) for iso in date.means)
    said = f"its passage prints {', '.join(near)}" if near else "its passage prints no date"
    cure = f"mend `{key}`, or say in `dated` in which place it is printed"
    return Unfound(f"has `{key}` {iso}, which is not printed beside it; {said}", cure)


def _times(figure: Figure, stand: Stand) -> list[Span]:
    """The numbers of `when` and `against` ("over the past six years"), where the figure's passage prints them."""
    said = {number.value for text in (figure.when, figure.against) for number in numbers_in(text or "")}
    reading = stand.passage.folded
    return [reading.span(number.start, number.end) for number in reading.numbers if number.value in said]
