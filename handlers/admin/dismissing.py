"""The listeners by which admins take entries off their lists, with a reason, and list them again."""

from __future__ import annotations

from typing import Any

from slack_bolt import Ack
from slack_sdk import WebClient

from handlers.admin import to_do, wording_lists
from handlers.admin.dismissed import entry_in
from handlers.admin.forms import line_in
from handlers.admin.listing import page_of
from handlers.admin.parts import part_in
from handlers.admin.rights import person_in
from handlers.admin.showing import turned, with_way_back
from handlers.memory import Memory
from knowledge.library import Library

Body = dict[str, Any]


def asked(ack: Ack, body: Body, action: Body, client: WebClient) -> None:
    """Why an entry goes: the form takes the place of the list, and the list that of the form."""
    turned(client, body, to_do.dismissal(entry_in(action["value"])))
    ack()


def submitted(ack: Ack, body: Body, memory: Memory, library: Library) -> None:
    """It goes, and the list is as it is without it."""
    entry, person = entry_in(body["view"]["private_metadata"]), person_in(body)
    reason = line_in(body["view"], to_do.REASON)
    if not reason:
        ack(response_action="errors", errors={to_do.REASON: wording_lists.SAY_WHY})
        return
    memory.office.dismissals.dismiss(entry, reason, person)
    ack(response_action="update", view=with_way_back(page_of(entry.list, person.team, memory.office, library.now)))


def listed(ack: Ack, body: Body, action: Body, client: WebClient, memory: Memory) -> None:
    """What was taken off the lists."""
    turned(client, body, to_do.dismissed(memory.office.dismissals.of(person_in(body).team), part_in(action)))
    ack()


def list_again(ack: Ack, body: Body, action: Body, client: WebClient, memory: Memory) -> None:
    """An entry is on its list again."""
    person = person_in(body)
    memory.office.dismissals.list_again(entry_in(action["value"]), person)
    turned(client, body, to_do.dismissed(memory.office.dismissals.of(person.team)))
    ack()
