"""Question -> ranked matches, each with its evidence."""

from __future__ import annotations

from knowledge.match.boxes import best_box
from knowledge.match.index import Index
from knowledge.match.question import Asked, read_question
from knowledge.match.weigh import Match, candidates, weigh

__all__ = ["Asked", "Index", "Match", "best_box", "matches", "read_question"]


def matches(asked: Asked, index: Index) -> list[Match]:
    """The facts that may answer, best first, those in conflict with the question among them."""
    found = [weigh(asked, entry, index) for entry in candidates(asked, index)]
    return sorted(found, key=lambda match: (-match.score, match.entry.place))
