"""The listeners of recall: what admins say of figures that are not held any more."""

from __future__ import annotations

from typing import Any

from slack_bolt import Ack
from slack_sdk import WebClient

from handlers.admin.forms import line_in
from handlers.admin.rights import person_in
from handlers.admin.showing import turned, with_way_back
from handlers.incoming import place_of_click
from handlers.memory import RESPOND, Kept, Memory, Post
from handlers.recall.asking import REASON, choice_in, page, state, why
from handlers.recall.wording import NONE, SAY_WHY
from handlers.render import render_words
from handlers.values import unpacked
from knowledge.library import Library

Body = dict[str, Any]


def opened(ack: Ack, body: Body, client: WebClient, memory: Memory) -> None:
    """All corrections, in a modal."""
    turned(client, body, page(memory.office.corrections.open()))
    ack()


def decided(ack: Ack, body: Body, action: Body, client: WebClient, memory: Memory, library: Library) -> None:
    """What happened to a figure: the first to say so decides, and the place of the question says what was decided.
    Whoever withdraws one is asked why."""
    id, choice = choice_in(action)
    one = memory.office.corrections.one(id)
    if choice == "withdrawn" and one and one.state == "asked":
        held = library.now.knowledge.retired.get(one.fact, "")
        turned(client, body, why(one, held, body.get("response_url") or ""))
        ack()
        return
    memory.office.corrections.decide(id, choice, person_in(body))
    if (body.get("view") or {}).get("type") == "modal":
        turned(client, body, page(memory.office.corrections.open()))
    else:
        memory.keep(_in_its_place(body, id, body["response_url"], memory))
    ack()


def withdrawn(ack: Ack, body: Body, memory: Memory) -> None:
    """Why it is withdrawn: it is, from now on."""
    carried = unpacked(body["view"]["private_metadata"])
    reason = line_in(body["view"], REASON)
    if not reason:
        ack(response_action="errors", errors={REASON: SAY_WHY})
        return
    memory.office.corrections.decide(carried["id"], "withdrawn", person_in(body), reason)
    if carried["url"]:
        memory.keep(_in_its_place(body, carried["id"], carried["url"], memory))
        ack()
    else:
        ack(response_action="update", view=with_way_back(page(memory.office.corrections.open())))


def _in_its_place(body: Body, id: str, url: str, memory: Memory) -> Kept:
    one = memory.office.corrections.one(id)
    said = render_words(*(state(one) if one else NONE).splitlines())
    message = said.message(replace_original=True, url=url)
    return Kept("", place_of_click(body), (Post(RESPOND, message),))
