"""What no entry shows alone: mistakes and doubts across the whole knowledge base."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from knowledge.model import NOTHING, Fact, Figure, Knowledge, Problem
from knowledge.read.desk import Desk
from knowledge.read.explain import did_you_mean


def mistakes_across(knowledge: Knowledge, desk: Desk) -> list[Problem]:
    """Problems: a sentence in two `ask` lists, and ids that name nothing."""
    return [
        *_shared_asks(knowledge, desk),
        *_unknown_in_boxes(knowledge, desk),
        *_unknown_in_questions(knowledge, desk),
    ]


def doubts_about(knowledge: Knowledge, desk: Desk) -> list[Problem]:
    """Doubts: what is allowed and probably not meant."""
    return [*_shared_names(knowledge, desk), *_alike_siblings(knowledge, desk), *_differing(knowledge, desk)]


def folded(text: str) -> str:
    """A sentence as it sounds: without case, punctuation, accents of writing and repeated spaces."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.findall(r"[\w%$€£¥]+", plain))


def _shared_asks(knowledge: Knowledge, desk: Desk) -> Iterator[Problem]:
    seen: dict[str, Fact] = {}
    for fact in knowledge.facts.values():
        for ask in fact.ask:
            first = seen.setdefault(folded(ask), fact)
            if first is not fact:
                yield _about_fact(desk, fact, f"'{ask}' is asked by {first.id} too ({desk.stands('fact', first.id)})")


def _unknown_in_boxes(knowledge: Knowledge, desk: Desk) -> Iterator[Problem]:
    for box in knowledge.boxes.values():
        for number, id in enumerate(box.facts):
            if id not in knowledge.facts:
                file, path = desk.places["box", box.id]
                yield desk.about(file, (*path, "facts", number), _no_fact(id, knowledge, desk))


def _unknown_in_questions(knowledge: Knowledge, desk: Desk) -> Iterator[Problem]:
    known = {NOTHING, *knowledge.facts, *knowledge.boxes}
    for number, question in enumerate(knowledge.questions):
        for id in (*question.finds, *filter(None, [question.context])):
            if id not in known:
                yield desk.about("questions.yaml", (number,), _no_fact(id, knowledge, desk))


def _no_fact(id: str, knowledge: Knowledge, desk: Desk) -> str:
    if ("fact", id) in desk.places:
        return f"the fact '{id}' is retired ({desk.stands('fact', id)})"
    return f"there is no fact '{id}'{did_you_mean(id, [*knowledge.facts, *knowledge.boxes])}"


def _shared_names(knowledge: Knowledge, desk: Desk) -> Iterator[Problem]:
    owners: dict[str, dict[str, str]] = defaultdict(dict)
    for fact in knowledge.facts.values():
        for name in fact.subject.names:
            owners[folded(name)][fact.subject.id] = name
    for subjects in owners.values():
        for first, second in combinations(subjects, 2):
            file, path = desk.places["subject", second]
            said = f"the name '{subjects[second]}' is also one of {first}: give it to one of them"
            yield desk.about(file, path, said, doubt=True)


def _alike_siblings(knowledge: Knowledge, desk: Desk) -> Iterator[Problem]:
    by_measure: dict[tuple[str, str], Fact] = {}
    for fact in knowledge.facts.values():
        first = by_measure.setdefault((fact.subject.id, folded(fact.measure)), fact)
        if first is not fact:
            said = f"its measure reads like that of {first.id}: say in both what tells them apart"
            yield _about_fact(desk, fact, said, doubt=True)


def _differing(knowledge: Knowledge, desk: Desk) -> Iterator[Problem]:
    for fact in knowledge.facts.values():
        if fact.note or not (pair := _at_odds(fact.figures)):
            continue
        first, second = pair
        said = f"'{first.printed}' and '{second.printed}' hold for one date and differ: say why in a `note`"
        yield _about_fact(desk, fact, said, doubt=True)


def _at_odds(figures: Iterable[Figure]) -> tuple[Figure, Figure] | None:
    """Two figures of one date, told apart by nothing, that say different things."""
    for first, second in combinations(figures, 2):
        if first.note or second.note or first.quantity.value == second.quantity.value or not first.as_of:
            continue
        if _standing(first) == _standing(second):
            return first, second
    return None


def _standing(figure: Figure) -> tuple[str | None, ...]:
    return figure.as_of, figure.period, figure.due, figure.when, figure.against, figure.status, figure.says


def _about_fact(desk: Desk, fact: Fact, message: str, *, doubt: bool = False) -> Problem:
    file, path = desk.places["fact", fact.id]
    return desk.about(file, path, message, doubt=doubt)
