"""The window in which a question is asked, or a name picked, and answered: pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from slack_sdk.models.blocks import (
    DividerBlock,
    ExternalDataSelectElement,
    InputBlock,
    Option,
    PlainTextInputElement,
    PlainTextObject,
)

from handlers import wording_pages as wording
from handlers.pages.frame import LONGEST_QUESTION
from handlers.reply import Block, clean, cut
from handlers.views import View, modal
from knowledge.catalogue import Named
from knowledge.library import Served

WINDOW, QUESTION, PICK = "ask", "question", "pick"
"""The `callback_id` of the window, and the `action_id` of its two fields."""

MOST_OPTIONS, FROM_LETTERS = 100, 2


@dataclass(frozen=True, slots=True)
class Submitted:
    """What was picked (its kind and id, or empty) and what was typed."""

    kind: str
    id: str
    question: str


def window(question: str = "", answer: Sequence[Block] = (), metadata: str = "") -> View:
    """An answer, if there is one, over the fields to ask with. `metadata` is the thread it was opened over, if it was."""
    under = [dict(DividerBlock().to_dict())] if answer else []
    blocks = [*answer, *under, _typed(question), _picked()]
    return modal(wording.ASK, blocks, name=WINDOW, submit=wording.ASK_BUTTON, metadata=metadata)


def submitted_in(view: Mapping[str, Any]) -> Submitted:
    """What somebody asked with the window."""
    fields = {name: field for block in view["state"]["values"].values() for name, field in block.items()}
    picked = (fields.get(PICK, {}).get("selected_option") or {}).get("value") or "/"
    kind, _, id = picked.partition("/")
    return Submitted(kind, id, fields.get(QUESTION, {}).get("value") or "")


def options(typed: str, now: Served) -> list[dict[str, Any]]:
    """The names that somebody may be about to type, best first."""
    named = now.catalogue.suggested(typed, MOST_OPTIONS)
    return [_option(each) for each in named if len(_value(each)) <= Option.value_max_length]


def _option(named: Named) -> dict[str, Any]:
    text = PlainTextObject(text=cut(clean(named.name), Option.label_max_length), emoji=False)
    return dict(Option(value=_value(named), text=text).to_dict())


def _value(named: Named) -> str:
    return f"{named.kind}/{named.id}"


def _typed(question: str) -> Block:
    field = PlainTextInputElement(
        action_id=QUESTION, max_length=LONGEST_QUESTION, initial_value=cut(clean(question), LONGEST_QUESTION) or None
    )
    return _input(wording.IN_YOUR_WORDS, field)


def _picked() -> Block:
    field = ExternalDataSelectElement(
        action_id=PICK, min_query_length=FROM_LETTERS, placeholder=PlainTextObject(text=wording.PICK_HINT, emoji=False)
    )
    return _input(wording.BY_NAME, field)


def _input(label: str, element: PlainTextInputElement | ExternalDataSelectElement) -> Block:
    """Optional, both of them: one of the two is enough. No `block_id`: with a new one, Slack empties the field."""
    block = InputBlock(label=PlainTextObject(text=label, emoji=False), element=element, optional=True)
    return dict(block.to_dict())
