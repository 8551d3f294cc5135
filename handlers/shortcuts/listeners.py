"""The listeners for shortcuts and for the window that they open."""

from __future__ import annotations

from typing import Any

from slack_bolt import Ack
from slack_sdk import WebClient

from handlers.answering import Answered, answer_to, answer_to_choice, answer_to_message
from handlers.choices import Choice
from handlers.incoming import place_of_click, readable
from handlers.kept import of_answer
from handlers.memory import Kept, Memory, Place
from handlers.pages.contents import page_at
from handlers.pages.where import Where
from handlers.shortcuts.window import Submitted, options, submitted_in, window
from handlers.surface import Surface, window_of
from handlers.thread import thread_of
from handlers.views import View, opened
from knowledge.library import Library

Body = dict[str, Any]


def find(ack: Ack, body: Body, client: WebClient, library: Library, memory: Memory, slash: str) -> None:
    """*Find the figure*: what a message says is taken for the question, and answered in a window of one's own."""
    answered = answer_to_message(readable(body["message"].get("text") or ""), library, slash)
    opened(client, body, window(answered.question, answered.reply.blocks, thread_of(body).metadata))
    memory.note(_kept(body, answered))
    ack()


def ask(ack: Ack, body: Body, client: WebClient) -> None:
    """*Ask Factbox*: a window to ask in."""
    opened(client, body, window())
    ack()


def suggest(ack: Ack, body: Body, library: Library) -> None:
    """The names that fit what is being typed."""
    ack(options=options(body.get("value") or "", library.now))


def submitted(ack: Ack, body: Body, view: View, library: Library, memory: Memory, slash: str) -> None:
    """The window was sent: the answer appears in it, in the ack."""
    asked, metadata = submitted_in(view), view.get("private_metadata") or ""
    if asked.kind == "subject":
        page = page_at(Where("subject", asked.id), library.now)
        ack(response_action="update", view=window("", page.blocks, metadata))
        return
    answered = _answered(asked, library, slash, window_of(view))
    ack(response_action="update", view=window(asked.question, answered.reply.blocks, metadata))
    memory.note(_kept(body, answered))


def _answered(asked: Submitted, library: Library, slash: str, surface: Surface) -> Answered:
    if asked.id:
        return answer_to_choice(Choice(asked.id, ""), library, surface)
    return answer_to(asked.question, library, slash, surface)


def _kept(body: Body, answered: Answered) -> Kept:
    """Nobody else sees a window, so there is no message to tell of a correction."""
    place = place_of_click(body)
    return of_answer(body.get("trigger_id") or "", Place(place.team, place.enterprise), body["user"]["id"], answered)
