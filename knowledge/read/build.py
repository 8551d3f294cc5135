"""Entries without a mistake -> sources, facts, figures and boxes, with every citation resolved."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from knowledge.dates import begin, end
from knowledge.model import (
    NOTHING,
    Box,
    Calibration,
    Citation,
    Fact,
    Figure,
    Knowledge,
    LabelledQuestion,
    LeftOut,
    Source,
    Subject,
    Tally,
    Vocabulary,
)  # fmt: skip
from knowledge.read.mistakes import facts
from knowledge.read.outlines import outlined
from knowledge.read.pages import Pages
from knowledge.read.prints import completed
from knowledge.read.schema import (
    CalibrationEntry,
    Entry,
    FactEntry,
    FigureEntry,
    SubjectEntry,
    TallyEntry,
    VocabularyEntry,
)  # fmt: skip

AHEAD = ("projection", "target", "pledge")  # statuses of what has not happened: they never lead an outcome


def built(pages: Pages, revision: str) -> Knowledge:
    """The knowledge base of pages in which no mistake was found."""
    vocabulary = _vocabulary(pages.vocabulary())
    sources = {str(place.path[0]): entry for place, entry in pages.entries("sources.yaml")}
    retired = {id: fact.retired for _, id, fact in facts(pages) if fact.retired}
    builder = _Builder({id: _source(id, entry) for id, entry in sources.items()}, vocabulary, retired)
    return Knowledge(
        sources=MappingProxyType(builder.sources),
        facts=MappingProxyType({fact.id: fact for fact in builder.facts(pages)}),
        boxes=MappingProxyType({box.id: box for box in builder.boxes(pages)}),
        vocabulary=vocabulary,
        questions=tuple(_questions(pages, retired)),
        left_out=tuple(builder.left_out(pages)),
        calibration=next((_calibration(entry) for _, entry in pages.entries("calibration.yaml")), None),
        retired=MappingProxyType(retired),
        revision=revision,
    )


def _source(id: str, entry: Any) -> Source:
    return Source(
        id=id, also=tuple(entry.also), outline=tuple(outlined(entry.outline)), **_kept(entry, "also", "outline")
    )


def _vocabulary(entry: VocabularyEntry) -> Vocabulary:
    return Vocabulary(
        synonyms=tuple(tuple(group) for group in entry.synonyms),
        acronyms=MappingProxyType(entry.acronyms),
        contrasts=tuple(tuple(group) for group in entry.contrasts),
        units=MappingProxyType(entry.units),
    )


def _questions(pages: Pages, retired: Collection[str]) -> Iterator[LabelledQuestion]:
    """While a fact is retired, what asks for it must find nothing."""
    for _, entry in pages.entries("questions.yaml"):
        finds = tuple(id for id in entry.finds if id not in retired)
        yield LabelledQuestion(entry.ask, finds or (NOTHING,), entry.context)


def _calibration(entry: CalibrationEntry) -> Calibration:
    return Calibration(
        sure=float(entry.sure),
        allowed=float(entry.allowed),
        facts=int(entry.facts),
        revision=entry.revision,
        held=_tally(entry.held),
        not_held=_tally(entry.not_held),
    )


def _tally(entry: TallyEntry) -> Tally:
    return Tally(int(entry.right), int(entry.offered), int(entry.missed), int(entry.wrong))


@dataclass(frozen=True, slots=True)
class _Builder:
    """Builds what cites, given what can be cited."""

    sources: dict[str, Source]
    vocabulary: Vocabulary
    retired: Collection[str]  # the ids of facts that are not served

    def facts(self, pages: Pages) -> Iterator[Fact]:
        for _, id, entry in pages.subjects():
            subject = Subject(id, entry.name, tuple(entry.also), entry.topic)
            yield from self._facts_of(subject, entry)

    def _facts_of(self, subject: Subject, entry: SubjectEntry) -> Iterator[Fact]:
        for name, fact in entry.facts.items():
            if f"{subject.id}/{name}" not in self.retired:
                yield self._fact(f"{subject.id}/{name}", subject, fact)

    def _fact(self, id: str, subject: Subject, entry: FactEntry) -> Fact:
        figures = sorted(map(self._figure, entry.figures), key=_headline_first)
        kept = _kept(entry, "ask", "figures")
        return Fact(id=id, subject=subject, figures=tuple(figures), ask=tuple(entry.ask), **kept)

    def _figure(self, entry: FigureEntry) -> Figure:
        kept = _kept(entry, "figure", "unit", "value", "cite")
        quantity = completed(entry, self.vocabulary.units)
        return Figure(printed=entry.figure, quantity=quantity, citation=self._citation(entry.cite), **kept)

    def boxes(self, pages: Pages) -> Iterator[Box]:
        for place, entry in pages.entries("boxes/"):
            citation = self._citation(entry.cite) if entry.cite else None
            listed = tuple(id for id in entry.facts if id not in self.retired)
            yield Box(str(place.path[0]), entry.title, tuple(entry.names), entry.summary, listed, citation)

    def left_out(self, pages: Pages) -> Iterator[LeftOut]:
        for _, entry in pages.entries("left-out.yaml"):
            yield LeftOut(entry.text, self._citation(entry.cite), entry.reason)

    def _citation(self, cite: str) -> Citation:
        """ "my-report 1.1 box 2" -> the source and the place."""
        id, _, locator = cite.strip().partition(" ")
        return Citation(self.sources[id], locator.strip())


def _kept(entry: Entry, *but: str) -> Mapping[str, Any]:
    """The keys and values that a value of the model takes over as they are."""
    return {key: value for key, value in vars(entry).items() if key not in but}


BEFORE = re.compile(r"(?:before|until|at (?:the )?(?:start|opening|beginning)|when)\b|at .*\bopening\b", re.IGNORECASE)


def _headline_first(figure: Figure) -> tuple[bool, int, int]:
    """Outcomes before what is only expected, then the newest, then those of today, then those after a change before those before it.

    What is undated was so when its source came out, at the latest: "2024" has not seen the end of 2024.
    """
    dated, issued = figure.as_of or figure.period, figure.citation.source.issued
    moment = end(dated) if dated else begin(issued) if issued else None
    told = 0 if figure.when is None else 2 if BEFORE.match(figure.when) else 1
    return figure.status in AHEAD, -moment.toordinal() if moment else 0, told
