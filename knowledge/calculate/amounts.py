"""Exact differences of two figures, in words."""

from __future__ import annotations

import re
from decimal import Context, Decimal, Inexact
from fractions import Fraction

from knowledge.model import Figure

EXACT = Context(prec=2000, traps=[Inexact])  # a print has at most 500 characters; here rounding would be an error
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
ROUNDED = "rounded half to even to one decimal"
WITHOUT_SHARE = ("percent", "temperature")  # a percentage of a percentage misleads; that of 20 °C means nothing
NO_UNIT_PRINTED = re.compile(r"[\d.,\s–-]+")


def change(older: Figure, newer: Figure) -> str:
    """ "up by 1.86 million passengers, or 16.9% (rounded half to even to one decimal)"."""
    apart = difference(older, newer)
    if not apart:
        return "no change"
    return f"{'up' if apart > 0 else 'down'} by {amount(older, newer)}{share(older, newer)}"


def gap(older: Figure, newer: Figure) -> str:
    """ "0.1 million people more than Yearbook, or 9.1% (…)", of what the newer figure's document gives."""
    more = "more" if difference(older, newer) > 0 else "less"
    names = [figure.citation.source.short or figure.citation.source.title for figure in (newer, older)]
    return f"{names[0]} gives {amount(older, newer)} {more} than {names[1]}{share(older, newer)}"


def difference(older: Figure, newer: Figure) -> Decimal:
    """The newer value less the older, exactly."""
    return EXACT.subtract(_value(newer), _value(older))


def amount(older: Figure, newer: Figure) -> str:
    """How far two figures are apart: in millions if both prints say million, with their unit."""
    size = difference(older, newer).copy_abs()
    scale = next((word for word in SCALES if all(_says(figure, word) for figure in (older, newer))), None)
    number = _plain(EXACT.divide(size, Decimal(SCALES[scale]))) + f" {scale}" if scale else _plain(size)
    return _with_unit(number, newer)


def share(older: Figure, newer: Figure) -> str:
    """The difference as a percentage of the older figure, and how it is rounded; nothing where that means nothing."""
    base = Fraction(_value(older))
    if base <= 0 or older.quantity.kind in WITHOUT_SHARE:
        return ""
    tenths = abs(Fraction(difference(older, newer))) * 1000 / base
    rounded = round(tenths)  # a Fraction is rounded half to even
    printed = f"{rounded // 10:,}.{rounded % 10}%"
    return f", or exactly {printed}" if rounded == tenths else f", or {printed} ({ROUNDED})"


def printed(figure: Figure) -> str:
    """A figure as printed, with its unit where the source prints that elsewhere."""
    bare = NO_UNIT_PRINTED.fullmatch(figure.printed) and figure.quantity.unit
    return f"{figure.printed} {figure.quantity.unit}" if bare else figure.printed


def _value(figure: Figure) -> Decimal:
    assert isinstance(figure.quantity.value, Decimal), figure.printed
    return figure.quantity.value


def _says(figure: Figure, word: str) -> bool:
    return bool(re.search(rf"\d\s*{word}\b", figure.printed, re.IGNORECASE))


def _plain(number: Decimal) -> str:
    """ "1,860,000" or "1.86": no exponent, no idle zeros."""
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _with_unit(number: str, figure: Figure) -> str:
    unit, kind = figure.quantity.unit, figure.quantity.kind
    if kind == "percent":
        return f"{number} percentage points"
    if kind == "money" and unit:
        return f"{unit} {number}"
    if number == "1" and kind in ("count", "duration") and unit:
        return f"1 ({unit})"  # "1 passengers" would be odd, and what the singular is nobody printed
    return f"{number} {unit}" if unit else number
