"""Question -> ranked matches, each with its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from knowledge.match.asked.question import Asked, read_question
from knowledge.match.indexing.index import Index
from knowledge.match.weighing.boxes import best_box
from knowledge.match.weighing.candidates import candidates
from knowledge.match.weighing.ranked import Ranked
from knowledge.match.weighing.weigh import Match, weigh

__all__ = ["Asked", "Index", "Match", "Ranked", "best_box", "free_first", "matches", "read_question"]


def matches(asked: Asked, index: Index) -> Ranked:
    """The facts that may answer, best first, whether or not they conflict with the question; as good ones as they are placed."""
    return Ranked(weigh(asked, candidates(asked, index), index))


def free_first(ranked: Ranked) -> Iterator[Match]:
    """Those that nothing rules out, best first; after them the others."""
    return chain(ranked.free, ranked.ruled_out)
