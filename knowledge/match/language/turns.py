"""Turns of phrase that are looked for only where they can stand: most questions hold hardly any, and each look costs time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

Beginnings = frozenset[str]
"""How the words of a text begin: the first three letters of each, small; and a percent sign."""

BEGINNING = re.compile(r"\b\w{1,3}|%")


@lru_cache(maxsize=1024)  # of a question they are asked for up to three times
def beginnings(text: str) -> Beginnings:
    return frozenset(BEGINNING.findall(text.lower()))


@dataclass(frozen=True, slots=True)
class Turn:
    """A pattern, and how words begin of which each text that it fits holds one: so a text without these need not be searched.

    `begins` is how the words begin of the text that is searched, or of a longer one.
    """

    cues: Beginnings
    pattern: re.Pattern[str]

    def search(self, text: str, begins: Beginnings) -> re.Match[str] | None:
        return None if self.cues.isdisjoint(begins) else self.pattern.search(text)

    def match(self, text: str, begins: Beginnings, start: int, end: int) -> re.Match[str] | None:
        return None if self.cues.isdisjoint(begins) else self.pattern.match(text, start, end)

    def finditer(self, text: str, begins: Beginnings) -> Iterator[re.Match[str]]:
        return iter(()) if self.cues.isdisjoint(begins) else self.pattern.finditer(text)

    def findall(self, text: str, begins: Beginnings) -> list[str]:
        return [] if self.cues.isdisjoint(begins) else self.pattern.findall(text)

    def sub(self, meaning: str, text: str, begins: Beginnings) -> str:
        return text if self.cues.isdisjoint(begins) else self.pattern.sub(meaning, text)


def turn(cues: str, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> Turn:
    """A turn of phrase, with words of which it cannot do without one; of each the first three letters count."""
    return Turn(beginnings(cues), re.compile(pattern, flags))
