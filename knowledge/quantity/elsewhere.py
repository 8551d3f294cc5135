"""Numbers and days as they are written elsewhere: "940.000", "1.234,5", "12,5", "1'234'500", "03/05/2024", "($5 million)".

Each could mean something else here, or nothing. So none is taken for what it may mean; an editor is asked.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import permutations
from typing import NamedTuple

from knowledge.quantity.losses import unsure_loss
from knowledge.quantity.numbers import READABLE

# digits with whatever may part them; not a part of a name, a path, a date or a longer number
TOKEN = re.compile(
    r"(?<![\w.,'’/])(?<![\w)\]%/-]-)[0-9](?:[0-9.,'’]|[ \u00a0\u202f\u2009](?=[0-9]{3}(?![0-9])))*(?<=[0-9])(?![/-][0-9])"
)
POINTS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?")
MARKS = re.compile(r"[1-9][0-9]{0,2}(?:['’ \u00a0\u202f\u2009][0-9]{3})+(?:[.,][0-9]+)?")
COMMA = re.compile(r"[0-9]+,[0-9]+")
DAY = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})")
# "1.399 million" and "12.125 percent" have decimals; nobody writes thousands of millions so
DECIMAL = re.compile(
    r"[ \u00a0-]?(?:(?:hundred|thousand|million|billion|trillion)s?\b|bn|mn?\b|k\b|%|percent|per cent)", re.I
)


class Elsewhere(NamedTuple):
    """A number as printed, and the print as it would be written here; `rewritten` is None if that is not sure either."""

    printed: str
    rewritten: str | None


def elsewhere(printed: str) -> Elsewhere | None:
    """The first number of a print that is not, or may not be, written as English writes numbers; or what may be a loss."""
    if loss := unsure_loss(printed):
        return Elsewhere(printed, loss)
    for token in TOKEN.finditer(printed):
        digits = token[0]
        if DAY.fullmatch(digits) or (READABLE.fullmatch(digits) and not _in_points(printed, token)):
            continue
        if POINTS.fullmatch(digits):
            plain = digits.replace(".", "").replace(",", ".")
        elif MARKS.fullmatch(digits):
            plain = re.sub("['’ \u00a0\u202f\u2009]", "", digits).replace(",", ".")
        elif COMMA.fullmatch(digits):
            plain = digits.replace(",", ".")
        elif "," in digits:
            return Elsewhere(digits, None)
        else:
            continue  # "1.2.3" is a name
        return Elsewhere(digits, printed[: token.start()] + plain + printed[token.end() :])
    return None


def _in_points(printed: str, token: re.Match[str]) -> bool:
    """ "940.000": a point that may part thousands; read as English it begins decimals."""
    return bool(POINTS.fullmatch(token[0])) and not DECIMAL.match(printed, token.end())


def days(text: str) -> list[str]:
    """The days that "03/05/2024" may mean, in ISO form; where both are possible, the day before the month comes first."""
    found = DAY.fullmatch(text.strip())
    if not found:
        return []
    orders = permutations((int(found[1]), int(found[3])))
    return list(dict.fromkeys(day for one, other in orders if (day := _day(int(found[4]), other, one))))


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
