"""Which words of a question a fact's words explain, how strongly, and which are left over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.match.asked.question import Asked
from knowledge.match.asked.terms import Term
from knowledge.match.indexing.entry import Entry
from knowledge.match.indexing.lexicon import Concept, Lexicon

FAINT = 0.08  # the least that an explained word weighs, however common
LEFTOVER = 0.15  # weight that may stay unexplained of a question that is explained whole
WHOLLY = 0.99  # of a way of asking, from which a question is asked in an editor's own words
ASIDE = 0.7  # what an explained word counts beside one in a clause that asks


@dataclass(eq=False, slots=True)
class Explained:
    """What is explained of a question. Weights are sums of rarities, 1 for the rarest word."""

    said: dict[Concept, float]  # what the question says of the fact's words, and how surely
    gains: tuple[tuple[Concept, float], ...]  # of each word that is explained: by which meaning, and its weight
    weight: float  # of these together
    unsaid: tuple[Term, ...]  # the words that are not explained
    left: float  # what these weigh, and what is explained but faintly
    share: float  # of the question's weight, what is explained


@dataclass(eq=False, slots=True)
class Case:
    """A question, held against a fact."""

    asked: Asked
    entry: Entry
    words: Explained  # of the question, by the fact
    lexicon: Lexicon


def explained(
    asked: Asked, said: dict[Concept, float], explains: Mapping[Concept, float], lexicon: Lexicon
) -> Explained:
    """What a fact explains that explains these concepts, of which the question says some."""
    rare = lexicon.rare
    weight = left = hinted = 0.0
    gains: list[tuple[Concept, float]] = []
    unsaid: list[Term] = []
    is_apart = said.keys().isdisjoint
    for term in asked.terms:
        strength, concept = (0.0, None) if is_apart(term.means) else best_meaning(term, explains)
        if concept is None:
            unsaid.append(term)
            left += term.weight
            continue
        gain = strength * max(rare.get(concept, 1.0), FAINT) * (1.0 if term.core else ASIDE)
        gains.append((concept, gain))
        weight += gain
        hinted += (1.0 - strength) * term.weight
    left += hinted
    return Explained(said, tuple(gains), weight, tuple(unsaid), left, share=weight / (weight + left) if weight else 0.0)


def best_meaning(term: Term, explains: Mapping[Concept, float]) -> tuple[float, Concept | None]:
    """The meaning of a word that is explained best, and how well; None if none is."""
    most, best = 0.0, None
    for concept, certainty in term.means.items():
        strength = explains.get(concept, 0.0) * certainty
        if strength > most:
            most, best = strength, concept
    return most, best


def overlap(shares: Mapping[Concept, tuple[float, ...]], said: Mapping[Concept, float]) -> float:
    """How much is said of the way of asking of which the most is said, rare words counting more."""
    rows = [
        row if certainty == 1.0 else map(certainty.__mul__, row)
        for concept, certainty in said.items()
        if (row := shares.get(concept))
    ]
    return max(map(sum, zip(*rows)), default=0.0)  # noqa: B905  each is as long as there are ways of asking
