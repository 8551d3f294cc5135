"""The listeners of recall: what admins say of figures that are not held any more."""

from __future__ import annotations

from typing import Any

from slack_bolt import Ack
from slack_sdk import WebClient

from handlers.admin.rights import person_in
from handlers.admin.showing import turned
from handlers.incoming import place_of_click
from handlers.memory import RESPOND, Kept, Memory, Post
from handlers.recall.asking import choice_in, page, state
from handlers.recall.wording import NONE
from handlers.render import render_words


def opened(ack: Ack, body: dict[str, Any], client: WebClient, memory: Memory) -> None:
    """All corrections, in a modal."""
    turned(client, body, page(memory.office.corrections.open()))
    ack()


def decided(ack: Ack, body: dict[str, Any], action: dict[str, Any], client: WebClient, memory: Memory) -> None:
    """What happened to a figure: the first to say so decides, and the place of the question says what was decided."""
    id, choice = choice_in(action)
    memory.office.corrections.decide(id, choice, person_in(body))
    if (body.get("view") or {}).get("type") == "modal":
        turned(client, body, page(memory.office.corrections.open()))
    else:
        memory.keep(_in_its_place(body, id, memory))
    ack()


def _in_its_place(body: dict[str, Any], id: str, memory: Memory) -> Kept:
    one = memory.office.corrections.one(id)
    said = render_words(*(state(one) if one else NONE).splitlines())
    message = said.message(replace_original=True, url=body["response_url"])
    return Kept("", place_of_click(body), (Post(RESPOND, message),))
