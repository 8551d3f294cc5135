"""Which words of a question a fact's words explain, how strongly, and which are left over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from knowledge.match.asked.question import Asked
from knowledge.match.asked.terms import Term
from knowledge.match.indexing.entry import Entry
from knowledge.match.indexing.lexicon import Concept, Lexicon

FAINT = 0.08  # the least that an explained word weighs, however common
LEFTOVER = 0.15  # weight that may stay unexplained of a question that is explained whole
ASIDE = 0.7  # what an explained word counts beside one in a clause that asks


class Explained(NamedTuple):
    """What is explained of a question. Weights are sums of rarities, 1 for the rarest word."""

    said: dict[Concept, float]  # what the question says of the fact's words, and how surely
    gains: tuple[tuple[Concept, float], ...]  # of each word that is explained: by which meaning, and its weight
    weight: float  # of these together
    unsaid: tuple[Term, ...]  # the words that are not explained
    foreign: tuple[Term, ...]  # and of these the names, in a sentence that asks
    of_another: bool  # one of these names is what is asked about, not what somebody tells of himself
    left: float  # what these weigh, and what is explained but faintly
    share: float  # of the question's weight, what is explained


class Case(NamedTuple):
    """A question, held against a fact."""

    asked: Asked
    entry: Entry
    words: Explained  # of the question, by the fact
    lexicon: Lexicon


def explained(asked: Asked, held: Mapping[Concept, float], lexicon: Lexicon) -> Explained:
    """What a fact explains that holds these concepts of the question, so strongly; they stand in the question's order."""
    rare = lexicon.rare
    weight = hinted = 0.0
    gains: list[tuple[Concept, float]] = []
    unsaid: list[Term] = []
    for term in asked.terms:
        strength, concept = (0.0, None) if held.keys().isdisjoint(term.means) else best_meaning(term, held)
        if concept is None:
            unsaid.append(term)
            continue
        gain = strength * max(rare.get(concept, 1.0), FAINT) * (1.0 if term.core else ASIDE)
        gains.append((concept, gain))
        weight += gain
        hinted += (1.0 - strength) * term.weight
    said = {concept: asked.concepts[concept] for concept in held}
    foreign = tuple([term for term in unsaid if term.name and term.near])
    of_another = not all(term.told or term.word.start in asked.beside for term in foreign)
    left = sum([term.weight for term in unsaid]) + hinted
    share = weight / (weight + left) if weight else 0.0
    return Explained(said, tuple(gains), weight, tuple(unsaid), foreign, of_another, left, share)


def best_meaning(term: Term, explains: Mapping[Concept, float]) -> tuple[float, Concept | None]:
    """The meaning of a word that is explained best, and how well; None if none is."""
    most, best = 0.0, None
    for concept, certainty in term.means.items():
        strength = explains.get(concept, 0.0) * certainty
        if strength > most:
            most, best = strength, concept
    return most, best
