"""Every number in a text, in digits and in words, with where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Context, Decimal, Inexact
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from knowledge.quantity.words import (
    BELOW_100,
    CARDINAL,
    CARDINALS,
    MULTIPLES,
    ORDINALS,
    PARTS,
    SCALE,
    SCALES,
    TENS,
    one_of,
    times,
    worth,
)

Form = Literal["cardinal", "ordinal", "fraction", "multiple", "vague", "decade"]


class Number(NamedTuple):
    """A number as printed. `value` is exact; None when the print has no exact one ("dozens", "1.2.3", "two thirds")."""

    value: Decimal | None
    start: int
    end: int
    form: Form


CURRENCY_CODES = "AUD|BRL|CAD|CHF|CNY|EUR|GBP|HKD|IDR|INR|JPY|KES|KRW|KZT|LAK|MYR|PKR|RMB|RUB|SGD|THB|USD|VND|ZAR"
# what may be written against a number; any other letter makes a name of it: 5G, 3D, K2
ATTACHED = (
    "km²|km2|km/h|kmh|kph|mph|km|mm|cm|m²|m2|m³|m3|m|kg|ha|t|g|[GMkT]Wh|[GMkT]?Wp?|mi|ft|"
    "bn|bln|mn|mln|trn|tn|k|hrs?|h|min|s|pct|p|am|pm"
)
DIGITS = (
    "(?>[0-9]{1,3}(?:[ \u00a0\u202f\u2009][0-9]{3})+(?![0-9])(?:[.][0-9]+)?|[0-9](?:[0-9]|[.,](?=[0-9]))*|[.][0-9]+)"
)
# a sign only where a number begins ("6-7" and "6 -7" have none); digits that no letter touches, but for a currency; a scale, a unit
BEGIN = rf"(?:(?<![\w)%\]-])(?<![0-9%] )-|(?<!\w)|(?<=\b(?:{CURRENCY_CODES}))|(?<=\bRs))"
SCALED = rf"(?:(?>[ \u00a0-]?{SCALE}s?\b)|k\b)?"
END = rf"(?!(?!(?-i:{ATTACHED})(?![A-Za-z0-9]))[A-Za-z])"
DIGITS_IN_TEXT = BEGIN + DIGITS + SCALED + END
PRINTED_DIGITS = re.compile(rf"(-?)({DIGITS})[ \u00a0-]?([a-z]*)", re.IGNORECASE)
THIN_SPACE = re.compile("[\u00a0\u202f\u2009]")
READABLE = re.compile("[0-9]*[.]?[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+(?:[.][0-9]+)?")
# "mid-2024" is a year, "BDS-3" and "Covid-19" are names
PREFIX = re.compile(r"([A-Za-z]+)-$")
PREFIXES = {"mid", "early", "late", "pre", "post", "sub", "non", "end", "over", "under", "to", "and", "or"}
LETTERS = {"k": SCALES["thousand"], "m": SCALES["million"]}  # "m" only after a currency: elsewhere it is a metre
VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅕": "0.2", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625", "⅞": "0.875"}
MANY = "(?:dozens|scores|tens|hundreds|thousands|millions|billions|trillions)"
PART = one_of(PARTS)
SCALE_AFTER = re.compile(rf"(?<=[0-9])[ \u00a0-]?({SCALE})s?$", re.IGNORECASE)
JOINED = re.compile(r" ?(?:-|–|to|and|or) ?")


def digits(printed: str) -> Decimal | None:
    """The number that digits print: "12,000", "1.5 million"; None for what is not sure: "1,2", "1.2.3", "5 300"."""
    found = PRINTED_DIGITS.fullmatch(printed)
    if not found or not READABLE.fullmatch(plain := THIN_SPACE.sub(",", found[2])):
        return None
    value = Decimal(found[1] + plain.replace(",", ""))
    word = found[3].lower()
    scale = LETTERS.get(word) or SCALES.get(word) or SCALES.get(word.removesuffix("s"))
    return times(value, scale) if scale else value


def cardinal(printed: str) -> Decimal | None:
    return digits(printed) if printed[0] in "-.0123456789" else worth(printed)


def ordinal(printed: str) -> Decimal | None:
    if printed[0].isdigit():
        return digits(printed[:-2])
    tens, _, last = printed.lower().replace("-", " ").rpartition(" ")
    return worth(tens) + ORDINALS[last]


def period(printed: str) -> Decimal | None:
    return ORDINALS.get(printed.split()[0].lower())


def mixed(printed: str) -> Decimal | None:
    """ "two and a half million" is 2500000."""
    whole, scale = re.split("[ -]and[ -]a[ -]half ?", printed, flags=re.IGNORECASE)
    value = cardinal(whole)
    return None if value is None else times(value + Decimal("0.5"), SCALES.get(scale.lower(), Decimal(1)))


def fraction(printed: str) -> Decimal | None:
    """ "three-quarters" is 0.75; a third has no exact decimal, and so no value."""
    over, _, under = printed.lower().replace("-", " ").rpartition(" ")
    parts = PARTS.get(under) or PARTS.get(under.removesuffix("s")) or Decimal(2)  # "halves"
    whole = Decimal(1) if over in ("a", "an") else worth(over)
    try:
        return Context(traps=[Inexact]).divide(whole, parts)
    except Inexact:
        return None


def half_a(printed: str) -> Decimal | None:
    """ "half a million" is 500000."""
    return times(Decimal("0.5"), SCALES[re.split("[ -]", printed.lower())[-1]])


def fold(printed: str) -> Decimal | None:
    return cardinal(printed.lower().removesuffix("fold").rstrip(" -"))


# Tried in this order at each place, so that a longer reading ("half a million", "first half of") wins over a shorter.
READINGS: tuple[tuple[str, Form, str, Callable[[str], Decimal | None]], ...] = (
    ("period", "ordinal", r"\b(?:first|second|third|fourth) (?:half|quarter)\b(?= (?:of|in)\b| [0-9]{4}\b)", period),
    ("fold", "multiple", rf"(?:(?<![\w-]){DIGITS}|\b{BELOW_100[:-2]})[ -]?fold\b", fold),
    ("half_a", "cardinal", rf"\bhalf an?[ -]{SCALE}\b", half_a),
    ("mixed", "cardinal", rf"\b(?:{BELOW_100}|[0-9]+)[ -]and[ -]a[ -]half\b(?: {SCALE}\b)?", mixed),
    ("nth", "ordinal", r"(?<![\w.,])[0-9][0-9,]*(?:st|nd|rd|th)\b", ordinal),
    ("decade", "decade", r"(?<!\w)[12][0-9]{2}0s\b", lambda printed: Decimal(printed[:-1])),
    ("millions", "cardinal", rf"(?<=[$€£¥])-?{DIGITS} ?m\b", digits),
    ("digits", "cardinal", DIGITS_IN_TEXT, digits),
    ("vulgar", "fraction", f"[{''.join(VULGAR)}]", lambda printed: Decimal(VULGAR[printed])),
    ("vague", "vague", rf"\b(?:{MANY}(?: of {MANY})*|(?:(?:several|a few|many) )?{SCALE})\b", lambda _: None),
    (
        "fraction",
        "fraction",
        rf"\b(?:an?[ -]{PART}(?= of\b|\W*$)|one[ -]{PART}|{BELOW_100}[ -](?:{PART}s|halves))\b",
        fraction,
    ),
    ("half", "fraction", r"\b(?:an? )?half\b", lambda _: Decimal("0.5")),
    ("ordinal", "ordinal", rf"\b(?<!\bper )(?:{one_of(TENS)}[ -])?{one_of(ORDINALS)}\b", ordinal),
    ("cardinal", "cardinal", rf"\b{CARDINAL}", worth),
    ("multiple", "multiple", rf"\b{one_of(MULTIPLES)}\b", lambda printed: MULTIPLES[printed.lower()]),
)
# a number begins with a sign, a digit, or the first two letters of a word: to look for these first saves most of the time
FIRST_WORDS = (*CARDINALS, *SCALES, *ORDINALS, *PARTS, *MULTIPLES, "scores", "several", "many", "an", "a ", "a-")
FIRST_LETTERS = "|".join(
    f"{first}[{''.join(sorted({re.escape(word[1]) for word in FIRST_WORDS if word[0] == first}))}]"
    for first in sorted({word[0] for word in FIRST_WORDS})
)
BEGINS = f"(?=[-.0-9{''.join(VULGAR)}]|(?<![a-z])(?:{FIRST_LETTERS}))"
PATTERN = re.compile(
    BEGINS + "(?:" + "|".join(f"(?P<{name}>{form})" for name, _, form, _ in READINGS) + ")", re.IGNORECASE
)
READ = {name: (form, read) for name, form, _, read in READINGS}

# "one of the", "no one", "a better one.", "one that": a pronoun, not a count
PRONOUN = re.compile(
    r"\bone(?=[.,;:!?)]|'s\b| (?:of|another|that|which|who|by one|can|must|may|should|would)\b)"
    r"|(?<=\bno )one\b|(?<=\b(?:the|any) )one\b",
    re.IGNORECASE,
)
# "twenty-foot equivalent unit" is the name of a unit
UNIT_NAME = re.compile(r"\b(?:twenty|forty|20|40)[ -]f(?:oo|ee)t (?=equivalent\b)", re.IGNORECASE)


SHORT = 1000
"""Characters of a text that is worth remembering."""


def numbers_in(text: str) -> list[Number]:
    """Every number in running text, in order; not the pronoun "one", nor what belongs to a name (5G, K2, Covid-19)."""
    pronouns = {match.start() for match in PRONOUN.finditer(text)}
    return [number for number in numbers(text) if number.start not in pronouns]


def numbers(text: str) -> list[Number]:
    """Every number of a print, where "one of the three" does count."""
    return list(_remembered(text)) if len(text) <= SHORT else _found(text)


@lru_cache(maxsize=8192)
def _remembered(text: str) -> tuple[Number, ...]:
    """A knowledge base is read anew for each edit, and all but a few of its texts are the ones of a moment ago."""
    return tuple(_found(text))


def _found(text: str) -> list[Number]:
    found = [read(match) for match in PATTERN.finditer(text) if not in_a_name(text, match.start())]
    return scaled_ranges(text, found)


def read(match: re.Match[str]) -> Number:
    form, value = READ[str(match.lastgroup)]
    return Number(value(match[0]), *match.span(), form)


def in_a_name(text: str, start: int) -> bool:
    before = PREFIX.search(text[max(0, start - 20) : start])
    return bool(text[start] in "0123456789" and before and before[1].lower() not in PREFIXES) or bool(
        UNIT_NAME.match(text, start)
    )


def scaled_ranges(text: str, found: list[Number]) -> list[Number]:
    """In "2.5 to 4 million" and "30-50 billion" the scale is printed once and meant for both ends."""
    for index, (low, high) in enumerate(pairwise(found)):
        scale = SCALE_AFTER.search(text[high.start : high.end])
        joined = JOINED.fullmatch(text[low.end : high.start])
        if scale and joined and low.value is not None and high.value is not None and bare(text, low):
            value = times(low.value, SCALES[scale[1].lower()])
            found[index] = low._replace(value=value) if value < high.value else low
    return found


def bare(text: str, number: Number) -> bool:
    return bool(re.fullmatch(r"[0-9.]+", text[number.start : number.end]))
