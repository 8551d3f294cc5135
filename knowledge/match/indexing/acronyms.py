"""Acronyms: those that the texts spell out in brackets, and those that the initials of any words may make."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from knowledge.match.language import english
from knowledge.match.language.words import Form

BRACKETED = re.compile(r"((?:[^\W\d_][\w'-]*[ -]){2,10})\(([A-Z][A-Za-z-]{1,9})\)")
Row = tuple[Form, ...]
RUN = range(3, 7)  # words that somebody may mean by their initials


@dataclass(slots=True)
class Initials:
    """Texts by the initials of three to six words in a row, no small one at either end: with the small ones between, and without."""

    rows: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))

    def add(self, text: Row) -> None:
        """ "cost per available seat mile" by "casm", "cpasm", "asm"."""
        row = tuple([form for form in text if not form.is_number])
        for short in {short for short, _, _ in _runs(row)}:
            self.rows[short].append(row)

    def __contains__(self, short: str) -> bool:
        return short in self.rows

    def written_out(self, short: str) -> set[str]:
        """ "casm" -> "cost available seat mile": what has these initials, small words left out."""
        runs = (
            row[start:end] for row in self.rows.get(short, ()) for found, start, end in _runs(row) if found == short
        )
        return {" ".join(form.text for form in run if not form.small) for run in runs}


def _runs(row: Row) -> Iterator[tuple[str, int, int]]:
    """Each run by its initials, with where it begins and ends."""
    letters = "".join([form.text[0] for form in row])
    telling = [place for place, form in enumerate(row) if not form.small]
    told = "".join([letters[place] for place in telling])
    for (first, start), (last, end) in combinations(enumerate(telling), 2):
        if last - first + 1 in RUN:
            yield told[first : last + 1], start, end + 1
        if last - first < end - start < RUN.stop - 1:
            yield letters[start : end + 1], start, end + 1


def mined_acronyms(texts: Iterable[str]) -> dict[str, str]:
    """ "Asian Infrastructure Investment Bank (AIIB)" -> {"AIIB": "Asian Infrastructure Investment Bank"}."""
    found = {}
    for text in texts:
        for long, short in BRACKETED.findall(text) if "(" in text else ():
            if full := _spelled_by(short, long.split()):
                found[short] = full
    return found


def _spelled_by(short: str, long: list[str]) -> str | None:
    """The last words whose initials, small words aside, spell the short form."""
    letters = [letter for letter in short.casefold() if letter.isalpha()]
    for start in range(len(long)):
        initials = [part[0].casefold() for word in long[start:] for part in word.split("-") if part not in english.STOP]
        if initials == letters:
            return " ".join(long[start:])
    return None
