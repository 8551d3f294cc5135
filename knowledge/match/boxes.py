"""Holds a question against a box: by its names, and, where a box is plainly asked for, by its summary too."""

from __future__ import annotations

from knowledge.match.entry import BoxEntry
from knowledge.match.index import Index
from knowledge.match.question import Asked
from knowledge.match.weigh import FAINT, overlap
from knowledge.model import Box

OWN = 0.05  # what a document's own box has over one that we compiled
LEFT_PLAIN, LEFT_MILD = 0.9, 0.25  # weight that may stay unexplained when a box is asked for, plainly or mildly
ENOUGH_PLAIN, ENOUGH_MILD = 0.45, 0.6


def best_box(asked: Asked, index: Index) -> Box | None:
    """The box that the question asks for; None if it asks for none that is held."""
    if not (asked.wants_box or asked.may_want_box):
        return None
    scored = [(_score(asked, entry, index), -place) for place, entry in enumerate(index.boxes)]
    score, place = max(scored, default=(0.0, 0))
    enough = ENOUGH_PLAIN if asked.wants_box else ENOUGH_MILD
    return index.boxes[-place].box if score >= enough else None


def _score(asked: Asked, entry: BoxEntry, index: Index) -> float:
    citation = entry.box.citation
    if asked.source and (citation is None or citation.source.id != asked.source.id):
        return 0.0
    rarity = index.lexicon.rarity
    known = entry.explains if asked.wants_box else dict.fromkeys(entry.named, 1.0)
    explained = left = 0.0
    for term in asked.terms:
        strength = max((known.get(concept, 0.0) * certainty for concept, certainty in term.means.items()), default=0.0)
        if strength:
            explained += strength * max(FAINT, *(rarity(concept) for concept in term.means))
        else:
            left += term.weight
    if not explained or left > (LEFT_PLAIN if asked.wants_box else LEFT_MILD):
        return 0.0
    focus = max(overlap(name, asked.concepts(), rarity) for name in entry.names)
    return explained / (explained + left) * (0.4 + 0.6 * focus) + (OWN if citation else 0.0)
