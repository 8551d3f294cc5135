"""Dates as precise as they were printed: "2024", "2024-05", "2024-05-31", "2024-H1", "2024-Q3", and periods "A/B"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

FORM = re.compile(r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|H(?P<half>[12])|Q(?P<quarter>[1-4])))?")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
ORDINALS = ("first", "second", "third", "fourth")


@lru_cache(maxsize=10_000)
def span(iso: str) -> tuple[date, date] | None:
    """The first and the last day of a date or a period; None if it is not one."""
    begins, slash, ends = iso.partition("/")
    if not slash:
        return _span_of_one(iso)
    first, last = _span_of_one(begins), _span_of_one(ends)
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


def _span_of_one(iso: str) -> tuple[date, date] | None:
    form = FORM.fullmatch(iso)
    if not form:
        return None
    try:
        if form["day"]:
            day = date.fromisoformat(iso)
            return day, day
        return _months(int(form["year"]), *_month_range(form))
    except ValueError:  # month 13, 30 February, year 0
        return None


def _month_range(form: re.Match[str]) -> tuple[int, int]:
    if form["month"]:
        return int(form["month"]), int(form["month"])
    if form["half"]:
        return int(form["half"]) * 6 - 5, int(form["half"]) * 6
    if form["quarter"]:
        return int(form["quarter"]) * 3 - 2, int(form["quarter"]) * 3
    return 1, 12


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def begin(iso: str) -> date:
    """The first day of a date or period that `span` accepts."""
    both = span(iso)
    assert both, iso
    return both[0]


def end(iso: str) -> date:
    """The last day of a date or period that `span` accepts."""
    both = span(iso)
    assert both, iso
    return both[1]


def shown(iso: str) -> str:
    """A date as readers write it: "31 May 2024", "May 2024", "the first half of 2024", "2013 to 2022"."""
    begins, slash, ends = iso.partition("/")
    if slash:
        return f"{shown(begins)} to {shown(ends)}"
    form = FORM.fullmatch(iso)
    if not form:
        return iso
    year = form["year"]
    if form["day"]:
        return f"{int(form['day'])} {MONTHS[int(form['month']) - 1]} {year}"
    if form["month"]:
        return f"{MONTHS[int(form['month']) - 1]} {year}"
    if form["half"]:
        return f"the {ORDINALS[int(form['half']) - 1]} half of {year}"
    if form["quarter"]:
        return f"the {ORDINALS[int(form['quarter']) - 1]} quarter of {year}"
    return year
