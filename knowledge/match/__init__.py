"""Question -> ranked matches, each with its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from knowledge.match.boxes import best_box
from knowledge.match.candidates import candidates
from knowledge.match.index import Index
from knowledge.match.question import Asked, read_question
from knowledge.match.ranked import Ranked
from knowledge.match.weigh import Match, weigh

__all__ = ["Asked", "Index", "Match", "Ranked", "best_box", "free_first", "matches", "read_question"]


def matches(asked: Asked, index: Index) -> Ranked:
    """The facts that may answer, best first, whether or not they conflict with the question; as good ones as they are placed."""
    return Ranked(weigh(asked, candidates(asked, index), index))


def free_first(ranked: Ranked) -> Iterator[Match]:
    """Those that nothing rules out, best first; after them the others."""
    return chain(ranked.free, (match for match in ranked if not match.free))
