"""Conflicts about who is meant: names that a fact does not bear, another's whole name, whoever else has said it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from knowledge.match.asked.question import Asked
from knowledge.match.asked.terms import Term
from knowledge.match.indexing.entry import Entry
from knowledge.match.indexing.index import QUOTED
from knowledge.match.indexing.lexicon import Lexicon

SLIGHT = 0.3  # the weight up to which an unexplained word names nobody


def foreign_names(asked: Asked, entry: Entry, names: Sequence[Term]) -> Iterator[str]:
    """Names it does not bear; if its own stands there too, those do not matter that stand where somebody tells of himself."""
    if any(term.told for term in names) and any(name and asked.concepts.keys() >= set(name) for name in entry.called):
        names = [term for term in names if not term.told]
    return (f"it does not mention '{term.word.text}'" for term in names)


def other_subjects(asked: Asked, entry: Entry, left: Sequence[Term]) -> Iterator[str]:
    """The question bears another's whole name, of which this fact's subject has the greater part: one bank for another."""
    if entry.fact.subject.id in asked.bearers:
        return
    if _is_inflected(asked, entry):
        yield "another subject's whole name stands there"
    for one, two in asked.classed:
        if not entry.named.isdisjoint(one.means) and two in left:
            yield f"'{one.word.text} {two.word.text}' is another subject"  # the Sacramento River, not Sacramento
    for name, whose in asked.named:
        if _is_anothers(name, whose, entry) and name not in entry.bears:
            yield f"'{' '.join(sorted(name))}' is another subject"


def _is_inflected(asked: Asked, entry: Entry) -> bool:
    """The name of several words stands there only in the plural, and a part of it is another's name: "rivers through Missouri"."""
    if not asked.bare or not any(own <= asked.stems for own in entry.mistakable):
        return False
    plainly = {term.word.stem for term in asked.terms if term.word.text in entry.spelled or term.word.text[-1] != "s"}
    return not any(own <= plainly for own in entry.names)


def _is_anothers(name: frozenset[str], whose: frozenset[str], entry: Entry) -> bool:
    """Whether a name is the fact's own and more, or one of which its subject bears the greater part, or that it nowhere says whole."""
    if entry.named.isdisjoint(name) or (whose == {QUOTED} and any(own <= name for own in entry.names)):
        return False
    if any(own < name for own in entry.names) and name not in entry.bears:
        return True  # "Texas", in "Houston, Texas"
    if any(name <= own for own in entry.names) or name in entry.speakers:
        return False
    return len(name & entry.named) > len(name) / 2 or not name <= entry.explains.keys()


def speakers(asked: Asked, entry: Entry) -> Iterator[str]:
    for speaker in asked.speakers:
        if not speaker <= entry.explains.keys():
            yield f"it is not said by {' '.join(sorted(speaker))}"


def attributed(asked: Asked, left: Iterable[Term], lexicon: Lexicon) -> Iterator[str]:
    """ "According to the Bank of Ruritania": whom nothing in the fact explains has not said it."""
    telling = [term for term in left if term.weight > SLIGHT and term.word.stem not in lexicon.light]
    for start, end in asked.attributed:
        unsaid = [term.word.text for term in telling if start <= term.word.start < end]
        if unsaid:
            yield f"it is not said by '{' '.join(unsaid)}'"
