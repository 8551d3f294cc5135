"""What is allowed and probably not meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from knowledge.dates import span
from knowledge.match.language.words import words
from knowledge.model import Fact, Figure, Knowledge, Problem
from knowledge.proof.boxes import unheld
from knowledge.read.habits import doubtful_habits
from knowledge.read.mistakes import facts, folded
from knowledge.read.pages import Pages, Place
from knowledge.read.schema import FigureEntry

SMALL = frozenset(("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to"))


def doubts(knowledge: Knowledge, pages: Pages) -> Iterator[Problem]:
    """Names that two subjects share, siblings that read alike, figures of one date that differ, dates to come, stray numbers."""
    places = {id: place for place, id, _ in facts(pages)}
    for fact, message in (*_alike_siblings(knowledge), *_differing(knowledge)):
        yield pages.about(places[fact.id], message, doubt=True)
    yield from _shared_names(pages)
    yield from _retired(pages)
    yield from _out_of_time(knowledge, pages)
    yield from _unheld_in_boxes(knowledge, pages)
    yield from _outgrown(knowledge, pages)
    yield from doubtful_habits(pages)


OUTGROWN = 0.2
"""By what share the facts may grow or shrink before a calibration says nothing of them any more."""


def _outgrown(knowledge: Knowledge, pages: Pages) -> Iterator[Problem]:
    calibration, now = knowledge.calibration, len(knowledge.facts)
    if calibration and abs(now - calibration.facts) > OUTGROWN * calibration.facts:
        said = (
            f"it was measured on {calibration.facts} facts, and {now} are held now: run `python -m knowledge calibrate`"
        )
        yield pages.about(Place("calibration.yaml", ("facts",)), said, doubt=True)


def _retired(pages: Pages) -> Iterator[Problem]:
    """A question that must find a retired fact must find nothing meanwhile: that needs no telling."""
    retired = {id: place for place, id, fact in facts(pages) if fact.retired}
    for place, box in pages.entries("boxes/"):
        for number, id in enumerate(box.facts):
            if id in retired:
                said = f"the fact '{id}' is retired ({pages.stands(retired[id])}): it is not shown"
                yield pages.about(Place(place.file, (*place.path, "facts", number)), said, doubt=True)


def _shared_names(pages: Pages) -> Iterator[Problem]:
    owners: dict[str, Place] = {}
    for place, name in _names(pages):
        first = owners.setdefault(folded(name), place)
        if first.path[0] != place.path[0]:
            said = f"the name '{name}' is also one of {first.path[0]} ({pages.stands(first)}): give it to one of them"
            yield pages.about(place, said, doubt=True)


def _names(pages: Pages) -> Iterator[tuple[Place, str]]:
    for place, _, subject in pages.subjects():
        yield Place(place.file, (*place.path, "name")), subject.name
        for number, name in enumerate(subject.also):
            yield Place(place.file, (*place.path, "also", number)), name


def _alike_siblings(knowledge: Knowledge) -> Iterator[tuple[Fact, str]]:
    by_measure: dict[tuple[str, ...], Fact] = {}
    for fact in knowledge.facts.values():
        first = by_measure.setdefault((fact.subject.id, *_gist(fact.measure)), fact)
        if first is not fact:
            yield fact, f"its measure reads like that of {first.id}: say in both what tells them apart"


def _gist(text: str) -> Iterable[str]:
    """The words of a text that say something, as the matcher stems them."""
    return [word.stem for word in words(text) if word.text not in SMALL]


def _differing(knowledge: Knowledge) -> Iterator[tuple[Fact, str]]:
    for fact in knowledge.facts.values():
        if not fact.note and (pair := _at_odds(fact.figures)):
            first, second = pair
            yield fact, f"'{first.printed}' and '{second.printed}' hold for one date and differ: say why in a `note`"


def _at_odds(figures: Iterable[Figure]) -> tuple[Figure, Figure] | None:
    """Two figures of one date, told apart by nothing, that say different things."""
    seen: dict[tuple[str | None, ...], Figure] = {}
    for figure in figures:
        if not figure.note:
            first = seen.setdefault(_standing(figure), figure)
            if _says(first) != _says(figure):
                return first, figure
    return None


def _standing(figure: Figure) -> tuple[str | None, ...]:
    """What tells one figure of a fact from another."""
    dated = figure.as_of or figure.period or figure.due or figure.citation.source.issued
    return dated, figure.due, figure.when, figure.against, figure.status, figure.says, figure.quantity.unit


def _says(figure: Figure) -> object:
    return figure.quantity.value if figure.quantity.value is not None else figure.quantity.values or figure.printed


def _out_of_time(knowledge: Knowledge, pages: Pages) -> Iterator[Problem]:
    """Outcomes that are still to come: a slip in the date, or a status that was forgotten."""
    for place, _, fact in facts(pages):
        for number, figure in enumerate(fact.figures):
            if not (fact.retired or figure.status) and (found := _to_come(figure, knowledge)):
                key, message = found
                yield pages.about(Place(place.file, (*place.path, "figures", number, key)), message, doubt=True)


def _to_come(figure: FigureEntry, knowledge: Knowledge) -> tuple[str, str] | None:
    """The key that makes a figure one of the future, and what is told of it."""
    if figure.due:
        return "due", "`due` is for what is yet to come: is its `status` projection, target or pledge?"
    key, moment = ("as_of", figure.as_of) if figure.as_of else ("period", figure.period)
    issued = knowledge.sources[figure.cite.split()[0]].issued
    own, there = span(moment or ""), span(issued or "")
    if figure.note or not own or not there or own[0] <= there[1]:
        return None
    return key, f"`{key}`: {moment} is later than its source, issued {issued}: mend it, or say why in a `note`"


def _unheld_in_boxes(knowledge: Knowledge, pages: Pages) -> Iterator[Problem]:
    """Numbers in digits; whether "one" is one of them, only the proof is strict enough to ask."""
    for place, _ in pages.entries("boxes/"):
        for finding in unheld(knowledge.boxes[str(place.path[0])], knowledge, in_words=False):
            summary = Place(place.file, (*place.path, "summary"))
            yield pages.about(summary, f"{finding.message}: {finding.cure}", doubt=True)
