"""A question as the matcher reads it: its words with what each may mean, its clauses, and what it insists on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowledge.match import english, phrasing
from knowledge.match.clauses import Clauses, clauses_of
from knowledge.match.entry import rates_in
from knowledge.match.index import UBIQUITOUS, Index
from knowledge.match.lexicon import Concept, Lexicon
from knowledge.match.words import Word, plain, stem, words
from knowledge.model import Source
from knowledge.quantity import dates_in

BESIDE = 0.25  # how much a word counts in another clause of the asking sentence; in another sentence it counts nothing
CORRECTED, RELATED, DERIVED = 0.92, 0.75, 0.95  # how surely a word means what it is taken for


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the question: what it may stand for, and what it weighs if nothing explains it."""

    word: Word
    means: dict[Concept, float]
    weight: float
    core: bool  # in a clause that asks
    near: bool  # in a sentence that asks
    name: bool  # a name in the knowledge base, or written like one, or no English at all


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, read."""

    text: str
    terms: tuple[Term, ...]
    concepts: dict[Concept, float]  # all that they may mean, and how surely
    core: frozenset[Concept]  # what those mean that stand in a clause that asks
    counted: tuple[Term, ...]  # what stands after "how many"
    named: tuple[
        tuple[frozenset[str], frozenset[str]], ...
    ]  # each name in it: its stems, and the subjects that bear it
    kinds: frozenset[str] | None
    dates: tuple[str, ...]
    source: Source | None
    superlatives: frozenset[str]
    rates: frozenset[str]
    alone: frozenset[str]
    negated: bool
    wants_box: bool
    may_want_box: bool


def read_question(text: str, index: Index) -> Asked:
    shown, corrected = _corrected(plain(text), index.lexicon)
    clauses = clauses_of(shown)
    asking = clauses.asking.lower()
    source, taken = _source_in(shown, index)
    dates = [
        date for date in _dates_in(shown) if clauses.is_near(date[1]) and not any(s <= date[1] < e for s, e in taken)
    ]
    taken = [*taken, *((start, end) for _, start, end in dates)]
    terms = tuple(_terms(shown, index, clauses, taken, corrected))
    return Asked(
        text=shown,
        terms=terms,
        concepts=_concepts(terms),
        core=frozenset(_concepts(term for term in terms if term.core)),
        counted=_counted(shown, terms, index),
        named=_named(terms, index),
        kinds=_kinds(clauses),
        dates=tuple(iso for iso, _, _ in dates),
        source=source,
        superlatives=frozenset(phrasing.SUPERLATIVE.findall(asking)),
        rates=frozenset(rate for rate in rates_in(asking) if rate in index.rates or english.zipf(rate))
        - index.lexicon.names,
        alone=frozenset(stem(word) for word in phrasing.ALONE.findall(shown.lower()) if len(word) > 2),
        negated=bool(phrasing.NEGATION.search(asking)),
        wants_box=bool(phrasing.BOX.search(shown.lower())),
        may_want_box=bool(phrasing.BOX_MILD.search(asking)),
    )


Stretch = tuple[int, int]


def _kinds(clauses: Clauses) -> frozenset[str] | None:
    """What kinds of figure the last clause that asks for any wants; None if any kind will do."""
    wanted = (phrasing.wanted(clauses.shown[start:end].lower()) for start, end in reversed(clauses.core))
    found = [kinds for kinds in wanted if kinds]
    return next((kinds for kinds in found if kinds != {"text"}), found[0] if found else None)


def _source_in(shown: str, index: Index) -> tuple[Source | None, list[Stretch]]:
    """The source that the question names, by its longest name there, and wherever it stands."""
    found = [word for word in words(shown) if word.text not in english.STOP]
    stems = [word.stem for word in found]
    longer = [(start, end) for start, end, _ in index.named_in(stems)]
    named = [
        (source, (start, start + len(name)))
        for name, source in index.sources
        for start in range(len(stems) - len(name) + 1)
        if tuple(stems[start : start + len(name)]) == name
        and not any(s <= start and start + len(name) <= e and e - s > len(name) for s, e in longer)
        and not _goes_on(shown, found, start + len(name), source)
    ]
    if not named:
        return None, []
    source = named[0][0]
    return source, [(found[start].start, found[end - 1].end) for other, (start, end) in named if other is source]


def _goes_on(shown: str, found: list[Word], end: int, source: Source) -> bool:
    """ "The white paper on something else": another document's name begins like this source's."""
    after = re.match(r"\s+on\s+(?:the\s+|\w+'s\s+)?(\w+)", shown[found[end - 1].end :])
    return after is not None and stem(after[1].lower()) not in {word.stem for word in words(source.title)}


def _dates_in(shown: str) -> Iterator[tuple[str, int, int]]:
    """Every date that says its year."""
    for mention in dates_in(shown):
        if mention.iso and re.match(r"\d{4}", mention.iso):
            yield mention.iso, mention.start, mention.end


def _corrected(shown: str, lexicon: Lexicon) -> tuple[str, frozenset[int]]:
    """The text with each typing error taken for the likeliest word known, and where the words stand that were mended."""
    parts: list[str] = []
    mended: set[int] = set()
    reach = length = 0
    for word in words(shown):
        if lexicon.knows(word) or word.text in english.STOP or word.text in english.CHAT:
            continue
        if better := lexicon.meant(word)[:1] or lexicon.split(word):
            before = shown[reach : word.start]
            mended.add(length + len(before))
            parts += [before, " ".join(part.title() if word.capital else part for part in better)]
            length += len(parts[-2]) + len(parts[-1])
            reach = word.end
    return "".join([*parts, shown[reach:]]), frozenset(mended)


def _terms(shown: str, index: Index, clauses: Clauses, taken: list[Stretch], mended: frozenset[int]) -> Iterator[Term]:
    lexicon = index.lexicon
    found = [
        word
        for word in words(shown)
        if word.text not in english.STOP and not any(start <= word.start < end for start, end in taken)
    ]
    titled = len(found) > 3 and sum(word.capital for word in found) > 0.6 * len(found)  # Every Word With A Capital
    for word, meant in zip(found, lexicon.concepts(found), strict=True):
        means = _means(word, CORRECTED if word.start in mended else 1.0, meant, lexicon)
        core, near = clauses.asks_at(word.start), clauses.is_near(word.start)
        weight = _weight(word, means, lexicon) * (1.0 if core else BESIDE if near else 0.0)
        name = _is_name(word, means, lexicon) or (not titled and _written_as_name(word, shown))
        yield Term(word, means, weight, core, near, name)


def _means(word: Word, certainty: float, meant: list[Concept], lexicon: Lexicon) -> dict[Concept, float]:
    means = {concept: certainty for concept in meant if concept in lexicon.seen}
    for other in english.RELATED.get(word.text, ()):
        if stem(other) in lexicon.seen:
            means.setdefault(stem(other), RELATED)
    return means or _place_meant(word, lexicon)


def _place_meant(word: Word, lexicon: Lexicon) -> dict[Concept, float]:
    """ "Kenyan" means Kenya, if the knowledge base knows Kenya."""
    for ending in english.PLACE_ENDINGS:
        base = word.text.removesuffix(ending)
        for root in (base, base + "a", base + "e"):
            if base != word.text and len(base) > 3 and lexicon.forms.get(root) in lexicon.names:
                return {lexicon.forms[root]: DERIVED}
    return {}


def _weight(word: Word, means: dict[Concept, float], lexicon: Lexicon) -> float:
    """What the word weighs if nothing explains it: the rarer, the more; politeness and numbers nothing."""
    if word.is_number or word.text in english.CHAT or word.text in english.BOX_WORDS:
        return 0.0
    if word.text in english.ORDINALS:
        return 0.3 if english.ORDINALS[word.text] == 1 else 1.0
    weight = english.strangeness(word.text)
    if word.stem in lexicon.seen:
        rarest = max(lexicon.rarity(concept) for concept in means)
        weight = rarest if word.stem in lexicon.names else min(weight, rarest)
    return weight * (0.3 if word.text in english.LIGHT else 1.0)


def _is_name(word: Word, means: dict[Concept, float], lexicon: Lexicon) -> bool:
    if word.is_number or _everyday(word):
        return False
    if word.stem in lexicon.names or word.text in english.PLACES:
        return lexicon.rarity(word.stem) > UBIQUITOUS
    strange = not english.zipf(word.text) and not english.nearly_english(word.text)
    return not means and strange and len(word.text) > 3


def _everyday(word: Word) -> bool:
    return word.text in english.CHAT or word.text in english.LIGHT or word.text in english.BOX_WORDS


def _written_as_name(word: Word, shown: str) -> bool:
    """A capital inside a sentence: "Nairobi Expressway"."""
    if not word.capital or len(word.text) == 1 or _everyday(word) or word.text in english.ORDINALS:
        return False
    before = shown[: word.start].rstrip(" \"'“‘(*_")
    return (bool(before) and before[-1] not in ".?!:;…-–—,\n") or shown[word.start - 1 : word.start] == "-"


def _concepts(terms: Iterable[Term]) -> dict[Concept, float]:
    """All that words may mean; of several ways to mean one thing, the surest."""
    found: dict[Concept, float] = {}
    for term in terms:
        for concept, certainty in term.means.items():
            found[concept] = max(certainty, found.get(concept, 0.0))
    return found


def _named(terms: tuple[Term, ...], index: Index) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    stems = [term.word.stem for term in terms if term.near]
    whose: dict[frozenset[str], set[str]] = {}
    for start, end, subject in index.named_in(stems):
        whose.setdefault(frozenset(stems[start:end]), set()).add(subject)
    longest = [name for name in whose if not any(name < other for other in whose)]
    return tuple((name, frozenset(whose[name])) for name in longest)


GAP = frozenset(("the", "of", "these", "those", "its", "their", "all", "such", "s"))


def _counted(shown: str, terms: tuple[Term, ...], index: Index) -> tuple[Term, ...]:
    """What is asked to be counted: of up to three words after "how many" those that some fact counts, else the first."""
    after = [term for ask in phrasing.HOW_MANY.finditer(shown) for term in _run(shown, ask.end(), terms)]
    loosely = [term for ask in phrasing.HOW_MUCH.finditer(shown) for term in _run(shown, ask.end(), terms)]
    if phrasing.TALLIED.search(shown) and not after:
        loosely = [term for term in terms if term.core and _is_counted(term, index)][-1:]
    countable = [term for term in (*after, *loosely) if _is_counted(term, index)]
    return tuple(countable or [term for term in after[:1] if term.word.text not in english.CHAT])


def _is_counted(term: Term, index: Index) -> bool:
    return any(concept in index.counted for concept, certainty in term.means.items() if certainty > RELATED)


def _run(shown: str, reach: int, terms: tuple[Term, ...]) -> Iterator[Term]:
    """Up to three words from a place on, as far as no other word comes between."""
    told = 0
    for term in terms:
        if term.core and term.word.start >= reach and told < 3:
            if not _follows(shown[reach : term.word.start], first=not told):
                return
            told += 1
            reach = term.word.end
            yield term


def _follows(between: str, *, first: bool) -> bool:
    gap = {word.text for word in words(between)}
    return not any(mark in between for mark in ",.?!:;") and (not gap or (first and gap <= GAP))
