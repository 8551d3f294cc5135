"""Losses as accountants print them: "$(8,885) million", "-$7,885 million", "(3.2)%". Each is read with a minus before its digits.

Brackets and dashes mean much else. Where they may be a loss or not, none is read, and an editor is asked.
"""

from __future__ import annotations

import re

from knowledge.quantity.numbers import DIGITS, numbers
from knowledge.quantity.unit_table import SIGNS
from knowledge.quantity.units import unit_after
from knowledge.quantity.words import SCALE

CURRENCY = rf"(?<![A-Za-z])(?:{'|'.join(map(re.escape, sorted(SIGNS, key=len, reverse=True)))})"
SCALED = rf"(?:[ \u00a0-]?{SCALE}s?\b|[mk]\b)"
MARKS = re.compile(r"[(-]|inus |egative ")  # most prints have none
WORD = rf"(?:[Mm]inus |[Nn]egative (?={CURRENCY}))"
# a minus before a currency, or in words: no range ("$5-$10"), no tolerance ("plus or minus 3 percent")
MINUS = re.compile(rf"(?:(?<![\w)%\]-])-(?={CURRENCY})|(?<!or )(?<![\w/-]){WORD})(?P<before>{CURRENCY})?\s?(?=[.0-9])")
BRACKETS = re.compile(
    rf"(?:(?<![\w)%\]-])-)?(?:(?P<before>{CURRENCY})\s?)?"
    rf"\((?:(?P<within>{CURRENCY})\s?)?-?(?P<digits>{DIGITS})(?P<scale>{SCALED})?\)"
)
LARGE = re.compile(SCALED)
YEAR = re.compile(r"(?:1[89]|20)[0-9]{2}")
NEAR = 40  # characters before brackets: as far as the words of a number reach
OF_LOSSES = ("money", "percent", "percentage points")

AMOUNT = rf"(?:{CURRENCY}\s?)?{DIGITS}{SCALED}?(?:\s?(?:%|per ?cent\b))?"
UNSURE = re.compile(rf"\((?P<whole>{AMOUNT})\)$|\((?P<number>{DIGITS})\)(?= [\w(])|[-‐‑–—−] (?=(?P<apart>{AMOUNT}))")


def signed(text: str) -> str:
    """A print with a minus right before the digits of each loss: "$(8,885) million" is "$-8,885 million"."""
    return BRACKETS.sub(_of_brackets, MINUS.sub(_of_minus, text)) if MARKS.search(text) else text


def unsure_loss(text: str) -> str | None:
    """The print of the loss that a print may be, and may not: "-$5 million" for "($5 million)", "-3%" for "– 3%"."""
    found = UNSURE.match(text)
    if not found or BRACKETS.sub(_of_brackets, text) != text:
        return None
    return f"-{found['whole'] or found['number'] or ''}{text[found.end() :]}"


def _of_minus(found: re.Match[str]) -> str:
    return found[0] if _ends_in_number(found.string[: found.start()]) else _negative(found["before"], "")


def _of_brackets(found: re.Match[str]) -> str:
    digits = found["digits"] + (found["scale"] or "")
    return _negative(found["before"] or found["within"], digits) if _is_loss(found) else found[0]


def _negative(currency: str | None, digits: str) -> str:
    return f"{currency or ''}{' ' if currency and currency[-1].isalpha() else ''}-{digits}"


def _is_loss(found: re.Match[str]) -> bool:
    """Whether nothing but a loss is printed so: a currency before the brackets, or a percent or a scale behind them."""
    head, tail = found.string[: found.start()], found.string[found.end() :]
    if found["before"]:
        return True
    if found["scale"]:
        return False
    whole = not head and not tail
    return (whole and not YEAR.fullmatch(found["digits"])) or (_goes_on(tail) and not _ends_in_number(head))


def _goes_on(tail: str) -> bool:
    """Whether what stands behind brackets can only belong to the number in them: "(8,885) million", "(3.2)%"."""
    unit = unit_after(tail, {})
    return bool(LARGE.match(tail) or (unit and unit.kind in OF_LOSSES))


def _ends_in_number(head: str) -> bool:
    """ "three (3) percent" tells one number twice, "10 minus 5" and "$5 million -$10 million" are of two."""
    near = head.rstrip(" ($€£¥")[-NEAR:]
    return any(number.end == len(near) for number in numbers(near))
