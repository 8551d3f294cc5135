"""The words of a question: what each may stand for, what it weighs if nothing explains it, whether it is a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.match.indexing.index import UBIQUITOUS
from knowledge.match.indexing.lexicon import Concept, Lexicon
from knowledge.match.language import english
from knowledge.match.language.capitals import country_of
from knowledge.match.language.clauses import Clauses, Stretch, is_in
from knowledge.match.language.related import RELATED
from knowledge.match.language.words import Word, stem, stems_of, words

TELLING = 0.1  # the weight from which it matters that nothing explains a word
BESIDE = 0.25  # how much a word counts in another clause of the asking sentence; in another sentence, or where somebody tells of himself, it counts nothing
CORRECTED, RATHER, LOOSELY, DERIVED = 0.96, 0.8, 0.7, 0.95  # how surely a word means what it is taken for


NAMED = re.compile(r" [A-Z][a-z]")
PERSONS = frozenset(stems_of("people person inhabitants residents citizens"))


@dataclass(slots=True, eq=False)  # frozen, each would take three times as long to make
class Term:
    """A word of the question: what it may stand for, and what it weighs if nothing explains it. Never changed."""

    word: Word
    means: dict[Concept, float]
    weight: float
    core: bool  # in a clause that asks
    near: bool  # in a sentence that asks
    told: bool  # in a clause in which somebody tells of himself
    name: bool  # a name in the knowledge base, or written like one, or no English at all


def terms_of(
    shown: str, lexicon: Lexicon, clauses: Clauses, taken: Sequence[Stretch], mended: frozenset[int]
) -> Iterator[Term]:
    """The terms of a text, less its small words and the stretches that are taken for a source or a date."""
    found = [
        word
        for word in words(shown)
        if word.text not in english.STOP and (not taken or word.text in lexicon.years or not is_in(word.start, taken))
    ]
    titled = len(found) > 3 and sum(word.capital for word in found) > 0.6 * len(found)  # Every Word With A Capital
    for word, meant in zip(found, lexicon.concepts(tuple([word.stem for word in found])), strict=True):
        means = _means(word, CORRECTED if word.start in mended else 1.0, meant, lexicon)
        if country := country_of(word.text, shown, word.start, word.end):
            means |= {
                concept: RATHER
                for concept in lexicon.concepts((stem(country),))[0]
                if concept in lexicon.seen and concept not in means
            }
        core, near = is_in(word.start, clauses.core), is_in(word.start, clauses.sentences)
        told = bool(clauses.told) and is_in(word.start, clauses.told)
        weight = _weight(word, means, lexicon) * (1.0 if core else BESIDE if near and not told else 0.0)
        name = _is_name(word, means, lexicon) or (not titled and _written_as_name(word, shown))
        yield Term(word, means, weight, core, near, told, name)


def _means(word: Word, certainty: float, meant: list[Concept], lexicon: Lexicon) -> dict[Concept, float]:
    means = {concept: certainty for concept in meant if concept in lexicon.seen}
    for other in RELATED.get(word.stem, ()):
        if other in lexicon.seen:
            means.setdefault(other, LOOSELY if word.stem in lexicon.seen else RATHER)
    return means or _of_place(word, lexicon)


def _of_place(word: Word, lexicon: Lexicon) -> dict[Concept, float]:
    """ "Kenyan" means Kenya, if the knowledge base knows Kenya; "Kenyans" are people, too."""
    for ending in english.PLACE_ENDINGS:
        base = word.text.removesuffix(ending)
        if base == word.text or len(base) < 4:
            continue
        for root in (base, base + "a", base + "e"):
            if lexicon.forms.get(root) in lexicon.names:
                return {lexicon.forms[root]: DERIVED} | _persons(word, lexicon)
    return {}


def _persons(word: Word, lexicon: Lexicon) -> dict[Concept, float]:
    from_there = word.text.endswith("s") and english.is_of_place(word.text)
    return dict.fromkeys(PERSONS & lexicon.seen.keys(), LOOSELY) if from_there else {}


def _weight(word: Word, means: dict[Concept, float], lexicon: Lexicon) -> float:
    """What the word weighs if nothing explains it: the rarer, the more; politeness and numbers nothing."""
    if word.is_number or word.text in english.ROUND or word.text in english.TELLING_NOTHING:
        return 0.0
    if word.text in english.ORDINALS:
        return 0.3 if english.ORDINALS[word.text] == 1 else 1.0
    known = word.stem in lexicon.seen
    weight = max([lexicon.rare.get(concept, 1.0) for concept in means]) if known else 1.0
    if not (known and word.stem in lexicon.names):
        weight = min(weight, english.strangeness(word.text))
    return weight * (0.3 if word.text in english.LIGHT else 1.0)


def _is_name(word: Word, means: dict[Concept, float], lexicon: Lexicon) -> bool:
    if word.is_number or word.text in english.EVERYDAY or word.text in english.MONTHS:
        return False
    if (word.text in english.COMPASS or word.text in english.SEASONS) and not word.capital:
        return False  # "south of Zenda", "by spring"
    opens = word.stem in lexicon.openers and not english.is_common(word.text)
    if opens or word.stem in lexicon.names or word.text in english.PLACES:
        return all(lexicon.rarity(concept) > UBIQUITOUS for concept, sure in means.items() if sure > RATHER)
    strange = not means and len(word.text) > 3 and not english.zipf(word.text)
    return strange and not english.nearly_english(word.text)


def _written_as_name(word: Word, shown: str) -> bool:
    """A capital inside a sentence: "Nairobi Expressway"."""
    if not word.capital or len(word.text) == 1 or word.text in english.EVERYDAY:
        return False
    if word.text in english.ORDINALS or word.text in english.WEEKDAYS or word.text in english.MONTHS:
        return False
    before = shown[: word.start].rstrip(" \"'“‘(*_")
    if not before and NAMED.match(shown, word.end):
        return not english.is_common(word.text)  # "Eiffel Tower height"
    return (bool(before) and before[-1] not in ".?!:;…-–—,\n") or shown[word.start - 1 : word.start] == "-"
