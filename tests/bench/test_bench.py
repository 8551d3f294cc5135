"""What `make bench` measures with: invented knowledge of any size, and a threshold at which a peer keeps quiet."""

from __future__ import annotations

from knowledge.answer import FactAnswer, Found, answer
from knowledge.match import Index
from tests.bench.invented import knowledge_of, questions_about
from tests.bench.quiet import quiet_above


def test_an_invented_knowledge_base_is_the_same_for_the_same_seed() -> None:
    assert knowledge_of(50, seed=7) == knowledge_of(50, seed=7)
    assert len(knowledge_of(50).facts) == 50


def test_questions_ask_for_facts_that_are_there_or_for_nothing() -> None:
    knowledge = knowledge_of(50)

    asked = questions_about(knowledge, 100)

    assert {question.finds for question in asked} - {None} <= knowledge.facts.keys()
    assert any(question.finds is None for question in asked)


def test_most_invented_questions_find_their_fact() -> None:
    knowledge = knowledge_of(200)
    index = Index.of(knowledge)
    asked = [question for question in questions_about(knowledge, 60) if question.finds]

    found = [answer(question.text, index) for question in asked]

    given = [each.answers[0] if isinstance(each, Found) else None for each in found]
    right = [
        isinstance(each, FactAnswer) and each.fact.id == question.finds
        for each, question in zip(given, asked, strict=True)
    ]
    assert sum(right) > len(right) / 2


def test_two_near_misses_in_a_hundred_may_get_a_figure() -> None:
    scores = [float(score) for score in range(100)]

    threshold = quiet_above(scores)

    assert sum(score > threshold for score in scores) == 2
