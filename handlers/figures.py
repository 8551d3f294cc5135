"""The one line that shows a figure: its print, its status, its date and, always, its citation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from handlers import wording
from handlers.reply import BREAK, Line, Words, bold, line, linked
from knowledge.cite import cite, cite_short
from knowledge.dates import shown, span
from knowledge.model import Citation, Figure

Equals = tuple[Figure, ...]
"""Figures of two documents, or of two places in one, that say the same: shown once, with every citation."""

NO_UNIT_PRINTED = re.compile(r"[\d.,\s–-]+")


def figure_line(same: Equals, *, title: str = "", label: str = "", full: bool = False) -> Line:
    """A figure and everything it must not be quoted without, as one line that is never cut.

    Nothing else in Factbox writes a figure, so none can be posted without its citation. `full` cites in full on a
    line of its own, as befits the figure that leads; the figures that follow are cited in brief.
    """
    about = "".join(wording.SEPARATOR + part for part in (*_status(same[0]), title, dated(same)) if part)
    sources = (BREAK, wording.sources(len(same))) if full else (wording.SEPARATOR,)
    cited = _citations(same, cite if full else cite_short)
    return line(label, *_printed(same[0]), about, *sources, *cited, *_notes(same), *(_footnotes(same) if full else ()))


def figure_row(figure: Figure, title: str) -> tuple[Line, Line, Line, Line]:
    """What `figure_line` says, in four cells of a table: the print, what it measures, its date, its citation."""
    same = (figure,)
    about = wording.SEPARATOR.join(part for part in (*_status(figure), title) if part)
    cited = line(*_citations(same, cite_short), *_notes(same))
    return line(*_printed(figure)), line(about), line(dated(same)), cited


def equals(figures: Iterable[Figure]) -> list[Equals]:
    """The figures in their order, those that say the same together where the first of them stands."""
    groups: dict[object, list[Figure]] = {}
    for figure in figures:
        groups.setdefault(_what_is_said(figure), []).append(figure)
    return [tuple(same) for same in groups.values()]


def _what_is_said(figure: Figure) -> object:
    """ "1,035 kilometers" and "1,035-km-long" say the same; of two dates, or with two statuses, they would not."""
    quantity = figure.quantity
    amount = (quantity.value, quantity.unit, quantity.bound, quantity.kind) if quantity.value else figure.printed
    return amount, figure.as_of, figure.period, figure.due, figure.when, figure.against, figure.status, figure.says


def relation(same: Equals, leading: Equals) -> str:
    """How a figure stands to the one that leads: "Earlier: ", "Later: ", or "Also: " where dates do not tell."""
    own, other = _days(same[0]), _days(leading[0])
    if own and other and own[1] < other[1]:
        return wording.EARLIER
    return wording.LATER if own and other and own[1] > other[1] else wording.ALSO


def dated(same: Equals) -> str:
    """The date in plain words, as precise as it was printed; without one, when the source was published."""
    figure = same[0]
    dates = ", ".join(_dates(figure))
    published = wording.published([each.citation.source.issued for each in same])
    if figure.as_of or figure.period:
        return dates
    if dates or figure.quantity.kind == "date":  # "December 3, 2021" is a date: to call it undated would be odd
        return f"{dates} ({published})" if dates and published else dates or published
    return wording.undated(published, len(same))


def _dates(figure: Figure) -> Iterator[str]:
    if figure.quantity.kind == "date" and isinstance(figure.quantity.value, str):
        yield from _year_not_printed(figure.printed, figure.quantity.value)
    if figure.as_of:
        yield wording.as_of(shown(figure.as_of))
    if figure.period:
        yield wording.over(shown(figure.period))
    if figure.due:
        yield wording.over(shown(figure.due))
    if figure.when:
        yield figure.when
    if figure.against:
        yield wording.against(shown(figure.against))


def _year_not_printed(printed: str, value: str) -> Iterator[str]:
    """ "July 3" is printed, 2024 stands elsewhere: whoever quotes it needs both."""
    if value[:4].isdigit() and value[:4] not in printed:
        yield wording.meaning(shown(value))


def _status(figure: Figure) -> Iterator[str]:
    if figure.status or figure.says:
        yield wording.status(figure.status, figure.says)


def _printed(figure: Figure) -> Iterator[Words | str]:
    """The print as it is, and the unit where the source prints that elsewhere."""
    yield bold(figure.printed)
    if figure.quantity.unit and NO_UNIT_PRINTED.fullmatch(figure.printed):
        yield " " + figure.quantity.unit


def _citations(same: Equals, cited: Callable[[Citation], str]) -> Iterator[Words | str]:
    for number, figure in enumerate(same):
        yield "; " if number else ""
        yield linked(cited(figure.citation), figure.citation.source.url)
        if figure.printed.casefold() != same[0].printed.casefold():
            yield wording.printed_there(figure.printed)


def _notes(same: Equals) -> Iterator[Words | str]:
    for note in dict.fromkeys(figure.note for figure in same if figure.note):
        yield from (BREAK, wording.note(note))


def _footnotes(same: Equals) -> Iterator[Words | str]:
    """The addresses that the documents themselves refer to."""
    for url in dict.fromkeys(figure.url for figure in same if figure.url):
        yield from (BREAK, wording.FOOTNOTE, linked(url, url))


def _days(figure: Figure) -> tuple[date, date] | None:
    iso = figure.as_of or figure.period
    return span(iso) if iso else None
