"""The facts as the matcher looks them up: built once for a knowledge base, then only read."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from knowledge.match import english
from knowledge.match.entry import BoxEntry, Entry, box_entry, fact_entry, fact_texts, naming_texts, stems_of
from knowledge.match.lexicon import Concept, Lexicon, Stems, initials_in, mined_acronyms
from knowledge.match.words import folded, words
from knowledge.model import Box, Fact, Knowledge, Source, Subject

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
    names: dict[str, list[tuple[Stems, str]]] = field(default_factory=lambda: defaultdict(list))
    initials: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # "casm": cost available seat mile
    sources: list[tuple[Stems, Source]] = field(default_factory=list)  # by each of their names, longest first

    @classmethod
    def of(cls, knowledge: Knowledge) -> Index:
        """Indexes a knowledge base. Takes about a third of a millisecond a fact."""
        subjects = {fact.subject.id: fact.subject for fact in knowledge.facts.values()}
        texts = [name for subject in subjects.values() for name in subject.names]
        texts += [fact.measure for fact in knowledge.facts.values()]
        index = cls(knowledge, Lexicon.of(knowledge.vocabulary, mined_acronyms(texts).items()))
        index._add_names(subjects.values())
        for text in dict.fromkeys(texts):
            for short, long in initials_in(text):
                index.initials[short].add(long)
        for fact in knowledge.facts.values():
            index._add(fact)
        for box in knowledge.boxes.values():
            index._add_box(box)
        index._settle()
        return index

    def _add(self, fact: Fact) -> None:
        for text in fact_texts(fact):
            self.lexicon.learn(text)
        entry = fact_entry(fact, len(self.entries), self.lexicon)
        self.entries.append(entry)
        for ask in fact.ask:
            self.asks[folded(ask)] = entry
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

    def _add_box(self, box: Box) -> None:
        for text in (box.title, *box.names):
            self.lexicon.learn(text)
        self.boxes.append(box_entry(box, self.knowledge.facts, self.lexicon))

    def _add_names(self, subjects: Iterable[Subject]) -> None:
        for subject in subjects:
            for name in subject.names:
                self._name(name, whose=subject.id)

    def _name(self, name: str, whose: str) -> Stems:
        """Remembers a name of several words, and whose it is."""
        stems = stems_of(name)
        if len(stems) > 1 and (stems, whose) not in self.names[stems[0]]:
            self.names[stems[0]].append((stems, whose))
        return stems

    def _settle(self) -> None:
        """What can be known only after the last fact: which words are names, and which names each fact mentions."""
        self.lexicon.settle()
        for entry in self.entries:
            others = (entry.explains.keys() & self.lexicon.names) - entry.named
            entry.shares = tuple(map(self.lexicon.shares, entry.phrasings))
            entry.calls = tuple(map(self.lexicon.shares, entry.called))
            beside = (phrasing - entry.named for phrasing in entry.phrasings)
            entry.beside = tuple(self.lexicon.shares(phrasing) for phrasing in beside if phrasing)
            entry.bears = {name for text in naming_texts(entry.fact) for name in self._names_in(text)}
            entry.mentioned |= {name for name in others if self.lexicon.rarity(name) > UBIQUITOUS}
        for boxed in self.boxes:
            boxed.shares = tuple(map(self.lexicon.shares, boxed.names))
        self.sources = sorted(_source_names(self.knowledge.sources), key=lambda named: -len(named[0]))

    def _names_in(self, text: str) -> Iterator[frozenset[str]]:
        stems = list(stems_of(text))
        return (frozenset(stems[start:end]) for start, end, _ in self.named_in(stems))

    def named_in(self, stems: list[str]) -> list[tuple[int, int, str]]:
        """Where names of several words stand in a question: from which word to which, and whose they are."""
        return [
            (place, place + len(name), whose)
            for place, first in enumerate(stems)
            for name, whose in self.names.get(first, ())
            if tuple(stems[place : place + len(name)]) == name
        ]


def _source_names(sources: Mapping[str, Source]) -> Iterator[tuple[Stems, Source]]:
    for source in sources.values():
        for name in filter(None, (source.title, source.short, source.author, *source.also)):
            stems = tuple(word.stem for word in words(name) if word.text not in english.STOP)
            if stems:
                yield stems, source
