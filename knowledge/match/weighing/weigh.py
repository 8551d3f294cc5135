"""Holds a question against a fact: how much it explains, how near it comes to a way of asking, what rules it out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import compress

from knowledge.match.asked.counted import counted_as, head_of
from knowledge.match.asked.question import Asked
from knowledge.match.asked.terms import TELLING, Term
from knowledge.match.indexing.entry import Entry
from knowledge.match.indexing.index import Index
from knowledge.match.indexing.lexicon import Concept
from knowledge.match.indexing.reading import Concepts
from knowledge.match.language.words import words
from knowledge.match.weighing.conflicts import Look, conflicts_of, is_of_kind, looks_for, wrong_kind
from knowledge.match.weighing.figures import Figures, fitting_figures
from knowledge.match.weighing.naming import is_linked, is_named
from knowledge.match.weighing.share import Case, Explained, explained, overlap

NOT_COUNTED = 0.7  # what is left of the score if the fact counts something else
UNASKED = 0.8  # … if it tells a day, a change, a record or a plan, and the question asks for none


@dataclass(eq=False, slots=True)  # frozen would take four times as long to make, two dozen times a question
class Match:
    """A fact as an answer to a question, with the evidence.

    What it explains is worked out at once; its score, what rules it out, and what only the best is asked for, when it is asked for.
    """

    asked: Asked
    entry: Entry
    index: Index
    words: Explained
    head: Collection[Concept] | None  # of what is asked to be counted
    looks: tuple[Look, ...]  # for what may rule it out
    _focus: float | None = None  # what was found, if it was looked for: its focus,
    _score: float | None = None  # … its score,
    _fitting: tuple[Figures, str | None] | None = None  # … which of its figures fit,
    _free: bool | None = None  # … whether nothing rules it out,
    _contradicted: bool | None = None  # … whether it is in conflict, beside its kind, date and source

    @property
    def fact_id(self) -> str:
        return self.entry.fact.id

    @property
    def score(self) -> float:
        """How near it comes to the question: no more than the `share` of it that it explains."""
        if self._score is None:
            asked_for = self.entry.aspects <= self.asked.aspects
            fitness = (NOT_COUNTED if self.counts is False else 1.0) * (1.0 if asked_for else UNASKED)
            self._score = self.words.share * (0.35 + 0.65 * self.focus) * fitness
        return self._score

    @property
    def focus(self) -> float:
        """Of its nearest way of asking, what the question says."""
        if self._focus is None:
            self._focus = overlap(self.entry.shares, self.words.said)
        return self._focus

    @property
    def counts(self) -> bool | None:
        """Whether it counts what is asked to be counted; None if the question does not say what, or not plainly and no sibling counts it."""
        if self.head is None:
            return None
        if not self.entry.counted.isdisjoint(self.head):
            return True
        of_siblings = "count" in self.entry.kinds and not self.entry.siblings_count.isdisjoint(self.head)
        return False if self.asked.insists or of_siblings else None

    @property
    def fits(self) -> bool:
        """Whether it is of a kind that is asked for."""
        return is_of_kind(self.asked, self.entry)

    @property
    def share(self) -> float:
        """Of the question's weight, what the fact explains."""
        return self.words.share

    @property
    def explained(self) -> float:
        """The weight of the words that the fact explains."""
        return self.words.weight

    @property
    def left(self) -> float:
        """The weight that it leaves unexplained."""
        return self.words.left

    @property
    def beyond(self) -> float:
        """The weight of what it explains by more than the subject's name."""
        return sum([gain for concept, gain in self.words.gains if concept not in self.entry.named])

    @property
    def unsaid(self) -> tuple[Term, ...]:
        """The words that it does not explain."""
        return self.words.unsaid

    @property
    def unmet(self) -> tuple[Term, ...]:
        """Those of the asking clauses that it does not explain."""
        return tuple([term for term in self.unsaid if term.core])

    @property
    def meant(self) -> dict[Concept, float]:
        """What the question says of its words, and how surely."""
        return self.words.said

    @property
    def figures(self) -> Figures:
        """Its figures, those that fit the question first: the headline, and the rest."""
        return self._fitted()[0]

    def _fitted(self) -> tuple[Figures, str | None]:
        if self._fitting is None:
            self._fitting = fitting_figures(self.asked, self.entry, self.meant)
        return self._fitting

    @property
    def conflicts(self) -> tuple[str, ...]:
        """What rules it out, as a reader would say it."""
        scope = [f"it is not held for {self._missing}"] if self._missing else []
        return (*self._contradictions(), *scope, *wrong_kind(self.asked, self.entry))

    @property
    def free(self) -> bool:
        """Nothing rules it out."""
        if self._free is None:
            self._free = self.fits and not self._missing and not self._is_contradicted()
        return self._free

    @property
    def unheld(self) -> str | None:
        """The source or ISO date for which it is not held, if nothing else rules it out."""
        return self._missing if self.fits and not self._is_contradicted() else None

    @property
    def overruled(self) -> bool:
        """It is ruled out by more than its kind, or its date or source."""
        return self._is_contradicted() or (not self.fits and bool(self._missing))

    @property
    def _missing(self) -> str | None:
        """The source or ISO date that is asked for, if none of its figures fits."""
        return self._fitted()[1] if self.asked.source or self.asked.dates else None

    def _is_contradicted(self) -> bool:
        if self._contradicted is None:
            self._contradicted = any(self._contradictions())
        return self._contradicted

    def _contradictions(self) -> Iterator[str]:
        return conflicts_of(Case(self.asked, self.entry, self.words, self.index.lexicon), self.looks)

    @property
    def unexplained(self) -> tuple[str, ...]:
        """The words that it does not explain, as written, without those that tell nothing."""
        return tuple(term.word.text for term in self.unsaid if term.weight >= TELLING)

    @property
    def linked(self) -> bool:
        """The question names its subject, as `is_linked` has it."""
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
        """The question wants a kind of figure; what is of another kind is ruled out."""
        return self.asked.kinds is not None

    @property
    def said(self) -> Concepts:
        """What the question says of its words."""
        return frozenset(self.meant)

    @property
    def told(self) -> tuple[str, ...]:
        """What its editor says of the figure it leads with: the measure, the ways of asking, the print, the time."""
        fact, figure = self.entry.fact, self.figures[0]
        return (fact.measure, *fact.ask, figure.printed, figure.when or "")

    @property
    def told_stems(self) -> frozenset[str]:
        """The stems of all that."""
        return frozenset(word.stem for text in self.told for word in words(text))

    @property
    def missing(self) -> Concepts:
        """What of the asking clauses it does not explain."""
        return frozenset(concept for term in self.unmet for concept in term.means)


def weigh(asked: Asked, entries: Iterable[Entry], index: Index) -> Iterator[Match]:
    """Each fact as an answer. What facts explain that have the same words of the question, as strongly, is worked out once."""
    known: dict[tuple[float | None, ...], Explained] = {}
    head = counted_as(head_of(asked.counted), index) if asked.counted else None
    looks = looks_for(asked)
    for entry in entries:
        strengths = tuple(map(entry.explains.get, asked.concepts))
        words = known.get(strengths)
        if words is None:
            said = dict(compress(asked.concepts.items(), strengths))
            words = known[strengths] = explained(asked, said, entry.explains, index.lexicon)
        yield Match(asked, entry, index, words, head, looks)
