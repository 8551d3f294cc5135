"""What noise does: foreign chatter gets no figure; one and two typing errors more cost few answers, and make none wrong."""

from __future__ import annotations

from random import Random

import pytest

from knowledge.answer import answer
from knowledge.library import Library
from knowledge.match import Index
from knowledge.outcome import Found
from tests.aids.chatter import chatter
from tests.bases import SHIPPED


@pytest.fixture(scope="module")
def project() -> Index:
    return Library.open(SHIPPED).now.index


def figures_given(messages: list[str], index: Index) -> list[str]:
    return [message for message in messages if isinstance(answer(message, index), Found)]


def test_chatter_gets_no_figure(project: Index) -> None:
    assert figures_given(list(chatter(500, seed=1)), project) == []


@pytest.mark.soak
def test_of_ten_thousand_messages_of_chatter_hardly_any_get_a_figure(project: Index) -> None:
    assert len(figures_given(list(chatter(10_000, seed=2)), project)) <= 2


def mistyped(question: str, chance: Random) -> str:
    """The question with two letters of a longer word swapped, or one dropped or doubled."""
    words = question.split(" ")
    long = [place for place, word in enumerate(words) if len(word) > 4 and word.isalpha()]
    if not long:
        return question
    place = chance.choice(long)
    word, at = words[place], chance.randrange(1, len(words[place]) - 1)
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    words[place] = chance.choice((swapped, word[:at] + word[at + 1 :], word[:at] + word[at : at + 1] + word[at:]))
    return " ".join(words)


@pytest.mark.soak
@pytest.mark.parametrize(("errors", "least"), [(1, 0.85), (2, 0.75)])
def test_typing_errors_cost_few_answers_and_make_hardly_any_wrong(errors: int, least: float, project: Index) -> None:
    chance = Random(errors)
    kept = wrong = asked = 0
    for question in project.knowledge.questions:
        before = answer(question.ask, project)
        if question.context or not isinstance(before, Found):
            continue
        text = question.ask
        for _ in range(errors):
            text = mistyped(text, chance)
        after = answer(text, project)
        asked += 1
        kept += after == before
        wrong += isinstance(after, Found) and after != before

    assert kept / asked >= least
    assert wrong / asked <= 0.02
