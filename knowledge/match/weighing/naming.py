"""How surely a question names a fact's subject."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.match.indexing.entry import Entry
from knowledge.match.indexing.index import Index
from knowledge.match.indexing.lexicon import Concept
from knowledge.match.language import english

SURELY = 0.9  # certainty from which a word of a name is said


def is_named(said: Mapping[Concept, float], entry: Entry) -> bool:
    """Whether the question says a whole name of the subject."""
    return any(map(frozenset(said).issuperset, entry.called))


def is_linked(said: Mapping[Concept, float], entry: Entry, index: Index) -> bool:
    """Whether it says a whole name of the subject, or words that, together, no other subject bears, or a name that one other does."""
    if is_named(said, entry):
        return True
    told = [word for word in entry.named if said.get(word, 0.0) > SURELY]
    if len(told) == 1 and english.is_common(told[0]) and told[0] not in index.lexicon.names:
        return False  # "weather" alone names no weather station
    bearers = sorted((index.bearers[word] for word in told), key=len)
    borne = len(set.intersection(*bearers)) if bearers else 0
    return borne == 1 or (borne == 2 and not index.lexicon.names.isdisjoint(told))
