"""What is weighed for a question: how it is read, and what speaks for and against the nearest facts."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from knowledge.dated import dated
from knowledge.match import Asked, Index, Match, free_first, matches, read_question
from knowledge.match.beyond import asks_beyond
from knowledge.match.weighing.confidence import confidence, evidence, sure_enough
from knowledge.match.weighing.leading import leading
from knowledge.model import Fact

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Weighing:
    """A question as it is read, the nearest facts, best first, and how sure the best is that nothing rules out."""

    asked: Asked
    nearest: tuple[Match, ...]
    sure: float | None  # None if everything is ruled out
    enough: float  # from where that is an answer
    beyond: str | None  # what the question asks beyond the best, so that it is not given
    as_written: Fact | None  # the fact beside which an editor wrote this very question: then nothing else is weighed
    of_when: Fact | None  # the fact that holds the figure which the question tells and asks the date of

    @property
    def words(self) -> tuple[str, ...]:
        """The words that count."""
        return tuple(term.word.text for term in self.asked.terms if term.weight or term.means)


def weighed(question: str, index: Index) -> Weighing:
    """What is weighed for a question."""
    asked = read_question(question, index)
    ranked = matches(asked, index)
    nearest = tuple(islice(free_first(ranked), SHOWN))
    best = leading(ranked)
    sure = confidence(evidence(ranked, best)) if best else None
    beyond = asks_beyond(ranked, best) if best else None
    known = index.as_written(question)
    of_when = None if known else dated(asked, index)
    return Weighing(
        asked,
        nearest,
        sure,
        sure_enough(index.knowledge),
        beyond,
        as_written=known.fact if known else None,
        of_when=of_when.fact if of_when else None,
    )
