"""Entries that only got another id: pure. What was given of them, and who watches them, follows."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from handlers.given import Given
from knowledge.model import Fact, Figure, Knowledge, Source

NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Renames:
    """The new ids of facts and sources, by their old ones."""

    facts: Mapping[str, str] = field(default_factory=lambda: NONE)
    sources: Mapping[str, str] = field(default_factory=lambda: NONE)

    def __bool__(self) -> bool:
        return bool(self.facts or self.sources)

    def __contains__(self, given: Given) -> bool:
        """Whether a figure that was given is of one of them."""
        return given.fact in self.facts or given.source in self.sources

    def followed(self, given: Given) -> Given:
        """A figure that was given, under the new ids: it says what it said."""
        fact, source = self.facts.get(given.fact, given.fact), self.sources.get(given.source, given.source)
        return replace(given, fact=fact, source=source)


def missing(given: Collection[Given], watched: Collection[str], knowledge: Knowledge) -> tuple[set[str], set[str]]:
    """The facts and the sources that were given, or are watched, and are not held under their ids, nor retired."""
    facts = {*(each.fact for each in given if each.fact), *watched}
    gone = facts - knowledge.facts.keys() - knowledge.retired.keys()
    return gone, {each.source for each in given} - knowledge.sources.keys()


def renames(before: Knowledge, after: Knowledge, facts: Collection[str], sources: Collection[str]) -> Renames:
    """Which of these have another id after a change, as far as that is certain: a source that says the same; a fact of the
    same subject (by its id or its name) with the same figures, and if several have these, with the same measure."""
    other = dict(_sources(before, after, sources))
    found = dict(_facts(before, after, facts, other))
    certain = {old: new for old, new in found.items() if [*found.values()].count(new) == 1}
    return Renames(certain, other)


def _sources(before: Knowledge, after: Knowledge, ids: Collection[str]) -> Iterator[tuple[str, str]]:
    come = [source for id, source in after.sources.items() if id not in before.sources]
    for id in ids:
        old = before.sources.get(id)
        like = [new.id for new in come if old and _unnamed(new) == _unnamed(old)]
        if len(like) == 1:
            yield id, like[0]


def _facts(
    before: Knowledge, after: Knowledge, ids: Collection[str], sources: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    come = [fact for id, fact in after.facts.items() if id not in before.facts]
    for id in ids:
        if old := before.facts.get(id):
            like = [new for new in come if _same_subject(old, new) and _figures(new) == _figures(old, sources)]
            like = like if len(like) == 1 else [new for new in like if new.measure == old.measure]
            if len(like) == 1:
                yield id, like[0].id


def _unnamed(source: Source) -> Source:
    return replace(source, id="")


def _same_subject(one: Fact, other: Fact) -> bool:
    return one.subject.id == other.subject.id or one.subject.name == other.subject.name


def _figures(fact: Fact, sources: Mapping[str, str] = NONE) -> list[tuple[str | None, ...]]:
    return [_says(figure, sources) for figure in fact.figures]


def _says(figure: Figure, sources: Mapping[str, str]) -> tuple[str | None, ...]:
    source = figure.citation.source.id
    place = sources.get(source, source), figure.citation.locator
    dates = figure.as_of, figure.period, figure.due, figure.when, figure.against
    return figure.printed, figure.status, figure.says, *dates, *place
