"""The few facts, out of all, that a question is held against: those that share the rarest words with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain
from operator import itemgetter

from knowledge.match.asked.counted import counted_as, head_of
from knowledge.match.asked.question import Asked
from knowledge.match.asked.terms import Term
from knowledge.match.indexing.entry import Entry
from knowledge.match.indexing.index import Index
from knowledge.match.indexing.lexicon import Concept
from knowledge.match.language import english
from knowledge.match.weighing.share import ASIDE

NAMED = 24  # facts that are weighed for a question that says a name …
OPEN = 60  # … and for one that says none, so that many may be meant
NAMES = 2.0  # what a name counts, beside other words as rare
ROUNDING = 1e-9  # by less than this differ sums of the same gains

Gains = list[tuple[float, Concept]]
"""What each meaning of a word speaks for, the most first."""

Group = tuple[float, set[int], tuple[set[int], ...]]
"""Facts that share the same words with the question: what these speak for together; the places of these facts and of those
that share more; and those apart, in parts that have nothing in common. So no set of thousands is copied to take a few from it."""


def candidates(asked: Asked, index: Index) -> list[Entry]:
    """The facts that share the rarest words with the question, in no order; of equals, those that count what is asked for.

    Words are looked up rarest first, until no fact without any of them could still be among the best: then the common
    words, each in thousands of facts, are looked for in the few that are left (MaxScore: Turtle and Flood 1995). All facts
    that share the same words are dealt with at once, as one set.
    """
    terms = (_gains(term, index) for term in asked.terms if term.word.text not in english.CHAT)
    told = sorted(filter(None, terms), key=lambda gains: gains[0][0], reverse=True)
    most = NAMED if any(term.name for term in asked.terms) else OPEN
    sharing_all = _sharing_all(told, most, index)
    if len(sharing_all) >= most:
        return [index.entries[place] for place in _first(most, [sharing_all], asked, index)]
    to_come = [*accumulate((gains[0][0] for gains in reversed(told)), initial=0.0)]
    groups: list[Group] = []
    for gains in told:
        least = _least(groups, most) - ROUNDING
        with_this = to_come.pop()
        near = [group for group in groups if group[0] + with_this > least]
        groups = _told_apart(near, gains, least - to_come[-1], index)
    least = _least(groups, most)
    best = [place for total, places, apart in groups if total > least for place in _without(places, apart)]
    equal = [_without(places, apart) for total, places, apart in groups if total == least]
    best += _first(most - len(best), equal, asked, index)
    return [index.entries[place] for place in best]


def _first(most: int, equal: Sequence[set[int]], asked: Asked, index: Index) -> list[int]:
    """So many of places that are as good, at most: those of facts that count what is asked to be counted, then the first."""
    if sum(map(len, equal)) <= most:
        return [place for places in equal for place in places]
    meant = counted_as(head_of(asked.counted), index) if asked.counted else ()
    counting = [index.counted[concept] for concept in meant if concept in index.counted]
    ahead = set[int]().union(*(places & those for places in equal for those in counting))
    first = sorted(ahead)[:most]
    others = sorted(chain.from_iterable(places - ahead for places in equal))
    return [*first, *others[: most - len(first)]]


def _without(places: set[int], apart: Iterable[set[int]]) -> set[int]:
    """Places without those apart: one after the other, as `difference` of several goes through all of each, however few the places."""
    for each in apart:
        places = places - each
    return places


def _sharing_all(told: Sequence[Gains], most: int, index: Index) -> set[int]:
    """The facts that have the best meaning of each word: where these are enough, no others come before them.

    No facts if a word has two meanings that speak for as much.
    """
    if not told or any(len(gains) > 1 and gains[1][0] > gains[0][0] - ROUNDING for gains in told):
        return set()
    smallest, *others = sorted([index.postings[gains[0][1]] for gains in told], key=len)
    return smallest.intersection(*others) if len(smallest) >= most else set()


def _gains(term: Term, index: Index) -> Gains:
    rare, postings = index.lexicon.rare, index.postings
    times = (NAMES if term.name else 1.0) if term.core else ASIDE
    gains = [
        (rare.get(concept, 1.0) * sure * times, concept) for concept, sure in term.means.items() if concept in postings
    ]
    return sorted(gains, reverse=True)


def _least(groups: Iterable[Group], most: int) -> float:
    """The least that a fact must have to be among the best."""
    found = 0
    for total, places, apart in sorted(groups, key=itemgetter(0), reverse=True):
        found += len(places) - sum(map(len, apart)) if apart else len(places)
        if found >= most:
            return total
    return 0.0


def _told_apart(groups: Iterable[Group], gains: Gains, enough: float, index: Index) -> list[Group]:
    """Groups, each parted by the best meaning of a word that its facts have, if any; and the facts that have this word and none before.

    The last only where the meaning speaks for more than is `enough`.
    """
    found: list[Group] = []
    better: list[set[int]] = []
    for gain, concept in gains:
        posted = index.postings[concept]
        met, rest = [], []
        for group in groups:
            total, places, apart = group
            having = _without(places & posted, apart)
            if having:
                found.append((total + gain, having, ()))
                met.append(having)
                group = total, places, (*apart, having)
            rest.append(group)
        groups = rest
        if gain > enough and not any(map(posted.issubset, better)):
            before = set[int]().union(*met, *map(posted.intersection, better))
            found.append((gain, posted, (before,) if before else ()))
        better.append(posted)
    return [*found, *_left(groups)]


def _left(groups: Iterable[Group]) -> Iterator[Group]:
    """What is left of groups; of those of which most are apart, as sets of their own: fewer to look for the next word in."""
    for total, places, apart in groups:
        left = len(places) - sum(map(len, apart))
        if left > len(places) / 2:
            yield total, places, apart
        elif left:
            yield total, _without(places, apart), ()
