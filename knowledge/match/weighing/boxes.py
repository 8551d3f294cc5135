"""Holds a question against a box: by its names, and, where a box is plainly asked for, by its summary too."""

from __future__ import annotations

import re

from knowledge.match.asked.question import Asked
from knowledge.match.indexing.entry import BoxEntry
from knowledge.match.indexing.index import Index
from knowledge.match.language.clauses import is_in
from knowledge.match.language.words import words
from knowledge.match.weighing.share import FAINT, best_meaning, overlap
from knowledge.model import Box

COMPILED = 0.85  # what a box that we compiled counts beside a document's own
SHARE_PLAIN, SHARE_MILD = 0.6, 0.9  # of the question that it must explain when a box is asked for, plainly or mildly
LABELLED = 0.1  # for being what it is called: a panel, a fact box
NAMED_MILD = 0.9  # of one of its names, that must be said when it is asked for mildly
WHOLE = 0.99  # of one of its names
ENOUGH = 0.42  # a score from which it is the box


def best_box(asked: Asked, index: Index) -> Box | None:
    """The box that the question asks for; None if it asks for none that is held."""
    if not (asked.wants_box or (asked.may_want_box and not (asked.counted or asked.rates))):
        return None
    if found := _by_place(asked, index):
        return found
    scored = [(_score(asked, entry, index), -place) for place, entry in enumerate(index.boxes)]
    score, place = max(scored, default=(0.0, 0))
    return index.boxes[-place].box if score >= ENOUGH else None


def _score(asked: Asked, entry: BoxEntry, index: Index) -> float:
    """How surely the box is the one asked for, from 0 to about 1."""
    if asked.source and asked.source.id not in _sources(entry.box, index):
        return 0.0
    share = _share(asked, entry, index)
    if not asked.wants_box and share < SHARE_MILD:
        return 0.0
    focus = overlap(entry.shares, asked.concepts)
    if asked.wants_box and focus >= WHOLE:
        share = max(share, SHARE_PLAIN)  # whatever is said around it
    enough = share >= SHARE_PLAIN if asked.wants_box else focus >= NAMED_MILD
    if not enough:
        return 0.0
    labelled = LABELLED if _labelled(asked, entry.box) else 0.0
    return share * (0.4 + 0.6 * focus) * (1.0 if entry.box.citation else COMPILED) + labelled


def _share(asked: Asked, entry: BoxEntry, index: Index) -> float:
    """Of the question, what the box explains; asked for mildly, by its names alone."""
    known = entry.explains if asked.wants_box else dict.fromkeys(entry.named, 1.0)
    explained = left = 0.0
    for term in asked.terms:
        strength, concept = best_meaning(term, known)
        if concept is not None:
            explained += strength * max(FAINT, index.lexicon.rarity(concept))
        elif not is_in(term.word.start, asked.boxed):
            left += term.weight
    return explained / (explained + left) if explained else 0.0


def _sources(box: Box, index: Index) -> set[str]:
    """The ids of the sources that it is of, or, if we compiled it, that its facts are of."""
    if box.citation:
        return {box.citation.source.id}
    facts = (index.knowledge.facts[id] for id in box.facts)
    return {figure.citation.source.id for fact in facts for figure in fact.figures}


def _by_place(asked: Asked, index: Index) -> Box | None:
    """ "Panel 5": the only box whose place in its source is called that."""
    text = asked.text.lower()
    found = [
        entry.box
        for entry in index.boxes
        if re.search(r"\d$", part := _part(entry.box)) and re.search(rf"\b{part}\b", text)
    ]
    own = [box for box in found if box.citation and asked.source in (None, box.citation.source)]
    return own[0] if len(own) == 1 else None


def _part(box: Box) -> str:
    return re.escape(box.citation.locator.removeprefix(box.citation.section).strip().lower()) if box.citation else ""


def _labelled(asked: Asked, box: Box) -> bool:
    said = {word.text for word in words(asked.text)} & {"panel", "box"}
    return bool(said & {word.text for word in words(box.title)})
