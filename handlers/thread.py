"""The thread of somebody's message, as the window that was opened over it remembers it: pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from handlers.values import packed, unpacked

MARK = '{"thread":'
"""What the `private_metadata` of such a window begins with; other windows remember other things there."""


@dataclass(frozen=True, slots=True)
class Thread:
    """A thread in a channel, and the `response_url` by which something can be said there without being a member."""

    ts: str
    channel: str
    url: str

    @property
    def metadata(self) -> str:
        """What a window takes with it."""
        return packed({"thread": self.ts, "channel": self.channel, "url": self.url})


def thread_of(shortcut: Mapping[str, Any]) -> Thread:
    """The thread that a message stands in, or would begin."""
    message = shortcut["message"]
    ts = message.get("thread_ts") or message.get("ts") or ""
    return Thread(ts, shortcut["channel"]["id"], shortcut.get("response_url") or "")


def thread_in(view: Mapping[str, Any]) -> Thread | None:
    """The thread that a window was opened over; None if it was opened from elsewhere."""
    metadata = str(view.get("private_metadata") or "")
    if not metadata.startswith(MARK):
        return None
    told = unpacked(metadata)
    return Thread(told["thread"], told["channel"], told["url"])
