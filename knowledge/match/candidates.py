"""The few facts, out of all, that a question is held against: those that share the rarest words with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
"""What each meaning of a word speaks for, the most first."""

Group = tuple[float, set[int]]
"""The places of the facts that share the same words with the question, and what these speak for together."""


def candidates(asked: Asked, index: Index) -> list[Entry]:
    """The facts that share the rarest words with the question, in the order of their places.

    Words are looked up rarest first, until no fact without any of them could still be among the best: then the common
    words, each in thousands of facts, are looked for in the few that are left (MaxScore: Turtle and Flood 1995). All facts
    that share the same words are dealt with at once, as one set.
    """
    terms = (_gains(term, index) for term in asked.terms if term.word.text not in english.CHAT)
    told = sorted(filter(None, terms), key=lambda gains: gains[0][0], reverse=True)
    to_come = [*accumulate((gains[0][0] for gains in reversed(told)), initial=0.0)]
    groups: list[Group] = []
    met: set[int] = set()
    for gains in told:
        least = _least(groups) - ROUNDING
        with_this = to_come.pop()
        groups = [(total, places) for total, places in groups if total + with_this > least]
        groups = list(_told_apart(groups, gains, index))
        enough = [(gain, concept) for gain, concept in gains if gain + to_come[-1] > least]
        groups += _first_met(met, enough, index)
    least = _least(groups)
    best = sorted(
        [(-total, place) for total, places in groups if total >= least for place in sorted(places)[:CANDIDATES]]
    )
    return [index.entries[place] for place in sorted([place for _, place in best[:CANDIDATES]])]


def _gains(term: Term, index: Index) -> Gains:
    rarity = index.lexicon.rarity
    times = NAMES if term.name else 1.0
    gains = [
        (rarity(concept) * sure * times, concept) for concept, sure in term.means.items() if concept in index.postings
    ]
    return sorted(gains, reverse=True)


def _least(groups: Iterable[Group]) -> float:
    """The least that a fact must have to be among the best."""
    found = 0
    for total, places in sorted(groups, key=lambda group: -group[0]):
        found += len(places)
        if found >= CANDIDATES:
            return total
    return 0.0


def _told_apart(groups: Iterable[Group], gains: Gains, index: Index) -> Iterator[Group]:
    """Each group, parted by the best meaning of a word that its facts have, if any."""
    for total, places in groups:
        for gain, concept in gains:
            if having := places & index.postings[concept]:
                yield total + gain, having
                places = places - having
        if places:
            yield total, places


def _first_met(met: set[int], gains: Gains, index: Index) -> Iterator[Group]:
    """The facts that share this word with the question and none before it; remembers them."""
    for gain, concept in gains:
        if fresh := index.postings[concept] - met:
            met |= fresh
            yield gain, fresh
