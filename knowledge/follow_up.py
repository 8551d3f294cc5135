"""Questions that go on from the one before: "and freight?", "when did it open", "what about 2023?"."""

from __future__ import annotations

import re

from knowledge.explained import unexplained
from knowledge.match import Index, read_question
from knowledge.model import Fact
from knowledge.outcome import Answer, FactAnswer, Found, Outcome, Unsure

OPENING = re.compile(
    r"\W*(?:and|or|but|so|then|also|plus|(?:what|how) (?:about|of)|(?:the )?same|in|for|since|by|as of|according to)\b",
    re.IGNORECASE,
)
REFERRING = re.compile(
    r"\b(?:its?|they|them|theirs?|that|those|these|this|there|ones?|he|she|his|hers?|same|both)\b", re.IGNORECASE
)
STANDS_FOR_ANOTHER = frozenset({"one", "ones", "same"})


def goes_on(question: str) -> bool:
    """Whether it leans on what was said before: by how it opens, or by a word that stands for something else."""
    return bool(OPENING.match(question) or REFERRING.search(question))


def readings(question: str, followed: Fact) -> tuple[str, ...]:
    """A question read with the fact last answered: its subject, its measure, or both carried over."""
    asked = question.strip()
    return (
        f"{followed.subject.name}: {asked}",  # "and freight?"
        f"{asked} {followed.measure}",  # "and the Laos one?"
        f"{followed.title} {asked}",  # "what about 2023?"
    )


def sensible(outcome: Outcome, question: str, index: Index) -> Found | Unsure | None:
    """What is left of an outcome when only such facts count as explain every word of the question by themselves.

    Read together with the fact that was last answered, any question has something in it that is held: of near misses,
    one in four got a figure that way, "jobs at the port of Haifa" the length of a railway.
    """
    if isinstance(outcome, Unsure):
        choices = tuple(choice for choice in outcome.choices if _explains_all(choice, question, index))
        return Unsure(choices) if choices else None
    if isinstance(outcome, Found) and len(outcome.answers) == 1 and _explains_all(outcome.answers[0], question, index):
        return outcome
    return None


def _explains_all(answer: Answer, question: str, index: Index) -> bool:
    if not isinstance(answer, FactAnswer):
        return False
    asked = read_question(question, index)
    asks = any(term.weight for term in asked.terms) or bool(asked.dates or asked.source or asked.kinds)
    return asks and unexplained(asked, answer.fact, index) <= STANDS_FOR_ANOTHER
