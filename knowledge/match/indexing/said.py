"""What a fact says: its texts, read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from knowledge.match.indexing.heads import units_of
from knowledge.match.indexing.reading import Names, Reader, Text
from knowledge.model import Fact


class Said(NamedTuple):
    """A fact's texts, read."""

    names: Names
    measure: Text
    asks: list[Text]
    printed: list[Text]
    units: list[Text]
    notes: list[Text]
    scopes: list[Text]
    topic: Text

    @property
    def asking(self) -> list[Text]:
        """What it may be asked by, as `asking_texts` has it."""
        return [self.measure, *self.asks, *self.printed, *self.units]

    @property
    def own(self) -> list[Text]:
        """All that is written of it, as it is written."""
        return [*self.names.texts, self.measure, *self.asks, *self.printed, *self.notes, *self.scopes]


def said_of(fact: Fact, reader: Reader) -> Said:
    read = reader.read
    return Said(
        names=reader.names(fact.subject.names),
        measure=read(fact.measure),
        asks=[reader.once(ask) for ask in fact.ask],
        printed=[reader.once(figure.printed) for figure in fact.figures],
        units=list(map(read, units_of(fact))),
        notes=list(map(reader.once, _notes(fact))),
        scopes=list(map(read, _scopes(fact))),
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
