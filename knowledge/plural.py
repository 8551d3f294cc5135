"""How many of something, in words."""

from __future__ import annotations


def number_of(number: int, one: str, many: str = "") -> str:
    """`1,200 facts`, or `1 fact`; where the plural takes more than an s it is given."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
