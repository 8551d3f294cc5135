"""The clauses of a message: which of them ask, which stand beside them, which are talk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from knowledge.match.language import english
from knowledge.match.language.sentences import ASKING, CLAUSE_ENDS, HELD, LEAD_IN, PLAINLY, SENTENCE_ENDS, TOLD
from knowledge.match.language.turns import Beginnings
from knowledge.match.language.words import words

ENOUGH = 4  # words that tell something, with which a question may do

Stretch = tuple[int, int]
"""Where something begins in a text, and where it has ended."""


def is_in(place: int, stretches: Iterable[Stretch]) -> bool:
    """Whether a place in a text lies in any of these."""
    for start, end in stretches:  # noqa: SIM110  a dozen times a word
        if start <= place < end:
            return True
    return False


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of a message that ask, and the sentences they stand in."""

    shown: str
    core: tuple[Stretch, ...]
    sentences: tuple[Stretch, ...]
    told: tuple[Stretch, ...]  # clauses in which somebody tells of himself or of what he writes

    @property
    def asking(self) -> str:
        return " … ".join(self.shown[start:end] for start, end in self.core)

    @property
    def near(self) -> str:
        """The sentences that they stand in."""
        return " … ".join(self.shown[start:end] for start, end in self.sentences)

    def is_marked(self, clause: Stretch) -> bool:
        """Whether the sentence that it stands in ends with a question mark."""
        return any(_has_mark(self.shown, sentence) for sentence in self.sentences if is_in(clause[0], [sentence]))


def clauses_of(shown: str, begins: Beginnings) -> Clauses:
    (pieces, led_to), sentences = _parted(shown, begins), list(_pieces(shown, SENTENCE_ENDS))
    core = _core(shown, pieces, sentences, led_to)
    near = [stretch for stretch in sentences if any(is_in(start, [stretch]) for start, _ in core)]
    beside = (piece for piece in pieces if piece not in core)
    told = [(start, end) for start, end in beside if TOLD.search(shown[start:end].lower(), begins)]
    return Clauses(shown, tuple(core), tuple(near), tuple(told))


def _core(
    shown: str, pieces: Sequence[Stretch], sentences: Sequence[Stretch], led_to: Sequence[Stretch]
) -> list[Stretch]:
    """The clauses that ask; where they tell too little alone, the others that tell something too."""
    small = shown.lower()
    asking = [
        (start, end)
        for start, end in pieces
        if (start, end) in led_to
        or (
            ("?" in small[start : end + 1] or ASKING.search(small, start, end + 1))
            and not HELD.search(small[start : end + 1])
        )
    ]
    if len(asking) > 1:
        asking = _plainly(shown, asking, sentences, led_to)
    substance = [_substance(shown, stretch) for stretch in asking]
    if sum(substance) >= 2:
        return [stretch for stretch, tells in zip(asking, substance, strict=True) if tells]
    return _nearest(shown, pieces, asking) or [(0, len(shown))]


def _nearest(shown: str, pieces: Sequence[Stretch], asking: Sequence[Stretch]) -> list[Stretch]:
    """The clauses that ask, and what tells something right before: "There is a dam in Zenda. How high?"; where none asks, all."""
    telling = [stretch for stretch in pieces if stretch in asking or _substance(shown, stretch)]
    so_far = [stretch for stretch in telling if asking and stretch <= asking[-1]]
    told = 0
    for place in reversed(range(len(so_far))):
        told += _substance(shown, so_far[place])
        if told >= ENOUGH and so_far[place] <= asking[0]:
            return so_far[place:]
    return telling


def _plainly(
    shown: str, asking: list[Stretch], sentences: Iterable[Stretch], led_to: Sequence[Stretch]
) -> list[Stretch]:
    """Where a sentence asks with a question mark, those without one ask by plain words alone: not "the editor who", "when I read"."""
    marked = [sentence for sentence in sentences if _has_mark(shown, sentence)]
    if not any(is_in(stretch[0], marked) and _substance(shown, stretch) > 1 for stretch in asking):
        return asking
    small = shown.lower()
    return [(s, e) for s, e in asking if is_in(s, marked) or (s, e) in led_to or PLAINLY.match(small, s, e)]


def _has_mark(shown: str, sentence: Stretch) -> bool:
    return shown[slice(*sentence)].rstrip().endswith("?")


def _parted(shown: str, begins: Beginnings) -> tuple[list[Stretch], list[Stretch]]:
    """The clauses; and those of them to which somebody came by telling of himself: "I edit a page and need | the number of wells"."""
    small = shown.lower()
    pieces, led_to = [], []
    for start, end in _pieces(shown, CLAUSE_ENDS):
        if lead := LEAD_IN.match(small, begins, start, end):
            pieces.append((start, lead.end()))
            start = lead.end() + 1
            led_to.append((start, end))
        pieces.append((start, end))
    return pieces, led_to


def _pieces(shown: str, ends: re.Pattern[str]) -> Iterator[Stretch]:
    start = 0
    for gap in ends.finditer(shown):
        yield start, gap.start()
        start = gap.end()
    yield start, len(shown)


def _substance(shown: str, piece: Stretch) -> int:
    """How many words of a piece tell what it is about."""
    start, end = piece
    return len(
        [word for word in words(shown) if start <= word.start < end and word.text not in english.TELLING_NOTHING]
    )
