"""A change of one fact: its figures oldest to newest, and the exact difference where nothing stands against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.calculate.amounts import change, printed
from knowledge.calculate.asking import Wish
from knowledge.calculate.comparable import obstacle_in_time
from knowledge.calculate.moments import (
    AHEAD,
    holds_on,
    is_in_order,
    is_published_in,
    last_day,
    moment,
    oldest_first,
    said_when,
)
from knowledge.calculate.refused import not_comparable, not_held
from knowledge.dates import shown
from knowledge.model import Fact, Figure
from knowledge.outcome import CalculatedAnswer, Found, Unknown

LONGEST = 10  # figures of a series that are shown

Figures = Sequence[Figure]


def changed(fact: Fact, wish: Wish) -> Found | Unknown:
    """The difference between the oldest and the newest figure, or those of the dates asked for."""
    figures = _asked_for(fact, wish)
    if missing := _missing(fact, figures, wish):
        return missing
    picked = _between(figures, wish)
    if why := _obstacle(fact, picked) or next(_unclear(picked, wish), None):
        return not_comparable(fact, why)
    older, newer = _ends(picked)
    title = f"{fact.title}, from {said_when(older)} to {said_when(newer)}"
    return Found((CalculatedAnswer(title, change(older, newer), (older, newer), (fact,)),))


def series(fact: Fact, wish: Wish, *, calculates: bool) -> Found | Unknown | None:
    """The figures oldest to newest, in words; and the change, where one can be calculated and none is printed."""
    figures = _asked_for(fact, wish)
    if missing := _missing(fact, figures, wish):
        return missing
    picked = _between(figures, wish)
    if len(picked) < 2:
        return None
    kept = picked[-LONGEST:]
    title = f"{fact.title}, {'oldest to newest' if is_in_order(kept) else 'the figures held'}"
    cut = f"the newest {len(kept)} of {len(picked)} held: " if len(kept) < len(picked) else ""
    grown = "" if not calculates or _obstacle(fact, kept) else f"; calculated: {change(*_ends(kept))}"
    return Found((CalculatedAnswer(title, f"{cut}{_in_words(kept)}{grown}", (*kept,), (fact,), "series"),))


def _in_words(kept: Figures) -> str:
    words = dict.fromkeys(f"{printed(figure)} ({said_when(figure)})" for figure in kept)
    return (", then " if is_in_order(kept) else ", and ").join(words)


def _asked_for(fact: Fact, wish: Wish) -> Figures:
    """The figures of the source that is named, or all, oldest first."""
    named = [source.id for source in wish.sources]
    return oldest_first(figure for figure in fact.figures if not named or figure.citation.source.id in named)


def _missing(fact: Fact, figures: Figures, wish: Wish) -> Unknown | None:
    """What to say if no figure is held for a date that is asked for."""
    iso = next((iso for iso in wish.dates if not any(holds_on(figure, iso) for figure in figures)), None)
    if iso is None:
        return None
    if any(is_published_in(figure, iso) for figure in figures):
        return not_comparable(fact, f"the figure published in {shown(iso)} is undated")
    return not_held(fact, shown(iso), tuple(dict.fromkeys(held for figure in figures if (held := moment(figure)))))


def _between(figures: Figures, wish: Wish) -> Figures:
    """The figures from the first date asked for on, and up to the second; all if none is asked for."""
    if not wish.dates:
        return figures
    first = min(last_day(figure) for figure in figures if holds_on(figure, wish.dates[0]))
    last = max(last_day(figure) for figure in figures if len(wish.dates) == 1 or holds_on(figure, wish.dates[-1]))
    return [figure for figure in figures if moment(figure) and first <= last_day(figure) <= last]


def _unclear(figures: Figures, wish: Wish) -> Iterator[str]:
    """The dates asked for between which there is more than one figure to choose from."""
    for iso in wish.dates:
        told = {said_when(figure) for figure in figures if holds_on(figure, iso)}
        if len(told) > 1:
            yield f"more than one figure is held for {shown(iso)}"


def _ends(figures: Figures) -> tuple[Figure, Figure]:
    """The oldest and the newest of what has happened; of anything, if less than two have."""
    happened = [figure for figure in figures if figure.status not in AHEAD]
    kept = happened if len(happened) > 1 else figures
    return kept[0], kept[-1]


def _obstacle(fact: Fact, figures: Figures) -> str | None:
    """What stands against a difference of the oldest and the newest."""
    if len(figures) < 2:
        return "fewer than two figures are held for that"
    older, newer = _ends(figures)
    if said_when(older) == said_when(newer):
        return f"they are all of {said_when(older)}"
    for end in (older, newer):
        rivals = [figure for figure in figures if said_when(figure) == said_when(end)]
        if any(figure.quantity.value != end.quantity.value for figure in rivals):
            return f"more than one figure is held for {said_when(end)}"
    return obstacle_in_time(fact, older, newer)
