"""Conflicts about who is meant: names that a fact does not bear, another's whole name, whoever else has said it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from knowledge.match.asked.question import Asked
from knowledge.match.indexing.entry import ASKED, TOLD, Entry
from knowledge.match.indexing.index import QUOTED
from knowledge.match.language import english
from knowledge.match.weighing.share import LEFTOVER, Case

NOBODY = english.MONTHS | english.CHAPTERS | english.MATERIAL | english.TELLINGS
SLIGHT = 0.3  # the weight up to which an unexplained word names nobody


def foreign_names(case: Case) -> Iterator[str]:
    """Names it does not bear; if its own stands there too, those do not matter that stand where somebody tells of himself."""
    names = [term for term in case.words.unsaid if term.name and term.near]
    if any(term.told for term in names) and _is_told_of(case):
        names = [term for term in names if not term.told]
    subject, beside = case.entry.fact.subject.id, case.asked.beside
    return (
        f"it does not mention '{term.word.text}'" for term in names if subject not in beside.get(term.word.start, ())
    )


def _is_told_of(case: Case) -> bool:
    """Whether it explains all that is asked, or a whole name of its subject stands there."""
    meant = case.asked.concepts.keys()
    return case.words.left < LEFTOVER or any(name and meant >= set(name) for name in case.entry.called)


def other_subjects(case: Case) -> Iterator[str]:
    """The question bears another's whole name, of which this fact's subject has the greater part: one bank for another."""
    asked, entry = case.asked, case.entry
    if entry.fact.subject.id in asked.bearers:
        return
    if _is_inflected(asked, entry):
        yield "another subject's whole name stands there"
    for one, two in asked.classed:
        if not entry.named.isdisjoint(one.means) and two in case.words.unsaid:
            yield f"'{one.word.text} {two.word.text}' is another subject"  # the Sacramento River, not Sacramento
    for name, whose in asked.named:
        if _is_anothers(name, whose, case) and not entry.bears(name) and not _means(name, case):
            yield f"'{' '.join(sorted(name))}' is another subject"


def _is_inflected(asked: Asked, entry: Entry) -> bool:
    """The name of several words stands there only in the plural, and a part of it is another's name: "rivers through Missouri"."""
    if not asked.bare or not any(own <= asked.stems for own in entry.mistakable):
        return False
    plainly = {term.word.stem for term in asked.terms if term.word.text in entry.spelled or term.word.text[-1] != "s"}
    return not any(own <= plainly for own in entry.names)


def _is_anothers(name: frozenset[str], whose: frozenset[str], case: Case) -> bool:
    """Whether a name is the fact's own and more, or one of which its subject bears the greater part, or that it nowhere says whole."""
    entry, said = case.entry, case.words.said.keys()
    if entry.named.isdisjoint(name) or (whose == {QUOTED} and any(own <= name for own in entry.names)):
        return False
    if any(own < name for own in entry.names) and not entry.bears(name):
        return True  # "Texas", in "Houston, Texas"
    if any(name <= own for own in entry.names) or name in entry.speakers:
        return False
    if any(own & name and own - name and own <= said for own in entry.names):
        return False  # "plum grass in Zenda", of "Zenda plums"
    return len(name & entry.named) > len(name) / 2 or any(entry.explains.get(stem, 0.0) < ASKED for stem in name)


def _means(name: frozenset[str], case: Case) -> bool:
    """Whether the fact says what a whole name stands for, most of it by another word: "PRP", or "plum road" and "plan"."""
    held = case.entry.explains
    terms = [term for term in case.asked.terms if term.word.stem in name]
    meant = Counter(concept for term in terms for concept in term.means if concept in held)
    phrases = {concept for concept, times in meant.items() if times > 1}
    rest = name - {term.word.stem for term in terms if not phrases.isdisjoint(term.means)}
    return len(rest) < len(name) - 1 and all(held.get(stem, 0.0) > TOLD for stem in rest)


def speakers(case: Case) -> Iterator[str]:
    held = case.entry.explains.keys()
    for speaker in case.asked.speakers:
        if not speaker <= held and case.lexicon.speakers[speaker].isdisjoint(held):
            yield f"it is not said by {' '.join(sorted(speaker))}"


def attributed(case: Case) -> Iterator[str]:
    """ "According to the Bank of Ruritania": whom nothing in the fact explains has not said it; "the head of" one that is explained may have, and "mayor" tells what one is."""
    light, unsaid = case.lexicon.light, case.words.unsaid
    for start, end in case.asked.attributed:
        named = [term for term in case.asked.terms if start <= term.word.start < end and term.word.stem not in light]
        whom = [term for term in named if term.word.text not in NOBODY]
        role = [one for one, two in pairwise(whom) if two.word.capital and not one.word.capital and two not in unsaid]
        strange = [term.word.text for term in whom if term in unsaid and term.weight > SLIGHT and term not in role]
        if strange and not (len(strange) < len(whom) and english.ROLES.issuperset(strange)):
            yield f"it is not said by '{' '.join(strange)}'"
