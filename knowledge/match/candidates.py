"""The few facts, out of all, that a question is held against: those that share the rarest words with it."""

from __future__ import annotations

from heapq import nlargest, nsmallest
from itertools import accumulate

from knowledge.match import english
from knowledge.match.entry import Entry
from knowledge.match.index import Index
from knowledge.match.lexicon import Concept
from knowledge.match.question import Asked
from knowledge.match.terms import Term

CANDIDATES = 30
NAMES = 2.0  # what a name counts, beside other words as rare
ROUNDING = 1e-9  # by less than this differ sums of the same gains

Gains = list[tuple[float, Concept]]
"""What each meaning of a word speaks for, the least first."""


def candidates(asked: Asked, index: Index) -> list[Entry]:
    """The facts that share the rarest words with the question, best first.

    Words are looked up rarest first, until no fact without any of them could still be among the best: then the common
    words, each in thousands of facts, are looked for in the few that are left (MaxScore: Turtle and Flood 1995).
    """
    terms = (_gains(term, index) for term in asked.terms if term.word.text not in english.CHAT)
    told = sorted(filter(None, terms), key=lambda gains: gains[-1][0], reverse=True)
    to_come = [*accumulate((gains[-1][0] for gains in reversed(told)), initial=0.0)]
    whole = to_come[-1]
    totals: dict[int, float] = {}
    for gains in told:
        told_so_far = whole - to_come[-1]  # no fact can have more
        if told_so_far > to_come[-1] and (least := _least(totals)) > to_come[-1]:
            totals = {place: total for place, total in totals.items() if total + to_come[-1] > least - ROUNDING}
            _add_to(totals, gains, index)
        else:
            _look_up(totals, gains, index)
        to_come.pop()
    best = nsmallest(CANDIDATES, totals.items(), key=lambda found: (-found[1], found[0]))
    return [index.entries[place] for place, _ in best]


def _gains(term: Term, index: Index) -> Gains:
    rarity = index.lexicon.rarity
    times = NAMES if term.name else 1.0
    return sorted(
        (rarity(concept) * sure * times, concept) for concept, sure in term.means.items() if concept in index.postings
    )


def _least(totals: dict[int, float]) -> float:
    """The least that a fact must have to be among the best."""
    return nlargest(CANDIDATES, totals.values())[-1] - ROUNDING if len(totals) >= CANDIDATES else 0.0


def _look_up(totals: dict[int, float], gains: Gains, index: Index) -> None:
    """Adds what a word speaks for, by its best meaning in each fact."""
    found: dict[int, float] = {}
    for gain, concept in gains:
        found.update(dict.fromkeys(index.postings[concept], gain))
    for place, gain in found.items():
        totals[place] = totals.get(place, 0.0) + gain


def _add_to(totals: dict[int, float], gains: Gains, index: Index) -> None:
    """The same, of some facts alone."""
    best_first = gains[::-1]
    for place in totals:
        explains = index.entries[place].explains
        for gain, concept in best_first:
            if concept in explains:
                totals[place] += gain
                break
