"""Proof of print: every figure held against the text of its source. Pure: the caller brings the texts.

A figure is proven when its print stands exactly once in the cited place, as a whole, with its bound and unit, held by
no other figure, and its dates are printed with it. What cannot be found is unproven, and said with the likely cure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from knowledge.model import Fact, Figure, Knowledge, LeftOut
from knowledge.proof.boxes import unheld
from knowledge.proof.dating import dating
from knowledge.proof.document import Document, opened
from knowledge.proof.findings import Finding, Findings, lines
from knowledge.proof.fold import Span
from knowledge.proof.gaps import gaps, idle, in_names, settled
from knowledge.proof.given_unit import unprinted_unit
from knowledge.proof.held_twice import held_and_left_out, held_twice
from knowledge.proof.prints import Unfound, the_stand
from knowledge.proof.whole import left_out
from knowledge.quantity.reading import NO_UNITS

__all__ = ["Finding", "Findings", "Proof", "lines", "proof_of", "prove"]


class Proof(NamedTuple):
    """Of one figure: where it stands, the dates that are printed with it, and what is not as printed."""

    fact: Fact
    figure: Figure
    stands: Span | None = None
    dates: tuple[Span, ...] = ()
    mistakes: tuple[Finding, ...] = ()


def prove(knowledge: Knowledge, texts: Mapping[str, bytes]) -> Findings:
    """Every figure held against its source's text (source id -> the bytes of its file, whose hash is checked)."""
    cited = {figure.citation.source.id for _, figure in _figures(knowledge)}
    missing = [
        Finding(id, "its text is not at hand", f"put it as {id}.txt into a folder, and name that folder in SOURCES")
        for id in sorted(cited - {*texts})
    ]
    parts = [_of_source(id, texts[id], knowledge) for id in knowledge.sources if id in texts]
    boxes = [finding for box in knowledge.boxes.values() for finding in unheld(box, knowledge)]
    return Findings(
        proven=sum(part.proven for part in parts),
        unproven=(*(finding for part in parts for finding in part.unproven), *boxes),
        missing=tuple(missing),
        gaps=tuple(finding for part in parts for finding in part.gaps),
        unread=sum(figure.citation.source.id not in texts for _, figure in _figures(knowledge)),
    )


def _of_source(id: str, text: bytes, knowledge: Knowledge) -> Findings:
    """The findings about one source's text and the figures that cite it."""
    document, wrong = opened(knowledge.sources[id], text)
    if document is None:
        return Findings(unproven=tuple(wrong))
    units = knowledge.vocabulary.units
    figures = [(fact, figure) for fact, figure in _figures(knowledge) if figure.citation.source.id == id]
    proofs = [proof_of(fact, figure, document, units) for fact, figure in figures]
    held = [(proof.stands, proof.fact.id, proof.figure) for proof in proofs if proof.stands]
    lines = [line for line in knowledge.left_out if line.citation.source.id == id]
    twice = [*held_twice(held), *held_and_left_out(held, settled(document, lines))]
    mistakes = (mistake for proof in proofs for mistake in proof.mistakes)
    return Findings(
        proven=_proven(proofs, twice),
        unproven=(*wrong, *mistakes, *(finding for _, finding in twice)),
        gaps=(*idle(document, lines), *gaps(document, [*_accounted(proofs), *_settled(document, lines, knowledge)])),
    )


def _settled(document: Document, lines: Iterable[LeftOut], knowledge: Knowledge) -> Iterator[Span]:
    """The numbers that need no figure: left out with a reason, or part of the name of a source or a subject."""
    yield from (span for span, _ in settled(document, lines))
    yield from in_names(document, [document.source.title, *(fact.subject.name for fact in knowledge.facts.values())])


def _figures(knowledge: Knowledge) -> Iterator[tuple[Fact, Figure]]:
    return ((fact, figure) for fact in knowledge.facts.values() for figure in fact.figures)


def _accounted(proofs: Iterable[Proof]) -> Iterator[Span]:
    for proof in proofs:
        yield from ([proof.stands] if proof.stands else [])
        yield from proof.dates


def _proven(proofs: Iterable[Proof], twice: Iterable[tuple[Figure, Finding]]) -> int:
    doubted = {id(figure) for figure, _ in twice}
    return sum(not proof.mistakes and id(proof.figure) not in doubted for proof in proofs)


def proof_of(fact: Fact, figure: Figure, document: Document, units: Mapping[str, str] = NO_UNITS) -> Proof:
    """One figure held against its document, whatever the others say. `units` are those of the vocabulary."""
    stand = the_stand(figure, document)
    if isinstance(stand, Unfound):
        return Proof(fact, figure, mistakes=(_mistake(fact, figure, stand),))
    dates, undated = dating(figure, stand, document)
    found = [*left_out(figure, stand), *unprinted_unit(figure, stand, document, units), *undated]
    return Proof(fact, figure, stand.span, tuple(dates), tuple(_mistake(fact, figure, one) for one in found))


def _mistake(fact: Fact, figure: Figure, found: Unfound) -> Finding:
    return Finding(fact.id, f"'{figure.printed}' {found.message}", found.cure)
