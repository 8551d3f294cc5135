"""The one way a citation is written."""

from __future__ import annotations

from knowledge.dates import shown
from knowledge.model import Citation, Source


def cite(citation: Citation) -> str:
    """In full: author, title, date, and the place with its heading, as plain text."""
    return f"{cite_source(citation.source)}, {_place(citation)}"


def cite_source(source: Source) -> str:
    """A document as a whole: author, title, date."""
    author = f"{source.author}, " if source.author else ""
    return f"{author}{source.title}{_issued(source)}"


def cite_short(citation: Citation) -> str:
    """In brief: the document's short name, its year and the locator."""
    source = citation.source
    year = f" ({source.issued[:4]})" if source.issued else ""
    return f"{source.short or source.title}{year}, {_steps(citation)}"


def _issued(source: Source) -> str:
    return f" ({shown(source.issued)})" if source.issued else ""


def _steps(citation: Citation) -> str:
    """'III.2, panel 1' for the locator 'III.2 panel 1'."""
    part = citation.locator.removeprefix(citation.section).strip()
    return f"{citation.section}, {part}" if part else citation.section


def _place(citation: Citation) -> str:
    place = citation.source.place(citation.locator)
    if place is None:
        return citation.locator
    if place.is_part:
        return f"{place.section}, {place.heading}"
    return place.section if place.heading == place.section else f"{place.section} ({place.heading})"
