"""What is held, for browsing: topics, their subjects, the subjects' facts, boxes and sources; and names to pick from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

from rapidfuzz import fuzz, process, utils

from knowledge.match.language.words import folded
from knowledge.model import Box, Fact, Knowledge, Source, Subject

Thing = TypeVar("Thing")

UNSORTED = ""
"""The topic of subjects for which the editors named none."""

ALIKE = 75
"""From how much alike (of 100) a name is offered to somebody who mistyped it."""


@dataclass(frozen=True, slots=True)
class Named:
    """Something that can be picked by its name."""

    kind: Literal["subject", "fact", "box"]
    id: str
    name: str
    sounds: str  # every name of it, folded, with a space before each word


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A knowledge base in its order: topics and subjects by name, facts as their file has them."""

    topics: Mapping[str, tuple[Subject, ...]]
    facts: Mapping[str, tuple[Fact, ...]]  # by the id of the subject
    boxes: Mapping[str, tuple[Box, ...]]  # by the id of the subject of any fact inside
    sources: tuple[tuple[Source, int], ...]  # each with how many figures are quoted from it
    names: tuple[Named, ...]

    @classmethod
    def of(cls, knowledge: Knowledge) -> Catalogue:
        """The catalogue of a knowledge base."""
        subjects = {fact.subject.id: fact.subject for fact in knowledge.facts.values()}
        by_name = sorted(subjects.values(), key=lambda subject: subject.name.casefold())
        topics = _grouped((subject.topic or UNSORTED, subject) for subject in by_name)
        facts = _grouped((fact.subject.id, fact) for fact in knowledge.facts.values())
        boxes = _grouped((whose, box) for box in knowledge.boxes.values() for whose in _subjects_in(box, knowledge))
        quoted = Counter(f.citation.source.id for fact in knowledge.facts.values() for f in fact.figures)
        sources = tuple((source, quoted[source.id]) for source in knowledge.sources.values())
        in_order = sorted(topics, key=lambda topic: (topic == UNSORTED, topic.casefold()))
        sounds = {subject.id: _sounds(*subject.also) for subject in by_name}
        names = (
            *(_subject(subject, sounds[subject.id]) for subject in by_name),
            *(_fact(fact, sounds[fact.subject.id]) for fact in knowledge.facts.values()),
            *map(_box, knowledge.boxes.values()),
        )
        return cls({topic: topics[topic] for topic in in_order}, facts, boxes, sources, names)

    def suggested(self, typed: str, most: int) -> list[Named]:
        """What somebody may be about to type, best first: names that begin so, names with words that begin so, and
        if there are none, names that look alike."""
        begun = folded(typed).split()
        if not begun:
            return []
        fitting = [named for named in self.names if all(f" {word}" in named.sounds for word in begun)]
        ranked = sorted(
            fitting, key=lambda named: (not named.sounds.startswith(" " + " ".join(begun)), len(named.name))
        )
        return ranked[:most] or self._alike(typed, most)

    def _alike(self, typed: str, most: int) -> list[Named]:
        names = [named.name for named in self.names]
        found = process.extract(
            typed, names, scorer=fuzz.WRatio, processor=utils.default_process, score_cutoff=ALIKE, limit=most
        )
        return [self.names[place] for _, _, place in found]


def _grouped(pairs: Iterable[tuple[str, Thing]]) -> dict[str, tuple[Thing, ...]]:
    groups: dict[str, list[Thing]] = {}
    for key, thing in pairs:
        groups.setdefault(key, []).append(thing)
    return {key: tuple(things) for key, things in groups.items()}


def _subjects_in(box: Box, knowledge: Knowledge) -> Iterable[str]:
    return dict.fromkeys(knowledge.facts[id].subject.id for id in box.facts)


def _subject(subject: Subject, also: str) -> Named:
    return Named("subject", subject.id, subject.name, _sounds(subject.name) + also)


def _fact(fact: Fact, also: str) -> Named:
    return Named("fact", fact.id, fact.title, _sounds(fact.title) + also)


def _box(box: Box) -> Named:
    return Named("box", box.id, box.title, _sounds(box.title, *box.names))


def _sounds(*names: str) -> str:
    return "".join(f" {folded(name)}" for name in names)
