"""Dates as documents print them, and the ISO form of each: "end of June 2023" is 2023-06."""

from __future__ import annotations

import re
from datetime import date
from itertools import chain
from typing import NamedTuple

from knowledge.quantity.words import ORDINALS

MONTHS = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
]  # fmt: skip
NTH_MONTHS = list(ORDINALS)[: len(MONTHS)]
NUMBER = {
    name[:3].lower(): f"{number:02}" for names in (MONTHS, NTH_MONTHS) for number, name in enumerate(names, start=1)
}

FULL, SHORT = "|".join(MONTHS), "|".join(name[:3] for name in MONTHS if name != "May") + "|Sept"
MONTH = rf"\b(?P<month>(?:{FULL})\b|(?:{SHORT})\b[.]?)"
DAY = r"(?<![\w.,])(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?![\w%]|[.,][0-9])"
YEAR = r"(?<![\w.,$€£¥])(?P<year>(?:1[0-9]|20|21)[0-9]{2})(?![\w%]|[.,][0-9]| BCE?\b)"
PART = r"\b(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th) (?P<part>half|quarter)(?: of| in)?"
NTH = {"first": "1", "second": "2", "third": "3", "fourth": "4"}

# The fullest first; what one form has read, the next does not read again.
FORMS = [
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?<![\w-])(?P<year>[12][0-9]{3})-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-3][0-9]))?(?![\w-])",
        r"(?<![\w-])(?P<year>[12][0-9]{3})-(?P<part>[HQ])(?P<nth>[1-4])(?![\w-])",
        rf"{MONTH} {DAY},? {YEAR}",
        rf"{DAY} (?:of )?{MONTH},? {YEAR}",
        rf"{MONTH},? (?:of )?{YEAR}",
        rf"\b(?P<month>{'|'.join(NTH_MONTHS)}) month of {YEAR}",
        rf"{PART} {YEAR}",
        rf"\b(?P<part>[HQ])(?P<nth>[1-4]) (?:of )?{YEAR}",
        rf"{YEAR} (?P<part>[HQ])(?P<nth>[1-4])\b",
        # the middle of a year is written down as its first half: what holds in mid-2024 holds at the end of June
        rf"\b(?P<mid>mid|middle of)[- ]{YEAR}",
        rf"{PART} (?:the|this|that|last) year\b",
        rf"{MONTH} {DAY}",
        rf"{DAY} (?:of )?{MONTH}",
        YEAR,
    )
] + [re.compile(rf"\b(?P<month>{FULL})\b")]  # a month alone needs its capital: "may", "march"

# Short forms of annual reports: "FY23", "1H24", "3Q23", "H1 24", "Q3'23", "Q3 FY24". "1h 24" in small letters is a time, "Q3 23 million" no year.
FY = r"FY[ -]?['’]?"
NO_YEAR = r"[\w%]|[.,:][0-9]|[ -]?(?:%|per ?cent|[kmb]n?\b|km\b|kilomet|hundred|thousand|million|billion|trillion)"
SHORT_YEAR = rf"(?P<year>(?:19|20)?[0-9]{{2}})(?!{NO_YEAR})"
SHORT_FORMS = [
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b(?:{FY}|(?=(?:19|20)[0-9]{{2}}[HQ]))(?P<year>(?:19|20)?[0-9]{{2}})[ -]?(?P<part>[HQ])(?P<nth>[1-4])\b",
        rf"\b(?P<part>[HQ])(?P<nth>[1-4])(?:(?: of)?[ -]?{FY}| ?['’]|[ /-]| of ){SHORT_YEAR}",
        rf"{PART} {FY}{SHORT_YEAR}",
        rf"\b(?P<nth>[1-4])(?P<part>(?-i:H)|Q)(?:[ -]?{FY}| ?['’]|[ /-])?{SHORT_YEAR}",
        rf"\b{FY}{SHORT_YEAR}",
    )
]
SHORT_BEGINS = r"fy[ -]?['’]?[0-9]|[hq][1-4](?![0-9])|[1-4][hq]"
MAY_BE_SHORT = re.compile(SHORT_BEGINS)
CENTURY = 70  # "FY70" is 1970, "FY69" 2069

# What every form has: a year, a month or a part of a year. Most texts, and most figures, have none of it. In small letters: ignoring case takes twice as long.
MAY_HOLD = re.compile(rf"\b(?:[12][0-9]{{3}}|may|{SHORT.lower()}|half|quarter|{SHORT_BEGINS})")

LEAD = re.compile(
    r"(?:(?:by|in|on|since|from|at|as of|until|till|before|after|during|around|about|the|a|end|start|beginning|middle|close|of"
    r"|early|late|mid|year (?:to|end(?:ed|ing)?)|year|fiscal|financial|calendar|for(?= the (?:\w+ )?year\b))\b[ ,-]*)+",
    re.IGNORECASE,
)


class DateMention(NamedTuple):
    """A date where it is printed. `rest` is its ISO form after the year: "-07-03", "-07", "-H1" or ""."""

    start: int
    end: int
    year: str | None
    rest: str

    @property
    def iso(self) -> str | None:
        return f"{self.year}{self.rest}" if self.year else None


def date_of(text: str) -> str | None:
    """The ISO form of a date expression, as precise as printed; None for all else, and for a date without a year."""
    mention = whole_date(text)
    return mention.iso if mention else None


def whole_date(text: str) -> DateMention | None:
    """The date that a text consists of, leaving "by the end of" and its like aside."""
    text = " ".join(text.split()).strip(" ,.")
    found = dates_in(text)
    lead = LEAD.match(text)
    begins = {0, lead.end() if lead else 0}
    return found[0] if len(found) == 1 and found[0].start in begins and found[0].end == len(text) else None


def dates_in(text: str) -> list[DateMention]:
    """Every date in a text, in order, each as printed: a year that is printed elsewhere is not filled in."""
    found: list[DateMention] = []
    small = text.lower()
    if not MAY_HOLD.search(small):
        return found
    forms = [*SHORT_FORMS, *FORMS] if MAY_BE_SHORT.search(small) else FORMS
    taken = bytearray(len(text))
    for match in chain.from_iterable(form.finditer(text) for form in forms):
        mention = read(match)
        if mention and not any(taken[mention.start : mention.end]):
            taken[mention.start : mention.end] = b"x" * (mention.end - mention.start)
            found.append(mention)
    return sorted(found)


def read(match: re.Match[str]) -> DateMention | None:
    groups = {name: value for name, value in match.groupdict().items() if value}
    rest = "-H1" if "mid" in groups else part_of_year(groups) if "part" in groups else month_and_day(groups)
    year = groups.get("year")
    return None if rest is None else DateMention(*match.span(), in_full(year) if year else None, rest)


def in_full(year: str) -> str:
    """ "15" is 2015, "98" is 1998."""
    return year if len(year) > 2 else f"{'19' if int(year) >= CENTURY else '20'}{year}"


def part_of_year(groups: dict[str, str]) -> str | None:
    nth = NTH.get(groups["nth"].lower(), groups["nth"][0])
    letter = groups["part"][0].upper()
    return None if letter == "H" and nth > "2" else f"-{letter}{nth}"


def month_and_day(groups: dict[str, str]) -> str | None:
    if "month" not in groups:
        return ""
    month = NUMBER.get(groups["month"][:3].lower(), groups["month"])
    if "day" not in groups:
        return f"-{month}"
    rest = f"-{month}-{int(groups['day']):02}"
    return rest if exists(f"{groups.get('year', '2000')}{rest}") else None


def exists(iso: str) -> bool:
    try:
        date.fromisoformat(iso)
    except ValueError:
        return False
    return True
