"""What a fact says: its texts, read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from knowledge.match.reading import Names, Reader, Text
from knowledge.model import Fact


class Said(NamedTuple):
    """A fact's texts, read."""

    names: Names
    measure: Text
    asks: list[Text]
    printed: list[Text]
    amounts: list[Text]  # each print with its unit
    notes: list[Text]
    scopes: list[Text]
    topic: Text

    @property
    def own(self) -> list[Text]:
        """All that is written of it, as it is written."""
        return [*self.names.texts, self.measure, *self.asks, *self.printed, *self.notes, *self.scopes]


def said_of(fact: Fact, reader: Reader) -> Said:
    read = reader.read
    printed = [reader.once(figure.printed) for figure in fact.figures]
    units = [read(figure.quantity.unit or "") for figure in fact.figures]
    return Said(
        names=reader.names(fact.subject.names),
        measure=read(fact.measure),
        asks=[reader.once(ask) for ask in fact.ask],
        printed=printed,
        amounts=list(map(reader.joined, printed, units)),
        notes=list(map(reader.once, _notes(fact))),
        scopes=list(map(read, _scopes(fact))),
        topic=read(fact.subject.topic or ""),
    )


def amounts(fact: Fact) -> Iterator[str]:
    """Each print with its unit."""
    return (" ".join(filter(None, (figure.printed, figure.quantity.unit))) for figure in fact.figures)


def _scopes(fact: Fact) -> Iterator[str]:
    for figure in fact.figures:
        yield from filter(None, (figure.when, figure.says, figure.against, figure.status))


def _notes(fact: Fact) -> Iterator[str]:
    return filter(None, (fact.note, *(figure.note for figure in fact.figures)))
