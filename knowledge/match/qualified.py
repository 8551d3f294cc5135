"""Questions that count something else than the best match, or say of whom or where: "Chinese cities", "ports in China"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from knowledge.match import english
from knowledge.match.counted import head_of
from knowledge.match.lexicon import Concept
from knowledge.match.question import Asked
from knowledge.match.reading import read_text
from knowledge.match.terms import Term
from knowledge.match.weigh import Match
from knowledge.match.words import words

PLACED = re.compile(r" (?:(?:are|were|is|was) )?(?:in|from|of) (?:the )?", re.IGNORECASE)
ENDING = re.compile(r"\b(?:are|were|is|was) (\w+)(?=\W*(?:$|,|\bas of\b|\bby\b|\bin \d))", re.IGNORECASE)


def counts_else(best: Match) -> bool:
    """Whether what is to be counted stands in the subject's name alone, and something else is counted: models of a scholarship."""
    meant = {concept for term in best.asked.counted for concept in term.means}
    told = best.entry.counted | best.entry.modified | best.entry.measured
    named = best.asked.insists and best.counts is False and not meant.isdisjoint(best.entry.named)
    return named and bool(best.entry.counted) and told.isdisjoint(meant)


def is_of_another_place(best: Match) -> bool:
    """Whether those of one place are asked for, and the fact tells only of another's: Egyptian tourists, or Egyptians, of Chinese tourists."""
    core, counted = [term for term in best.asked.terms if term.core], best.entry.counted
    beside = [
        one for one, two in pairwise(core) if two.word.start - one.word.end == 1 and not counted.isdisjoint(two.means)
    ]
    people = [term for term in best.asked.counted[:1] if best.asked.insists and term.word.text.endswith("s")]
    return any(english.is_of_place(term.word.text) and _is_only_of_others(best, term) for term in (*beside, *people))


def _is_only_of_others(best: Match, whose: Term) -> bool:
    """Whether what the fact counts is called after other places than this in its names and ways of asking."""
    fact, groups, counted = best.entry.fact, best.index.lexicon.groups, best.entry.counted
    called = [
        {place.stem, groups.get(place.stem)}
        for text in (*fact.subject.names, *fact.ask)
        for place, of in pairwise(words(text))
        if english.is_of_place(place.text) and not counted.isdisjoint({of.stem, groups.get(of.stem)})
    ]
    return bool(called) and all(place.isdisjoint(whose.means) for place in called)


def is_qualified_otherwise(best: Match) -> bool:
    """Whether the question tells more of what is to be counted than the fact does, by a word that only tells of its subject."""
    if not best.asked.counted or not best.asked.insists:
        return False
    head = head_of(best.asked.counted)
    names = best.index.lexicon.names
    qualifiers = [term for term in _qualifiers(best.asked, head) if not names.isdisjoint(term.means)]
    return any(not _tells(best, qualifier, head) or _is_of_others(best, qualifier, head) for qualifier in qualifiers)


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
    if placed and qualifier.name and not said.isdisjoint(entry.named):
        return True  # "surgeries in Mongolia", of a subject that is called after Mongolia
    if placed and any(not said.isdisjoint(name[:1]) and best.said.issuperset(name) for name in entry.called):
        return True  # "members in the Silk Road Alliance"
    return any(not said.isdisjoint(before) for before in _told_before(head, best))


def _is_of_others(best: Match, qualifier: Term, head: Term) -> bool:
    """Whether the fact calls those that it counts after others than the question: Vietnamese tourists, for Chinese ones."""
    if head.word.start - qualifier.word.end != 1:
        return False
    names = best.index.lexicon.names
    called = [before for before in _told_before(head, best) if not before.isdisjoint(names)]
    return bool(called) and all(before.isdisjoint(qualifier.means) for before in called)


def _told_before(head: Term, best: Match) -> Iterator[frozenset[Concept]]:
    """What the words stand for that stand right before what is counted, in the names and ways of asking."""
    lexicon, fact = best.index.lexicon, best.entry.fact
    for text in (*fact.subject.names, *fact.ask):
        meant = [frozenset(concepts) for concepts in lexicon.concepts(read_text(text, lexicon).stems)]
        yield from (before for before, word in pairwise(meant) if not word.isdisjoint(head.means))
