"""When a figure holds: for putting figures in order, for finding the one of a date, and in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from knowledge.dates import shown, span
from knowledge.model import Figure

AHEAD = ("projection", "target", "pledge")  # what has not happened stands last, whenever it was said
STAGES = (
    (0, r"before|prior to|ahead of"),
    (1, r"when|at|upon"),
    (2, r"after|once|since|following|with"),
)


def moment(figure: Figure) -> str | None:
    """The date or the period for which a figure is printed."""
    return figure.as_of or figure.period


def last_day(figure: Figure) -> date:
    """The day up to which a figure holds; an undated one holds up to the publication of its source."""
    both = span(moment(figure) or figure.citation.source.issued or "")
    return both[1] if both else date.min


def oldest_first(figures: Iterable[Figure]) -> list[Figure]:
    """Figures by their dates, what is only expected last; of one date, "before" the event, then "since" it."""
    return sorted(figures, key=lambda figure: (figure.status in AHEAD, last_day(figure), _stage(figure)))


def is_in_order(figures: Sequence[Figure]) -> bool:
    """Whether the order of `oldest_first` is sure: a time told in words stands beside no other than of its event."""
    in_words = [figure for figure in figures if figure.when and not moment(figure)]
    stages = {_stage(figure) for figure in in_words}
    return not in_words or (len(in_words) == len(figures) == len(stages))


def _stage(figure: Figure) -> int:
    found = stage(figure.when or "")
    return 1 if found is None else found


def holds_on(figure: Figure, iso: str) -> bool:
    """Whether a dated figure holds up to a day within the asked date, or for the month around it."""
    return _is_within(moment(figure), iso)


def is_published_in(figure: Figure, iso: str) -> bool:
    """Whether an undated figure was published then."""
    return moment(figure) is None and _is_within(figure.citation.source.issued, iso)


def _is_within(held: str | None, iso: str) -> bool:
    asked, own = span(iso), span(held or "")
    if not asked or not own:
        return False
    around = own[0] <= asked[0] and asked[1] <= own[1] and (own[1] - own[0]).days < 32
    return around or asked[0] <= own[1] <= asked[1]


def said_when(figure: Figure) -> str:
    """When a figure holds, in words: "31 May 2024", "before the flood", "2030, a projection"."""
    dates = [shown(iso) for iso in (figure.as_of, figure.period, figure.due) if iso]
    if not dates and not figure.when and figure.quantity.kind == "date":
        return ""  # a date is its own
    words = [*dates, *filter(None, [figure.when])] or [_undated(figure)]
    return ", ".join([*words, *([in_words(figure.status)] if figure.status else [])])


def _undated(figure: Figure) -> str:
    issued = figure.citation.source.issued
    return f"undated, published {shown(issued)}" if issued else "undated"


def in_words(status: str | None) -> str:
    """ "a projection"; without a status it is "an outcome"."""
    status = status or "outcome"
    return f"{'an' if status[0] in 'aeiou' else 'a'} {status}"


def stage(when: str) -> int | None:
    """0 before an event, 1 at it, 2 after it; None if the words name no event."""
    found = _relation(when)
    return found[0] if found else None


def event(when: str) -> str:
    """The event that the words of a time stand to: "the flood" of "five years after the flood"."""
    found = _relation(when)
    return when[found[1] :].strip().lower().removeprefix("the ") if found else ""


def _relation(when: str) -> tuple[int, int] | None:
    """Which stage the first word of relation tells, and where it ends."""
    found = [
        (match.start(), stage, match.end())
        for stage, words in STAGES
        if (match := re.search(rf"\b(?:{words})\b", when, re.IGNORECASE))
    ]
    return min(found)[1:] if found else None
