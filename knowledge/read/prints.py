"""What a print says together with its keys: they may complete it (the year of "July 3"), never contradict it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from knowledge.dates import span
from knowledge.model import Kind, Quantity
from knowledge.quantity import dates_in, elsewhere, quantity
from knowledge.read.schema import FigureEntry
from knowledge.read.texts import brief

NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
COMPLETES = re.compile(r"(?:of|a|an|per|each|every|in)\b", re.IGNORECASE)
NO_MEASURE: tuple[Kind, ...] = ("count", "text", "range", "date", "rank")


def completed(entry: FigureEntry, units: Mapping[str, str]) -> Quantity:
    """The quantity of a print, with what its keys add."""
    read = _read(entry, units)
    if entry.unit is not None:
        read = _with_unit(read, entry.unit, units)
    value = _value(entry.value, read) if entry.value is not None else None
    if value is None:
        return read
    kind: Kind = "date" if isinstance(value, str) else "count" if read.kind == "text" else read.kind
    return replace(read, value=value, kind=kind)


def _read(entry: FigureEntry, units: Mapping[str, str]) -> Quantity:
    """What the print says; "940.000" is 940000 where its `value` says that points part the thousands there."""
    if entry.value is not None and (found := elsewhere(entry.figure)) and found.rewritten:
        other = _quantity(found.rewritten, units)
        if NUMBER.fullmatch(entry.value) and other.value == Decimal(entry.value):
            return other
    return _quantity(entry.figure, units)


def _quantity(printed: str, units: Mapping[str, str]) -> Quantity:
    """What a print says: all but a few were read already, for the edit before, or for the check before this."""
    return _read_already(printed, tuple(units.items()))


@lru_cache(maxsize=8192)
def _read_already(printed: str, units: tuple[tuple[str, str], ...]) -> Quantity:
    return quantity(printed, dict(units))


def contradiction(entry: FigureEntry, units: Mapping[str, str]) -> tuple[str, str] | None:
    """The key that does not agree with the print, and the message about it."""
    read = _read(entry, units)
    if entry.unit is not None and not _unit_agrees(read, entry.unit, units):
        return "unit", f"{_against('unit', entry.unit, entry)}, which says {read.unit}"
    if entry.value is None:
        return None
    value = _value(entry.value, read)
    if value is None:
        return "value", f"`value`: '{brief(entry.value)}' is neither a number such as 1200.5 nor an ISO date"
    if not _value_agrees(value, read, entry.figure):
        said = f"{read.value:f}" if isinstance(read.value, Decimal) else read.value
        return "value", _against("value", entry.value, entry) + (f", which says {said}" if said else "")
    return None


def _against(key: str, given: str, entry: FigureEntry) -> str:
    return f"`{key}`: '{brief(given)}' contradicts the print '{brief(entry.figure)}'"


def _with_unit(read: Quantity, unit: str, units: Mapping[str, str]) -> Quantity:
    """ "132" with "routes", "700 megawatts" with "of solar power", "80 types" with "types of goods"."""
    told = _quantity(f"1 {unit}", units)
    measured = told.kind not in NO_MEASURE
    if read.unit is None:
        kind = told.kind if measured else "count"
        return replace(
            read, unit=told.unit if measured else unit, kind=kind if read.kind in ("text", "count") else read.kind
        )
    if _holds(unit, read.unit):
        return replace(read, unit=unit)
    return read if told.unit == read.unit else replace(read, unit=f"{read.unit} {unit}")


def _unit_agrees(read: Quantity, unit: str, units: Mapping[str, str]) -> bool:
    if read.unit is None or _holds(unit, read.unit) or COMPLETES.match(unit):
        return True
    return _quantity(f"1 {unit}", units).unit == read.unit


def _holds(longer: str, shorter: str) -> bool:
    return re.search(rf"\b{re.escape(shorter.casefold())}\b", longer.casefold()) is not None


def _value(text: str, read: Quantity) -> Decimal | str | None:
    """An exact decimal or an ISO date; "2024" alone is a date only where the print is one."""
    if NUMBER.fullmatch(text) and not (read.kind == "date" and span(text)):
        return Decimal(text)
    return text if span(text) else None


def _value_agrees(value: Decimal | str, read: Quantity, printed: str) -> bool:
    if isinstance(value, str):
        return _date_agrees(value, read, printed)
    return value in read.values if read.values else read.value in (None, value)


def _date_agrees(iso: str, read: Quantity, printed: str) -> bool:
    """A date must hold every part of a date that is printed, or else have each number printed in it."""
    year, rest = iso[:4], iso.partition("/")[0][4:]
    mentions = dates_in(printed)
    if not mentions:
        return read.kind in ("date", "text", "rank", "count") and set(read.values) <= _numbers(iso)
    return any(
        each.year in (None, year) and (each.rest.startswith(rest) or rest.startswith(each.rest)) for each in mentions
    )


def _numbers(iso: str) -> set[Decimal]:
    return {Decimal(number) for number in re.findall("[0-9]+", iso)}
