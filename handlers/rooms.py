"""Where Factbox may answer: asked of everything that comes out of a channel, before any listener hears of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from slack_bolt import Ack, BoltContext, BoltResponse

from handlers import wording
from handlers.incoming import place_of_click, question_in
from handlers.memory import RESPOND, Kept, Memory, Post
from handlers.render import render_words

Body = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rooms:
    """Everywhere, or in direct messages and in these channels (ids) only."""

    everywhere: bool = True
    channels: frozenset[str] = frozenset()

    def open_to(self, channel: str) -> bool:
        """Whether it may answer there. Ids of direct messages begin with a D."""
        return self.everywhere or channel.startswith("D") or channel in self.channels


def only_where_it_may(
    body: Body, context: BoltContext, ack: Ack, memory: Memory, rooms: Rooms, next: Callable[[], None]
) -> BoltResponse | None:
    """Lets through what may be answered; whoever asked elsewhere is told so, alone. What has no channel is private anyway."""
    channel = context.channel_id
    if channel is None or rooms.open_to(channel):
        next()
        return None
    message = render_words(wording.elsewhere(bool(rooms.channels))).words()
    if "command" in body:
        return ack(**message, response_type="ephemeral")
    if body.get("type") == "block_suggestion":
        return ack(options=[])
    if kept := _told(body, message):
        memory.keep(kept)
    return ack()


def _told(body: Body, message: Body) -> Kept | None:
    """The kind line, to whoever asked; nothing to those who did not."""
    if "response_url" in body:
        beside = {"response_type": "ephemeral", "replace_original": False, "url": body["response_url"]}
        return Kept("", place_of_click(body), (Post(RESPOND, message | beside),))
    asked = question_in(body) if "event" in body else None
    if asked is None:
        return None
    where = {"channel": asked.channel, "user": asked.user}
    thread = {"thread_ts": asked.asked_in} if asked.asked_in else {}
    return Kept(asked.event_id, asked.place, (Post("chat.postEphemeral", message | where | thread),))
