"""Who is asking, and whether they may: asked at every step, of the server and never of the client."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from handlers.admin import wording
from handlers.office import Act, Office, OutOfReach, Right
from handlers.person import Person
from handlers.strangers import installed_in


def person_in(body: Mapping[str, Any]) -> Person:
    """Who sent it: a slash command says it in flat names, everything else in nested ones."""
    if "command" in body:
        return Person(body.get("team_id") or "", body.get("user_id") or "", body.get("enterprise_id"))
    user, enterprise = (body.get(name) or {} for name in ("user", "enterprise"))
    return Person(installed_in(body), user.get("id") or "", enterprise.get("id"), user.get("team_id"))


def refusal(office: Office, person: Person, what: str) -> str:
    """Why they may not, as a sentence; empty if they may. Who may not leaves a line in the audit."""
    right = office.people.may(person)
    if right == "no":
        office.ledger.note(person, Act("refused", what))
    return _said(right, office, person)


def _said(right: Right, office: Office, person: Person) -> str:
    if right == "yes":
        return ""
    if right == "no":
        return wording.not_you(_admins(office, person))
    return wording.ASKING if right == "asking" else wording.AWAY


def _admins(office: Office, person: Person) -> list[str]:
    """Whom to ask instead; a guest of another organisation is told no names."""
    if person.is_guest_of or not person.team:
        return []
    try:
        return [admin.id for admin in office.people.admins(person.team)]
    except OutOfReach:
        return []
