"""The listeners for what stands under an answer: take the press, call the pure chain, say and remember the result."""

from __future__ import annotations

from typing import Any

from slack_bolt import Ack
from slack_sdk import WebClient

from handlers import wording
from handlers.memory import Memory
from handlers.pressed import kept, windows
from handlers.pressed.shared import render_shared
from handlers.render import render_words
from handlers.reply import clean
from handlers.strangers import is_stranger
from handlers.thread import thread_in
from handlers.under.about import About, about_in, answer_again
from handlers.under.row import pressed_in
from handlers.values import unpacked
from handlers.views import View, opened
from knowledge.answer import Answer
from knowledge.library import Library, Served

WITH_FIGURES = ("copy", "why")
"""The windows in which figures stand."""


def share(ack: Ack, body: dict[str, Any], action: dict[str, Any], library: Library, memory: Memory) -> None:
    """An answer that only its asker saw goes to the channel; the question does not."""
    now = library.now
    answer = answer_again(about_in(action), now)
    if answer is None:
        memory.keep(kept.of_words(body, render_words(wording.GONE)))
    else:
        memory.keep(kept.of_share(body, answer, render_shared(answer, body["user"]), now.knowledge.revision))
    ack()


def share_in_thread(ack: Ack, body: dict[str, Any], action: dict[str, Any], library: Library, memory: Memory) -> None:
    """An answer in a window over somebody's message goes to its thread."""
    now, thread = library.now, thread_in(body["view"])
    answer = answer_again(about_in(action), now)
    if answer and thread:
        told = render_shared(answer, body["user"])
        memory.keep(kept.of_share_in_thread(body, thread, answer, told, now.knowledge.revision))
    else:
        memory.keep(kept.of_gone(body))
    ack()


def pressed(
    ack: Ack, body: dict[str, Any], action: dict[str, Any], client: WebClient, library: Library, memory: Memory
) -> None:
    """A button or an entry of the menu that opens a window."""
    about, now, what = about_in(action), library.now, pressed_in(action)
    answer = answer_again(about, now)
    if answer and what == "watch" and not is_stranger(body):
        memory.note(kept.of_watch(body, answer, now.knowledge.revision))
    opened(client, body, _window(what, answer, about, now, body) if answer else windows.gone())
    if answer and what in WITH_FIGURES:
        memory.note(kept.of_window(body, answer, now.knowledge.revision))
    ack()


def unwatch(ack: Ack, body: dict[str, Any], action: dict[str, Any], library: Library, memory: Memory) -> None:
    """The button that ends a watch."""
    now = library.now
    answer = answer_again(about_in(action), now)
    memory.keep(kept.of_unwatch(body, answer, now.knowledge.revision, windows.unwatched()))
    ack()


def feedback(ack: Ack, body: dict[str, Any], action: dict[str, Any], library: Library, memory: Memory) -> None:
    """A judgement by button; of several by one person the last counts."""
    about, now = about_in(action), library.now
    memory.note(kept.of_verdict(body, about, answer_again(about, now), action["value"], now.knowledge.revision))
    ack()


def report(ack: Ack, body: dict[str, Any], view: View, library: Library, memory: Memory) -> None:
    """What a reader wrote is wrong with an answer."""
    told, now = unpacked(view["private_metadata"]), library.now
    about = About(told["id"], told["question"])
    note = clean(view["state"]["values"][windows.NOTE][windows.NOTE]["value"] or "")
    memory.note(kept.of_report(body, about, answer_again(about, now), note, now.knowledge.revision))
    ack(response_action="update", view=windows.thanks())


def _window(what: str, answer: Answer, about: About, now: Served, click: dict[str, Any]) -> View:
    match what:
        case "copy":
            return windows.copied(answer)
        case "more":
            return windows.more(answer, now)
        case "why":
            return windows.how_it_got_here(answer, about, now)
        case "watch" if is_stranger(click):
            return windows.not_told()
        case "watch":
            return windows.watched(answer, about)
        case _:
            return windows.something_wrong(about, kept.where(click))
