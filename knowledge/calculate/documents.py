"""What two documents print of one fact: how far apart they are."""

from __future__ import annotations

from knowledge.calculate.amounts import gap
from knowledge.calculate.asking import Wish
from knowledge.calculate.comparable import not_alike, obstacle
from knowledge.calculate.moments import last_day, oldest_first
from knowledge.calculate.refused import not_comparable, not_held
from knowledge.model import Fact, Figure, Source
from knowledge.outcome import CalculatedAnswer, Found, Unknown


def difference(fact: Fact, wish: Wish) -> Found | Unknown | None:
    """The difference between what two documents print; None if the fact does not stand in two."""
    held = tuple({figure.citation.source.id: figure.citation.source for figure in fact.figures}.values())
    sources = wish.sources if len(wish.sources) == 2 else held
    if missing := next((source for source in sources if source not in held), None):
        return not_held(fact, _name(missing), tuple(_name(source) for source in held))
    if len(sources) != 2:
        return None
    found = [figure for source in sources if (figure := _newest(fact, source))]
    if len(found) < 2:
        return not_comparable(fact, "one of the documents prints more than one figure")
    return _told(fact, *oldest_first(found))


def _newest(fact: Fact, source: Source) -> Figure | None:
    """The newest figure of a document; None if it prints two for that time."""
    own = [figure for figure in fact.figures if figure.citation.source == source]  # headline first
    rivals = [figure for figure in own if last_day(figure) == last_day(own[0]) and figure.status == own[0].status]
    return own[0] if all(_same(figure, own[0]) for figure in rivals) else None


def _told(fact: Fact, older: Figure, newer: Figure) -> Found | Unknown:
    same = _same(older, newer)
    if why := next(not_alike(fact, older, newer), None) or (None if same else obstacle(fact, older, newer)):
        return not_comparable(fact, why)
    result = "no difference: both documents give the same" if same else gap(older, newer)
    return Found((CalculatedAnswer(f"{fact.title}, difference between documents", result, (older, newer), (fact,)),))


def _same(one: Figure, other: Figure) -> bool:
    """Whether two figures say the same amount, or the same day."""
    first, second = one.quantity, other.quantity
    known = first.value is not None and (first.value, first.bound, first.kind) == (
        second.value,
        second.bound,
        second.kind,
    )
    return known or one.printed == other.printed


def _name(source: Source) -> str:
    return source.short or source.title
