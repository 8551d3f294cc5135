"""What was weighed for a question, in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.answer import SURE
from knowledge.match import Asked, Index, Match, matches, read_question
from knowledge.match.confidence import confidence, evidence

SHOWN = 5


def why(question: str, index: Index) -> Iterator[str]:
    """Lines that tell how the question was read, and what spoke for and against the nearest facts."""
    asked = read_question(question, index)
    ranked = matches(asked, index)
    yield from _read_as(asked)
    free = [match for match in ranked if not match.conflicts]
    if free:
        sure = confidence(evidence(ranked, free[0]))
        yield f"sure of the best: {sure:.0%} ({SURE:.0%} or more, and no rival as near, is an answer)"
    for match in ranked[:SHOWN]:
        yield from _weighed(match)


def _read_as(asked: Asked) -> Iterator[str]:
    words = [term.word.text for term in asked.terms if term.weight or term.means]
    yield f"words that count: {', '.join(words) or 'none'}"
    if asked.kinds:
        yield f"wants: {', '.join(sorted(asked.kinds))}"
    if asked.counted:
        yield f"to be counted: {', '.join(term.word.text for term in asked.counted)}"
    if asked.dates:
        yield f"for: {', '.join(asked.dates)}"
    if asked.source:
        yield f"from: {asked.source.id}"


def _weighed(match: Match) -> Iterator[str]:
    headline = match.figures[0].printed
    yield f"{match.score:.2f}  {match.fact_id}: {headline}"
    yield f"      explains {match.share:.0%} of the question; the question says {match.focus:.0%} of its nearest way of asking"
    if match.unexplained:
        yield f"      unexplained: {', '.join(match.unexplained)}"
    for conflict in match.conflicts:
        yield f"      ruled out: {conflict}"
