"""What is posted, and kept, when somebody opens the App Home, turns a page or searches: pure."""

from __future__ import annotations

from typing import Any

from handlers.answering import Answered
from handlers.incoming import place_of_click
from handlers.kept import figures_given, of_answer
from handlers.memory import Kept, Place, Post
from handlers.pages.contents import page_at
from handlers.pages.frame import home, in_place, published
from handlers.pages.prompts import prompts
from handlers.pages.where import Where
from knowledge.answer import Answer, Found
from knowledge.library import Served

Click = dict[str, Any]


def of_opening(body: dict[str, Any], now: Served) -> Kept | None:
    """The Home tab, unless the page that stands there is still good; or suggested questions for a conversation."""
    event = body["event"]
    posts = [_prompts(event, now)] if event.get("tab") == "messages" else _home(event, now)
    place = Place(body.get("team_id") or "", body.get("enterprise_id"))
    return Kept(body.get("event_id") or "", place, tuple(posts)) if posts else None


def of_turning(click: Click, post: Post, answer: Answer | None, revision: str) -> Kept:
    """Another page in the place of one, and the figures of the answer on it: who saw them was given them."""
    figures = figures_given(Found((answer,))) if answer else ()
    return Kept(click.get("trigger_id") or "", place_of_click(click), (post,), figures=figures, revision=revision)


def of_search(click: Click, answered: Answered) -> Kept:
    """A question asked in the Home tab, and its answer there."""
    post = in_place(click, answered.reply, answered.revision)
    return of_answer(click.get("trigger_id") or "", place_of_click(click), click["user"]["id"], answered, post)


def _home(event: dict[str, Any], now: Served) -> list[Post]:
    standing = (event.get("view") or {}).get("private_metadata")
    if standing == now.knowledge.revision:
        return []
    return [published(event["user"], home(page_at(Where(), now).blocks, now.knowledge.revision))]


def _prompts(event: dict[str, Any], now: Served) -> Post:
    return Post("assistant.threads.setSuggestedPrompts", {"channel_id": event["channel"], **prompts(now)})
