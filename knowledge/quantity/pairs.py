"""Two numbers that make one figure: "30% to 50%", "72-hour or 144-hour", "36 out of 38 tasks", "3 hours 20 minutes"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from knowledge.quantity.dates import dates_in
from knowledge.quantity.numbers import Number
from knowledge.quantity.units import Unit, measured, without_currency

Join = Literal["range", "or", "of", "in"]

BOUND = re.compile(r" (?:just|only|less than|more than|over|under|about|nearly|up to)\b")
OF = re.compile(r"(?:out )?of(?: the| its| all)*|in every")


def joined(text: str, low: Number, high: Number, units: Mapping[str, str]) -> Join | None:
    """How two numbers stand together, if only a unit, a bound and a word like "to" are between them."""
    unit = measured(text[: high.start], low, units)
    between = without_currency(text[unit.end if unit else low.end : high.start])
    between = BOUND.sub("", between).strip()
    if between in ("-", "to", "until", "through"):
        return "range"
    if between in ("and", "&"):
        return "range" if spread(text[: low.start]) else "or"
    if between in ("or", ","):
        return "or"
    return None if unit else share(between, text[high.start : high.end])


def share(between: str, whole: str) -> Join | None:
    """ "36 out of 38", "one in five"; but not "20 in 2016"."""
    if between == "in" and not dates_in(whole):
        return "in"
    return "of" if OF.fullmatch(between) else None


def spread(head: str) -> bool:
    """Whether "between" or "from" stands before the first number and its currency."""
    return without_currency(head).rstrip().lower().endswith(("between", "from"))


def runs_on(text: str, unit: Unit, other: Number) -> bool:
    """Whether a second number belongs to the same amount: "3 hours 20 minutes" has no one value."""
    if other.form in ("ordinal", "vague", "multiple") or text[other.end : other.end + 1] == "-":
        return False
    return other.start < unit.end or text[unit.end : other.start].strip() in ("", "and")
