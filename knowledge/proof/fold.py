"""Text as it reads, without how it was set: one kind of dash, quote and space, no markup, no broken words.

Every folded character remembers where it stood, so that two findings about the same print are known to be the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowledge.quantity import DateMention, Number, dates_in, words
from knowledge.quantity.numbers import numbers
from knowledge.quantity.words import one_of

Span = tuple[int, int]

ALIKE = {
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛ʼ′`´", "'"),
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬀ": "ff",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
}
NOTE_MARK = "[①-⑳㉑-㉟❶-❿]"
SPACE = r"[\s\u200b\u2060\ufeff]+"
# "re-" at the end of a line or page and "gions" on the next; "6-" and "7" keep their dash, or 6-7 would become 67
BROKEN = r"(?<=[A-Za-z])[-‐\u00ad]\s*\n\s*(?=[a-z])"
MARKS = re.compile(
    rf"""
    (?P<broken>{BROKEN}|\u00ad)
  | (?P<power>(?<=m)<sup>(?P<exponent>[23])</sup>)
  | (?P<note>\ *<sup>[^<>]*</sup>|\ *{NOTE_MARK}|\[\^\w+\])
  | (?P<address>\(?<?https?://[^\s<>)\]]+[>)]?|(?<=\])\([^()\s]+\))
  | (?P<tag></?[A-Za-z][^<>]*>)
  | (?P<heading>^[ ]{{0,3}}\#{{1,6}}[ ]+)
  | (?P<mark>\*+(?=\S)|(?<=\S)\*+|\\(?=[^\w\s])|[\[\]](?=[^\w]|$|http))
  | (?P<space>{SPACE})
    """,
    re.VERBOSE | re.MULTILINE,
)
# of all words that a line may break, these are surely written with a hyphen: "twenty-" "one"
TENS = re.compile(rf"\b{one_of(words.TENS)}$", re.IGNORECASE)
UNITS = re.compile(rf"{one_of(words.ONES)}\b")
SPACES = re.compile(SPACE)


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it reads, and for each of its characters where it stands in the original."""

    text: str
    at: tuple[int, ...]
    numbers: tuple[Number, ...] = ()
    dates: tuple[DateMention, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """Where a stretch of it stands in the original."""
        return self.at[start], self.at[end - 1] + 1


def folded(raw: str, spans: Iterable[Span], *, hyphens: bool = False) -> Folded:
    """The stretches of a text, one after the other, as they read. `hyphens` keeps those that end a line."""
    joined, where = _joined(raw, spans)
    pairs = _one_space(_characters(joined, hyphens))
    text = "".join(character for character, _ in pairs)
    return Folded(text, tuple(where[at] for _, at in pairs), tuple(numbers(text)), tuple(dates_in(text)))


def reads(text: str) -> str:
    """A short text (a print, words of an outline) as it reads."""
    return "".join(character for character, _ in _one_space(_characters(text, False)))


def evened(raw: str) -> Folded:
    """A text with its markup, only dashes, quotes and spaces made alike: outlines may tell places by their markup."""
    pairs = _one_space((ALIKE.get(character, character), at) for at, character in enumerate(SPACES.sub(_blank, raw)))
    return Folded("".join(character for character, _ in pairs), tuple(at for _, at in pairs))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _joined(raw: str, spans: Iterable[Span]) -> tuple[str, list[int]]:
    """The stretches with a line break between, and where each character comes from."""
    joined, where = [], []
    for start, end in spans:
        joined.append(raw[start:end] + "\n")
        where.extend([*range(start, end), max(start, end - 1)])
    return "".join(joined), where


def _characters(text: str, hyphens: bool) -> Iterator[tuple[str, int]]:
    """Each character that reads, as it reads, with its place."""
    done = 0
    for match in MARKS.finditer(text):
        yield from _alike(text, done, match.start())
        yield from ((character, match.start()) for character in _read_as(match, hyphens))
        done = match.end()
    yield from _alike(text, done, len(text))


def _read_as(match: re.Match[str], hyphens: bool) -> str:
    if match["space"]:
        return " "
    if match["power"]:
        return "²³"[int(match["exponent"]) - 2]
    kept = hyphens or (TENS.search(match.string, 0, match.start()) and UNITS.match(match.string, match.end()))
    return "-" if match["broken"] and kept else ""


def _alike(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    for at in range(start, end):
        yield from ((character, at) for character in ALIKE.get(text[at], text[at]))


def _one_space(pairs: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Without spaces at the ends, or two in a row where a mark was dropped."""
    kept: list[tuple[str, int]] = []
    for character, at in pairs:
        if character != " " or (kept and kept[-1][0] != " "):
            kept.append((character, at))
    return kept[:-1] if kept and kept[-1][0] == " " else kept
