"""What is said where nothing is calculated."""

from __future__ import annotations

from knowledge.model import Fact, Subject
from knowledge.outcome import Unknown


def not_comparable(fact: Fact, why: str) -> Unknown:
    """Figures of the fact are held, but no difference is taken of them."""
    return Unknown("not comparable", nearest=fact.subject, fact=fact, why=why)


def not_held(fact: Fact, asked_for: str, held_for: tuple[str, ...]) -> Unknown:
    """The fact is held, but not for that date or source."""
    return Unknown("not held for that", nearest=fact.subject, fact=fact, asked_for=asked_for, held_for=held_for)


def nothing_alike(one: Subject, other: Subject, *, such: bool) -> Unknown:
    """Both subjects are held, but no measure (or none such as is asked for) of the one is told alike of the other."""
    measure = "such measure" if such else "measure"
    return Unknown("not comparable", nearest=one, why=f"no {measure} is held alike of {one.name} and {other.name}")
