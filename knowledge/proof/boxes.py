"""Whether every number in a box's summary is a figure of the facts that the box lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from knowledge.model import Box, Fact, Figure, Knowledge
from knowledge.proof.findings import Finding
from knowledge.quantity import numbers_in


def unheld(box: Box, knowledge: Knowledge, *, in_words: bool = True) -> list[Finding]:
    """The numbers of a summary, those in digits or all of them, that no listed fact holds."""
    facts = [knowledge.facts[id] for id in box.facts if id in knowledge.facts]
    said = [each for each in _numbers_in(box.summary) if in_words or re.search("[0-9]", each[1])]
    held = {number for fact in facts for figure in fact.figures for number in _numbers_of(figure)}
    if strange := [each for each in said if each[0] not in held]:  # texts are read only if there is need
        held |= {number for text in _texts(box, facts) for number, _ in _numbers_in(text)}
    cure = "list the fact that holds it, or leave the number out"
    return [
        Finding(box.id, f"'{printed}' in its summary is a figure of none of its facts", cure)
        for number, printed in strange
        if number not in held
    ]


def _numbers_in(text: str) -> Iterator[tuple[Decimal | str, str]]:
    """Each number of a text, and as it is printed; one without an exact value ("dozens") is its print."""
    for number in numbers_in(text):
        printed = text[number.start : number.end]
        yield printed.lower() if number.value is None else number.value, printed


def _numbers_of(figure: Figure) -> Iterator[Decimal | str]:
    yield from figure.quantity.values
    yield from (Decimal(number) for date in _dates(figure) for number in re.findall("[0-9]+", date))


def _texts(box: Box, facts: Iterable[Fact]) -> Iterator[str]:
    yield box.title
    for fact in facts:
        yield f"{fact.title}, {', '.join(fact.subject.also)}"
        for figure in fact.figures:
            yield from filter(None, (figure.printed, figure.quantity.unit, figure.when, figure.against))


def _dates(figure: Figure) -> Iterator[str]:
    value = figure.quantity.value
    return filter(None, (figure.as_of, figure.period, figure.due, value if isinstance(value, str) else None))
