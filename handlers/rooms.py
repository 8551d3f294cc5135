"""Where Factbox may answer, and whom: asked of everything that comes out of Slack, before any listener hears of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from slack_bolt import Ack, BoltContext, BoltResponse

from handlers import wording
from handlers.admin.forms import kept_open
from handlers.incoming import place_of_click, question_in
from handlers.memory import RESPOND, Kept, Memory, Post
from handlers.pages.frame import in_place
from handlers.render import render_words
from handlers.reply import Reply
from handlers.strangers import is_stranger

Body = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rooms:
    """Everywhere, or in direct messages and in these channels (ids) only; and people of other organisations or not."""

    everywhere: bool = True
    channels: frozenset[str] = frozenset()
    strangers: bool = True

    def open_to(self, channel: str) -> bool:
        """Whether it may answer there. Ids of direct messages begin with a D."""
        return self.everywhere or channel.startswith("D") or channel in self.channels

    def refusal(self, channel: str | None, *, stranger: bool) -> str:
        """Why it may not answer, as a sentence; empty if it may. What has no channel is private anyway."""
        if stranger and not self.strangers:
            return wording.STRANGER
        return "" if channel is None or self.open_to(channel) else wording.elsewhere(bool(self.channels))


def only_where_it_may(
    body: Body, context: BoltContext, ack: Ack, memory: Memory, rooms: Rooms, next: Callable[[], None]
) -> BoltResponse | None:
    """Lets through what may be answered; whoever asked elsewhere is told so, alone."""
    refusal = rooms.refusal(context.channel_id, stranger=is_stranger(body))
    if not refusal:
        next()
        return None
    said = render_words(refusal)
    if "command" in body:
        return ack(**said.words(), response_type="ephemeral")
    if body.get("type") == "block_suggestion":
        return ack(options=[])
    if body.get("type") == "view_submission":
        return ack(**kept_open(body["view"], refusal))
    if kept := _told(body, said):
        memory.keep(kept)
    return ack()


def _told(body: Body, said: Reply) -> Kept | None:
    """The kind line, to whoever asked; nothing to those who did not."""
    message = said.words()
    if (body.get("view") or {}).get("type") == "modal":
        return Kept("", place_of_click(body), (in_place(body, said, ""),))
    if "response_url" in body:
        beside = {"response_type": "ephemeral", "replace_original": False, "url": body["response_url"]}
        return Kept("", place_of_click(body), (Post(RESPOND, message | beside),))
    asked = question_in(body) if "event" in body else None
    if asked is None:
        return None
    where = {"channel": asked.channel, "user": asked.user}
    thread = {"thread_ts": asked.asked_in} if asked.asked_in else {}
    return Kept(asked.event_id, asked.place, (Post("chat.postEphemeral", message | where | thread),))
