"""What a fact says: its texts, read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from knowledge.match.indexing.heads import units_of
from knowledge.match.indexing.reading import Names, Reader, Text, Texts
from knowledge.match.language.words import Form
from knowledge.model import Fact


class Said(NamedTuple):
    """A fact's texts, read."""

    names: Names
    measure: Text
    asks: Texts
    printed: Texts
    units: list[Text]
    notes: Texts
    scopes: Texts
    topic: Text

    @property
    def asking(self) -> list[Sequence[str]]:
        """The words of what it may be asked by: of its measure, ways of asking, prints and units."""
        return [self.measure.words, self.asks.words, self.printed.words, *[unit.words for unit in self.units]]

    @property
    def own(self) -> list[tuple[Form, ...]]:
        """All that is written of it, as it is written."""
        texts = chain.from_iterable([each.forms for each in (self.asks, self.printed, self.notes, self.scopes)])
        return [*[name.forms for name in self.names.texts], self.measure.forms, *texts]


def said_of(fact: Fact, reader: Reader) -> Said:
    read = reader.read
    return Said(
        names=reader.names(fact.subject.names),
        measure=read(fact.measure),
        asks=reader.texts(fact.ask),
        printed=reader.texts([figure.printed for figure in fact.figures]),
        units=list(map(read, units_of(fact))),
        notes=reader.texts(_notes(fact)),
        scopes=reader.texts(_scopes(fact)),
        topic=read(fact.subject.topic or ""),
    )


def asking_texts(fact: Fact) -> Iterator[str]:
    """What it may be asked by: its measure, ways of asking, prints and units."""
    return chain((fact.measure, *fact.ask), (figure.printed for figure in fact.figures), units_of(fact))


def _scopes(fact: Fact) -> Iterator[str]:
    for figure in fact.figures:
        yield from filter(None, (figure.when, figure.says, figure.against, figure.status))


def _notes(fact: Fact) -> Iterator[str]:
    return filter(None, (fact.note, *(figure.note for figure in fact.figures)))
