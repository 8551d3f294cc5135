"""The choices of an unsure answer: their buttons, and what a click on one says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from slack_sdk.models.blocks import ActionsBlock, ButtonElement, PlainTextObject

from handlers.reply import Block, clean, cut
from handlers.values import packed, unpacked
from knowledge.answer import Answer, BoxAnswer, CalculatedAnswer, FactAnswer

CLICK = re.compile(r"choice-\d+")
"""The `action_id` of a choice."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen, and the question it answers."""

    id: str
    question: str


def choice_in(action: dict[str, Any]) -> Choice:
    """What a click on a choice says."""
    value = unpacked(action["value"])
    return Choice(value["id"], value["question"])


def buttons(choices: Sequence[Answer], question: str) -> list[Block]:
    """A button by name for each choice; none for what was calculated, as it has no id to ask for again."""
    named = [(name(choice), id_) for choice in choices if (id_ := _id(choice))]
    elements = [_button(number, *each, question) for number, each in enumerate(named)]
    return [dict(ActionsBlock(elements=elements).to_dict())] if elements else []


def name(answer: Answer) -> str:
    """What an answer is called, without its figures."""
    if isinstance(answer, FactAnswer):
        return answer.fact.title
    return answer.box.title if isinstance(answer, BoxAnswer) else answer.title


def _id(answer: Answer) -> str | None:
    if isinstance(answer, CalculatedAnswer):
        return None
    return answer.fact.id if isinstance(answer, FactAnswer) else answer.box.id


def _button(number: int, label: str, id_: str, question: str) -> ButtonElement:
    text = PlainTextObject(text=cut(clean(label), ButtonElement.text_max_length), emoji=False)
    return ButtonElement(text=text, action_id=f"choice-{number}", value=_value(id_, question))


def _value(id_: str, question: str) -> str:
    """The id and the question in the 2000 characters that Slack allows; the id alone if both are too long."""
    with_question, alone = (packed({"id": id_, "question": kept}) for kept in (question, ""))
    return with_question if len(with_question) <= ButtonElement.value_max_length else alone
