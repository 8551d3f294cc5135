"""Holds a question against a fact: which words it explains, which are left over, how near it comes to a way of asking."""

from __future__ import annotations

from collections.abc import Mapping
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
TELLING = 0.1  # the weight from which a word tells something
NOT_COUNTED = 0.7  # what is left of the score if the fact counts something else
UNASKED_DAY = 0.8  # … if it is a day, and the question does not say that it wants one


@dataclass(frozen=True, slots=True)
class Match:
    """A fact as an answer to a question, with the evidence. Weights are sums of rarities, 1 for the rarest word.

    What only the best match is asked for is worked out when it is asked for.
    """

    asked: Asked
    entry: Entry
    index: Index
    figures: tuple[Figure, ...]  # headline first
    score: float
    share: float  # of the question's weight that the fact explains
    focus: float  # of its nearest way of asking that the question says
    explained: float
    left: float
    beyond: float  # explained by more than the subject's name
    counts: bool | None  # whether it counts what is asked; None if the question does not say
    unsaid: tuple[Term, ...]  # the words that it does not explain
    conflicts: tuple[str, ...]
    meant: dict[Concept, float]  # what the question says of its words, and how surely
    misfit: bool  # it conflicts by its kind only
    unheld: str | None  # it conflicts only by this source or ISO date, for which it is not held

    @property
    def fact_id(self) -> str:
        return self.entry.fact.id

    @property
    def unexplained(self) -> tuple[str, ...]:
        return tuple(term.word.text for term in self.unsaid if term.weight >= TELLING)

    @property
    def linked(self) -> bool:
        """The question names its subject, by a whole name or by words that no other subject bears."""
        return is_linked(self.meant, self.entry, self.index)

    @property
    def whole(self) -> bool:
        """… by a whole name."""
        return is_named(self.meant, self.entry)

    @property
    def measured(self) -> float:
        """Of its measure, or of the rest of its nearest way of asking beside the subject's name, that the question says."""
        beside = [
            tuple([concept for concept in phrasing if concept not in self.entry.named])
            for phrasing in self.entry.phrasings
        ]
        return self.index.lexicon.most_said([*beside, self.entry.measure], self.meant) if any(beside) else 1.0

    @property
    def named(self) -> float:
        """Of the subject's nearest name, what the question says."""
        return self.index.lexicon.most_said(self.entry.called, self.meant)

    @property
    def ending(self) -> float:
        """What the question's last telling word weighs, if the fact does not explain it: "trainees, women only"."""
        telling = [term for term in self.asked.terms if term.core and term.weight >= TELLING]
        return telling[-1].weight if telling and telling[-1] in self.unsaid else 0.0

    @property
    def wanted(self) -> bool:
        """The question wants a kind of figure, and this is of that kind."""
        return self.asked.kinds is not None

    @property
    def said(self) -> Concepts:
        """What the question says of its words."""
        return frozenset(self.meant)

    @property
    def missing(self) -> Concepts:
        """What of the asking clauses it does not explain."""
        return frozenset(concept for term in self.unsaid if term.core for concept in term.means)


def weigh(asked: Asked, entry: Entry, index: Index) -> Match:
    rare, explains = index.lexicon.rare, entry.explains
    said = {concept: certainty for concept, certainty in asked.concepts.items() if concept in explains}
    explained = beyond = hinted = 0.0
    left: list[Term] = []
    for term in asked.terms:
        strength, concept = best_meaning(term, explains)
        if concept is None:
            left.append(term)
            continue
        gain = strength * max(rare.get(concept, 1.0), FAINT) * (1.0 if term.core else 0.7)
        explained += gain
        hinted += (1.0 - strength) * term.weight
        beyond += gain if concept not in entry.named else 0.0
    focus = overlap(entry.shares, said)
    counts = _counts(asked, entry)
    figures, unheld = fitting_figures(asked, entry, said)
    scope = [f"it is not held for {unheld}"] if unheld else []
    conflicts = (*conflicts_between(asked, entry, left, index.lexicon), *scope)
    misfits = tuple(wrong_kind(asked, entry))
    weight = sum([term.weight for term in left]) + hinted
    share = explained / (explained + weight) if explained else 0.0
    return Match(
        asked=asked,
        entry=entry,
        index=index,
        figures=figures,
        score=share * (0.35 + 0.65 * focus) * _fitness(asked, entry, counts),
        share=share,
        focus=focus,
        explained=explained,
        left=weight,
        beyond=beyond,
        counts=counts,
        unsaid=tuple(left),
        conflicts=conflicts + misfits,
        meant=said,
        misfit=bool(misfits) and not conflicts,
        unheld=unheld if len(conflicts) == 1 and not misfits else None,
    )


def best_meaning(term: Term, explains: Mapping[Concept, float]) -> tuple[float, Concept | None]:
    """The meaning of a word that is explained best, and how well; None if none is."""
    best: tuple[float, Concept | None] = (0.0, None)
    for concept, certainty in term.means.items():
        if concept in explains and explains[concept] * certainty > best[0]:
            best = explains[concept] * certainty, concept
    return best


def overlap(shares: Mapping[Concept, tuple[float, ...]], said: Mapping[Concept, float]) -> float:
    """How much is said of the way of asking of which the most is said, rare words counting more."""
    told = [
        [share * certainty for share in shares[concept]] for concept, certainty in said.items() if concept in shares
    ]
    return max(map(sum, zip(*told, strict=True)), default=0.0)


def _fitness(asked: Asked, entry: Entry, counts: bool | None) -> float:
    """What is left of the score of a fact that does not tell the kind of thing that is asked for."""
    unasked = asked.kinds is None and entry.kinds == {"date"}
    return (NOT_COUNTED if counts is False else 1.0) * (UNASKED_DAY if unasked else 1.0)


def _counts(asked: Asked, entry: Entry) -> bool | None:
    """Whether the fact counts what is asked to be counted; None if the question does not say what."""
    if not asked.counted:
        return None
    counts = any(concept in entry.counted for term in asked.counted for concept in term.means)
    return counts or (False if asked.insists else None)
