"""Matches come best first, and are scored no further than they are read; so is what speaks against the best."""

from __future__ import annotations

from operator import attrgetter

import pytest

from knowledge.library import Library
from knowledge.match import Index, Match, free_first, matches, read_question
from knowledge.match.language.words import stem
from knowledge.match.weighing.candidates import NAMED, OPEN, candidates
from knowledge.match.weighing.confidence import confidence, evidence, how_sure
from tests.bases import SHIPPED
from tests.bench.invented import knowledge_of

QUESTIONS = (
    "how many passengers has the Nairobi railway carried",
    "when did the China-Laos railway open?",
    "trade with Africa in 2023",
    "how many sheep live in Strelsau",
)


@pytest.fixture(scope="module")
def index() -> Index:
    return Library.open(SHIPPED).now.index


def _sorted(found: list[Match]) -> list[Match]:
    """By score; as good ones as they are placed."""
    return sorted(found, key=lambda match: (-match.score, match.entry.place))


@pytest.mark.parametrize("question", QUESTIONS)
def test_matches_come_in_the_order_of_their_scores(question: str, index: Index) -> None:
    ranked = matches(read_question(question, index), index)

    assert list(ranked) == _sorted(list(ranked.all)) != []
    assert list(ranked.free) == _sorted(list(filter(attrgetter("free"), ranked.all)))


@pytest.mark.parametrize("question", QUESTIONS)
def test_those_that_are_ruled_out_come_after_the_others(question: str, index: Index) -> None:
    ranked = matches(read_question(question, index), index)

    assert list(free_first(ranked)) == sorted(_sorted(list(ranked.all)), key=lambda match: not match.free)


@pytest.mark.parametrize("question", QUESTIONS)
def test_those_above_a_score_are_found_whatever_was_read_before(question: str, index: Index) -> None:
    ranked = matches(read_question(question, index), index)
    least = max(match.share for match in ranked.all) / 2

    above = list(ranked.down_to(least))

    assert above == [match for match in ranked if match.score >= least] != []


@pytest.mark.parametrize("question", QUESTIONS)
def test_how_sure_lies_on_the_same_side_of_each_mark_as_the_confidence(question: str, index: Index) -> None:
    ranked = matches(read_question(question, index), index)
    best = next(free_first(ranked))
    confident = confidence(evidence(ranked, best))
    marks = [percent / 100 for percent in range(1, 100)]

    assert [how_sure(ranked, best, [mark]) >= mark for mark in marks] == [confident >= mark for mark in marks]


def test_more_facts_are_weighed_where_nobody_is_named() -> None:
    knowledge = knowledge_of(2_000)
    index = Index.of(knowledge)
    name = next(iter(knowledge.facts.values())).subject.name

    assert len(candidates(read_question("how long is it?", index), index)) == OPEN
    assert len(candidates(read_question(f"how long is {name}?", index), index)) == NAMED


def test_of_facts_that_say_as_much_those_that_count_what_is_asked_for_are_weighed_first() -> None:
    index = Index.of(knowledge_of(2_000))
    counted = index.counted[stem("employees")]
    weighed = candidates(read_question("how many employees are there?", index), index)

    assert len(counted) >= OPEN
    assert [entry.place for entry in sorted(weighed, key=attrgetter("place"))] == sorted(counted)[:OPEN]
