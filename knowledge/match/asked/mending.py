"""Typing errors in a question: each taken for the known word that stands best beside the others."""

from __future__ import annotations

from collections.abc import Sequence, Set

from rapidfuzz.distance import OSA

from knowledge.match.asked.expected import MISREAD, expected
from knowledge.match.indexing.index import Index
from knowledge.match.indexing.lexicon import Lexicon
from knowledge.match.language import english
from knowledge.match.language.typos import TWO_ERRORS
from knowledge.match.language.words import Word, stem, words

RARE = 0.3  # the rarity from which a word tells which facts are meant
COMPANY = 0.5  # of what the question's other words tell, that must stand beside what an English word is taken for
UNMISTAKEN = english.STOP.difference(MISREAD)
SHORTEST = 4  # letters of such an English word
SHORT_FORM = 5  # letters in capitals that may stand for words


def corrected(shown: str, index: Index) -> tuple[str, frozenset[int]]:
    """The text with each typing error taken for the likeliest word known, and where the words stand that were mended."""
    parts: list[str] = []
    mended: set[int] = set()
    reach = length = 0
    found = words(shown)
    for place, word in enumerate(found):
        better = _meant(found, place, index) if word.text not in UNMISTAKEN else ()
        if better and not (_is_short_form(shown, word) and any(map(english.is_common, better))):
            before = shown[reach : word.start]
            mended.add(length + len(before))
            parts += [before, " ".join(part.title() if word.capital else part for part in better)]
            length += len(parts[-2]) + len(parts[-1])
            reach = word.end
    return "".join([*parts, shown[reach:]]), frozenset(mended)


def _is_short_form(shown: str, word: Word) -> bool:
    """Whether it is written in capitals among small letters: "MBA"."""
    return len(word.text) <= SHORT_FORM and shown[word.start : word.end].isupper() and not shown.isupper()


def _meant(found: Sequence[Word], place: int, index: Index) -> Sequence[str]:
    """What a word is an error of: one word, or the two that it was run together from; nothing if it is none."""
    word, lexicon = found[place], index.lexicon
    if lexicon.knows(word):
        return [] if word.text in english.EVERYDAY else _everyday(word, lexicon)
    if asking := expected(found, place):
        return [asking]
    if word.text in english.EVERYDAY or word.text in english.PLACES:
        return []
    if (named := _in_a_name(found, place, index)) and not english.is_common(word.text):
        return named
    if word.capital and word.start > 0 and english.is_english(word.text):
        return named  # Paris is not "parts"
    near = [
        other for other in lexicon.meant(word) if other not in english.ORDINALS or not english.is_english(word.text)
    ]
    if len(near) > 1:
        near.sort(key=lambda other: (*_unlike(other, word.text), -_company(other, found, place, index)))
    return near[:1] or lexicon.split(word) or named or _by_company(found, place, index)


def _unlike(other: str, word: str) -> tuple[bool, bool]:
    """What speaks against an error: swapped letters are the likeliest, the first letter is the surest."""
    return sorted(other) != sorted(word), other[0] != word[0]


def _everyday(word: Word, lexicon: Lexicon) -> list[str]:
    """ "figurs": what sounds like a word of a fact, and is no word but an error of one that tells nothing."""
    if english.zipf(word.text) or word.text in lexicon.forms:
        return []
    return [other for other in lexicon.near.at_one(word.text) if other in english.CHAT and stem(other) == word.stem]


def _company(other: str, found: Sequence[Word], place: int, index: Index) -> float:
    """How much the question's other words tell that stand in a fact beside this one, from 0 to 1."""
    return round(company(index.postings.get(stem(other), set()), found, place, index) or 0.0, 2)


def company(facts: Set[int], found: Sequence[Word], place: int, index: Index) -> float | None:
    """How much the words of a question, but the one at a place, tell that stand in any of some facts, from 0 to 1; None if they tell nothing."""
    postings, rarity = index.postings, index.lexicon.rarity
    beside = {word.stem for word in found if word is not found[place] and word.stem in postings and not word.is_number}
    telling = {each: rarity(each) for each in beside if rarity(each) > RARE}
    told = sum(weight for each, weight in telling.items() if not facts.isdisjoint(postings[each]))
    return told / sum(telling.values()) if telling else None


def _in_a_name(found: Sequence[Word], place: int, index: Index) -> list[str]:
    """ "slk road", "belt and rgod": a word that makes a name with the next or the last one that tells something."""
    word = found[place].text
    if found[place].is_number:
        return []
    following = next((word.stem for word in found[place + 1 :] if word.text not in english.STOP), "")
    last = next((word.stem for word in reversed(found[:place]) if word.text not in english.STOP), "")
    meant = index.names.between(last, following)
    at_one = index.lexicon.near.at_one(word)
    near = [other for other in at_one if stem(other) in meant][:1]
    if near or len(word) < SHORTEST or english.zipf(word) or any(other[0] == word[0] for other in at_one):
        return near
    told = [(OSA.distance(word, other, score_cutoff=2), other) for other in meant if other[0] == word[0]]
    errors, best = min(told, default=(3, ""))
    return [best] if errors <= 2 else []


def _may_be(other: str, word: Word, index: Index) -> bool:
    """Whether a word begins alike; one with a capital is a name."""
    return other[0] == word.text[0] and (not word.capital or stem(other) in index.lexicon.names)


def _by_company(found: Sequence[Word], place: int, index: Index) -> list[str]:
    """An uncommon English word, unknown here, for one that stands in a fact beside most of the question: "tran" of "train".

    So also a word of five or six letters that is no English, for one at two errors.
    """
    word = found[place]
    if word.is_number or len(word.text) < SHORTEST or english.is_common(word.text):
        return []
    near = index.lexicon.likely(word.text, index.lexicon.near.at_one(word.text))
    if not near and not english.zipf(word.text) and SHORTEST < len(word.text) < TWO_ERRORS:
        near = [other for other in index.lexicon.near.within(word.text, 2) if _may_be(other, word, index)]
    told = [(_company(other, found, place, index), other) for other in near]
    beside, best = max(told, default=(0.0, ""))
    return [best] if beside >= COMPANY else []
