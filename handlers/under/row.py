"""The row under an answer, and the two buttons with which a reader judges it."""

from __future__ import annotations

import re
from typing import Any

from slack_sdk.models.blocks import (
    ActionsBlock,
    ButtonElement,
    ContextActionsBlock,
    FeedbackButtonsElement,
    Option,
    OverflowMenuElement,
    PlainTextObject,
)
from slack_sdk.models.blocks.basic_components import FeedbackButtonObject

from handlers import wording_under as wording
from handlers.reply import Block
from handlers.surface import Surface
from handlers.under.about import about, block_id
from knowledge.answer import Answer

SHARE, SHARE_IN_THREAD = re.compile(r"share-\d"), re.compile(r"thread-\d")
PRESSED, FEEDBACK = re.compile(r"(?:copy|menu)-\d"), "feedback"
"""The `action_id` of each."""

MENU = (
    ("more", wording.MORE),
    ("why", wording.WHY),
    ("watch", wording.WATCH),
    ("wrong", wording.WRONG),
    ("edit", wording.EDIT),
)


def row(answer: Answer, question: str, surface: Surface, number: int = 0) -> list[Block]:
    """What can be done with an answer: two buttons at most and a menu. `number` tells the answers of a message apart."""
    about_it = block_id(about(answer, question), f"row-{number}")
    if about_it is None:
        return []
    share = {Surface.PRIVATE: ("share", wording.SHARE), Surface.BESIDE: ("thread", wording.SHARE_IN_THREAD)}
    shared = [_button(f"{name}-{number}", label) for name, label in filter(None, [share.get(surface)])]
    options = [Option(value=value, text=_plain(label)) for value, label in MENU]
    menu = OverflowMenuElement(action_id=f"menu-{number}", options=options)
    elements = [*shared, _button(f"copy-{number}", wording.COPY), menu]
    return [dict(ActionsBlock(block_id=about_it, elements=elements).to_dict())]


def feedback(answer: Answer, question: str, surface: Surface) -> list[Block]:
    """Two buttons to judge an answer by, in messages."""
    about_it = block_id(about(answer, question), FEEDBACK)
    if about_it is None or surface.is_window:
        return []
    buttons = FeedbackButtonsElement(
        action_id=FEEDBACK,
        positive_button=_verdict(wording.RIGHT_LABEL, "right", wording.RIGHT_READ_OUT),
        negative_button=_verdict(wording.WRONG_LABEL, "wrong", wording.WRONG_READ_OUT),
    )
    return [dict(ContextActionsBlock(block_id=about_it, elements=[buttons]).to_dict())]


def pressed_in(action: dict[str, Any]) -> str:
    """What was pressed: `copy`, or an entry of the menu."""
    return str(action["selected_option"]["value"]) if action["type"] == "overflow" else "copy"


def _button(action_id: str, label: str) -> ButtonElement:
    return ButtonElement(action_id=action_id, text=_plain(label))


def _verdict(label: str, value: str, read_out: str) -> FeedbackButtonObject:
    return FeedbackButtonObject(text=_plain(label), value=value, accessibility_label=read_out)


def _plain(label: str) -> PlainTextObject:
    return PlainTextObject(text=label, emoji=False)
