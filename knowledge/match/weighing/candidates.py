"""The few facts, out of all, that a question is held against: those that share the rarest words with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from operator import itemgetter

from knowledge.match.asked.question import Asked
from knowledge.match.asked.terms import Term
from knowledge.match.indexing.entry import Entry
from knowledge.match.indexing.index import Index
from knowledge.match.indexing.lexicon import Concept
from knowledge.match.language import english

CANDIDATES = 30
NAMES = 2.0  # what a name counts, beside other words as rare
ROUNDING = 1e-9  # by less than this differ sums of the same gains

Gains = list[tuple[float, Concept]]
"""What each meaning of a word speaks for, the most first."""

Group = tuple[float, set[int], tuple[set[int], ...]]
"""Facts that share the same words with the question: what these speak for together; the places of these facts and of those
that share more; and those apart, in parts that have nothing in common. So no set of thousands is copied to take a few from it."""


def candidates(asked: Asked, index: Index) -> list[Entry]:
    """The facts that share the rarest words with the question, in the order of their places.

    Words are looked up rarest first, until no fact without any of them could still be among the best: then the common
    words, each in thousands of facts, are looked for in the few that are left (MaxScore: Turtle and Flood 1995). All facts
    that share the same words are dealt with at once, as one set.
    """
    terms = (_gains(term, index) for term in asked.terms if term.word.text not in english.CHAT)
    told = sorted(filter(None, terms), key=lambda gains: gains[0][0], reverse=True)
    sharing_all = _sharing_all(told, index)
    if len(sharing_all) >= CANDIDATES:
        return [index.entries[place] for place in sorted(sharing_all)[:CANDIDATES]]
    to_come = [*accumulate((gains[0][0] for gains in reversed(told)), initial=0.0)]
    groups: list[Group] = []
    met: list[set[int]] = []
    for gains in told:
        least = _least(groups) - ROUNDING
        with_this = to_come.pop()
        near = [group for group in groups if group[0] + with_this > least]
        groups = [part for group in near for part in _told_apart(group, gains, index)]
        enough = [(gain, concept) for gain, concept in gains if gain + to_come[-1] > least]
        groups += _first_met(met, enough, index)
    least = _least(groups)
    best = sorted(
        [
            (-total, place)
            for total, places, apart in groups
            if total >= least
            for place in sorted(places.difference(*apart))[:CANDIDATES]
        ]
    )
    return [index.entries[place] for place in sorted([place for _, place in best[:CANDIDATES]])]


def _sharing_all(told: Sequence[Gains], index: Index) -> set[int]:
    """The facts that have the best meaning of each word: where these are enough, no others come before them.

    No facts if a word has two meanings that speak for as much.
    """
    if not told or any(len(gains) > 1 and gains[1][0] > gains[0][0] - ROUNDING for gains in told):
        return set()
    smallest, *others = sorted([index.postings[gains[0][1]] for gains in told], key=len)
    return smallest.intersection(*others)


def _gains(term: Term, index: Index) -> Gains:
    rare, postings = index.lexicon.rare, index.postings
    times = NAMES if term.name else 1.0
    gains = [
        (rare.get(concept, 1.0) * sure * times, concept) for concept, sure in term.means.items() if concept in postings
    ]
    return sorted(gains, reverse=True)


def _least(groups: Iterable[Group]) -> float:
    """The least that a fact must have to be among the best."""
    found = 0
    for total, places, apart in sorted(groups, key=itemgetter(0), reverse=True):
        found += len(places) - sum(map(len, apart)) if apart else len(places)
        if found >= CANDIDATES:
            return total
    return 0.0


def _told_apart(group: Group, gains: Gains, index: Index) -> Iterator[Group]:
    """A group, parted by the best meaning of a word that its facts have, if any."""
    total, places, apart = group
    for gain, concept in gains:
        having = places & index.postings[concept]
        if having := having.difference(*apart) if apart else having:
            yield total + gain, having, ()
            apart = (*apart, having)
    left = len(places) - sum(map(len, apart))
    if left > len(places) / 2:
        yield total, places, apart
    elif left:
        yield total, places.difference(*apart), ()  # fewer to look for the next word in


def _first_met(met: list[set[int]], gains: Gains, index: Index) -> Iterator[Group]:
    """The facts that share this word with the question and none before it; remembers them."""
    for gain, concept in gains:
        places = index.postings[concept]
        before = set[int]().union(*[places & others for others in met])
        if len(before) < len(places):
            met.append(places)
            yield gain, places, (before,) if before else ()
