"""A fact's words, as a question is held against them: what each explains, and how strongly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from knowledge.match.aspects import aspects_of
from knowledge.match.heads import counted_by, heads_of
from knowledge.match.lexicon import Concept, Phrasing
from knowledge.match.phrasing import RATE, RATE_WORDS
from knowledge.match.reading import Concepts, Reader, Text, borne
from knowledge.match.words import stem
from knowledge.model import Box, Fact, Figure

Shares = dict[Concept, tuple[float, ...]]
"""Of each of some texts: the share of a concept in its weight."""

# How strongly a word of each field explains the same word of a question.
NAMED, MEASURED, ASKED, PRINTED, SCOPED, TOLD, FILED = 1.0, 1.0, 0.95, 0.85, 0.8, 0.5, 0.4


@dataclass(slots=True)
class Entry:
    """A fact, as the matcher sees it."""

    fact: Fact
    place: int
    explains: dict[Concept, float]
    named: Concepts  # words of the subject's names
    measured: Concepts  # telling words of its measure
    measure: Phrasing  # what its measure says
    called: tuple[Phrasing, ...]  # each of the subject's names
    phrasings: tuple[Phrasing, ...]  # each way of asking, and the name with the measure
    names: tuple[frozenset[str], ...]  # the stems of each of the subject's names
    speakers: tuple[frozenset[str], ...]  # the stems of each it quotes
    kinds: frozenset[str]
    aspects: frozenset[str]  # what it tells beside how things stand
    counted: Concepts  # what its figures count: their units, and the head of the measure
    modified: Concepts  # … and the words before these: "partner" of "partner countries"
    rates: frozenset[str]  # "day" where it is told per day
    numbers: frozenset[str]  # numbers and years in its names, measure and ways of asking
    spelled: frozenset[str]  # the words of the subject's names as spelled
    bears: frozenset[frozenset[str]]  # whole names of several words in its names, measure and ways of asking
    siblings_count: set[Concept] = field(default_factory=set)  # what any of its subject's facts counts
    shares: Shares = field(default_factory=dict)  # of the phrasings
    mistakable: tuple[frozenset[str], ...] = ()  # its names of several words a part of which is a whole name too
    mentioned: set[Concept] = field(default_factory=set)  # names in it that are not its subject's


@dataclass(slots=True)
class BoxEntry:
    """A box, as the matcher sees it."""

    box: Box
    explains: dict[Concept, float]
    named: Concepts
    names: tuple[Phrasing, ...]
    shares: Shares = field(default_factory=dict)  # of the names


def fact_entry(fact: Fact, place: int, reader: Reader) -> Entry:
    read, names = reader.read, reader.names(fact.subject.names)
    measure, asks = read(fact.measure), [read(ask) for ask in fact.ask]
    heads, kinds = tuple(heads_of(fact)), frozenset(kind for figure in fact.figures for kind in _kinds(figure))
    fields = [
        (FILED, [read(fact.subject.topic or "")]),
        (TOLD, map(read, _notes(fact))),
        (SCOPED, map(read, _scopes(fact))),
        (PRINTED, map(read, _printed(fact))),
        (ASKED, asks),
        (MEASURED, [measure]),
        (NAMED, names.texts),
    ]
    return Entry(
        fact=fact,
        place=place,
        explains=_strengths(fields),
        named=names.concepts,
        measured=measure.concepts - reader.lexicon.light,
        measure=measure.phrasing,
        called=names.phrasings,
        phrasings=tuple([text.phrasing for text in (*asks, read(fact.title))]),
        names=names.stems,
        speakers=tuple(
            frozenset(form.stem for form in read(figure.says).forms) for figure in fact.figures if figure.says
        ),
        spelled=names.spelled,
        bears=names.borne | borne([measure, *asks], reader.long_names),
        kinds=kinds,
        aspects=aspects_of(fact, kinds),
        counted=frozenset().union(*(read(text).concepts for text in counted_by(fact, heads))),
        modified=frozenset().union(*(read(text).concepts for text in heads)),
        rates=frozenset(rates_in("\n".join(_asking(fact)))),
        numbers=frozenset(
            form.text for text in (*names.texts, measure, *asks) for form in text.forms if form.is_number
        ),
    )


def _strengths(fields: Iterable[tuple[float, Iterable[Text]]]) -> dict[Concept, float]:
    """How strongly each concept is explained: as in the last of the fields that it stands in."""
    explains: dict[Concept, float] = {}
    for strength, texts in fields:
        for text in texts:
            explains.update(dict.fromkeys(text.concepts, strength))
    return explains


def box_entry(box: Box, facts: Mapping[str, Fact], reader: Reader) -> BoxEntry:
    texts = [reader.read(_bare(text)) for text in (box.title, *box.names)]
    texts += [reader.read(name) for name in _main_names(box, facts)]
    named = frozenset().union(*(text.concepts for text in texts))
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


def rates_in(text: str) -> Iterator[str]:
    """ "day" for "per day", "a day", "each day" or "daily"."""
    for found in RATE.findall(text.lower()):
        word = next(filter(None, found))
        yield stem(RATE_WORDS.get(word, word))


def fact_texts(fact: Fact) -> Iterator[str]:
    yield from naming_texts(fact)
    yield from (figure.printed for figure in fact.figures)
    yield from _notes(fact)
    yield from _scopes(fact)


def naming_texts(fact: Fact) -> Iterator[str]:
    yield from fact.subject.names
    yield fact.measure
    yield from fact.ask


def _asking(fact: Fact) -> Iterator[str]:
    yield fact.measure
    yield from fact.ask
    yield from _printed(fact)


def _printed(fact: Fact) -> Iterator[str]:
    return (" ".join(filter(None, (figure.printed, figure.quantity.unit))) for figure in fact.figures)


def _scopes(fact: Fact) -> Iterator[str]:
    for figure in fact.figures:
        yield from filter(None, (figure.when, figure.says, figure.against, figure.status))


def _notes(fact: Fact) -> Iterator[str]:
    return filter(None, (fact.note, *(figure.note for figure in fact.figures)))


BARE = re.compile(r"(?!(?:1[89]|20)\d\d$)[\d.,]+")  # a number alone, and no year
AMOUNTS = ("count", "money", "percent", "length", "area", "volume", "mass", "speed", "energy", "power", "duration")


def _kinds(figure: Figure) -> Iterator[str]:
    yield figure.quantity.kind
    if figure.quantity.unit is None and BARE.fullmatch(figure.printed):
        yield from AMOUNTS  # "961855" in a table may be any amount
    if figure.quantity.kind == "text" and re.search(r"\b(?:1\d{3}|20\d{2})\b", figure.printed):
        yield "date"  # "Agenda 2063" answers "which year"
