"""What stands against calculating with two figures: each obstacle as a reader understands it.

A figure that is not of the same thing, told in the same way, is never taken from another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from knowledge.calculate.moments import AHEAD, event, in_words, moment, stage
from knowledge.model import Fact, Figure

KINDS = frozenset((
    "count", "money", "percent", "length", "area", "volume", "mass", "speed", "energy", "power", "temperature", "duration",
))  # fmt: skip
"""Kinds that can be subtracted: no dates, ranks, ranges or multiples."""

# A note on how a date is known says nothing of what is counted; any other note may.
ON_THE_DATE = re.compile(r"The (?:exact )?(?:year|month|day|date) (?:is|was|stands)\b[^.]*\.?")


def obstacle(fact: Fact, one: Figure, other: Figure) -> str | None:
    """Why no difference is calculated between two figures of a fact; None if nothing stands against it."""
    return next(chain(_not_exact(one, other), not_alike(fact, one, other)), None)


def obstacle_in_time(fact: Fact, one: Figure, other: Figure) -> str | None:
    """The same for a change from one time to another, of which both must be known."""
    return obstacle(fact, one, other) or next(_not_timed(one, other), None)


def not_alike(fact: Fact, one: Figure, other: Figure) -> Iterator[str]:
    """What tells that two figures are not of the same thing."""
    if not all(_is_harmless(note) for note in (fact.note, one.note, other.note)):
        yield "a note says what sets them apart"
    if one.status != other.status:
        yield f"one is {in_words(one.status)}, the other {in_words(other.status)}"
    if one.says != other.says:
        yield "they are not said by the same"
    if (one.due, one.against) != (other.due, other.against) or not _same_manner(one, other):
        yield "they are not told for times that can be compared"
    yield from _measured_apart(one, other)


def _measured_apart(one: Figure, other: Figure) -> Iterator[str]:
    if one.quantity.kind != other.quantity.kind:
        yield f"one is a {one.quantity.kind}, the other a {other.quantity.kind}"
    elif _unit(one) != _unit(other):
        told = "one counts {}, the other {}" if one.quantity.kind == "count" else "one is in {}, the other in {}"
        yield told.format(_unit(one) or "no unit", _unit(other) or "no unit")


def _not_exact(one: Figure, other: Figure) -> Iterator[str]:
    bounds = [figure.quantity.bound for figure in (one, other) if figure.quantity.bound]
    if bounds:
        yield f"“{bounds[0]}” is a bound, not an exact number"
    if not all(isinstance(figure.quantity.value, Decimal) for figure in (one, other)):
        yield "not each of them is one number"
    if one.quantity.kind not in KINDS:
        yield f"a {one.quantity.kind} is not subtracted"


def _not_timed(one: Figure, other: Figure) -> Iterator[str]:
    in_words = one.when and other.when and stage(one.when) != stage(other.when)
    if not in_words and not (moment(one) and moment(other)):
        yield "not each of them is dated in its source"
    if any(figure.status in AHEAD for figure in (one, other)):
        yield "they are of what has not happened"


def _is_harmless(note: str | None) -> bool:
    sentences = re.split(r"(?<=[.!?])\s+", note or "")
    return all(not sentence or ON_THE_DATE.fullmatch(sentence) for sentence in sentences)


def _unit(figure: Figure) -> str:
    return (figure.quantity.unit or "").casefold()


def _same_manner(one: Figure, other: Figure) -> bool:
    """Both at a date, or both over periods of one length, or both in words that stand to one event."""
    if one.when or other.when:
        alike = bool(one.when and other.when) and (one.when == other.when or _same_event(one.when, other.when))
        return bool(alike and not (moment(one) or moment(other)))
    if one.period or other.period:
        return bool(one.period and other.period) and _length(one.period) == _length(other.period)
    return True


def _same_event(one: str | None, other: str | None) -> bool:
    return bool(one and other and event(one)) and event(one or "") == event(other or "")


def _length(period: str | None) -> object:
    """What two periods of one length share: "2023" and "2024" are years, "2013/2022" and "2014/2023" ten of them."""
    begins, _, ends = (period or "").partition("/")
    if not ends:
        return re.sub(r"\d", "9", begins)
    return int(ends[:4]) - int(begins[:4]), begins[4:], ends[4:]
