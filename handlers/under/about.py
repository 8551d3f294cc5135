"""What a row under an answer is about. It stands in the row's `block_id`: the menu's own values hold 150 characters,
and an ephemeral message does not come back with a click."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from slack_sdk.models.blocks import ActionsBlock

from handlers.reply import clean
from handlers.values import packed, unpacked
from knowledge import answer as brain
from knowledge.answer import Answer, BoxAnswer, CalculatedAnswer, FactAnswer, Found
from knowledge.library import Served
from knowledge.model import Fact, Figure


@dataclass(frozen=True, slots=True)
class About:
    """An answer, by the id of its fact or box (empty for what was calculated), and the question that it answered."""

    id: str
    question: str = ""

    @property
    def can_be_found_again(self) -> bool:
        return bool(self.id or self.question)


def about(answer: Answer, question: str) -> About:
    """What a row under this answer is about."""
    question = clean(question)
    match answer:
        case FactAnswer(fact):
            return About(fact.id, question)
        case BoxAnswer(box):
            return About(box.id, question)
        case CalculatedAnswer():
            return About("", question)


def block_id(about: About, name: str) -> str | None:
    """Tells what a block is about, without the question if it is too long for Slack; None if the answer could not be
    found again by that. `name` tells the blocks of one message apart."""
    tellable = (each for each in (about, replace(about, question="")) if each.can_be_found_again)
    written = (_written(each, name) for each in tellable)
    return next((each for each in written if len(each) <= ActionsBlock.block_id_max_length), None)


def about_in(action: Mapping[str, Any]) -> About:
    """What the block is about in which something was pressed."""
    texts = unpacked(action["block_id"])
    return About(texts["id"], texts["question"])


def answer_again(about: About, now: Served) -> Answer | None:
    """The answer as its reader saw it, from what is held now; None if it is held no more."""
    outcome = brain.answer(about.question, now.index)
    answers = outcome.answers if isinstance(outcome, Found) else ()
    same = (each for each in answers if _id(each) == about.id)
    return next(same, None) or brain.by_id(about.id, now.index)


def facts_of(answer: Answer) -> tuple[Fact, ...]:
    """The facts that an answer tells."""
    match answer:
        case FactAnswer(fact):
            return (fact,)
        case BoxAnswer(_, facts):
            return tuple(each.fact for each in facts)
        case CalculatedAnswer(_, _, _, facts):
            return facts


def leading_figure(answer: Answer) -> Figure | None:
    """The figure that a reader takes for the answer."""
    match answer:
        case FactAnswer(_, figures) | CalculatedAnswer(_, _, figures):
            return next(iter(figures), None)
        case BoxAnswer(_, facts):
            return next((figure for each in facts for figure in each.figures), None)


def _id(answer: Answer) -> str:
    return about(answer, "").id


def _written(about: About, name: str) -> str:
    return packed({"at": name, "id": about.id, "question": about.question})
