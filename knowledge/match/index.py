"""The facts as the matcher looks them up: built once for a knowledge base, then only read."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from knowledge.match.entry import BoxEntry, Entry, box_entry, fact_entry, fact_texts, naming_texts
from knowledge.match.lexicon import Concept, Lexicon, Stems, initials_in, mined_acronyms, stems_of
from knowledge.match.reading import Reader
from knowledge.model import Box, Fact, Knowledge, Source, Subject

CLASS = 5  # names that end in a word from which it says what a subject is
YEAR = re.compile(r"(?:1[89]|20)\d\d")
UBIQUITOUS = 0.35
"""The rarity up to which a name stands everywhere, such as the country that a whole report is about."""


@dataclass(slots=True)
class Index:
    """Everything a question is held against."""

    knowledge: Knowledge
    lexicon: Lexicon
    entries: list[Entry] = field(default_factory=list)
    boxes: list[BoxEntry] = field(default_factory=list)
    postings: dict[Concept, list[int]] = field(default_factory=lambda: defaultdict(list))
    asks: dict[str, Entry] = field(default_factory=dict)  # each way of asking, folded
    bearers: dict[Concept, set[str]] = field(default_factory=lambda: defaultdict(set))  # the subjects a word names
    counted: set[Concept] = field(default_factory=set)  # whatever any fact counts
    rates: set[str] = field(default_factory=set)  # whatever any fact is told by
    names: dict[Stems, list[tuple[Stems, str]]] = field(default_factory=lambda: defaultdict(list))  # by their first two
    initials: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # "casm": cost available seat mile
    sources: list[tuple[Stems, Source]] = field(default_factory=list)  # by each of their names, longest first

    @classmethod
    def of(cls, knowledge: Knowledge) -> Index:
        """Indexes a knowledge base. Takes about half a millisecond for a fact with ten ways of asking."""
        subjects = {fact.subject.id: fact.subject for fact in knowledge.facts.values()}
        texts = [name for subject in subjects.values() for name in subject.names]
        texts += [fact.measure for fact in knowledge.facts.values()]
        index = cls(knowledge, Lexicon.of(knowledge.vocabulary, mined_acronyms(texts).items()))
        index._add_names(subjects.values())
        for text in dict.fromkeys(texts):
            for short, long in initials_in(text):
                index.initials[short].add(long)
        reader = Reader(index.lexicon)
        for fact in knowledge.facts.values():
            index._add(fact, reader)
        for box in knowledge.boxes.values():
            index._add_box(box, reader)
        index._settle()
        return index

    def _add(self, fact: Fact, reader: Reader) -> None:
        self.lexicon.learn([reader.read(text).forms for text in fact_texts(fact)])
        entry = fact_entry(fact, len(self.entries), reader)
        self.entries.append(entry)
        for ask in fact.ask:
            self.asks[reader.read(ask).folded] = entry
        self.lexicon.years |= {word for word in entry.spelled if YEAR.fullmatch(word)}
        self.lexicon.single |= {word for name in entry.names if len(name) == 1 for word in name}
        for concept in entry.named:
            self.bearers[concept].add(fact.subject.id)
        self.counted |= entry.counted
        self.rates |= entry.rates
        self.lexicon.total += 1
        for concept in entry.explains:
            self.lexicon.seen[concept] += 1
            self.postings[concept].append(entry.place)
        for speaker in filter(None, (figure.says for figure in fact.figures)):
            self.lexicon.speakers.add(frozenset(self._name(speaker, whose="")))

    def _add_box(self, box: Box, reader: Reader) -> None:
        self.lexicon.learn([reader.read(text).forms for text in (box.title, *box.names)])
        self.boxes.append(box_entry(box, self.knowledge.facts, reader))

    def _add_names(self, subjects: Iterable[Subject]) -> None:
        for subject in subjects:
            for name in subject.names:
                self._name(name, whose=subject.id)

    def _name(self, name: str, whose: str) -> Stems:
        """Remembers a name of several words, and whose it is."""
        stems = stems_of(name)
        if len(stems) > 1 and (stems, whose) not in self.names[stems[:2]]:
            self.names[stems[:2]].append((stems, whose))
        return stems

    def _settle(self) -> None:
        """What can be known only after the last fact: which words are names, and which names each fact mentions."""
        self.lexicon.settle()
        heads = Counter(
            stems_of(subject.name)[-1:]
            for subject in {fact.subject.id: fact.subject for fact in self.knowledge.facts.values()}.values()
        )
        self.lexicon.classes = {word for last, count in heads.items() if count >= CLASS for word in last}
        for entry in self.entries:
            others = (entry.explains.keys() & self.lexicon.names) - entry.named
            entry.shares = self.lexicon.shares(entry.phrasings)
            entry.calls = self.lexicon.shares(entry.called)
            beside = ([each for each in phrasing if each not in entry.named] for phrasing in entry.phrasings)
            entry.beside = self.lexicon.shares(list(filter(None, beside)))
            entry.bears = {name for text in naming_texts(entry.fact) for name in self._names_in(text)}
            entry.mentioned |= {name for name in others if self.lexicon.rarity(name) > UBIQUITOUS}
        for boxed in self.boxes:
            boxed.shares = self.lexicon.shares(boxed.names)
        self.sources = sorted(_source_names(self.knowledge.sources), key=lambda named: -len(named[0]))

    def _names_in(self, text: str) -> Iterator[frozenset[str]]:
        stems = list(stems_of(text))
        return (frozenset(stems[start:end]) for start, end, _ in self.named_in(stems))

    def named_in(self, stems: list[str]) -> list[tuple[int, int, str]]:
        """Where names of several words stand in a question: from which word to which, and whose they are."""
        return [
            (place, place + len(name), whose)
            for place, pair in enumerate(pairwise(stems))
            for name, whose in self.names.get(pair, ())
            if tuple(stems[place : place + len(name)]) == name
        ]


def _source_names(sources: Mapping[str, Source]) -> Iterator[tuple[Stems, Source]]:
    for source in sources.values():
        for name in filter(None, (source.title, source.short, source.author, *source.also)):
            if stems := stems_of(name):
                yield stems, source
