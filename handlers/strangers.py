"""People of other organisations, who are in a channel that is shared with them (Slack Connect): pure.

Guests, of one channel or several, belong to the workspace: no payload of Slack's tells them from its members.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Body = Mapping[str, Any]


def is_stranger(body: Body) -> bool:
    """Whether whoever did this belongs to another organisation; in a shared channel also whoever Slack says nothing of."""
    if "command" in body:  # typed by people alone in whose workspace it is installed
        return False
    return _asked_by_a_stranger(body) if "event" in body else _pressed_by_a_stranger(body)


def installed_in(click: Body) -> str:
    """The workspace in which Factbox was installed whose message or window was pressed: for strangers, Slack names
    their own beside it."""
    return str((click.get("view") or {}).get("app_installed_team_id") or (click.get("team") or {}).get("id") or "")


def _asked_by_a_stranger(body: Body) -> bool:
    """`user_team` may be a workspace or an enterprise. Among workspaces of one enterprise nobody is a stranger."""
    event = body["event"]
    home = event.get("user_team") or event.get("source_team")
    if body.get("is_ext_shared_channel") is False:
        return False
    if body.get("is_ext_shared_channel"):
        return (home or event.get("team")) not in _ours(body)
    return home is not None and home not in _ours(body)


def _ours(body: Body) -> set[str]:
    """The workspace, and its enterprise, for whose installation an event was sent."""
    ours = next(iter(body.get("authorizations") or ()), body)
    return {id for id in (ours.get("team_id"), ours.get("enterprise_id")) if id}


def _pressed_by_a_stranger(click: Body) -> bool:
    home = (click.get("user") or {}).get("team_id")
    return home not in (None, installed_in(click), (click.get("enterprise") or {}).get("id"))
