"""The listeners that only show; and the door itself: who may not is told so, wherever they knocked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from slack_bolt import Ack, BoltResponse
from slack_sdk import WebClient

from handlers.admin import page as pages
from handlers.admin import wording
from handlers.admin.forms import kept_open, modal, words
from handlers.admin.parts import part_in
from handlers.admin.rights import person_in, refusal
from handlers.incoming import question_in_command
from handlers.memory import Memory
from handlers.render import render_words
from handlers.views import PATIENCE, View, opened
from knowledge.answer import answer
from knowledge.library import Library

Body = dict[str, Any]


def admins_only(
    ack: Ack, body: Body, client: WebClient, memory: Memory, next: Callable[[], None]
) -> BoltResponse | None:
    """Lets admins through. Asked of the server at each step, so a form that was opened earlier gives no right."""
    sentence = refusal(memory.office, person_in(body), _what(body))
    if sentence:
        return _refused(sentence, ack, body, client)
    next()
    return None


def page_in_ack(ack: Ack, command: Body, library: Library) -> None:
    """`/fact admin`; and behind it perhaps a question, to come to its fact at once."""
    now = library.now
    text = wording.held(len(now.knowledge.facts), now.knowledge.revision)
    asked = question_in_command(command).partition(" ")[2]
    found = pages.facts_of(answer(asked, now.index)) if asked else []
    ack(text=text, blocks=[*found, *pages.page(now.knowledge)], response_type="ephemeral")


def page(ack: Ack, body: Body, client: WebClient, library: Library) -> None:
    """The page as a modal: from the Home."""
    turned(client, body, modal(wording.PAGE, pages.page(library.now.knowledge)))
    ack()


def audit(ack: Ack, body: Body, action: Body, client: WebClient, memory: Memory) -> None:
    """What was done, of this workspace and by the operator."""
    turned(client, body, pages.audit(memory.office.ledger.newest(person_in(body).team), part_in(action)))
    ack()


def turned(client: WebClient, body: Body, view: View) -> None:
    """A page in the place of the page that was clicked in, or in a modal of its own. Slack stacks three modals at most:
    a page, a form and its preview."""
    if (body.get("view") or {}).get("type") == "modal":
        client.timeout, client.retry_handlers = PATIENCE, []
        client.views_update(view_id=body["view"]["id"], view=with_way_back(view))
    else:
        opened(client, body, view)


def with_way_back(view: View) -> View:
    """A page, and below it the way to the first one."""
    return {**view, "blocks": [*view["blocks"], *pages.way_back()]}


def _refused(sentence: str, ack: Ack, body: Body, client: WebClient) -> BoltResponse:
    """In the ack of a command; in the form, so that nothing typed is lost; else in a modal."""
    if "command" in body:
        return ack(**render_words(sentence).message(response_type="ephemeral"))
    if body.get("type") == "view_submission":
        return ack(**kept_open(body["view"], sentence))
    if body.get("type") == "block_suggestion":
        return ack(options=[])
    opened(client, body, _said(sentence))
    return ack()


def _said(sentence: str) -> dict[str, Any]:
    return modal(wording.PAGE, [words(sentence)])


def _what(body: Body) -> str:
    """What was tried, for the audit."""
    if "command" in body:
        return str(body["command"])
    actions = body.get("actions") or [{}]
    return str(actions[0].get("action_id") or body.get("view", {}).get("callback_id") or "")
