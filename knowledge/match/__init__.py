"""Question -> ranked matches, each with its evidence."""

from __future__ import annotations

from knowledge.match.boxes import best_box
from knowledge.match.candidates import candidates
from knowledge.match.index import Index
from knowledge.match.question import Asked, read_question
from knowledge.match.weigh import Match, weigh

__all__ = ["Asked", "Index", "Match", "best_box", "matches", "read_question"]


def matches(asked: Asked, index: Index) -> list[Match]:
    """The facts that may answer, best first; after them those that conflict with the question, best first."""
    found = [weigh(asked, entry, index) for entry in candidates(asked, index)]
    return sorted(found, key=lambda match: (bool(match.conflicts), -match.score, match.entry.place))
