"""The listeners for the end of an installation: everything of that workspace is erased."""

from __future__ import annotations

from typing import Any

from handlers.memory import Memory


def uninstalled(body: dict[str, Any], memory: Memory) -> None:
    """Removed from the workspace."""
    memory.forget(body["team_id"], float(body["event_time"]))


def revoked(body: dict[str, Any], memory: Memory) -> None:
    """Tokens withdrawn; without the bot's there is nothing that we could do in that workspace any more."""
    if body["event"]["tokens"].get("bot"):
        memory.forget(body["team_id"], float(body["event_time"]))
