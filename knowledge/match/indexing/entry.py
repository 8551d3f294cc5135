"""A fact's words, as a question is held against them: what each explains, and how strongly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from knowledge.dates import FORM
from knowledge.match.indexing.heads import counted_by, heads_of
from knowledge.match.indexing.lexicon import Concept, Phrasing
from knowledge.match.indexing.reading import Concepts, Reader, concepts_in
from knowledge.match.indexing.said import Said, asking_texts
from knowledge.match.language.aspects import aspects_of
from knowledge.match.language.phrasing import RATE, RATE_WORDS
from knowledge.match.language.words import forms, stem, stems_of
from knowledge.model import Box, Fact, Figure
from knowledge.quantity.unit_table import KINDS

Shares = dict[Concept, tuple[float, ...]]
"""Of each of some texts: the share of a concept in its weight."""

# How strongly a word of each field explains the same word of a question.
NAMED, MEASURED, ASKED, PRINTED, SCOPED, TOLD, FILED = 1.0, 1.0, 0.95, 0.85, 0.8, 0.5, 0.4


@dataclass(eq=False)
class Entry:
    """A fact, as the matcher sees it.

    What every question may be held against is worked out for every fact; the rest, where a question comes near one.
    """

    fact: Fact
    place: int
    reader: Reader = field(repr=False)
    explains: dict[Concept, float]
    named: Concepts  # words of the subject's names
    measure: Phrasing  # what its measure says
    called: tuple[Phrasing, ...]  # each of the subject's names
    phrasings: tuple[Phrasing, ...]  # each way of asking, and the name with the measure
    names: tuple[frozenset[str], ...]  # the stems of each of the subject's names
    spelled: frozenset[str]  # the words of the subject's names as spelled
    kinds: frozenset[str]
    aspects: frozenset[str]  # what it tells beside how things stand
    counted: Concepts  # what its figures count: their units, and the head of the measure
    rates: frozenset[str]  # "day" where it is told per day
    siblings_count: set[Concept] = field(default_factory=set)  # what any of its subject's facts counts
    shares: Shares = field(default_factory=dict)  # of the phrasings

    @cached_property
    def measured(self) -> Concepts:
        """Telling words of its measure."""
        return self.reader.read(self.fact.measure).concepts - self.reader.lexicon.light

    @cached_property
    def modified(self) -> Concepts:
        """What its figures count, with the words before these: "partner" of "partner countries"."""
        return concepts_in(self.reader.read(head) for head in heads_of(self.fact))

    @cached_property
    def speakers(self) -> tuple[frozenset[str], ...]:
        """The stems of each it quotes."""
        quoted = filter(None, (figure.says for figure in self.fact.figures))
        return tuple(frozenset(form.stem for form in forms(name)) for name in quoted)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Numbers and years in its names, measure and ways of asking."""
        return frozenset([form.text for text in self._naming for form in forms(text) if form.is_number])

    def bears(self, name: frozenset[str]) -> bool:
        """Whether a whole name of several words, by its stems, stands in its names, measure or ways of asking."""
        return name <= self.explains.keys() and name in self._borne  # few have all of its words

    @cached_property
    def _borne(self) -> frozenset[frozenset[str]]:
        """All such names."""
        return self.reader.borne(map(stems_of, self._naming))

    @cached_property
    def mistakable(self) -> tuple[frozenset[str], ...]:
        """Its names of several words a part of which is a whole name too."""
        return tuple(name for name in self.names if len(name) > 1 and name & self.reader.lexicon.single)

    @cached_property
    def mentioned(self) -> set[Concept]:
        """Names in it that are not its subject's."""
        return (self.explains.keys() & self.reader.lexicon.telling) - self.named

    @property
    def _naming(self) -> tuple[str, ...]:
        return (*self.fact.subject.names, self.fact.measure, *self.fact.ask)


@dataclass(slots=True)
class BoxEntry:
    """A box, as the matcher sees it."""

    box: Box
    explains: dict[Concept, float]
    named: Concepts
    names: tuple[Phrasing, ...]
    shares: Shares = field(default_factory=dict)  # of the names


def fact_entry(fact: Fact, said: Said, place: int, reader: Reader) -> Entry:
    names, measure, called = said.names, said.measure, said.names.texts[0]
    kinds = frozenset([kind for figure in fact.figures for kind in _kinds(figure)])
    return Entry(
        fact=fact,
        place=place,
        reader=reader,
        explains=_strengths(
            (FILED, said.topic.concepts),
            (TOLD, concepts_in(said.notes)),
            (SCOPED, concepts_in(said.scopes)),
            (PRINTED, concepts_in(said.printed + said.units)),
            (ASKED, concepts_in(said.asks)),
            (MEASURED, measure.concepts),
            (NAMED, names.concepts),
        ),
        named=names.concepts,
        measure=measure.phrasing,
        called=names.phrasings,
        phrasings=(*[ask.phrasing for ask in said.asks], reader.phrasing(called.stems + measure.stems)),
        names=names.stems,
        spelled=names.spelled,
        kinds=kinds,
        aspects=aspects_of(fact, kinds),
        counted=concepts_in(map(reader.read, counted_by(fact))),
        rates=frozenset(_rates(fact, said)),
    )


def _strengths(*fields: tuple[float, Concepts]) -> dict[Concept, float]:
    """How strongly each concept is explained: as in the last of the fields that it stands in."""
    explains: dict[Concept, float] = {}
    for strength, concepts in fields:
        explains |= dict.fromkeys(concepts, strength)
    return explains


def _rates(fact: Fact, said: Said) -> Iterator[str]:
    """What it is told by, as its measure, ways of asking, prints and dates say: what is told for August is the monthly figure."""
    for figure in fact.figures:
        if told_for := FORM.fullmatch(figure.period or ""):
            yield str(told_for.lastgroup)  # the part of a date that it ends with: a month, a quarter
    for written, text in zip(asking_texts(fact), said.asking, strict=True):
        if not RATE_BEGINS.isdisjoint(text.words) and _may_tell_rate(text.words):
            yield from map(stem, rates_in(written))


def _may_tell_rate(words: Sequence[str]) -> bool:
    """Whether one of the words begins as something that is told of a rate: most with an "a" have none."""
    return not RATE.cues.isdisjoint([word[:3] for word in words])


def box_entry(box: Box, facts: Mapping[str, Fact], reader: Reader) -> BoxEntry:
    texts = [reader.read(_bare(text)) for text in (box.title, *box.names)]
    texts += [reader.read(name) for name in _main_names(box, facts)]
    named = concepts_in(texts)
    explains = dict.fromkeys(reader.read(box.summary).concepts, TOLD) | dict.fromkeys(named, NAMED)
    return BoxEntry(box, explains, named, tuple(text.phrasing for text in texts if text.phrasing))


LABEL = re.compile(
    r"^(?:fact box|panel)\b:?(?: \d+)?:?|\b(?:fact ?box|panel|box|overview|(?:in|at a) (?:brief|glance|nutshell)|in (?:figures|numbers))\b",
    re.IGNORECASE,
)


def _bare(name: str) -> str:
    """A box's name without the words that only say that it is a box."""
    return LABEL.sub(" ", name)


def _main_names(box: Box, facts: Mapping[str, Fact]) -> Iterator[str]:
    """The names of the subject that most of its facts, and more than half, are about."""
    subjects = [facts[id].subject for id in box.facts if id in facts]
    for subject in {subject.id: subject for subject in subjects}.values():
        if sum(other.id == subject.id for other in subjects) > len(subjects) / 2:
            yield from subject.names


RATE_BEGINS = frozenset(("per", "each", "every", "a", "an", *RATE_WORDS))


def rates_in(text: str) -> Iterator[str]:
    """ "day" for "per day", "a day", "each day" or "daily"."""
    for found in RATE.pattern.findall(text.lower()):
        word = next(filter(None, found))
        yield RATE_WORDS.get(word, word)


# a number alone, and no year; a loss, too
BARE = re.compile(r"(?!(?:1[89]|20)\d\d$)[-–−]?[\d.,]+|\((?!(?:1[89]|20)\d\d\))[\d.,]+\)")
AMOUNTS = ("count", "money", "percent", "length", "area", "volume", "mass", "speed", "energy", "power", "duration")


def _kinds(figure: Figure) -> Iterator[str]:
    unit = figure.quantity.unit or ""
    yield KINDS.get(unit, "count" if unit else "range") if figure.quantity.kind == "range" else figure.quantity.kind
    if figure.quantity.unit is None and BARE.fullmatch(figure.printed):
        yield from AMOUNTS  # "961855" in a table may be any amount
    if figure.quantity.kind == "text" and re.search(r"\b(?:1\d{3}|20\d{2})\b", figure.printed):
        yield "date"  # "Agenda 2063" answers "which year"
    if figure.quantity.kind == "duration" and figure.printed.endswith("ago"):
        yield "date"
