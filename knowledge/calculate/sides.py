"""The two subjects that a comparison names, and what it says beside their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowledge.match import Index, read_question
from knowledge.match.asked.terms import TELLING, Term
from knowledge.match.indexing.entry import ASKED, Entry
from knowledge.match.indexing.reading import Concepts, phrasing_of

JOINTS = re.compile(
    r"(?:,\s*)?\b(?:and|with|to|or|against|vs\.?|versus|compares? (?:with|to))(?!\w)|\s&\s", re.IGNORECASE
)
NAMED = 0.6  # of a name's words, the rarer counting more, that must be said
CLEAR = 0.95  # a rival's score, as a share of the best, from which a name is not clear
FAINT = 0.05  # the least that a word of a name weighs, however common


@dataclass(frozen=True, slots=True)
class Side:
    """A subject that is compared: its facts, and what the question says beside its name."""

    entries: tuple[Entry, ...]
    beside: tuple[Term, ...]

    @property
    def id(self) -> str:
        return self.entries[0].fact.subject.id


def sides_in(text: str, index: Index) -> tuple[Side, Side] | None:
    """The two subjects of a text, if there is one way to read it as two and every word of it tells something."""
    found = [(one, other) for one, other in _splits(text, index) if _is_told_whole(one, other)]
    return found[0] if len(found) == 1 else None


def tells(entry: Entry, term: Term) -> bool:
    """Whether a word is of a fact's measure, or of the ways to ask for it."""
    return any(entry.explains.get(concept, 0.0) >= ASKED for concept in term.means)


def _splits(text: str, index: Index) -> Iterator[tuple[Side, Side]]:
    """Every way to read a text as two subjects with a word between them."""
    for joint in JOINTS.finditer(text):
        one, other = text[: joint.start()].strip(" ,:?!."), text[joint.end() :].strip(" ,:?!.")
        head = other.partition(" ")[2]  # "the first and second forum": the first forum
        right = _side(other, index)
        left = right and (_side(one, index) or _side(f"{one} {head}", index))
        if left and right and left.id != right.id:
            yield left, right


def _is_told_whole(one: Side, other: Side) -> bool:
    """Whether each word beside the names is of a measure of either subject."""
    entries = (*one.entries, *other.entries)
    return all(any(tells(entry, term) for entry in entries) for term in (*one.beside, *other.beside))


def _side(text: str, index: Index) -> Side | None:
    """The subject that a text plainly names; None if it names none, or two alike."""
    terms = read_question(text, index).terms
    best, rival = _two_best(terms, index)
    if best[1] is None or rival[0] >= CLEAR * best[0]:
        return None
    named, id = best[1].named, best[1].fact.subject.id
    beside = (term for term in terms if term.weight >= TELLING and named.isdisjoint(term.means))
    return Side(tuple(entry for entry in index.entries if entry.fact.subject.id == id), tuple(beside))


Scored = tuple[float, Entry | None]


def _two_best(terms: Iterable[Term], index: Index) -> tuple[Scored, Scored]:
    """The two subjects that words name best, by a fact of each. A score is never above the weight, so most are not scored."""
    best: Scored = (0.0, None)
    rival: Scored = (0.0, None)
    for weight, entry in _weighed(terms, index):
        if weight <= rival[0]:
            break
        score = weight * _share_of_name(terms, entry, index)
        if score > best[0]:
            best, rival = (score, entry), best
        elif score > rival[0]:
            rival = (score, entry)
    return best, rival


def _weighed(terms: Iterable[Term], index: Index) -> list[tuple[float, Entry]]:
    """The subjects whose names have words of the question, by a fact of each, with the weight of those words, best first."""
    rarity = {concept: index.lexicon.rarity(concept) for term in terms for concept in term.means}
    places = {place for concept in rarity for place in index.postings.get(concept, ())}
    subjects = {index.entries[place].fact.subject.id: index.entries[place] for place in sorted(places)}
    weights = [
        (sum(max((rarity[each] for each in term.means if each in entry.named), default=0.0) for term in terms), entry)
        for entry in subjects.values()
    ]
    return sorted(weights, key=lambda weighed: -weighed[0])


def _share_of_name(terms: Iterable[Term], entry: Entry, index: Index) -> float:
    """How much of a subject's name is said, of the one that is said best; 0 if it is too little, such as "Kenya" of "Kenya SGR"."""
    said = {concept for term in terms for concept in term.means}
    names = (phrasing_of(name, index.lexicon) for name in entry.fact.subject.names)
    return max((_share(name, said, index) for name in names if name <= said or len(name & said) > 1), default=0.0)


def _share(name: Concepts, said: set[str], index: Index) -> float:
    share = _weight(name & said, index) / (_weight(name, index) or 1.0)
    return share if share >= NAMED else 0.0


def _weight(concepts: Concepts, index: Index) -> float:
    return sum(max(index.lexicon.rarity(concept), FAINT) for concept in concepts)
