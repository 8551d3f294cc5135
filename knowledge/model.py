"""The values everything else is made of: sources, facts, figures, boxes, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

Names = tuple[str, ...]

NOTHING = "nothing"
"""What a question of `questions.yaml` finds when no figure may be given for it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A section of a source, or a part of one (a panel, a box, a sub-heading), and the words that mark it."""

    locator: str  # "III.2", "III.2 panel 1"
    section: str  # "III.2"
    heading: str
    starts: str
    ends: str | None = None

    @property
    def is_part(self) -> bool:
        return self.locator != self.section


@dataclass(frozen=True, slots=True)
class Source:
    """A document that figures are quoted from."""

    id: str
    title: str
    short: str | None = None
    also: Names = ()
    type: str | None = None
    author: str | None = None
    publisher: str | None = None
    issued: str | None = None
    accessed: str | None = None
    url: str | None = None
    sha256: str | None = None
    outline: tuple[Place, ...] = ()

    def place(self, locator: str) -> Place | None:
        """The place of the outline with that locator, if there is one."""
        return next((place for place in self.outline if place.locator == locator), None)


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a figure is printed: a source and a place in it."""

    source: Source
    locator: str

    @property
    def section(self) -> str:
        """The section as numbered in the document; without an outline the locator's first word."""
        place = self.source.place(self.locator)
        return place.section if place else self.locator.partition(" ")[0]


Kind = Literal[
    "count", "money", "percent", "percentage points", "length", "area", "volume", "mass", "speed", "energy", "power",
    "temperature", "duration", "date", "rank", "multiple", "fraction", "range", "text",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a print says: every number in it, the one meant, its unit, its bound and its kind."""

    values: tuple[Decimal, ...] = ()
    value: Decimal | str | None = None  # an exact decimal, or an ISO date
    unit: str | None = None
    bound: str | None = None
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Figure:
    """One print of one measured thing, with its date and its citation. Dates are ISO, as precise as printed."""

    printed: str
    quantity: Quantity
    citation: Citation
    as_of: str | None = None
    period: str | None = None
    due: str | None = None
    when: str | None = None
    against: str | None = None
    status: str | None = None
    says: str | None = None
    note: str | None = None
    url: str | None = None
    near: str | None = None
    dated: str | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """What facts are about, and the names people use for it."""

    id: str
    name: str
    also: Names = ()
    topic: str | None = None

    @property
    def names(self) -> Names:
        return (self.name, *self.also)


@dataclass(frozen=True, slots=True)
class Fact:
    """One measured thing about a subject; its figures stand headline first."""

    id: str  # "mombasa-nairobi-railway/passengers"
    subject: Subject
    measure: str
    figures: tuple[Figure, ...]
    ask: Names = ()
    note: str | None = None
    review_by: str | None = None
    retired: str | None = None

    @property
    def title(self) -> str:
        return f"{self.subject.name}: {self.measure}"


@dataclass(frozen=True, slots=True)
class Box:
    """A document's own fact box or panel, or (without a citation) one that editors compiled."""

    id: str
    title: str
    names: Names
    summary: str
    facts: tuple[str, ...]
    citation: Citation | None = None

    @property
    def compiled(self) -> bool:
        return self.citation is None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words of the field: what means the same, what must not be confused, what units are called."""

    synonyms: tuple[Names, ...] = ()
    acronyms: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    contrasts: tuple[Names, ...] = ()
    units: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class LabelledQuestion:
    """A question people ask, and the ids of what it must find (`("nothing",)` for a near miss)."""

    ask: str
    finds: Names
    context: str | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A number that is printed and that nobody needs to hold, with the reason."""

    text: str
    citation: Citation
    reason: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How labelled questions did: how many got the right answer, a choice with it, nothing, a wrong one."""

    right: int = 0
    offered: int = 0
    missed: int = 0
    wrong: int = 0

    @property
    def questions(self) -> int:
        return self.right + self.offered + self.missed + self.wrong


@dataclass(frozen=True, slots=True)
class Calibration:
    """From which confidence a figure is given, as a knowledge base's own questions chose it, and what was measured there."""

    sure: float
    allowed: float = 0.0  # the share of wrong ones it was chosen to keep to
    facts: int = 0
    revision: str = ""  # of the files it was measured on
    held: Tally = Tally()
    not_held: Tally = Tally()


@dataclass(frozen=True, slots=True)
class Knowledge:
    """A whole knowledge base, as served. Immutable: a new one replaces it by one assignment."""

    sources: Mapping[str, Source]
    facts: Mapping[str, Fact]
    boxes: Mapping[str, Box] = field(default_factory=lambda: MappingProxyType({}))
    vocabulary: Vocabulary = Vocabulary()
    questions: tuple[LabelledQuestion, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    calibration: Calibration | None = None
    retired: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))  # why, of facts that are kept only
    revision: str = ""  # the first 12 hex digits of a hash over every file


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong in a file: where, in which entry, what, and the likely cure. A doubt does not stop serving."""

    file: str
    line: int
    entry: str
    message: str
    doubt: bool = False
    path: tuple[str | int, ...] = field(default=(), compare=False)  # the keys and positions that lead there in the file

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        entry = f"{self.entry}: " if self.entry else ""
        return f"{where}: {'doubt: ' if self.doubt else ''}{entry}{self.message}"
