"""Question -> ranked matches, each with its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter

from knowledge.match.boxes import best_box
from knowledge.match.candidates import candidates
from knowledge.match.index import Index
from knowledge.match.question import Asked, read_question
from knowledge.match.weigh import Match, weigh

__all__ = ["Asked", "Index", "Match", "best_box", "free_first", "matches", "read_question"]


def matches(asked: Asked, index: Index) -> list[Match]:
    """The facts that may answer, best first, whether or not they conflict with the question; as good ones as they are placed."""
    return sorted(weigh(asked, candidates(asked, index), index), key=attrgetter("score"), reverse=True)


def free_first(ranked: Iterable[Match]) -> Iterator[Match]:
    """Those that nothing rules out, best first; after them the others. Looks for conflicts no further than it is read."""
    ruled_out = []
    for match in ranked:
        if not match.free:
            ruled_out.append(match)
        else:
            yield match
    yield from ruled_out
