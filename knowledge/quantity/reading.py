"""A print, read: which of its numbers is meant, of what unit and kind, and how it is bounded."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from knowledge.model import Kind, Quantity
from knowledge.quantity.bounds import bound_after, bound_before, without_bound
from knowledge.quantity.dates import dates_in, whole_date
from knowledge.quantity.losses import signed
from knowledge.quantity.numbers import Number, numbers
from knowledge.quantity.pairs import Join, joined, runs_on
from knowledge.quantity.units import Unit, a_time, counted, currency_before, measured

LONGEST = 500  # characters: no figure is longer, and patterns need not cope with a book
NO_UNITS: Mapping[str, str] = MappingProxyType({})
FOLDED = str.maketrans("‐‑‒–—−“”‘’", "------\"\"''")

SUPERLATIVE = re.compile(
    r"(?<!\ba )\b(?:largest|biggest|highest|longest|tallest|fastest|busiest|oldest|leading|greatest|top|most)\b"
)
ONE_OF_MANY = re.compile(r"(?i:one) of (?:the|its|their|\w+'s?) ")
# a date that only its passage dates: "the end of the year", "September and October that year"
RELATIVE = re.compile(r"\b(?:that same|the same|that|this|of the) (?:year|month|week|day)$", re.IGNORECASE)
SPAN = re.compile(
    r"(?:from |between |in |(?:the )?(?:fiscal|financial) (?:year )?)?D(?:(?: ?- ?|/| to | and | or | until )D|[-/][0-9]{2})",
    re.IGNORECASE,
)
AGE = re.compile(r"\s*(?:century|(?:BCE?|B\.C\.|AD|CE)(?!\w))", re.IGNORECASE)
NAME = re.compile(r"(?<!\w)(?!(?:The|A|An|In|By|From|To|Of|Between|Another|Only|Just)\b)[A-Z][\w'-]* $")
YEAR_OF_A_NAME = re.compile(r"(?:1[0-9]|20|21)[0-9]{2} [A-Z]")
GLUED = re.compile(r"[/+:*×=][0-9]")
TIMES = re.compile(r"\s*times(?P<compared> (?:as|the|that|more|higher|larger|greater|faster|bigger|its|over)\b)?(?!\w)")
COMPARED = re.compile(r" (?:as|the|that|its|more)\b")


def quantity(printed: str, units: Mapping[str, str] = NO_UNITS) -> Quantity:
    """What a print says: every number exactly, the one meant, its unit, its bound, its kind.

    `units` maps printed units to their short names, beside the built-in ones. Never raises: the unread is text.
    `value` is None where none is meant: a range, alternatives, "dozens", a third, a date without its year.
    """
    if len(printed) > LONGEST:
        return Quantity()
    text = signed(" ".join(printed.translate(FOLDED).split()))
    found = numbers(text)
    read = a_date(text, found) or a_name(text, found) or a_rank(text, found)
    return read or (a_number(text, found, units) if found else without_number(text))


def values(found: list[Number]) -> tuple[Decimal, ...]:
    return tuple(number.value for number in found if number.value is not None)


def a_date(text: str, found: list[Number]) -> Quantity | None:
    """A date, a span of dates, a century, a decade. "more than 1800" is a count, though 1800 could be a year."""
    bound = bound_before(text[: found[0].start]) if found else None
    mention = whole_date(text)
    if mention and not (bound and not mention.rest):
        return Quantity(values(found), mention.iso, None, None, "date")
    if is_span(text) or RELATIVE.search(text) or (found and is_age(text, found[0])):
        return Quantity(values(found), None, None, bound, "date")
    return None


def is_span(text: str) -> bool:
    """Two dates and a "to" between them: "from January to August 2024", "2020-2022", "FY2015/16"."""
    for mention in reversed(dates_in(text)):
        text = f"{text[: mention.start]}D{text[mention.end :]}"
    return bool(SPAN.fullmatch(text))


def is_age(text: str, number: Number) -> bool:
    return number.form == "decade" or bool(number.form in ("ordinal", "cardinal") and AGE.match(text, number.end))


def a_name(text: str, found: list[Number]) -> Quantity | None:
    """A number that names ("Resolution 2344", "2030 Agenda"), or a sign made of numbers ("10+1"): it counts nothing."""
    if not found:
        return None
    number = found[0]
    if GLUED.match(text, number.end):
        return Quantity(values(found))
    if named(text, number) or YEAR_OF_A_NAME.match(text, number.start):
        return Quantity(values(found), number.value)
    return None


def named(text: str, number: Number) -> bool:
    head = text[: number.start]
    last = number.end == len(text) or text[number.start].isupper()  # "Phase 2", but also "Hualong One technology"
    return bool(last and NAME.search(head) and not bound_before(head) and not currency_before(head))


def a_rank(text: str, found: list[Number]) -> Quantity | None:
    """ "fourth largest port" is 4; "the largest port" is 1, though it prints none; "one of the largest" is no rank."""
    if found and found[0].form == "ordinal":
        return Quantity(values(found), found[0].value, None, bound_before(text[: found[0].start]), "rank")
    if (one := ONE_OF_MANY.match(text)) and SUPERLATIVE.search(text, one.end()):
        return Quantity(values(found))
    if not found and SUPERLATIVE.search(text) and not text.lower().startswith("most "):
        return Quantity((), Decimal(1), None, None, "rank")
    return None


def without_number(text: str) -> Quantity:
    """ "over a year" is a duration that prints no number; all else is text."""
    time = a_time(text)
    return Quantity((), None, time.name, bound_before(text[: time.end]), "duration") if time else Quantity()


def a_number(text: str, found: list[Number], units: Mapping[str, str]) -> Quantity:
    number, others = found[0], found[1:]
    if others and (join := joined(text, number, others[0], units)):
        return two_numbers(text, found, join, units)
    unit = unit_of(text, number, units)
    if unit.kind == "text" or (number.value is None and number.form == "cardinal"):
        return Quantity(values(found))
    value = None if others and runs_on(text, unit, others[0]) else number.value
    return Quantity(values(found), value, unit.name, bound_of(text, number, unit), unit.kind)


def two_numbers(text: str, found: list[Number], join: Join, units: Mapping[str, str]) -> Quantity:
    """A share means its first number; a range and alternatives mean no one number."""
    low, high = found[0], found[1]
    unit, first = unit_of(text, high, units), measured(text[: high.start], low, units)
    bound = bound_before(text[: low.start])
    if join in ("of", "in"):
        whole = join == "of"
        return Quantity(values(found), low.value if whole else None, unit.name, bound, "count" if whole else "fraction")
    two_bounds = bound_before(text[low.end : high.start])
    kind = "range" if join == "range" else unit.kind
    return Quantity(values(found), None, common(first, unit), None if two_bounds else bound, kind)


def common(first: Unit | None, second: Unit) -> str | None:
    """The unit of both numbers; it may be printed once, with either."""
    if first is None or first.name == second.name:
        return second.name
    return None if second.name else first.name


def unit_of(text: str, number: Number, units: Mapping[str, str]) -> Unit:
    """The unit of measure, or else the noun that is counted, as printed."""
    if number.form == "multiple":
        return a_multiple(text, number)
    if unit := measured(text, number, units):
        return unit
    if times := TIMES.match(text, number.end):
        multiple = times["compared"] or "." in text[number.start : number.end]
        return Unit(None, "multiple", times.end()) if multiple else Unit("times", "count", times.end())
    return the_counted(text, number)


def the_counted(text: str, number: Number) -> Unit:
    tail = without_bound(text[number.end :])
    noun = counted(tail) or ""
    kind: Kind = "fraction" if number.form == "fraction" else "count"
    return Unit(noun or None, kind, len(text) - len(tail) + tail.find(noun) + len(noun))


def a_multiple(text: str, number: Number) -> Unit:
    """ "twelvefold", "double", "twice as long" multiply; "twice" alone counts, as "three times" does."""
    counts = text[number.start : number.end].lower() in ("twice", "thrice") and not COMPARED.match(text, number.end)
    return Unit("times" if counts else None, "count" if counts else "multiple", number.end)


def bound_of(text: str, number: Number, unit: Unit) -> str | None:
    return bound_before(text[: number.start]) or bound_after(text[number.end :]) or bound_after(text[unit.end :])
