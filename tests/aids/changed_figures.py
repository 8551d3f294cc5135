"""Every way in which an editor could get one figure wrong: a digit, the unit, the bound, a date, the section."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from knowledge.dates import span
from knowledge.model import Citation, Fact, Figure, Knowledge
from knowledge.proof import Proof, proof_of
from knowledge.proof.document import opened
from knowledge.proof.fold import Span
from knowledge.proof.gaps import settled
from knowledge.proof.held_twice import Held, held_and_left_out, held_twice
from knowledge.proof.prints import meant
from knowledge.quantity import quantity
from knowledge.quantity.words import ONES, ORDINALS, TEENS

COUNTED = [*ONES, *TEENS]
RANKED = list(ORDINALS)
BOUNDS = (
    "more than",
    "over",
    "above",
    "nearly",
    "almost",
    "about",
    "around",
    "approximately",
    "some",
    "up to",
    "an average of",
)
UNITS = {
    "million": "billion", "billion": "million", "trillion": "billion", "percentage points": "percent",
    "percent": "percentage points", "%": " percent", "US$": "$", "RMB": "US$", "yuan": "euros", "euros": "yuan",
    "tons": "tonnes", "tonnes": "tons", "kilometers": "miles", "km": "miles", "-meter": "-foot", "hectares": "acres",
    "hours": "days", "days": "hours", "years": "months", "months": "years", "people": "families", "countries": "regions",
}  # fmt: skip


class Checked:
    """A knowledge base once proven, to try changed figures on: opening its documents for each would take hours."""

    def __init__(self, knowledge: Knowledge, texts: Mapping[str, bytes]) -> None:
        self.knowledge = knowledge
        self.documents = {id: opened(knowledge.sources[id], text)[0] for id, text in texts.items()}
        self.held = {id: list(self._held(id)) for id in texts}
        self.settled = {id: self._settled(id) for id in texts}

    def unseen(self) -> list[tuple[str, str, str]]:
        """The changes that nobody would notice: the fact, the print and what was changed."""
        facts = self.knowledge.facts.values()
        tried = ((fact, figure, *change) for fact in facts for figure in fact.figures for change in changed(figure))
        return [(fact.id, was.printed, what) for fact, was, what, now in tried if not self._is_seen(fact, was, now)]

    def _held(self, source: str) -> Iterator[Held]:
        for fact in self.knowledge.facts.values():
            for figure in fact.figures:
                stands = self._proof(fact, figure).stands if figure.citation.source.id == source else None
                if stands:
                    yield stands, fact.id, figure

    def _settled(self, source: str) -> list[tuple[Span, str]]:
        lines = [line for line in self.knowledge.left_out if line.citation.source.id == source]
        document = self.documents[source]
        return settled(document, lines) if document else []

    def _proof(self, fact: Fact, figure: Figure) -> Proof:
        document = self.documents[figure.citation.source.id]
        assert document
        return proof_of(fact, figure, document, self.knowledge.vocabulary.units)

    def _is_seen(self, fact: Fact, was: Figure, now: Figure) -> bool:
        source = now.citation.source.id
        document = self.documents[source]
        if document and len(meant(now, document)) != 1:  # asked first, for it is quick: `proof_of` looks for the cure
            return True
        proof = self._proof(fact, now)
        if proof.mistakes or not proof.stands:
            return True
        start, end = proof.stands
        there = [one for one in self.held[source] if one[2] is not was and one[0][0] < end and start < one[0][1]]
        mine = (proof.stands, fact.id, now)
        return any(held_twice([*there, mine])) or any(held_and_left_out([mine], self.settled[source]))


def changed(figure: Figure) -> Iterator[tuple[str, Figure]]:
    """The figure with one thing wrong, many times, each with what is wrong."""
    for what, printed in _prints(figure.printed):
        yield f"{what}: {printed}", _reprinted(figure, printed)
    if figure.quantity.unit != quantity(figure.printed).unit:
        yield "unit: widgets", replace(figure, quantity=replace(figure.quantity, unit="widgets"))
    for what, other in (*_redated(figure), *_moved(figure)):
        yield what, other


def _prints(printed: str) -> Iterator[tuple[str, str]]:
    yield from (("digit", other) for other in _other_digits(printed))
    yield from (("word", other) for words in (COUNTED, RANKED) for other in _other_words(printed, words))
    yield from (("unit", printed.replace(unit, other, 1)) for unit, other in UNITS.items() if unit in printed)
    yield from (
        ("noun", other) for other in [re.sub(r"\w+$", "widgets", printed)] if " " in printed and other != printed
    )
    yield from (("bound", other) for other in _other_bounds(printed))


def _other_digits(text: str) -> Iterator[str]:
    """Each digit one more, and one less."""
    for match in re.finditer("[0-9]", text):
        for other in ((int(match[0]) + 1) % 10, (int(match[0]) - 1) % 10):
            yield f"{text[: match.start()]}{other}{text[match.end() :]}"


def _other_words(text: str, words: list[str]) -> Iterator[str]:
    for match in re.finditer(rf"\b(?:{'|'.join(words)})\b", text):
        other = words[(words.index(match[0]) + 1) % len(words)]
        yield f"{text[: match.start()]}{other}{text[match.end() :]}"


def _other_bounds(text: str) -> Iterator[str]:
    bound = next((bound for bound in BOUNDS if text.lower().startswith(f"{bound} ")), None)
    rest = text[len(bound) + 1 :] if bound else text
    if bound and rest.split()[0] not in ("the", "half", "all"):
        yield rest
    yield from (f"{other} {rest}" for other in ("more than", "nearly") if other != bound)
    if "-plus" in text:
        yield text.replace("-plus", "", 1)


def _reprinted(figure: Figure, printed: str) -> Figure:
    """As it would be read: a unit and a value that were given beside the print are still given."""
    was, now = quantity(figure.printed), quantity(printed)
    if figure.quantity.unit != was.unit:
        now = replace(now, unit=figure.quantity.unit)
    if figure.quantity.value != was.value:
        now = replace(now, value=figure.quantity.value, kind=figure.quantity.kind)
    return replace(figure, printed=printed, quantity=now)


def _redated(figure: Figure) -> Iterator[tuple[str, Figure]]:
    for other in filter(span, _other_digits(figure.as_of or "")):
        yield f"as_of: {other}", replace(figure, as_of=other)
    for other in filter(span, _other_digits(figure.period or "")):
        yield f"period: {other}", replace(figure, period=other)
    for other in filter(span, _other_digits(figure.due or "")):
        yield f"due: {other}", replace(figure, due=other)
    if figure.as_of and re.match("[0-9]{4}-", figure.as_of):
        yield "as_of without its month", replace(figure, as_of=figure.as_of[:4])
    value = figure.quantity.value
    if isinstance(value, str) and value != quantity(figure.printed).value:
        for other in filter(span, _other_digits(value)):
            yield f"value: {other}", replace(figure, quantity=replace(figure.quantity, value=other))


def _moved(figure: Figure) -> Iterator[tuple[str, Figure]]:
    """Cited to the place before, and to the one after."""
    source = figure.citation.source
    locators = [place.locator for place in source.outline]
    at = locators.index(figure.citation.locator)
    for other in {locators[at - 1], locators[(at + 1) % len(locators)]}:
        yield f"section: {other}", replace(figure, citation=Citation(source, other))
