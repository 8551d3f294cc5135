"""Whom a question names: whole names, each with the subjects that bear it, editions, and whoever stands beside."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from itertools import pairwise

from knowledge.match.asked.terms import RATHER, Term
from knowledge.match.indexing.index import Index
from knowledge.match.indexing.lexicon import Concept
from knowledge.match.language import english, phrasing
from knowledge.match.language.clauses import is_in
from knowledge.match.language.turns import Beginnings

PART = re.compile(r"\b(?:an?|one|two|three|or)[ -]$", re.IGNORECASE)
Bearers = frozenset[str]
"""The ids of subjects of which something is so."""
Named = tuple[frozenset[str], Bearers]
"""A name that stands in a question: its stems, and the ids of the subjects that bear it."""


def names_in(terms: tuple[Term, ...], index: Index) -> tuple[Named, ...]:
    """The longest names that stand in what asks."""
    stems = tuple([term.word.stem for term in terms if term.near])
    whose: dict[frozenset[str], set[str]] = {}
    for start, end, subject in index.names.found_in(stems):
        whose.setdefault(frozenset(stems[start:end]), set()).add(subject)
    longest = [name for name in whose if not any(name < other for other in whose)]
    return tuple((name, frozenset(whose[name])) for name in longest)


def classed_in(terms: Iterable[Term], shown: str, classes: Container[Concept]) -> Iterator[tuple[Term, Term]]:
    """Each two words of which the second says, right after the first, what it is: a river, a bank."""
    for one, two in pairwise(terms):
        if (
            two.near
            and two.word.stem in classes
            and two.word.start - one.word.end == 1
            and shown[one.word.end - 2] != "'"
        ):
            yield one, two


def ordinals_in(terms: Iterable[Term], shown: str, index: Index) -> Iterator[tuple[Term, Bearers]]:
    """ "Second", and those after it: of which subjects a fact tells just that."""
    for term in terms:
        if term.core and _is_ordinal(term, shown):
            yield term, frozenset(index.ranked.get(english.ORDINALS[term.word.text], ()))


def _is_ordinal(term: Term, shown: str) -> bool:
    """ "Second", and those after it; not "a tenth", nor the guess in "first or second"."""
    return english.ORDINALS.get(term.word.text, 1) > 1 and not PART.search(shown[: term.word.start])


def beside_in(terms: Iterable[Term], shown: str, begins: Beginnings, index: Index) -> Iterator[tuple[int, Bearers]]:
    """Where names stand in what only tells after what it was so, each with the subjects of whose facts any mentions it."""
    for after in phrasing.AFTER.finditer(shown, begins):
        for term in terms:
            if term.name and is_in(term.word.start, [after.span()]):
                own = (concept for concept, sure in term.means.items() if sure > RATHER)
                places = {place for concept in own for place in index.postings.get(concept, ())}
                yield term.word.start, frozenset(index.entries[place].fact.subject.id for place in places)
