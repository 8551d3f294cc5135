"""What was weighed for a question, in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.match import Asked, Index, Match
from knowledge.weighed import weighed


def why(question: str, index: Index) -> Iterator[str]:
    """Lines that tell how the question was read, and what spoke for and against the nearest facts."""
    told = weighed(question, index)
    if told.as_written:
        yield f"an editor wrote this very question beside {told.as_written.id}: nothing else is weighed"
    if told.of_when:
        yield f"the question tells a figure that {told.of_when.id} holds, and asks of when it is"
    yield f"words that count: {', '.join(told.words) or 'none'}"
    yield from _read_as(told.asked)
    if told.sure is not None:
        yield f"sure of the best: {told.sure:.0%} ({told.enough:.0%} or more, and no rival as near, is an answer)"
    if told.beyond:
        yield f"not given: {told.beyond}"
    for match in told.nearest:
        yield from _weighed(match)


def _read_as(asked: Asked) -> Iterator[str]:
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
    yield f"      {_names(match)}; the question says {match.measured:.0%} of what is measured"
    if match.unexplained:
        yield f"      unexplained: {', '.join(match.unexplained)}"
    for conflict in match.conflicts:
        yield f"      ruled out: {conflict}"


def _names(match: Match) -> str:
    """How plainly the question names the subject."""
    if match.whole:
        return "a whole name of the subject is said"
    return "words that only this subject bears are said" if match.linked else "the subject is not named"
