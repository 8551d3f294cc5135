"""Acronyms: those that the texts spell out in brackets, and those that the initials of any words may make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from knowledge.match import english
from knowledge.match.words import forms

BRACKETED = re.compile(r"((?:[^\W\d_][\w'-]*[ -]){2,10})\(([A-Z][A-Za-z-]{1,9})\)")


def initials_in(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """ "cost per available seat mile" -> "casm", "cpasm", "asm": each run of three to six words by its initials, with its words."""
    found = tuple([form.text for form in forms(text) if not form.is_number])
    told = tuple([word for word in found if word not in english.STOP])
    for row in (found, told) if len(told) < len(found) else (told,):
        letters = "".join([word[0] for word in row])
        for start in range(len(row) - 2):
            for end in range(start + 3, min(start + 6, len(row)) + 1):
                if row[start] not in english.STOP and row[end - 1] not in english.STOP:
                    yield letters[start:end], row[start:end]


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
