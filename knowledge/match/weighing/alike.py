"""Facts of one subject that the matcher cannot tell apart, whichever of them is asked for by its own name and measure."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, groupby

from knowledge.match.asked.question import read_question
from knowledge.match.indexing.entry import Entry
from knowledge.match.indexing.index import Index
from knowledge.match.weighing.confidence import LEVEL, same_figure
from knowledge.match.weighing.weigh import Match, weigh
from knowledge.model import Fact


def alike_siblings(index: Index) -> Iterator[tuple[Fact, Fact]]:
    """Pairs of which each is as near to the other's name and measure as the other itself."""
    for _, siblings in groupby(index.entries, key=lambda entry: entry.fact.subject.id):
        for one, two in combinations(siblings, 2):
            if one.explains.keys() & two.explains.keys() and _as_near(one, two, index) and _as_near(two, one, index):
                yield one.fact, two.fact


def _as_near(one: Entry, other: Entry, index: Index) -> bool:
    """Whether a question for the first says no more of it than of the other."""
    asked = read_question(one.fact.title, index)
    own, rival = weigh(asked, (one, other), index)
    return not same_figure(own, rival) and _counts(rival) and rival.score >= LEVEL * own.score


def _counts(match: Match) -> bool:
    return not match.conflicts and match.score > 0
