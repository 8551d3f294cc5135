"""A question as the matcher reads it: its terms, what it wants, and what it insists on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowledge.match.asked.counted import counted_as, counted_in, is_counted, rated_in
from knowledge.match.asked.mending import corrected
from knowledge.match.asked.named import Bearers, Named, beside_in, classed_in, names_in, ordinals_in
from knowledge.match.asked.scope import scope_of
from knowledge.match.asked.spelling import respelled
from knowledge.match.asked.terms import RATHER, Term, terms_of
from knowledge.match.asked.told import Told, told_in
from knowledge.match.indexing.entry import rates_in
from knowledge.match.indexing.index import Index
from knowledge.match.indexing.lexicon import Concept
from knowledge.match.language import english, phrasing
from knowledge.match.language.aspects import aspects_asked
from knowledge.match.language.clauses import Clauses, Stretch, clauses_of, is_in
from knowledge.match.language.turns import Beginnings, beginnings
from knowledge.match.language.wanted import DAYS, SHARES, wanted
from knowledge.match.language.words import plain, stem, words
from knowledge.model import Source
from knowledge.quantity import currency_asked

FOR = re.compile(
    r"\b(?:with|for|on|writing|preparing|drafting|editing|compiling|finishing|updating|making|polishing|revising|building|together) (?:an?|my|our|the|this) (?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)

ASKS = re.compile(rf"{phrasing.WHAT.pattern}|^\W*in \w+\W*$", re.IGNORECASE)  # ", in dollars"

IDIOMATIC = frozenset[str]().union(*(idiom.cues for idiom, _ in phrasing.IDIOMS))
"""How a word begins in each text with an idiom."""


@dataclass(eq=False, slots=True)  # frozen would take three times as long to make
class Asked:
    """A question, read. Never changed."""

    text: str
    near: str  # the sentences that ask
    terms: tuple[Term, ...]
    concepts: dict[Concept, float]  # all that they may mean, and how surely
    written: frozenset[str]  # its words, as folded
    begins: Beginnings  # how these begin
    stems: frozenset[str]
    core: frozenset[Concept]  # what those mean that stand in a clause that asks
    contrasts: tuple[tuple[frozenset[Concept], frozenset[Concept]], ...]  # each that it takes a side in, and its side
    speakers: tuple[frozenset[str], ...]  # whom it names, of those that are quoted
    counted: tuple[Term, ...]  # what stands after "how many"
    countable: frozenset[Concept]  # … by what facts count it, if any does
    insists: bool  # it says "how many", and so will have nothing else counted
    named: tuple[Named, ...]
    bare: bool  # it says a name of one word
    bearers: Bearers  # the subjects whose names these are
    classed: tuple[tuple[Term, Term], ...]  # each word before one that says what it is the name of: "Sacramento River"
    ordinals: tuple[tuple[Term, Bearers], ...]  # "second", and those after it; of which subjects a fact tells just that
    beside: dict[int, Bearers]  # where a name stands in "after Strelsau had signed": which subjects' facts mention it
    attributed: tuple[Stretch, ...]  # where those stand who are asked to have said it
    kinds: frozenset[str] | None
    told: Told  # what it tells of numbers itself
    currency: str | None  # that it wants money in, "$" for any dollars
    takes: bool  # it asks how long something takes
    lasted: bool  # … or how long it is, or has been so
    aspects: frozenset[str]  # what it asks for beside how things stand
    dates: tuple[str, ...]
    source: Source | None
    superlatives: frozenset[str]
    rates: frozenset[str]  # "day" of "per day"
    alone: frozenset[str]  # the stems of what it asks for "alone"
    negations: frozenset[str]
    boxed: tuple[Stretch, ...]  # where it says words for a box: "overview"
    wants_box: bool  # it says such a word, and no "how many"
    may_want_box: bool  # it says "what is", "tell me about", and nothing narrower

    @property
    def begun(self) -> int:
        """Where the first word of a clause that asks stands."""
        return min((term.word.start for term in self.terms if term.core), default=0)


def read_question(text: str, index: Index) -> Asked:
    shown, mended = corrected(respelled(_meant(plain(text)), index), index)
    begins = beginnings(shown)
    clauses = clauses_of(shown, begins)
    small, asking = shown.lower(), clauses.asking.lower()
    kinds = _kinds(clauses, begins)
    scope = scope_of(shown, clauses, kinds == DAYS, index)
    sourced = scope.sourced
    terms = tuple(terms_of(shown, index.lexicon, clauses, (*sourced, *scope.dated), mended))
    core = frozenset(concept for term in terms if term.core for concept, sure in term.means.items() if sure > RATHER)
    stems = frozenset([term.word.stem for term in terms])
    near = {term.word.stem for term in terms if term.near}
    rated, named = rated_in(shown, begins, terms, index), names_in(terms, index)
    superlatives = frozenset(phrasing.SUPERLATIVE.findall(asking, begins))
    asks = list(phrasing.HOW_MANY.finditer(shown, begins))
    counted = (
        () if kinds and (kinds <= SHARES or kinds == DAYS) else counted_in(shown, begins, terms, asks, rated, index)
    )
    boxed = tuple(said.span() for said in phrasing.BOX.finditer(small, begins) if not _is_for(said.start(), clauses))
    return Asked(
        text=shown,
        near=clauses.near,
        terms=terms,
        concepts=_concepts(terms),
        written=frozenset([word.text for word in words(shown) if not (sourced and is_in(word.start, sourced))]),
        begins=begins,
        stems=stems,
        core=core,
        contrasts=tuple((group, group & core) for group in index.lexicon.contrasts if group & core),
        speakers=tuple(speaker for speaker in index.lexicon.speakers if speaker <= near),
        counted=counted,
        countable=frozenset(
            concept for term in counted if is_counted(term, index) for concept in counted_as(term, index)
        ),
        insists=bool(asks or rated),
        named=named,
        bare=not stems.isdisjoint(index.lexicon.single),
        bearers=frozenset(id for _, whose in named for id in whose),
        classed=tuple(classed_in(terms, shown, index.lexicon.classes)),
        ordinals=tuple(ordinals_in(terms, shown, index)),
        beside=dict(beside_in(terms, shown, begins, index)),
        attributed=tuple(said.span(said.lastindex or 0) for said in phrasing.ATTRIBUTED.finditer(shown, begins)),
        kinds=kinds,
        told=told_in(clauses, begins, kinds, scope.dated, terms, index),
        currency=currency_asked(asking),
        takes=bool(phrasing.TAKES.search(asking, begins)),
        lasted=bool(phrasing.LASTED.search(asking, begins)),
        aspects=aspects_asked(asking, begins, kinds, superlatives),
        dates=scope.dates,
        source=scope.source,
        superlatives=superlatives,
        rates=frozenset(() if kinds and (kinds <= SHARES or kinds == DAYS) else _rates(asking, begins, index)),
        alone=frozenset(stem(word) for word in phrasing.ALONE.findall(clauses.near.lower(), begins) if _is_topic(word)),
        negations=frozenset(phrasing.NEGATION.findall(phrasing.PURPOSE.sub("", asking, begins), begins)),
        boxed=boxed,
        wants_box=bool(boxed) and not phrasing.HOW.search(asking),
        may_want_box=bool(phrasing.BOX_MILD.search(asking, begins)) and not superlatives and "first" not in asking,
    )


def _is_for(place: int, clauses: Clauses) -> bool:
    """Whether a word for a box only tells what somebody is writing: "I help with a briefing"."""
    return is_in(place, clauses.told) and bool(FOR.search(clauses.shown[:place]))


def _is_topic(word: str) -> bool:
    return len(word) > 2 and word not in english.CHAT


def _meant(shown: str) -> str:
    """The text without what it says it does not ask for, unless nothing else stands there."""
    begins = beginnings(shown)
    for idiom, meaning in () if IDIOMATIC.isdisjoint(begins) else phrasing.IDIOMS:
        shown = idiom.sub(meaning, shown, begins)
    left = phrasing.SET_ASIDE.sub("", shown, begins)
    return left if left is shown or len(words(left)) > len(words(shown)) / 2 else shown


def _kinds(clauses: Clauses, begins: Beginnings) -> frozenset[str] | None:
    """What kinds of figure the last clause that asks for any wants, one with a question mark before others; None if any kind will do."""
    core = [clauses.shown[start:end].lower() for start, end in sorted(clauses.core, key=clauses.is_marked)]
    asking = [clause for clause in core if not phrasing.ASIDE.match(clause)] or core
    asking = [clause for clause in asking if ASKS.search(clause)] or asking  # not what is told beside it
    found = filter(None, (wanted(clause, begins) for clause in reversed(asking)))
    last = next(found, None)
    return last if last is None or last != {"text"} else next((kinds for kinds in found if kinds != {"text"}), last)


def _rates(asking: str, begins: Beginnings, index: Index) -> Iterator[str]:
    """What it asks to be told by ("per day"); names after "per" are sources or speakers, and errors are nothing."""
    for rate in rates_in(asking) if phrasing.RATE.search(asking, begins) else ():
        if (rate in index.rates or english.zipf(rate)) and stem(rate) not in index.lexicon.names:
            yield stem(rate)


def _concepts(terms: Iterable[Term]) -> dict[Concept, float]:
    """All that words may mean; of several ways to mean one thing, the surest."""
    found: dict[Concept, float] = {}
    for term in terms:
        for concept, certainty in term.means.items():
            found[concept] = max(certainty, found.get(concept, 0.0))
    return found
