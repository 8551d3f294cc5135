"""Who may: the form in which admins name others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from slack_bolt import Ack
from slack_sdk import WebClient

from handlers.admin import page, wording
from handlers.admin.forms import people_in
from handlers.admin.rights import person_in
from handlers.admin.showing import turned
from handlers.memory import Memory
from handlers.office import Admin
from handlers.person import Person


def opened(ack: Ack, body: dict[str, Any], client: WebClient, memory: Memory) -> None:
    """The form, filled with who may now."""
    admins = memory.office.people.admins(person_in(body).team)
    turned(client, body, page.people(admins, _settled(admins)))
    ack()


def submitted(ack: Ack, body: dict[str, Any], memory: Memory) -> None:
    """Names and dismisses; whom only the operator can dismiss stays, and somebody always does."""
    by, chosen = person_in(body), set(people_in(body["view"], "admins"))
    admins = memory.office.people.admins(by.team)
    if not chosen | _settled(admins):
        ack(response_action="errors", errors={"admins": wording.LAST_ADMIN})
        return
    _change(memory, by, {admin.id for admin in admins}, chosen | _settled(admins))
    ack()


def _change(memory: Memory, by: Person, before: set[str], after: set[str]) -> None:
    for person in sorted(after - before):
        memory.office.people.appoint(person, True, by)
    for person in sorted(before - after):
        memory.office.people.appoint(person, False, by)


def _settled(admins: Sequence[Admin]) -> frozenset[str]:
    return frozenset(admin.id for admin in admins if admin.settled)
