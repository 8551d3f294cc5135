"""On what an answer is shown: it decides what may stand under it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any


class Surface(Enum):
    """Where a reader sees an answer."""

    PRIVATE = "a message that only the asker sees, which may be shared"
    OPEN = "a message that everybody in the conversation sees"
    WINDOW = "a window or the Home tab, where Slack shows neither tables nor feedback buttons"


def surface_of(click: Mapping[str, Any]) -> Surface:
    """On what somebody pressed something."""
    if click.get("view"):
        return Surface.WINDOW
    return Surface.PRIVATE if (click.get("container") or {}).get("is_ephemeral") else Surface.OPEN
