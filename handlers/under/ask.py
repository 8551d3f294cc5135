"""The button under an answer that is none: *Ask an admin to add it*."""

from __future__ import annotations

from typing import Any

from slack_sdk.models.blocks import ActionsBlock, ButtonElement, PlainTextObject

from handlers import wording_under as wording
from handlers.reply import Block, clean
from handlers.values import packed, unpacked

ASK_ADMIN = "ask-admin"
"""The `action_id` of the button; its value is the question."""


def ask_admin(question: str) -> list[Block]:
    """The button; none if the question is too long for it, or there is none."""
    value = packed({"question": clean(question)})
    if not question or len(value) > ButtonElement.value_max_length:
        return []
    label = PlainTextObject(text=wording.ASK_ADMIN, emoji=False)
    return [dict(ActionsBlock(elements=[ButtonElement(action_id=ASK_ADMIN, text=label, value=value)]).to_dict())]


def asked_in(action: dict[str, Any]) -> str:
    """The question that somebody wants answered."""
    return unpacked(action["value"])["question"]
