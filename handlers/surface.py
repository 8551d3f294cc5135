"""On what an answer is shown: it decides what may stand under it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from handlers.thread import thread_in


class Surface(Enum):
    """Where a reader sees an answer."""

    PRIVATE = "a message that only the asker sees, which may be shared"
    OPEN = "a message that everybody in the conversation sees"
    WINDOW = "a window or the Home tab, where Slack shows neither tables nor feedback buttons"
    BESIDE = "a window over somebody's message, from which an answer may be shared in its thread"

    @property
    def is_window(self) -> bool:
        """Whether it is one: Slack shows less there than in a message."""
        return self in (Surface.WINDOW, Surface.BESIDE)


def window_of(view: Mapping[str, Any]) -> Surface:
    """What kind of window it is."""
    return Surface.BESIDE if thread_in(view) else Surface.WINDOW


def surface_of(click: Mapping[str, Any]) -> Surface:
    """On what somebody pressed something."""
    if view := click.get("view"):
        return window_of(view)
    return Surface.PRIVATE if (click.get("container") or {}).get("is_ephemeral") else Surface.OPEN
