"""The facts that a question to be calculated is about: one that is sure, several to choose from, or none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from knowledge.calculate.moments import moment, said_when
from knowledge.match import Index, Match, Ranked, matches, read_question
from knowledge.match.indexing.reading import concepts_of, phrasing_of
from knowledge.match.weighing.confidence import how_sure, same_figure, same_subject, sure_enough
from knowledge.model import Fact

CLOSE = 0.9  # a rival's score, as a share of the best, from which the two are choices
ELSEWHERE = 0.6  # … and of one of another subject
LEFT, SAID = 0.3, 0.5  # weight of the topic's words that may stay unexplained, and that must be explained
CHOICES = 5
LIKE_IT = 0.9  # score of a printed change, as a share of the fact's own, from which it answers better
SHARES = ("percent", "percentage points", "multiple", "fraction")
CHANGE = re.compile(
    r"\b(?:growth|grew|grow|increase[ds]?|rise|rose|risen|change[ds]?|declined?|decrease[ds]?|reduction|reduced|fall|fell"
    r"|dropp?(?:ed)?|faster|slower|shorter|up by|down by|year-on-year|times (?:as|that|more|the))\b",
    re.IGNORECASE,
)


def facts_meant(topic: str, index: Index, fits: Callable[[Fact], bool]) -> tuple[Fact, ...]:
    """One fact if it is sure; several if the topic does not decide between facts that fit; none if none is meant."""
    ranked = matches(replace(read_question(topic, index), kinds=None), index)
    best = next(iter(ranked.free), None)
    if best is None or best.left > LEFT or best.explained < SAID:
        return ()
    near = [
        match
        for match in ranked.free.down_to(ELSEWHERE * best.score)
        if (fits(match.entry.fact) and _rivals(match, best)) or _is_elsewhere(match, best)
    ]
    if near:
        return _choices([best, *near], fits)
    against = [match for match in ranked.all if match is best or not match.free or fits(match.entry.fact)]
    enough = sure_enough(index.knowledge)
    return (best.entry.fact,) if how_sure(Ranked(against), best, [enough]) >= enough else ()


def _rivals(match: Match, best: Match) -> bool:
    return match.score >= CLOSE * best.score and not same_figure(match, best)


def _is_elsewhere(match: Match, best: Match) -> bool:
    """Whether it is of another subject and explains as much, of a topic that names no subject."""
    unnamed = best.beyond >= best.explained and not same_subject(match, best)
    return unnamed and match.score >= ELSEWHERE * best.score and match.explained >= best.explained


def _choices(near: Iterable[Match], fits: Callable[[Fact], bool]) -> tuple[Fact, ...]:
    found = tuple(match.entry.fact for match in near if fits(match.entry.fact))[:CHOICES]
    return found if len(found) > 1 else ()


def is_series(fact: Fact) -> bool:
    """Whether its figures tell of more than one time, and are of one kind that can grow."""
    kinds = {figure.quantity.kind for figure in fact.figures}
    told = {said_when(figure) for figure in fact.figures}
    timed = any(moment(figure) or figure.due or figure.when for figure in fact.figures)
    return len(told) > 1 and timed and len(kinds) == 1 and not kinds & {"date", "text"}


def in_two_documents(fact: Fact) -> bool:
    return len({figure.citation.source.id for figure in fact.figures}) == 2


def prints_change(fact: Fact) -> bool:
    """Whether its figures are themselves a change, such as a printed growth rate."""
    if any(figure.against for figure in fact.figures):
        return True
    texts = [fact.measure, *(figure.printed for figure in fact.figures)]
    if fact.figures[0].quantity.kind in SHARES:
        texts += fact.ask
    return any(CHANGE.search(text) for text in texts)


def is_printed(fact: Fact, ranked: Ranked) -> bool:
    """Whether a fact prints the change that is asked of another, and is as near to the question."""
    own = next((match.score for match in ranked if match.fact_id == fact.id), 0.0)
    near = (match.entry.fact for match in ranked.free.down_to(LIKE_IT * own) if match.fact_id != fact.id)
    return any(map(prints_change, near))


def has_printed_change(fact: Fact, index: Index) -> bool:
    """Whether its subject has a fact that prints a change of what it measures: what can be cited is not calculated."""
    own = concepts_of(fact.measure, index.lexicon)
    places = set().union(*(index.postings.get(concept, ()) for concept in own))
    others = (index.entries[place].fact for place in places)
    return any(
        other.subject.id == fact.subject.id and prints_change(other) and own & concepts_of(other.measure, index.lexicon)
        for other in others
        if other.id != fact.id
    )


def is_asked_so(question: str, fact: Fact, index: Index) -> bool:
    """Whether the question is a way of asking that the editors wrote down: then the figures as they are answer it."""
    said = phrasing_of(question, index.lexicon)
    return any(phrasing_of(ask, index.lexicon) == said for ask in fact.ask)
