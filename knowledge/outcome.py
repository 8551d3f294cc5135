"""What Factbox says to a question, as a value: found, unsure or unknown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from knowledge.model import Box, Fact, Figure, Subject


@dataclass(frozen=True, slots=True)
class FactAnswer:
    """A fact, and those of its figures that answer the question, headline first."""

    fact: Fact
    figures: tuple[Figure, ...]
    left_aside: tuple[Figure, ...] = ()  # figures of the fact that the question's date or source ruled out


@dataclass(frozen=True, slots=True)
class BoxAnswer:
    """A box, and the facts it gathers, in its order."""

    box: Box
    facts: tuple[FactAnswer, ...]


Calculation = Literal["difference", "series", "comparison", "count"]


@dataclass(frozen=True, slots=True)
class CalculatedAnswer:
    """A difference, growth, count or comparison: what came out, and the figures it rests on.

    A count rests on the facts that were counted, not on what their figures say: it has no figures.
    """

    title: str
    result: str
    figures: tuple[Figure, ...]
    facts: tuple[Fact, ...] = ()
    way: Calculation = "difference"


Answer = FactAnswer | BoxAnswer | CalculatedAnswer


Weighed = tuple[tuple[str, float], ...]
"""The fact that came first and the nearest other, and their scores: for those who look at answers later."""


@dataclass(frozen=True, slots=True)
class Found:
    """One answer; or, to two questions in one message, two, in their order."""

    answers: tuple[Answer, ...]
    weighed: Weighed = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Unsure:
    """Choices that the question does not decide between, best first, at most five."""

    choices: tuple[Answer, ...]
    weighed: Weighed = field(default=(), compare=False)


Reason = Literal[
    "not held", "not held for that", "not comparable", "greeting", "thanks", "about", "empty", "too long", "error"
]


@dataclass(frozen=True, slots=True)
class Unknown:
    """No figure. `nearest` is the subject of the nearest fact; `fact`, if no more than a date, a source or a like figure was missing."""

    reason: Reason = "not held"
    nearest: Subject | None = None
    fact: Fact | None = None  # with "not held for that": the fact whose date, source or speaker is not held
    asked_for: str | None = None  # … and what was asked for: "2025", "World Bank"
    held_for: tuple[str, ...] = ()  # … and what is held: ISO dates or source names
    why: str | None = None  # with "not comparable": what stands against calculating with the figures of `fact`
    error: str | None = None
    weighed: Weighed = field(default=(), compare=False)


Outcome = Found | Unsure | Unknown
