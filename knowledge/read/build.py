"""The entries of the files -> sources, facts, figures and boxes, with every citation resolved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Any

from knowledge.dates import end, span
from knowledge.model import (
    Box,
    Citation,
    Fact,
    Figure,
    Knowledge,
    LabelledQuestion,
    LeftOut,
    Place,
    Quantity,
    Source,
    Subject,
    Vocabulary,
)  # fmt: skip
from knowledge.quantity import quantity
from knowledge.read import schema
from knowledge.read.desk import Desk, Path
from knowledge.read.explain import did_you_mean

AHEAD = ("projection", "target", "pledge")  # statuses of what has not happened: they never lead an outcome


def built(desk: Desk, forms: Mapping[str, Any], revision: str) -> Knowledge:
    """The whole knowledge base, as far as its files could be read; what cannot be resolved is noted on the desk."""
    if "sources.yaml" not in forms:
        desk.problem("sources.yaml", (), "this file is missing: it names the documents that figures are quoted from")
    builder = _Builder(desk, _sources(desk, forms.get("sources.yaml") or {}), _vocabulary(forms.get("vocabulary.yaml")))
    builder.reports_sources = forms.get("sources.yaml") is not None
    facts = dict(builder.facts(forms))
    if not facts and all(form is not None for form in forms.values()):
        desk.problem("facts/", (), "there is no fact: write at least one into a file of the folder facts/")
    return Knowledge(
        sources=MappingProxyType(builder.sources),
        facts=MappingProxyType(facts),
        boxes=MappingProxyType(dict(builder.boxes(forms))),
        vocabulary=builder.vocabulary,
        questions=tuple(_questions(desk, forms.get("questions.yaml") or [])),
        left_out=tuple(builder.left_out(forms.get("left-out.yaml") or [])),
        revision=revision,
    )


def _sources(desk: Desk, entries: Mapping[str, schema.SourceEntry]) -> dict[str, Source]:
    sources = {}
    for id, entry in entries.items():
        desk.place("source", id, "sources.yaml", (id,))
        kept = entry.model_dump(exclude={"also", "outline"})
        sources[id] = Source(id=id, also=tuple(entry.also), outline=tuple(_outline(entry)), **kept)
    return sources


def _outline(entry: schema.SourceEntry) -> Iterator[Place]:
    for name, section in entry.outline.items():
        yield Place(name, name, section.heading, section.starts, section.ends)
        for part, place in section.parts.items():
            yield Place(f"{name} {part}", name, place.heading, place.starts, place.ends)


def _vocabulary(entry: schema.VocabularyEntry | None) -> Vocabulary:
    if entry is None:
        return Vocabulary()
    return Vocabulary(
        synonyms=tuple(tuple(group) for group in entry.synonyms),
        acronyms=MappingProxyType(entry.acronyms),
        contrasts=tuple(tuple(group) for group in entry.contrasts),
        units=MappingProxyType(entry.units),
    )


def _questions(desk: Desk, entries: Iterable[schema.QuestionEntry]) -> Iterator[LabelledQuestion]:
    for number, entry in enumerate(entries):
        desk.place("question", str(number), "questions.yaml", (number,))
        yield LabelledQuestion(entry.ask, tuple(entry.finds), entry.context)


@dataclass(slots=True)
class _Builder:
    """Builds what cites, given what can be cited."""

    desk: Desk
    sources: Mapping[str, Source]
    vocabulary: Vocabulary
    reports_sources: bool = True  # not if sources.yaml is broken: every citation would be reported for it

    def facts(self, forms: Mapping[str, Any]) -> Iterator[tuple[str, Fact]]:
        for file, subjects in _in_folder(forms, "facts/"):
            for id, entry in subjects.items():
                if ("subject", id) in self.desk.places:
                    stands = self.desk.stands("subject", id)
                    self.desk.problem(file, (id,), f"this subject stands in {stands} already: keep its facts together")
                self.desk.place("subject", id, file, (id,))
                yield from self._facts_of(file, id, entry)

    def _facts_of(self, file: str, id: str, entry: schema.SubjectEntry) -> Iterator[tuple[str, Fact]]:
        subject = Subject(id, entry.name, tuple(entry.also), entry.topic)
        for name, fact_entry in entry.facts.items():
            path = (id, "facts", name)
            self.desk.place("fact", f"{id}/{name}", file, path)
            fact = self._fact(file, path, subject, fact_entry)
            if not fact.retired:
                yield fact.id, fact

    def _fact(self, file: str, path: Path, subject: Subject, entry: schema.FactEntry) -> Fact:
        figures = [self._figure(file, (*path, "figures", n), figure) for n, figure in enumerate(entry.figures)]
        kept = entry.model_dump(include={"measure", "note", "review_by", "retired"})
        ordered = tuple(sorted(figures, key=_headline_first))
        return Fact(id=f"{subject.id}/{path[-1]}", subject=subject, figures=ordered, ask=tuple(entry.ask), **kept)

    def _figure(self, file: str, path: Path, entry: schema.FigureEntry) -> Figure:
        kept = entry.model_dump(exclude={"figure", "unit", "value", "cite"})
        derived = quantity(entry.figure, self.vocabulary.units)
        citation = self._citation(entry.cite, file, (*path, "cite"))
        self._check_dated(entry, citation, file, path)
        completed = self._completed(derived, entry, file, path)
        return Figure(printed=entry.figure, quantity=completed, citation=citation, **kept)

    def _check_dated(self, entry: schema.FigureEntry, citation: Citation, file: str, path: Path) -> None:
        if entry.dated:
            self._check_locator(citation.source, entry.dated, file, (*path, "dated"))

    def _completed(self, derived: Quantity, entry: schema.FigureEntry, file: str, path: Path) -> Quantity:
        """The quantity, with what its keys add; a key that contradicts the print is a problem."""
        if entry.unit is not None:
            derived = replace(derived, unit=entry.unit, kind="count" if derived.kind == "text" else derived.kind)
        if entry.value is None:
            return derived
        value = _value(entry.value, dated=derived.kind == "date")
        if value is None:
            self.desk.problem(file, (*path, "value"), f"`value`: '{entry.value}' is neither a number nor an ISO date")
        elif not _agrees(value, derived):
            said = f"`value`: '{entry.value}' contradicts the print '{entry.figure}', which says {derived.value}"
            self.desk.problem(file, (*path, "value"), said)
        kind = "date" if isinstance(value, str) else derived.kind
        return replace(derived, value=value, kind="count" if kind == "text" else kind)

    def boxes(self, forms: Mapping[str, Any]) -> Iterator[tuple[str, Box]]:
        for file, entries in _in_folder(forms, "boxes/"):
            for id, entry in entries.items():
                if ("box", id) in self.desk.places:
                    self.desk.problem(file, (id,), f"this box stands in {self.desk.stands('box', id)} already")
                self.desk.place("box", id, file, (id,))
                yield id, self._box(file, id, entry)

    def _box(self, file: str, id: str, entry: schema.BoxEntry) -> Box:
        compiled = entry.compiled == "true"
        if compiled == bool(entry.cite):
            message = (
                "a compiled box has no `cite`"
                if compiled
                else "`cite` is missing; a box of our own has `compiled: true`"
            )
            self.desk.problem(file, (id,), message)
        citation = self._citation(entry.cite, file, (id, "cite")) if entry.cite else None
        return Box(id, entry.title, tuple(entry.names), entry.summary, tuple(entry.facts), citation)

    def left_out(self, entries: Iterable[schema.LeftOutEntry]) -> Iterator[LeftOut]:
        for number, entry in enumerate(entries):
            citation = self._citation(entry.cite, "left-out.yaml", (number, "cite"))
            yield LeftOut(entry.text, citation, entry.reason)

    def _citation(self, cite: str, file: str, path: Path) -> Citation:
        """ "my-report 1.1 box 2" -> the source and the place, or a problem that tells why not."""
        id, _, locator = cite.strip().partition(" ")
        source = self.sources.get(id)
        if source is None:
            if self.reports_sources:
                self.desk.problem(file, path, f"there is no source '{id}'{did_you_mean(id, self.sources)}")
            return Citation(Source(id, id), locator or "?")
        if not locator.strip():
            self.desk.problem(file, path, f"`cite` names no place in '{id}': write '{id} ' and the section")
        else:
            self._check_locator(source, locator, file, path)
        return Citation(source, locator.strip())

    def _check_locator(self, source: Source, locator: str, file: str, path: Path) -> None:
        if source.outline and not source.place(locator.strip()):
            known = did_you_mean(locator, [place.locator for place in source.outline])
            self.desk.problem(file, path, f"the outline of '{source.id}' has no '{locator.strip()}'{known}")


def _in_folder(forms: Mapping[str, Any], folder: str) -> Iterator[tuple[str, Any]]:
    return ((file, form) for file, form in forms.items() if file.startswith(folder) and form is not None)


def _value(text: str, *, dated: bool) -> Decimal | str | None:
    """An exact decimal or an ISO date; "2024" alone is a date only where the print is one."""
    if dated and span(text):
        return text
    try:
        return Decimal(text)
    except InvalidOperation:
        return text if span(text) else None


def _agrees(value: Decimal | str, derived: Quantity) -> bool:
    """A key may add what is not printed (the year of "July 3"), never change what is."""
    if derived.value is None:
        return not derived.values or isinstance(value, str) or value in derived.values
    return str(value) == str(derived.value) or (isinstance(value, str) and not span(str(derived.value)))


def _headline_first(figure: Figure) -> tuple[bool, int, bool]:
    """Outcomes before what is only expected, then the newest, then those of today before "at opening"."""
    moment = figure.as_of or figure.period or figure.citation.source.issued
    return figure.status in AHEAD, -end(moment).toordinal() if moment else 0, figure.when is not None
