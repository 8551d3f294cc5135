"""Whether every number in a box's summary is a figure of the facts that the box lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from knowledge.model import Box, Fact, Figure, Knowledge
from knowledge.proof.findings import Finding
from knowledge.quantity import numbers_in


def unheld(box: Box, knowledge: Knowledge) -> list[Finding]:
    """The numbers of a summary that no listed fact holds."""
    facts = [knowledge.facts[id] for id in box.facts if id in knowledge.facts]
    held = {number for fact in facts for number in _numbers(fact)} | set(_in_text(box.title))
    cure = "list the fact that holds it, or leave the number out"
    return [
        Finding(box.id, f"'{said}' in its summary is a figure of none of its facts", cure)
        for number, said in zip(_in_text(box.summary), _printed(box.summary), strict=True)
        if number not in held
    ]


def _printed(text: str) -> list[str]:
    return [text[number.start : number.end] for number in numbers_in(text)]


def _in_text(text: str) -> list[Decimal | str]:
    """The numbers of a text; those without an exact value as they are printed ("dozens")."""
    said = zip(numbers_in(text), _printed(text), strict=True)
    return [printed.lower() if number.value is None else number.value for number, printed in said]


def _numbers(fact: Fact) -> Iterator[Decimal | str]:
    yield from _in_text(f"{fact.title}, {', '.join(fact.subject.also)}")
    for figure in fact.figures:
        yield from figure.quantity.values
        yield from (number for text in _texts(figure) for number in _in_text(text))
        yield from (Decimal(number) for date in _dates(figure) for number in re.findall("[0-9]+", date))


def _texts(figure: Figure) -> Iterator[str]:
    return filter(None, (figure.printed, figure.quantity.unit, figure.when, figure.against))


def _dates(figure: Figure) -> Iterator[str]:
    value = figure.quantity.value
    return filter(None, (figure.as_of, figure.period, figure.due, value if isinstance(value, str) else None))
