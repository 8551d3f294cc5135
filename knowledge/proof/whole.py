"""Whether a print says all that the text says of its number: its bound, its currency, its unit, its "per"."""

from __future__ import annotations

import re

from knowledge.model import Figure
from knowledge.proof.prints import Stand, Unfound
from knowledge.quantity.bounds import BEFORE as BOUND_BEFORE
from knowledge.quantity.bounds import BEHIND as BOUND_BEHIND
from knowledge.quantity.units import SIGN, unit_after

REACH = 60  # characters: as far as a bound and what may stand between it and its number
PER = re.compile(r" (?:per|an?|each|every) (second|minute|hour|day|night|week|month|year|capita|person|head|hectare)\b")
DURING = re.compile(r"(?:the |its )?(?:past|last|next|coming|following)\b")  # "over the past six years" bounds nothing
# before a date, a rank or plain words "over", "about", "under" and "some" are seldom bounds; these always are
ALWAYS_BOUNDS = (
    "more than", "less than", "fewer than", "at least", "at most", "nearly", "almost", "up to", "around",
    "approximately", "roughly", "circa", "ca.",
)  # fmt: skip


def left_out(figure: Figure, stand: Stand) -> list[Unfound]:
    """The words beside a print without which it says something else: "more than" before "300", "percent" after "95"."""
    text = stand.reading.text
    before, after = text[max(0, stand.start - REACH) : stand.start], text[stand.end : stand.end + REACH]
    words = _bound(figure, before) or _currency(stand, before) or _behind(figure, stand, after)
    return [Unfound(f"leaves out '{words}', which is printed beside it", "take it into the figure")] if words else []


def _bound(figure: Figure, before: str) -> str | None:
    found = BOUND_BEFORE.search(before)
    if found is None or (found[1].lower() == "over" and DURING.match(figure.printed)):
        return None
    seldom = figure.quantity.kind in ("date", "rank", "text")
    return None if seldom and found[1].lower() not in ALWAYS_BOUNDS else found[1]


def _currency(stand: Stand, before: str) -> str | None:
    """The currency sign before a print, or all of the sign that it begins with: "US$" where it prints "$"."""
    first = next((number.start for number in stand.reading.numbers if number.start >= stand.start), stand.end)
    head = stand.reading.text[stand.start : first]
    printed, whole = SIGN.fullmatch(head), SIGN.search(before + head)
    if whole and whole[1] != (printed[1] if printed else None) and (printed or not head):
        return whole[1]
    return None


def _behind(figure: Figure, stand: Stand, after: str) -> str | None:
    inside = [number for number in stand.reading.numbers if stand.start <= number.start < stand.end]
    if not inside or figure.quantity.kind in ("date", "rank", "text"):
        return None
    if found := BOUND_BEHIND.match(after):
        return found[0].strip()
    return _unit(figure, after) if inside[-1].end == stand.end else _per(figure, after)


def _unit(figure: Figure, after: str) -> str | None:
    """A unit of measure that follows the print, unless the figure's `unit` gives it."""
    unit = None if re.match(" an? ", after) else unit_after(after, {})
    if unit is None or unit.name == figure.quantity.unit or unit.kind == "text":
        return None
    return after[: unit.end].strip(" -")


def _per(figure: Figure, after: str) -> str | None:
    found = PER.match(after)
    return found[0].strip() if found and found[1] not in (figure.quantity.unit or "") else None
