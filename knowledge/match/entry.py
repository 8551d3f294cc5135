"""A fact's words, as a question is held against them: what each explains, and how strongly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import takewhile

from knowledge.match import english
from knowledge.match.lexicon import Concept, Lexicon
from knowledge.match.phrasing import RATE, RATE_WORDS
from knowledge.match.words import stem, words
from knowledge.model import Box, Fact, Figure

Concepts = frozenset[Concept]

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
    called: tuple[Concepts, ...]  # each of the subject's names
    phrasings: tuple[Concepts, ...]  # each way of asking, and the name with the measure
    names: tuple[frozenset[str], ...]  # the stems of each of the subject's names
    speakers: tuple[frozenset[str], ...]  # the stems of each it quotes
    kinds: frozenset[str]
    counted: Concepts  # what its figures count: their units, and the head of the measure
    rates: frozenset[str]  # "day" where it is told per day
    numbers: frozenset[str]  # numbers and years in its names, measure and ways of asking
    shares: tuple[dict[Concept, float], ...] = ()  # of each phrasing: each concept's share of its weight
    calls: tuple[dict[Concept, float], ...] = ()  # … of each of the subject's names
    beside: tuple[dict[Concept, float], ...] = ()  # the same of its words beside the subject's name
    mentioned: set[Concept] = field(default_factory=set)  # names in it that are not its subject's
    spelled: frozenset[str] = frozenset()  # the words of the subject's names as spelled
    bears: set[frozenset[str]] = field(
        default_factory=set
    )  # whole names of several words in its names, measure and ways of asking


@dataclass(slots=True)
class BoxEntry:
    """A box, as the matcher sees it."""

    box: Box
    explains: dict[Concept, float]
    named: Concepts
    names: tuple[Concepts, ...]
    shares: tuple[dict[Concept, float], ...] = ()


def fact_entry(fact: Fact, place: int, lexicon: Lexicon) -> Entry:
    names = tuple(concepts_of(name, lexicon) for name in fact.subject.names)
    measure = concepts_of(fact.measure, lexicon)
    asks = tuple(concepts_of(ask, lexicon) for ask in fact.ask)
    fields = [
        (FILED, [concepts_of(fact.subject.topic or "", lexicon)]),
        (TOLD, [concepts_of(text, lexicon) for text in _notes(fact)]),
        (SCOPED, [concepts_of(text, lexicon) for text in _scopes(fact)]),
        (PRINTED, [concepts_of(text, lexicon) for text in _printed(fact)]),
        (ASKED, asks),
        (MEASURED, [measure]),
        (NAMED, names),
    ]
    return Entry(
        fact=fact,
        place=place,
        explains={concept: strength for strength, texts in fields for text in texts for concept in text},
        named=frozenset().union(*names),
        measured=measure - lexicon.light,
        called=tuple(filter(None, (phrasing_of(name, lexicon) for name in fact.subject.names))),
        phrasings=tuple(_phrasings(fact, lexicon)),
        names=tuple(frozenset(stems_of(name)) for name in fact.subject.names),
        speakers=tuple(frozenset(word.stem for word in words(figure.says)) for figure in fact.figures if figure.says),
        spelled=frozenset(word.text for name in fact.subject.names for word in words(name)),
        kinds=frozenset(kind for figure in fact.figures for kind in _kinds(figure)),
        counted=frozenset().union(*(concepts_of(text, lexicon) for text in _counted(fact))),
        rates=frozenset(rate for text in _asking(fact) for rate in rates_in(text)),
        numbers=frozenset(word.text for text in naming_texts(fact) for word in words(text) if word.is_number),
    )


def box_entry(box: Box, facts: Mapping[str, Fact], lexicon: Lexicon) -> BoxEntry:
    texts = [_bare(text) for text in (box.title, *box.names)] + list(_main_names(box, facts))
    names = tuple(filter(None, (phrasing_of(text, lexicon) for text in texts)))
    named = frozenset().union(*(concepts_of(text, lexicon) for text in texts))
    explains = dict.fromkeys(concepts_of(box.summary, lexicon), TOLD) | dict.fromkeys(named, NAMED)
    return BoxEntry(box, explains, named, names)


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


def concepts_of(text: str, lexicon: Lexicon) -> Concepts:
    """What the words of a text stand for, small words left out."""
    found = [word for word in words(text) if word.text not in english.STOP]
    return frozenset(concept for meant in lexicon.concepts(found) for concept in meant)


def phrasing_of(text: str, lexicon: Lexicon) -> Concepts:
    """What a text says, each thing once however it is worded."""
    return frozenset(lexicon.canonical([word for word in words(text) if word.text not in english.STOP]))


def stems_of(text: str) -> tuple[str, ...]:
    """The stems of a text, small words left out."""
    return tuple(word.stem for word in words(text) if word.text not in english.STOP)


def _phrasings(fact: Fact, lexicon: Lexicon) -> Iterator[Concepts]:
    yield from (phrasing_of(ask, lexicon) for ask in fact.ask)
    yield phrasing_of(fact.title, lexicon)


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
    return (f"{figure.printed} {figure.quantity.unit or ''}" for figure in fact.figures)


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
    if figure.quantity.kind == "text" and re.search(r"\b[12]\d{3}\b", figure.printed):
        yield "date"  # "Agenda 2063" answers "which year"


HEAD_ENDS = re.compile(
    r"\b(?:of|in|with|whose|that|which|from|to|on|by|since|as|for|at|who|where|when|under|between|among|into|through|over|per|a|an|the"
    r"|they|it|its|are|is|was|were|has|have|had)\b|[,;(]"
)


DENSITY = re.compile(r"\bper (?!day|hour|minute|second|week|month|year|annum)")  # people per square mile are not people
NUMBER_OF = re.compile(r"^(?:total |overall |average )?(?:number|count) of ", re.IGNORECASE)
HOW_MANY_OF = re.compile(r"\b(?:how many|number of)(?: of)?(?: the| its| their)? ([^?]+)", re.IGNORECASE)


PLURAL = re.compile(r"(?:\w+[^su\W]s|people|men|women|children|staff|personnel)[?,.]?", re.IGNORECASE)


def _plural_in(text: str) -> str | None:
    """The last plural of up to three words, as far as no small word comes between: "techniques" of "farming techniques did China …"."""
    run = takewhile(lambda word: word.casefold().strip("?,.") not in english.STOP, text.split()[:3])
    return next((word for word in reversed(list(run)) if PLURAL.fullmatch(word)), None)


def _counted(fact: Fact) -> Iterator[str]:
    """What its units and the head of its measure name: "countries" of "participating countries whose banks …"."""
    units = (figure.quantity.unit or "" for figure in fact.figures)
    heads = [*(unit for unit in units if not DENSITY.search(unit)), NUMBER_OF.sub("", fact.measure)]
    heads += [head for ask in fact.ask if (found := HOW_MANY_OF.search(ask)) and (head := _plural_in(found[1]))]
    for text in heads:
        for part in re.split(r"\b(?:and|or)\b|/", HEAD_ENDS.split(text)[0]):
            named = [word for word in part.split() if not word.endswith(("ed", "ing"))]
            yield " ".join(named[-1:])
