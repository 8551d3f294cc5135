"""What a number measures or counts: a unit of the table, a currency, or else the printed noun."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from knowledge.model import Kind
from knowledge.quantity.bounds import without_bound
from knowledge.quantity.numbers import Number
from knowledge.quantity.unit_table import KINDS, NAMES, NAMES_FOLDED, SIGNS


class Unit(NamedTuple):
    """A unit by its short name, the kind of quantity it makes, and where it ends in the text it was read from."""

    name: str | None
    kind: Kind
    end: int


# "1.5 m people" are millions, "1.5 m high" are metres: one letter before a noun is not read
SHORT = re.compile(
    r"[mtgkh] (?!(?:high|long|wide|deep|tall|thick|apart|above|below|per|of|and|or|to|in|from|at|an?)\b)[a-z]"
)
ADJECTIVES = (
    r"(?:(?:consecutive|full|whole|straight|more|additional|further|extra|entire|long|calendar|working|an|a) )*"
)
PER = re.compile(
    r"(?: (?:per|an?|each|every) |/)"
    r"(second|minute|hour|h|s|day|week|month|year|hectare|ton|tonne|capita|person|head|km|kWh)\b"
)
OF_WHAT = re.compile(r"(?: of [a-zA-Z0-9 -]+?)?(?=(?: per |/))")
SIGN = re.compile(rf"(?<![A-Za-z])({'|'.join(map(re.escape, sorted(SIGNS, key=len, reverse=True)))})\s?$")
CURRENCIES = {form: name for form, (name, kind) in NAMES_FOLDED.items() if kind == "money" and len(form) > 1}
MONEY_ASKED = re.compile(
    rf"\b(?:in|into|how many) ({'|'.join(map(re.escape, sorted(CURRENCIES, key=len, reverse=True)))})s?\b(?!-)"
)
TIMES = "second|minute|hour|day|week|month|year|decade|century|millennium"
A_TIME = re.compile(rf"\b(?:an?|(?:the )?(?:past|last|next))(?: whole| full)? ({TIMES})$")
SPEEDS = {
    ("km", "hour"): "km/h",
    ("km", "h"): "km/h",
    ("m", "second"): "m/s",
    ("m", "s"): "m/s",
    ("miles", "hour"): "mph",
}


def is_word(form: str) -> bool:
    """A word takes a plural and any capitals; a symbol neither: MW is not mW, and m is not the M of a million."""
    return len(form) >= 3 and ((form.isalpha() and form.islower()) or " " in form or "-" in form)


@lru_cache(maxsize=64)
def pattern(extra: tuple[str, ...]) -> re.Pattern[str]:
    forms = sorted({*NAMES, *extra}, key=lambda form: (len(form), is_word(form)), reverse=True)
    runs = ((words, "|".join(map(re.escape, run))) for words, run in groupby(forms, key=is_word))
    longest_first = "|".join(f"(?i:(?:{run})s?)" if words else run for words, run in runs)
    return re.compile(rf"[ -]?{ADJECTIVES}({longest_first})(?![A-Za-z0-9²³])")


def unit_after(text: str, units: Mapping[str, str]) -> Unit | None:
    """The unit of measure that a text begins with, if it does: " kilometers long" is (km, length)."""
    found = pattern(tuple(sorted(units))).match(text)
    if not found:
        return None
    if SHORT.match(text, found.start(1)):
        return Unit(None, "text", found.end())
    name, kind = named(found[1], units)
    return per(Unit(name, kind, found.end()), text)


def named(printed: str, units: Mapping[str, str]) -> tuple[str, Kind]:
    """The short name and the kind of a printed unit; an editor's own table comes first."""
    forms = (printed, printed.removesuffix("s"), printed.lower(), printed.lower().removesuffix("s"))
    known = next((NAMES[form] for form in forms if form in NAMES), None)
    folded = {form.lower(): name for form, name in units.items()}
    if own := next((folded[form.lower()] for form in forms if form.lower() in folded), None):
        return own, KINDS.get(own) or (known[1] if known else "count")
    return known or NAMES_FOLDED.get(forms[2]) or NAMES_FOLDED.get(forms[3]) or (printed, "count")


def per(unit: Unit, text: str) -> Unit:
    """The unit with what it is per: km and "per hour" make km/h, a speed."""
    rest = OF_WHAT.match(text[unit.end :])
    at = unit.end + (rest.end() if rest else 0)
    found = PER.match(text, at)
    if not found or unit.name is None:
        return unit
    if speed := SPEEDS.get((unit.name, found[1])):
        return Unit(speed, "speed", found.end())
    return unit if unit.kind in ("duration", "percent") else Unit(f"{unit.name} per {found[1]}", unit.kind, found.end())


def currency_before(text: str) -> str | None:
    """The currency whose sign ends a text: "nearly US$" is USD."""
    found = SIGN.search(text)
    return SIGNS[found[1]] if found else None


def currency_asked(text: str) -> str | None:
    """The currency that a text (in small letters) wants money in: "expressed in yuan" is CNY, "how many dollars" any dollar, "$"."""
    found = MONEY_ASKED.search(text)
    return CURRENCIES[found[1]] if found else None


def without_currency(text: str) -> str:
    """A text without the currency sign at its end."""
    return SIGN.sub("", text)


def a_time(text: str) -> Unit | None:
    """The unit of a time that is named without a number: "over a year", "the past decade"."""
    found = A_TIME.search(text)
    return Unit(named(found[1], {})[0], "duration", found.start()) if found else None


LEAD = re.compile(r"^[\s-]*(?:(?:out )?of )?(?:(?:the|its|all|these|their|those) )*")
# a comma ends what is counted, but not inside a list: "31 provinces, regions, and municipalities"
LIST = r"(?!,(?: [\w'-]+){0,4}(?:,(?: [\w'-]+){1,4})*,? and(?: [\w'-]+){1,4}$)"
STOP = re.compile(
    rf"{LIST},|[;:()\"]|\.(?!\w)|\s[-–—]|\s(?:in|from|across|at|by|with|for|to|on|under|over|between|among|around|worldwide"
    r"|as|since|until|during|within|throughout|including|covering|along|into|than|that|which|who|while|when|where"
    r"|were|was|are|is|be|being|has|have|had|will|would|could|can|operate[sd]?|run|running"
    r"|annually|daily|weekly|monthly|yearly|respectively|globally|or (?:more|so|less|fewer|above))(?=\s|$)",
    re.IGNORECASE,
)


def counted(text: str) -> str | None:
    """What a text says is counted, as printed: "of the trains per day in May" is "trains per day"."""
    text = LEAD.sub("", text)
    stop = STOP.search(f" {text}")
    return (text[: max(0, stop.start() - 1)] if stop else text).strip(" .-") or None


def measured(text: str, number: Number, units: Mapping[str, str]) -> Unit | None:
    """The unit of measure or the currency of a number; its end counts from the start of the text."""
    tail = without_bound(text[number.end :])
    currency = currency_before(text[: number.start])
    unit = per(Unit(currency, "money", 0), tail) if currency else unit_after(tail, units)
    return unit and unit._replace(end=len(text) - len(tail) + unit.end)
