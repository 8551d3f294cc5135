"""Which figures that were given are no longer held, and what stands in their place: pure."""

from __future__ import annotations

from collections.abc import Iterator

from handlers.figures import NO_UNIT_PRINTED
from handlers.given import Given
from knowledge.model import Fact, Figure, Knowledge


def is_held(given: Given, knowledge: Knowledge) -> bool:
    """Whether a figure could be given in the same words today: print, dates, status and the place it was printed.

    A fact that got another id is still held: it is known by its name, and what was given before names were kept, by any.
    """
    if not given.fact:
        return True  # a figure of no fact: there is nothing to compare it with
    return any(_is(given, figure) for fact in _facts(given, knowledge) for figure in fact.figures)


def in_its_place(given: Given, knowledge: Knowledge) -> tuple[Fact, Figure] | None:
    """The figure that is right now: of the same place and date, else of the same date, else of the same place, else the
    headline. None if the fact is not held any more."""
    fact = knowledge.facts.get(given.fact)
    if fact is None:
        return None
    return fact, max(fact.figures, key=lambda figure: _likeness(given, figure))


def _facts(given: Given, knowledge: Knowledge) -> Iterator[Fact]:
    fact = knowledge.facts.get(given.fact)
    if fact:
        yield fact
    else:
        yield from (each for each in knowledge.facts.values() if given.title in (None, each.title))


def _is(given: Given, figure: Figure) -> bool:
    if (given.printed, given.source, given.locator) != (
        figure.printed,
        figure.citation.source.id,
        figure.citation.locator,
    ):
        return False
    return _dates(given) == _dates(figure) and _same_unit(given, figure) and _same_status(given, figure)


def _dates(of: Given | Figure) -> tuple[str | None, ...]:
    return of.as_of, of.period, of.due, of.when


def _same_unit(given: Given, figure: Figure) -> bool:
    """Only where it is not printed: how a printed one is read may change with our own program, and means nothing."""
    return given.unit == figure.quantity.unit or not NO_UNIT_PRINTED.fullmatch(given.printed)


def _same_status(given: Given, figure: Figure) -> bool:
    """What was given before titles were kept says nothing of it."""
    if given.title is None:
        return True
    return (given.status, given.says, given.against) == (figure.status, figure.says, figure.against)


def _likeness(given: Given, figure: Figure) -> int:
    """0 to 3; of equals, `max` takes the first, and the headline stands first."""
    place = (given.source, given.locator) == (figure.citation.source.id, figure.citation.locator)
    return 2 * (_dates(given) == _dates(figure) and any(_dates(given))) + place
