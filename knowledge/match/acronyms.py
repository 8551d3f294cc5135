"""Acronyms: those that the texts spell out in brackets, and those that the initials of any words may make."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from knowledge.match import english
from knowledge.match.words import Form, forms

BRACKETED = re.compile(r"((?:[^\W\d_][\w'-]*[ -]){2,10})\(([A-Z][A-Za-z-]{1,9})\)")


Row = tuple[Form, ...]
RUN = range(3, 7)  # words that somebody may mean by their initials


@dataclass(slots=True)
class Initials:
    """Words in rows, by the initials of three to six of them that follow each other, no small one at either end."""

    rows: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, texts: Iterable[str]) -> Initials:
        """ "cost per available seat mile" by "casm", "cpasm", "asm": with its small words, and without."""
        initials = cls()
        for text in dict.fromkeys(texts):
            row = tuple([form for form in forms(text) if not form.is_number])
            told = tuple([form for form in row if not form.small])
            for each in (row, told) if len(told) < len(row) else (told,):
                for short in _shorts(each):
                    initials.rows[short].append(each)
        return initials

    def __contains__(self, short: str) -> bool:
        return short in self.rows

    def written_out(self, short: str) -> set[str]:
        """ "casm" -> "cost available seat mile": what has these initials, small words left out."""
        runs = (run for row in self.rows.get(short, ()) for run in _runs(row, short))
        return {" ".join(form.text for form in run if not form.small) for run in runs}


def _shorts(row: Row) -> set[str]:
    letters = "".join([form.text[0] for form in row])
    ends = [place for place, form in enumerate(row) if not form.small]
    return {letters[start : end + 1] for start, end in combinations(ends, 2) if end - start + 1 in RUN}


def _runs(row: Row, short: str) -> Iterator[Row]:
    for start in range(len(row) - len(short) + 1):
        run = row[start : start + len(short)]
        if [form.text[0] for form in run] == list(short) and not (run[0].small or run[-1].small):
            yield run


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
