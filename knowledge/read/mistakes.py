"""Mistakes that no entry shows alone: what is named and not there, what stands twice, what contradicts itself."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from knowledge.model import NOTHING, Problem
from knowledge.read.decode import unseen
from knowledge.read.explain import Hints
from knowledge.read.outlines import locators
from knowledge.read.pages import MANY, Pages, Place
from knowledge.read.prints import contradiction
from knowledge.read.schema import BoxEntry, FactEntry, FigureEntry, QuestionEntry
from knowledge.read.texts import brief

Mistake = tuple[Place, str]
SOUNDING = re.compile(r"[\w%$€£¥]+")
SOUNDS = "".join(sign.lower() if SOUNDING.match(sign) else " " for sign in map(chr, range(128))).encode().ljust(256)


def mistakes(pages: Pages) -> Iterator[Problem]:
    """Every mistake across the entries, with its place and its cure."""
    look = _Look(pages)
    found = chain(
        look.for_missing_files(), look.for_doubles(), look.in_figures(), look.for_shared_asks(), look.in_boxes(),
        look.in_questions(), look.in_left_out(),
    )  # fmt: skip
    for place, message in found:
        look.told[place.file] += 1
        yield pages.about(place, message)


def folded(text: str) -> str:
    """A sentence as it sounds: without case, punctuation and repeated spaces."""
    if text.isascii():  # bytes are translated three times as fast as a text
        return b" ".join(text.encode().translate(SOUNDS).split()).decode() or text.lower()
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(SOUNDING.findall(plain)) or plain


def _alike(texts: Sequence[str]) -> set[str]:
    """Those that may sound like another of them, having the same letters: quicker to tell than how each sounds."""
    letters = list(map(_letters, texts))
    if len(set(letters)) == len(letters):
        return set()
    often = {own for own, times in Counter(letters).items() if times > 1}
    return {text for text, own in zip(texts, letters, strict=True) if own in often}


def _letters(text: str) -> bytes:
    """The letters and digits of ASCII in how a sentence sounds."""
    plain = text if text.isascii() else folded(text)
    return plain.encode().translate(SOUNDS).replace(b" ", b"")


def facts(pages: Pages) -> Iterator[tuple[Place, str, FactEntry]]:
    """Every fact, retired or not, with its id."""
    for place, id, subject in pages.subjects():
        for name, fact in subject.facts.items():
            yield Place(place.file, (id, "facts", name)), f"{id}/{name}", fact


def _way(fact: Place, number: int) -> Place:
    """Where a way of asking stands."""
    return Place(fact.file, (*fact.path, "ask", number))


def _finds_nothing(question: QuestionEntry) -> bool:
    """Whether it must find nothing, wherever it is asked."""
    return question.finds == [NOTHING] and not question.context


@dataclass(slots=True)
class _Look:
    """What is looked up again and again."""

    pages: Pages
    hints: Hints = field(default_factory=Hints)
    told: Counter[str] = field(default_factory=Counter)  # mistakes of each file so far
    sources: dict[str, frozenset[str]] = field(init=False)  # the locators of each outline
    facts: dict[str, tuple[Place, FactEntry]] = field(init=False)
    boxes: dict[str, Place] = field(init=False)
    sources_known: bool = field(init=False)  # else every citation would be reported

    def __post_init__(self) -> None:
        entries = self.pages.entries("sources.yaml")
        self.sources = {str(place.path[0]): frozenset(locators(entry.outline)) for place, entry in entries}
        self.sources_known = "sources.yaml" in self.pages.by_file and self.pages.readable("sources.yaml")
        self.facts = {id: (place, fact) for place, id, fact in facts(self.pages)}
        self.boxes = {str(place.path[0]): place for place, _ in self.pages.entries("boxes/")}

    def for_missing_files(self) -> Iterator[Mistake]:
        if "sources.yaml" not in self.pages.by_file:
            yield Place("sources.yaml"), "this file is missing: it names the documents that figures are quoted from"
        served = any(not fact.retired for _, fact in self.facts.values())
        if not served and self.pages.readable("facts/") and not self.pages.broken("facts/"):
            yield Place("facts/"), "there is no fact: write at least one into a file of the folder facts/"

    def for_doubles(self) -> Iterator[Mistake]:
        for kind, what in (("facts/", "subject"), ("boxes/", "box")):
            seen: dict[object, Place] = {}
            for place, _ in self.pages.entries(kind):
                first = seen.setdefault(place.path, place)
                if first is not place:
                    stands = self.pages.stands(first)
                    yield place, f"this {what} stands in {stands} already: keep it in one file; a copy is to be deleted"

    def in_figures(self) -> Iterator[Mistake]:
        units = self.pages.vocabulary().units
        for place, _, fact in facts(self.pages):
            for number, figure in enumerate(fact.figures):
                if self.told[place.file] <= MANY:
                    yield from self._figure(Place(place.file, (*place.path, "figures", number)), figure, units)

    def _figure(self, place: Place, figure: FigureEntry, units: Mapping[str, str]) -> Iterator[Mistake]:
        yield from self._citation(place, figure.cite)
        if figure.dated:
            yield from self._locator(place, "dated", figure.cite.partition(" ")[0], figure.dated)
        if (figure.unit or figure.value) and (found := contradiction(figure, units)):
            key, message = found
            yield Place(place.file, (*place.path, key)), message

    def _citation(self, place: Place, cite: str) -> Iterator[Mistake]:
        if not self.sources_known:
            return
        source, _, locator = cite.strip().partition(" ")
        at = Place(place.file, (*place.path, "cite"))
        if source not in self.sources:
            if source not in self.pages.broken("sources.yaml"):
                hidden = unseen(source)
                yield (
                    at,
                    f"`cite`: {hidden}"
                    if hidden
                    else f"there is no source '{brief(source)}'{self._source_meant(source)}",
                )
        elif not locator.strip():
            yield at, f"`cite` names no place in '{source}': write '{source} ' and the section"
        else:
            yield from self._locator(place, "cite", source, locator)

    def _source_meant(self, source: str) -> str:
        """The source that was probably meant, or where its id must stand."""
        such = f", such as '{next(iter(self.sources))}'" if self.sources else ""
        return self.hints.near(source, self.sources) or f": `cite` begins with an id of sources.yaml{such}"

    def _locator(self, place: Place, key: str, source: str, locator: str) -> Iterator[Mistake]:
        known = self.sources.get(source)
        if known and locator.strip() not in known:
            said = f"the outline of '{source}' has no '{brief(locator)}'{self.hints.near(locator.strip(), known)}"
            yield Place(place.file, (*place.path, key)), said

    def for_shared_asks(self) -> Iterator[Mistake]:
        """The same sentence may not ask for two facts; nor may a question that must find nothing ask for one."""
        served = [(place, id, fact.ask) for place, id, fact in facts(self.pages) if not fact.retired]
        misses = [(place, each.ask) for place, each in self.pages.entries("questions.yaml") if _finds_nothing(each)]
        alike = _alike([*chain.from_iterable(asks for _, _, asks in served), *(ask for _, ask in misses)])
        seen: dict[str, tuple[str, Place, int]] = {}
        for place, id, asks in served:
            for number, ask in enumerate(() if alike.isdisjoint(asks) else asks):
                other, there, first = seen.setdefault(folded(ask), (id, place, number))
                if other != id:
                    stands = self.pages.stands(_way(there, first))
                    yield _way(place, number), f"'{brief(ask)}' is asked by {other} too ({stands}): keep it in one"
        for place, ask in misses:
            if ask in alike and (asked := seen.get(folded(ask))):
                stands = f"{asked[0]} ({self.pages.stands(_way(*asked[1:]))})"
                yield place, f"'{brief(ask)}' must find nothing here, and is asked by {stands}"

    def in_boxes(self) -> Iterator[Mistake]:
        for place, box in self.pages.entries("boxes/"):
            yield from self._compiled(place, box)
            if box.cite:
                yield from self._citation(place, box.cite)
            for number, id in enumerate(box.facts):
                yield from self._unknown(Place(place.file, (*place.path, "facts", number)), id, boxes=False)

    def _compiled(self, place: Place, box: BoxEntry) -> Iterator[Mistake]:
        if box.compiled == "true" and box.cite:
            yield Place(place.file, (*place.path, "cite")), "a compiled box has no `cite`: delete it, or `compiled`"
        if box.compiled == "false" and not box.cite:
            yield place, "`cite` is missing: where the box is printed; a box of our own has `compiled: true` instead"

    def in_questions(self) -> Iterator[Mistake]:
        seen: dict[tuple[str, str | None], tuple[Place, QuestionEntry]] = {}
        questions = list(self.pages.entries("questions.yaml"))
        alike = _alike([question.ask for _, question in questions])
        for place, question in questions:
            if question.ask in alike:
                first, other = seen.setdefault((folded(question.ask), question.context), (place, question))
                if other.finds != question.finds:
                    stands = self.pages.stands(first)
                    yield place, f"this question must find something else in {stands}: keep one of them"
            for id in question.finds:
                if id != NOTHING:
                    yield from self._unknown(Place(place.file, (*place.path, "finds")), id, boxes=True)
            if question.context:
                yield from self._unknown(Place(place.file, (*place.path, "context")), question.context, boxes=True)

    def in_left_out(self) -> Iterator[Mistake]:
        for place, left in self.pages.entries("left-out.yaml"):
            yield from self._citation(place, left.cite)

    def _unknown(self, place: Place, id: str, *, boxes: bool) -> Iterator[Mistake]:
        """An id that names no fact (or box). Of a file or entry that could not be read it cannot be told."""
        if id not in self.facts and not (boxes and id in self.boxes) and self._all_read(id, boxes=boxes):
            known = [*self.facts, *self.boxes] if boxes else list(self.facts)
            yield place, unseen(id) or f"there is no fact '{brief(id)}'{self.hints.near(id, known)}"

    def _all_read(self, id: str, *, boxes: bool) -> bool:
        kinds = ("facts/", "boxes/") if boxes else ("facts/",)
        if not all(self.pages.readable(kind) for kind in kinds):
            return False
        return not any(id.partition("/")[0] in self.pages.broken(kind) for kind in kinds)
