"""Which words of a question a fact accounts for."""

from __future__ import annotations

from knowledge.match import Asked, Index
from knowledge.match.asked.terms import TELLING
from knowledge.match.weighing.share import best_meaning
from knowledge.model import Fact


def unexplained(asked: Asked, fact: Fact, index: Index) -> frozenset[str]:
    """The words that count in a question and that a fact, by itself, does not explain."""
    explains = next(each for each in index.entries if each.fact is fact).explains
    telling = (term for term in asked.terms if term.weight >= TELLING)
    return frozenset(term.word.text for term in telling if best_meaning(term, explains)[1] is None)
