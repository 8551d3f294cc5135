"""The listeners for pages: somebody opens the App Home, turns a page, or looks for a figure there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from slack_bolt import Ack
from slack_sdk import WebClient

from handlers.answering import answer_to
from handlers.keeping import Revision
from handlers.memory import Memory
from handlers.office import OutOfReach
from handlers.pages import kept
from handlers.pages.contents import answer_at, page_at
from handlers.pages.frame import turned
from handlers.pages.where import where_in
from handlers.surface import Surface
from handlers.views import modal, opened
from knowledge.library import Library


def app_home(body: dict[str, Any], library: Library, memory: Memory) -> None:
    """The Home tab is filled in when it is opened; in an empty conversation questions are suggested."""
    if shown := kept.of_opening(body, library.now):
        memory.keep(shown)


def go(
    ack: Ack, body: dict[str, Any], action: dict[str, Any], client: WebClient, library: Library, memory: Memory
) -> None:
    """A button that leads to a page: in the place of the page it stands on, or from a message into a window."""
    where, now = where_in(action), library.now
    page = page_at(where, now, _history(memory) if where.kind == "news" else ())
    if post := turned(body, page, now.knowledge.revision):
        memory.keep(kept.of_turning(body, post, answer_at(where, now), now.knowledge.revision))
    else:
        opened(client, body, modal(page.name, page.blocks))
    ack()


def search(
    ack: Ack, body: dict[str, Any], action: dict[str, Any], library: Library, memory: Memory, slash: str
) -> None:
    """A question in the search field of the Home tab is answered under it."""
    answered = answer_to(action.get("value") or "", library, slash, Surface.WINDOW)
    memory.keep(kept.of_search(body, answered))
    ack()


def _history(memory: Memory) -> Sequence[Revision]:
    """What changed, newest first; nothing while the database cannot be asked."""
    try:
        return memory.office.keeper.history()
    except OutOfReach:
        return ()
