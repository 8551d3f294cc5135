"""A post as the outbox holds it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.records import Written
from handlers.memory import RESPOND

LANES = {"views.publish": "user_id", "views.update": "view_id", "assistant.threads.setSuggestedPrompts": "channel_id"}
"""Which argument tells where it goes, of methods that post no message to a `channel`."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A post, what to call it by, where it goes and since when it waits (seconds since 1970)."""

    key: str
    team: str
    enterprise: str | None
    method: str
    arguments: Mapping[str, Any]
    at: float
    lasting: bool = False  # worth posting however late
    put_aside: bool = False  # its record could not be written into the store, and waits in the spool
    attempts: int = 0

    @property
    def lane(self) -> str:
        """What Slack counts together: the messages to one channel, or to one `response_url`; and what a person sees of
        one window or Home tab, which must come in its order."""
        where = "url" if self.method == RESPOND else LANES.get(self.method, "channel")
        return f"{self.team}/{self.arguments.get(where, '')}"


def letters_of(record: Written, put_aside: bool = False) -> Iterator[Letter]:
    """The posts of a record, in their order."""
    kept = record.kept
    for number, post in enumerate(kept.posts):
        key = post_key(kept.place.team, kept.key, number)
        place = kept.place
        about = place.team, place.enterprise, post.method, post.arguments, record.at, post.lasting
        yield Letter(key, *about, put_aside=put_aside)


def post_key(team: str, key: str, number: int) -> str:
    return f"{team}/{key}#{number}"
