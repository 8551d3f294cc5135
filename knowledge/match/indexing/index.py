"""The facts as the matcher looks them up: built once for a knowledge base, then only read."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from knowledge.match.indexing.acronyms import Initials, mined_acronyms
from knowledge.match.indexing.entry import BoxEntry, Entry, box_entry, fact_entry
from knowledge.match.indexing.lexicon import Concept, Lexicon
from knowledge.match.indexing.names import LongNames
from knowledge.match.indexing.reading import Reader
from knowledge.match.indexing.said import said_of
from knowledge.match.language import english
from knowledge.match.language.phrasing import SUPERLATIVE
from knowledge.match.language.words import Stems, stems_of, words
from knowledge.model import Box, Fact, Knowledge, Source, Subject

QUOTED = ""  # whose name it is that is only quoted
CLASS = 5  # names that end in a word from which it says what a subject is
YEAR = re.compile(r"(?:1[89]|20)\d\d")
UBIQUITOUS = 0.35
"""The rarity up to which a name stands everywhere, such as the country that a whole report is about."""


class SourceName(NamedTuple):
    """What a source is called, by its stems."""

    name: Stems
    source: Source
    is_subject: bool  # its author, of whom something is told: a company that reports on itself


@dataclass(slots=True)
class Index:
    """Everything a question is held against."""

    knowledge: Knowledge
    lexicon: Lexicon
    initials: Initials = field(default_factory=Initials)  # of names and measures
    entries: list[Entry] = field(default_factory=list)
    boxes: list[BoxEntry] = field(default_factory=list)
    postings: dict[Concept, set[int]] = field(default_factory=lambda: defaultdict(set))  # the places of facts
    asks: dict[str, Entry] = field(default_factory=dict)  # each way of asking, folded
    printed: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # a number -> whose figure it is
    ranked: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))  # an ordinal -> whose edition it is
    bearers: dict[Concept, set[str]] = field(default_factory=lambda: defaultdict(set))  # the subjects a word names
    counted: dict[Concept, set[int]] = field(
        default_factory=lambda: defaultdict(set)
    )  # the places of facts that count it
    rates: set[str] = field(default_factory=set)  # whatever any fact is told by
    names: LongNames = field(default_factory=LongNames)  # of subjects, and of those that are quoted
    sources: list[SourceName] = field(default_factory=list)  # by each of their names, longest first

    @classmethod
    def of(cls, knowledge: Knowledge) -> Index:
        """Indexes a knowledge base. Takes less than half a millisecond for a fact with ten ways of asking."""
        subjects = {fact.subject.id: fact.subject for fact in knowledge.facts.values()}
        texts = [name for subject in subjects.values() for name in subject.names]
        texts += [fact.measure for fact in knowledge.facts.values()]
        lexicon = Lexicon.of(knowledge.vocabulary, mined_acronyms(texts).items())
        index = cls(knowledge, lexicon)
        reader = Reader(index.lexicon, index.names)
        index._add_names(subjects.values(), reader)
        index._add_speakers(knowledge.facts.values())
        for measure in dict.fromkeys(fact.measure for fact in knowledge.facts.values()):
            index.initials.add(reader.read(measure).forms)
        for fact in sorted(knowledge.facts.values(), key=_length_of_name):
            index._add(fact, reader)
        for box in knowledge.boxes.values():
            index._add_box(box, reader)
        index._settle()
        return index

    def _add(self, fact: Fact, reader: Reader) -> None:
        said = said_of(fact, reader)
        small = [text.forms for ask, text in zip(fact.ask, said.asks, strict=True) if ask.islower()]
        self.lexicon.learn([text.forms for text in said.own], small)
        entry = fact_entry(fact, said, len(self.entries), reader)
        self.entries.append(entry)
        self.asks.update([(ask.folded, entry) for ask in said.asks])
        for figure in fact.figures:
            for number in figure.quantity.values:
                self.printed[as_digits(number)].add(fact.subject.id)
                if figure.quantity.kind == "rank" and not SUPERLATIVE.pattern.search(figure.printed.lower()):
                    self.ranked[int(number)].add(fact.subject.id)
        for concept in entry.counted:
            self.counted[concept].add(entry.place)
        self.rates |= entry.rates
        place, postings = entry.place, self.postings
        for concept in entry.explains:
            postings[concept].add(place)

    def _add_box(self, box: Box, reader: Reader) -> None:
        self.lexicon.learn([reader.read(text).forms for text in (box.title, *box.names)])
        self.boxes.append(box_entry(box, self.knowledge.facts, reader))

    def _add_names(self, subjects: Iterable[Subject], reader: Reader) -> None:
        ends = Counter[str]()
        for subject in subjects:
            names = reader.names(subject.names)
            ends.update(names.texts[0].stems[-1:])
            for text in names.texts:
                self.names.add(text.stems, whose=subject.id)
                self.initials.add(text.forms)
                self.lexicon.learn_name(text.forms)
            for concept in names.concepts:
                self.bearers[concept].add(subject.id)
            self.lexicon.years |= {word for word in names.spelled if YEAR.fullmatch(word)}
            self.lexicon.single |= {word for name in names.stems if len(name) == 1 for word in name}
        self.lexicon.classes = {word for word, count in ends.items() if count >= CLASS}

    def _add_speakers(self, facts: Iterable[Fact]) -> None:
        for speaker in filter(None, (figure.says for fact in facts for figure in fact.figures)):
            if not (name := stems_of(speaker)):
                continue  # "WHO", of small words alone
            self.lexicon.speakers[frozenset(name)] = frozenset.intersection(
                *map(frozenset, self.lexicon.concepts(name))
            )
            self.names.add(name, whose=QUOTED)

    def _settle(self) -> None:
        """What can be known only after the last fact: which words are names, and how much of a text each word is."""
        self.lexicon.settle(
            len(self.entries), {concept: len(places) for concept, places in self.postings.items()}, self.bearers
        )
        self.lexicon.telling = {name for name in self.lexicon.names if self.lexicon.rarity(name) > UBIQUITOUS}
        counted: dict[str, set[Concept]] = defaultdict(set)
        for entry in self.entries:
            counted[entry.fact.subject.id] |= entry.counted
        for entry in self.entries:
            entry.siblings_count = counted[entry.fact.subject.id]
            entry.shares = self.lexicon.shares(entry.phrasings)
        for boxed in self.boxes:
            boxed.shares = self.lexicon.shares(boxed.names)
        self.sources = sorted(self._source_names(), key=lambda called: -len(called.name))

    def _source_names(self) -> Iterator[SourceName]:
        """What each source is called; by its author, too."""
        for source in self.knowledge.sources.values():
            for name in filter(None, (source.title, source.short, source.author, *source.also)):
                if stems := stems_of(name):
                    yield SourceName(stems, source, name == source.author and self._is_subject(stems))

    def _is_subject(self, name: Stems) -> bool:
        return name in self.names.whose or self.lexicon.single.issuperset(name)

    def as_written(self, question: str) -> Entry | None:
        """The fact beside which an editor wrote this very question, but for words of politeness; None if there is none."""
        said = [word.text for word in words(question)]  # as it is read anyhow
        bare = [word for word in said if word not in english.POLITE]
        return self.asks.get(" ".join(said)) or self.asks.get(" ".join(bare))

    def written_out(self, short: str) -> set[str]:
        """ "casm" -> "cost available seat mile": what has these initials, small words left out."""
        return self.initials.written_out(short)


def _length_of_name(fact: Fact) -> int:
    """How many spaces its subject's name has. Of facts as good the first are weighed: those of Texas, before those of its cities."""
    return fact.subject.name.count(" ")


def as_digits(number: Decimal) -> str:
    """A number, one way to write it: "7600000" for 7.6 million."""
    return format(number.normalize(), "f")
