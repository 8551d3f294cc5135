"""A page as the Home tab or as a window; and where what somebody pressed there is to be shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from slack_sdk.models.blocks import DividerBlock, InputBlock, PlainTextInputElement, PlainTextObject

from handlers import wording_pages as wording
from handlers.memory import RESPOND, Post
from handlers.pages.elements import Page
from handlers.reply import Block, Reply
from handlers.views import View, modal

SEARCH = "search"
"""The `action_id` of the search field."""

LONGEST_QUESTION = 500
Click = Mapping[str, Any]


def home(blocks: Sequence[Block], revision: str) -> View:
    """The Home tab: the search field, and a page under it. The revision tells later whether it is still good."""
    return {
        "type": "home",
        "private_metadata": revision,
        "blocks": [_search(), dict(DividerBlock().to_dict()), *blocks],
    }


def published(user: str, view: View) -> Post:
    """The Home tab of a person."""
    return Post("views.publish", {"user_id": user, "view": view})


def turned(click: Click, page: Page, revision: str) -> Post | None:
    """The page in the place of the one on which something was pressed; None if that was in a message."""
    view = click.get("view") or {}
    if view.get("type") == "home":
        return published(click["user"]["id"], home(page.blocks, revision))
    if view.get("type") == "modal":
        shown = modal(page.name, page.blocks, metadata=view.get("private_metadata") or "")
        return Post("views.update", {"view_id": view["id"], "view": shown})
    return None


def in_place(click: Click, reply: Reply, revision: str) -> Post:
    """A reply in the place of the message, the window or the page in which something was pressed."""
    page = Page(wording.HOME)
    page.blocks += reply.blocks
    if (click.get("view") or {}).get("type") == "home":
        page.to_front()
    message = reply.message(replace_original=True, url=click.get("response_url"))
    return turned(click, page, revision) or Post(RESPOND, message)


def _search() -> Block:
    field = PlainTextInputElement(
        action_id=SEARCH,
        max_length=LONGEST_QUESTION,
        placeholder=PlainTextObject(text=wording.SEARCH_HINT, emoji=False),
        dispatch_action_config={"trigger_actions_on": ["on_enter_pressed"]},
    )
    label = PlainTextObject(text=wording.SEARCH, emoji=False)
    return dict(InputBlock(label=label, element=field, dispatch_action=True).to_dict())
