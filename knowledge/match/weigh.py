"""Holds a question against a fact: which words it explains, which are left over, how near it comes to a way of asking."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from knowledge.match.conflicts import conflicts_between, wrong_kind
from knowledge.match.entry import Entry
from knowledge.match.figures import fitting_figures
from knowledge.match.index import Index
from knowledge.match.lexicon import Concept
from knowledge.match.naming import is_linked, is_named
from knowledge.match.question import Asked
from knowledge.match.reading import Concepts
from knowledge.match.terms import Term
from knowledge.model import Figure

FAINT = 0.08  # the least that an explained word weighs, however common
NOT_COUNTED = 0.7  # what is left of the score if the fact counts something else


@dataclass(frozen=True, slots=True)
class Match:
    """A fact as an answer to a question, with the evidence. Weights are sums of rarities, 1 for the rarest word."""

    entry: Entry
    figures: tuple[Figure, ...]  # headline first
    score: float
    share: float  # of the question's weight that the fact explains
    focus: float  # of its nearest way of asking that the question says
    explained: float
    left: float
    beyond: float  # explained by more than the subject's name
    counts: bool | None  # whether it counts what is asked; None if the question does not say
    unexplained: tuple[str, ...]
    conflicts: tuple[str, ...]
    linked: bool  # the question names its subject, by a whole name or by words that no other subject bears
    whole: bool  # … by a whole name
    measured: float  # of the rest of its nearest way of asking, the subject's name aside, that the question says
    named: float  # of the subject's nearest name, what the question says
    wanted: bool  # the question wants a kind of figure, and this is of that kind
    twice: bool  # words of its measure stand twice in the asking clauses
    said: Concepts  # what the question says of its words
    missing: Concepts  # what of the asking clauses it does not explain
    misfit: bool  # it conflicts by its kind only
    unheld: str | None  # it conflicts only by this source or ISO date, for which it is not held

    @property
    def fact_id(self) -> str:
        return self.entry.fact.id


def weigh(asked: Asked, entry: Entry, index: Index) -> Match:
    rarity = index.lexicon.rarity
    explained = beyond = hinted = 0.0
    left: list[Term] = []
    for term in asked.terms:
        strength, concept = best_meaning(term, entry)
        if concept is None:
            left.append(term)
            continue
        gain = strength * max(rarity(concept), FAINT) * (1.0 if term.core else 0.7)
        explained += gain
        hinted += (1.0 - entry.explains[concept]) * term.weight
        beyond += gain if concept not in entry.named else 0.0
    said = _said(asked.terms, entry)
    focus = overlap(entry.shares, said)
    counts = _counts(asked, entry)
    figures, unheld = fitting_figures(asked, entry, said)
    scope = [f"it is not held for {unheld}"] if unheld else []
    conflicts = (*conflicts_between(asked, entry, left, index.lexicon), *scope)
    misfits = tuple(wrong_kind(asked, entry))
    weight = sum(term.weight for term in left) + hinted
    share = explained / (explained + weight) if explained else 0.0
    return Match(
        entry=entry,
        figures=figures,
        score=share * (0.35 + 0.65 * focus) * (NOT_COUNTED if counts is False else 1.0),
        share=share,
        focus=focus,
        explained=explained,
        left=weight,
        beyond=beyond,
        counts=counts,
        unexplained=tuple(term.word.text for term in left if term.weight >= 0.1),
        conflicts=conflicts + misfits,
        linked=is_linked(said, entry, index),
        whole=is_named(said, entry),
        measured=overlap(entry.beside, said) if entry.beside else 1.0,
        named=overlap(entry.calls, said),
        wanted=asked.kinds is not None,
        twice=_says_twice(asked, entry),
        said=frozenset(said),
        missing=frozenset(concept for term in left if term.core for concept in term.means),
        misfit=bool(misfits) and not conflicts,
        unheld=unheld if len(conflicts) == 1 and not misfits else None,
    )


def best_meaning(term: Term, entry: Entry) -> tuple[float, Concept | None]:
    """The meaning of a word that the fact explains best, and how well; None if it explains none."""
    best: tuple[float, Concept | None] = (0.0, None)
    for concept, certainty in term.means.items():
        strength = entry.explains.get(concept, 0.0) * certainty
        if strength > best[0]:
            best = strength, concept
    return best


def _says_twice(asked: Asked, entry: Entry) -> bool:
    stems = Counter(term.word.stem for term in asked.terms if term.core)
    return sum(count > 1 for stem, count in stems.items() if stem in entry.measured) > 1


def _said(terms: Iterable[Term], entry: Entry) -> dict[Concept, float]:
    """What the question says of the fact's own words."""
    said: dict[Concept, float] = {}
    for term in terms:
        for concept, certainty in term.means.items():
            if concept in entry.explains:
                said[concept] = max(certainty, said.get(concept, 0.0))
    return said


def overlap(shares: Mapping[Concept, tuple[float, ...]], said: Mapping[Concept, float]) -> float:
    """How much is said of the way of asking of which the most is said, rare words counting more."""
    told = [
        [share * certainty for share in shares[concept]] for concept, certainty in said.items() if concept in shares
    ]
    return max(map(sum, zip(*told, strict=True)), default=0.0)


def _counts(asked: Asked, entry: Entry) -> bool | None:
    """Whether the fact counts what is asked to be counted; None if the question does not say what."""
    if not asked.counted:
        return None
    return any(concept in entry.counted for term in asked.counted for concept in term.means)
