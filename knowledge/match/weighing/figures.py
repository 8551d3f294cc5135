"""Which of a fact's figures a question means: by its source, its dates, the words of its time, and whether it is a plan."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

from knowledge.dates import span
from knowledge.match.asked.question import Asked
from knowledge.match.indexing.entry import Entry
from knowledge.match.indexing.index import as_digits
from knowledge.match.indexing.lexicon import Concept
from knowledge.match.language import english
from knowledge.match.language.aspects import PLAN, PLANNED
from knowledge.match.language.turns import turn
from knowledge.match.language.words import words
from knowledge.model import Figure

Figures = tuple[Figure, ...]

EARLIER = re.compile(
    r"\bwhen (?:its|the) (?:[\w-]+ ){1,3}(?:came out|issued|(?:was|were) (?:issued|launched|published|adopted|passed|signed|announced))\b|\b(?:before (?:it|they|that|this|then|the|any|its|their)|originally|initially|previously|formerly|at first|when (?:it|they) (?:first|opened|started|began)|back then|early on|in (?:its|the) early days|used to|(?:old|former|previous|earlier) (?:\w+ )?(?:time|figure|number|level|cost|price|speed|duration)|start(?:ed)? out|from how many\b[^.?!]* start(?:ed)?|years? (?:ago|back|earlier|before)|(?:at|in) (?:its|the) (?:start|launch|opening|beginning|outset))\b",
    re.IGNORECASE,
)
RANGE = turn(
    "range between band",
    r"\b(?:what|the) range\b|\bthe band\b|\brange of\b|\brange\W*$|'s range\b|\brange for\b|\bbetween (?:what|which)\b",
    re.IGNORECASE,
)
GROWN_FROM = re.compile(r"\bfrom (\d+(?:,\d{3})*)\b[^.?!]*\bto (?:how|what)\b", re.IGNORECASE)
THEN = re.compile(
    r"\b(?:before|previously|formerly|at first|earlier|when (?:it|the|its)|at (?:its|the)(?: [\w'’-]+)? (?:start|launch|opening|beginning))\b",
    re.IGNORECASE,
)
RANKS = frozenset(("rank", "text", "date"))
MIDDLE = frozenset(("mid", "middle"))
MOST = 0.6  # of the words of its time, from which a figure is meant by them


def fitting_figures(asked: Asked, entry: Entry, said: Mapping[Concept, float]) -> tuple[Figures, str | None]:
    """The fact's figures, those that fit the question first; and the source or ISO date it insists on, if none fits."""
    figures = entry.fact.figures
    if asked.source:
        figures = tuple(figure for figure in figures if figure.citation.source.id == asked.source.id)
        if not figures:
            return entry.fact.figures, asked.source.short or asked.source.title
    if len(asked.dates) == 2 and (between := tuple(figure for figure in figures if _is_between(figure, *asked.dates))):
        return _then_the_rest(between, entry), None
    for iso in asked.dates:
        if iso in entry.numbers:  # "the forum of 2017": the year tells the fact, not the figure
            continue
        figures = tuple(figure for figure in figures if any(_fits(figure, day) for day in _meant_by(iso, asked)))
        if not figures:
            return entry.fact.figures, iso
    return _then_the_rest(figures if len(figures) == 1 else _as_told(figures, asked, entry, said), entry), None


def _as_told(figures: Figures, asked: Asked, entry: Entry, said: Mapping[Concept, float]) -> Sequence[Figure]:
    """Several figures, first those of the time, the form and the plan that the question says; last what it grew from, as that tells."""
    numbers = {number.replace(",", "") for number in GROWN_FROM.findall(asked.near)}
    ranges = bool(RANGE.search(asked.near, asked.begins))
    ranked = asked.kinds is not None and "rank" in asked.kinds <= RANKS
    timed = any(figure.when or figure.says or _is_planned(figure) for figure in figures)
    if not ranges and not ranked and not timed and not any(_is_told(figure, numbers) for figure in figures):
        return figures
    plan, earlier = PLAN in asked.aspects, bool(EARLIER.search(asked.near))
    return sorted(
        figures,
        key=lambda figure: (
            _is_told(figure, numbers),
            earlier and not is_of_then(figure),
            ranges and figure.quantity.kind != "range",
            ranked and figure.quantity.kind != "rank",
            -_told(figure, figures, entry, said),
            _is_planned(figure) != plan,
        ),
    )


def _is_told(figure: Figure, numbers: Collection[str]) -> bool:
    """Whether the question says it itself: "from 166 ports to how many"."""
    value = figure.quantity.value
    return isinstance(value, Decimal) and as_digits(value) in numbers


def is_of_then(figure: Figure) -> bool:
    """Whether it tells what there was before, or at first."""
    return bool(THEN.search(figure.when or ""))


def _is_planned(figure: Figure) -> bool:
    return figure.status in PLANNED


def _then_the_rest(figures: Sequence[Figure], entry: Entry) -> Figures:
    """Some of a fact's figures, and after them those that are left."""
    if len(figures) == len(entry.fact.figures):
        return tuple(figures)
    return (*figures, *(figure for figure in entry.fact.figures if figure not in figures))


def _told(figure: Figure, figures: Figures, entry: Entry, said: Mapping[Concept, float]) -> int:
    """How many words of its time or its speaker the question says that tell it from its siblings, or all of them."""
    own = _telling(figure) - entry.named
    if len(own) > 1 and len(own & said.keys()) > MOST * len(own):
        return len(own)
    others = {stem for other in figures if other is not figure for stem in _telling(other)}
    return sum(stem in said for stem in own - others)


def _telling(figure: Figure) -> set[str]:
    texts = filter(None, (figure.when, figure.says))
    return {word.stem for text in texts for word in words(text) if word.text not in english.STOP}


def _meant_by(iso: str, asked: Asked) -> tuple[str, ...]:
    """A date as it is read, and July too for the middle of a year, which is written down as its first half."""
    return (iso, f"{iso[:4]}-07") if iso.endswith("-H1") and not MIDDLE.isdisjoint(asked.written) else (iso,)


def _fits(figure: Figure, iso: str) -> bool:
    """Whether a figure holds for a date: its own date, its period, its text, or (undated) its source's."""
    if len(iso) == 4 and any(
        iso in (text or "") for text in (figure.printed, figure.when, figure.note, figure.against)
    ):
        return True
    if any(_is_then(held, iso) for held in (figure.as_of, figure.due, figure.against) if held):
        return True
    if figure.period and _covers(figure.period, iso):
        return True
    if isinstance(figure.quantity.value, str):
        return _overlap(figure.quantity.value, iso)
    undated = not (figure.as_of or figure.period or figure.due)
    return undated and _is_told_of(figure.citation.source.issued or "", iso)


def _is_between(figure: Figure, begun: str, ended: str) -> bool:
    """Whether its period begins within the one date and ends within the other: "between April 2023 and September 2024"."""
    ends = (figure.period or "").partition("/")
    return bool(ends[2]) and _overlap(ends[0], begun) and _overlap(ends[2], ended)


def _is_told_of(issued: str, iso: str) -> bool:
    """What a source tells without a date holds for when it was issued, and for the middle of that year if it was later in it."""
    return _overlap(issued, iso) or ("H1" in iso and issued[:4] == iso[:4])


def _is_then(held: str, iso: str) -> bool:
    """The held date ends within the asked one ("in 2023" for 2023-08-31), or is the month around the asked day."""
    asked, own = span(iso), span(held)
    if not asked or not own:
        return False
    month_around = own[0] <= asked[0] and asked[1] <= own[1] and (own[1] - own[0]).days < 32
    return asked[0] <= own[1] <= asked[1] or month_around


def _covers(period: str, iso: str) -> bool:
    """The asked date is the period, one end of it, or around it; or the day to which a running total is told."""
    asked, own = span(iso), span(period)
    assert asked and own
    ends = [span(end) for end in period.split("/")]
    to_the_day = period.count("-") >= 3
    around = asked[0] <= own[0] and own[1] <= asked[1]
    in_a_month = (asked[1] - asked[0]).days < 32
    closes = in_a_month and own[0] <= asked[0] and asked[1] == own[1]  # "the year ended 31 December 2014"
    return asked == own or asked in ends or around or closes or (to_the_day and asked[0] <= own[1] <= asked[1])


def _overlap(held: str, iso: str) -> bool:
    asked, own = span(iso), span(held)
    return bool(asked and own and asked[0] <= own[1] and own[0] <= asked[1])
