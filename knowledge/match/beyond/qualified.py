"""Questions that count something else than the best match, or say of whom or where: "Chinese cities", "ports in China"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import pairwise

from knowledge.match.asked.counted import PLURALS, head_of
from knowledge.match.asked.question import Asked
from knowledge.match.asked.terms import TELLING, Term
from knowledge.match.indexing.lexicon import Concept
from knowledge.match.indexing.reading import Concepts
from knowledge.match.language import english
from knowledge.match.language.turns import turn
from knowledge.match.language.words import forms
from knowledge.match.weighing.weigh import Match

SURELY_TELLING = 0.4
"""The weight from which a word before another tells which is meant."""

PLACED = re.compile(r" (?:(?:are|were|is|was) )?(?:in|from|of) (?:the )?", re.IGNORECASE)
ENDING = re.compile(r"\b(?:are|were|is|was) (\w+)(?=\W*(?:$|,|\bas of\b|\bby\b|\bin \d))", re.IGNORECASE)

OF_ITS = re.compile(
    r"\b(?:length|height|width|depth|size|area|speed|capacity|weight|age|value|cost|price) of (?:(?:the|its|all|any) )*(\w+)",
    re.IGNORECASE,
)
KILOMETERS_OF = turn(
    "kilometers kilometres km kms miles meters metres",
    r"\bhow many (?:kms?|kilomet(?:er|re)s|miles|met(?:er|re)s) of (?!the\b|this\b|that\b|its\b)[\w -]+? (?:has|have|had|did|does|do|was|were|are|is)\b",
    re.IGNORECASE,
)
LONG = turn("long length", r"\b(?:how long|length)\b", re.IGNORECASE)
AWAY = re.compile(r"\bdistance (?:(?:north|south|east|west)\w*|from|to)\b|\b(?:away|apart) from\b", re.IGNORECASE)


def counts_else(best: Match) -> bool:
    """Whether what is to be counted stands in the subject's name alone, and something else is counted: models of a scholarship."""
    meant = {concept for term in best.asked.counted for concept in term.means}
    counted = best.asked.counted
    if counted and counted[0].word.text in PLURALS and any(term in best.unsaid for term in counted[1:]):
        return True  # "how many people ride the train"
    named = best.asked.insists and best.counts is False and not meant.isdisjoint(best.entry.named)
    entry = best.entry
    return named and bool(entry.counted) and meant.isdisjoint(entry.counted | entry.modified | entry.measured)


def is_of_a_part(best: Match) -> bool:
    """Whether a measure is asked for of what it does not tell of: "the length of tunnels on the line"."""
    unsaid = [term.word.start for term in best.unmet if term.weight >= TELLING]
    return bool(unsaid) and any(said.start(1) in unsaid for said in OF_ITS.finditer(best.asked.text))


def is_in_all(best: Match) -> bool:
    """Whether the length of all that somebody has of something is asked for, and it tells that of one, which is not named: kilometers of railway built in Africa."""
    return not best.whole and bool(KILOMETERS_OF.search(best.asked.near, best.asked.begins))


def is_distance(best: Match) -> bool:
    """Whether it is asked how long something is, and it tells how far that is from somewhere."""
    return bool(LONG.search(best.asked.text, best.asked.begins) and AWAY.search(best.entry.fact.measure))


def is_of_another_place(best: Match) -> bool:
    """Whether those of one place are asked for, and the fact tells only of another's: Egyptian tourists, or Egyptians, of Chinese tourists."""
    if not any(english.is_of_place(term.word.text) for term in best.asked.terms):
        return False
    core, counted = [term for term in best.asked.terms if term.core], best.entry.counted
    beside = [
        one for one, two in pairwise(core) if two.word.start - one.word.end == 1 and not counted.isdisjoint(two.means)
    ]
    people = [term for term in best.asked.counted[:1] if best.asked.insists and term.word.text.endswith("s")]
    placed = [term for term in (*beside, *people) if english.is_of_place(term.word.text)]
    places = [meant for word, meant in _told_before(counted, best) if english.is_of_place(word)] if placed else []
    return any(_is_of_others(term, places) for term in placed)


def is_qualified_otherwise(best: Match) -> bool:
    """Whether the question tells more of what is to be counted than the fact does, by a word that only tells of its subject."""
    if not best.asked.counted or not best.asked.insists:
        return False
    head = head_of(best.asked.counted)
    names = best.index.lexicon.names
    qualifiers = [term for term in _qualifiers(best.asked, head) if not names.isdisjoint(term.means)]
    return any(not _tells(best, qualifier, head) or _names_others(best, qualifier, head) for qualifier in qualifiers)


def is_of_another_sort(best: Match) -> bool:
    """Whether a word right before the measure's own says which is asked for, and the fact does not: cargo revenue, of revenue."""
    if best.asked.kinds is not None or best.asked.insists:
        return False
    core, measured = [term for term in best.asked.terms if term.core], best.entry.measured - best.entry.named
    return any(
        one.weight >= SURELY_TELLING
        and one.word.text not in english.ORDINALS
        and not one.word.text.endswith("ly")
        and one in best.unsaid
        and two not in best.unsaid
        and not measured.isdisjoint(two.means)
        and best.asked.text[one.word.end : two.word.start] == " "
        for one, two in pairwise(core)
    )


def _qualifiers(asked: Asked, head: Term) -> Iterator[Term]:
    core = [term for term in asked.terms if term.core]
    for one, two in pairwise(core):
        between = asked.text[one.word.end : two.word.start]
        if two is head and between == " ":
            yield one
        if one is head and PLACED.fullmatch(between):
            yield two
    if ending := ENDING.search(asked.text):
        yield from (term for term in core if term.word.start == ending.start(1))


def _tells(best: Match, qualifier: Term, head: Term) -> bool:
    """Whether the fact tells a qualifier of what it counts: beside it, or in its measure; else only of its subject."""
    entry, said = best.entry, frozenset(qualifier.means)
    if not said or not said.isdisjoint(entry.modified | entry.counted | frozenset(entry.measure)):
        return True
    if any(said.issuperset(name) for name in entry.called):
        return True  # "how many square miles is Colorado"
    placed = PLACED.fullmatch(best.asked.text[head.word.end : qualifier.word.start])
    if placed and not _is_from(placed[0], qualifier) and qualifier.name and not said.isdisjoint(entry.named):
        return True  # "surgeries in Mongolia", of a subject that is called after Mongolia
    if placed and any(not said.isdisjoint(name[:1]) and best.said.issuperset(name) for name in entry.called):
        return True  # "members in the Silk Road Alliance"
    return any(not said.isdisjoint(meant) for _, meant in _told_before(head.means, best))


def _is_from(between: str, qualifier: Term) -> bool:
    """Whether somebody comes from a country: "workers from China" are not those of a railway that China built."""
    return " from " in between and qualifier.word.text in english.PLACES


def _names_others(best: Match, qualifier: Term, head: Term) -> bool:
    """Whether the fact calls those that it counts after others than the question: Vietnamese tourists, for Chinese ones."""
    if head.word.start - qualifier.word.end != 1:
        return False
    names = best.index.lexicon.names
    return _is_of_others(
        qualifier, [meant for _, meant in _told_before(head.means, best) if not meant.isdisjoint(names)]
    )


def _is_of_others(whose: Term, called: Collection[Concepts]) -> bool:
    """Whether something is called after somebody, and never after who is asked for."""
    return bool(called) and all(meant.isdisjoint(whose.means) for meant in called)


def _told_before(counted: Collection[Concept], best: Match) -> Iterator[tuple[str, Concepts]]:
    """Each word right before what is counted, in the names and ways of asking: as folded, and what it stands for."""
    fact = best.entry.fact
    for text in (*fact.subject.names, *fact.ask):
        found = [form for form in forms(text) if not form.small]
        meant = map(frozenset, best.index.lexicon.concepts(tuple([form.stem for form in found])))
        for (form, before), (_, after) in pairwise(zip(found, meant, strict=True)):
            if not after.isdisjoint(counted):
                yield form.text, before
