"""A question that asks for a change, a series, a comparison or a count -> an answer calculated from the figures held.

Everything is exact, and nothing is calculated of figures that are not told alike: a printed change, or none, is better.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from knowledge.calculate.asking import Way, Wish, wish
from knowledge.calculate.change import changed, series
from knowledge.calculate.comparison import compared
from knowledge.calculate.counting import counted
from knowledge.calculate.documents import difference
from knowledge.calculate.meant import (
    facts_meant,
    has_printed_change,
    in_two_documents,
    is_asked_so,
    is_printed,
    is_series,
    prints_change,
)  # fmt: skip
from knowledge.match import Asked, Index, Ranked
from knowledge.model import Fact
from knowledge.outcome import FactAnswer, Found, Unknown, Unsure

__all__ = ["Calculated", "calculated"]

Calculated = Found | Unsure | Unknown | None

FITTING: dict[Way, Callable[[Fact], bool]] = {"documents": in_two_documents, "change": is_series, "series": is_series}
"""Which facts are offered as choices."""


def calculated(asked: Asked, ranked: Ranked, index: Index) -> Calculated:
    """What is calculated for a question, why it cannot be, or which facts it may mean; None if it asks for none of this.

    `ranked` are the question's own matches: a change that one of them prints is never calculated.
    """
    if asked.negations or asked.told.lessened or asked.wants_box:
        return None
    if asked_for := wish(asked, index):
        facts = facts_meant(asked_for.topic, index, FITTING[asked_for.way])
        written = any(is_asked_so(asked.text, fact, index) for fact in facts)
        return None if written or not facts else _of_facts(facts, asked_for, ranked, index)
    return counted(asked, index) or compared(asked, index)


def _of_facts(facts: Sequence[Fact], asked_for: Wish, ranked: Ranked, index: Index) -> Calculated:
    if asked_for.way != "documents" and any(is_printed(fact, ranked) for fact in facts):
        return None
    if len(facts) > 1:
        return Unsure(tuple(FactAnswer(fact, fact.figures) for fact in facts))
    return _of_a_fact(facts[0], asked_for, index)


def _of_a_fact(fact: Fact, asked_for: Wish, index: Index) -> Calculated:
    if asked_for.way == "documents":
        return difference(fact, asked_for)
    if not is_series(fact):
        return None
    printed = prints_change(fact) or (not asked_for.dates and has_printed_change(fact, index))
    if asked_for.way == "series":
        return series(fact, asked_for, calculates=not printed)
    return None if printed else changed(fact, asked_for)
