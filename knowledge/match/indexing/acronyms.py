"""Acronyms: those that the texts spell out in brackets, and those that the initials of any words may make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, combinations

from knowledge.match.language import english
from knowledge.match.language.words import Form

BRACKETED = re.compile(r"((?:[^\W\d_][\w'-]*[ -]){2,10})\(([A-Z][A-Za-z-]{1,9})\)")
Row = tuple[Form, ...]
RUN = range(3, 7)  # words that somebody may mean by their initials


@dataclass
class Initials:
    """Texts by the initials of their words: with the small ones, and without."""

    rows: dict[str, list[Row]] = field(default_factory=dict)  # few initials are those of one text alone

    def add(self, text: Row) -> None:
        """ "cost per available seat mile" by "cpasm casm"."""
        row = tuple([form for form in text if not form.is_number])
        letters = "".join([form.text[0] for form in row])
        told = "".join([form.text[0] for form in row if not form.small])
        if len(letters) >= RUN.start:
            self.rows.setdefault(f"{letters} {told}", []).append(row)

    @cached_property
    def _lines(self) -> str:
        """All initials, a text's on each line: put together at the first question, when no text is added any more."""
        return "\n".join([*self.rows, ""])

    def written_out(self, short: str) -> set[str]:
        """ "casm" -> "cost available seat mile": what has these initials in three to six words in a row, small words left out.

        No small word stands at either end; those between have theirs among the initials, or none has.
        """
        rows = chain.from_iterable(map(self.rows.__getitem__, _lines_with(short, self._lines)))
        runs = (row[start:end] for row in rows for found, start, end in _runs(row) if found == short)
        return {" ".join(form.text for form in run if not form.small) for run in runs}


def _lines_with(part: str, text: str) -> Iterator[str]:
    """The lines in which it stands: a search through all at once is ten times as fast as one through each."""
    at = text.find(part)
    while at >= 0:
        end = text.index("\n", at)
        yield text[text.rfind("\n", 0, at) + 1 : end]
        at = text.find(part, end + 1)


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
