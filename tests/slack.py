"""A Slack workspace that fits in memory: what people type goes into the real Bolt app, what it says comes back."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import count
from typing import Any

from slack_bolt import BoltRequest, BoltResponse

from bot.app import build_app
from bot.circuit import Circuit
from bot.conversations import Conversations
from bot.desk import desk_for
from bot.records import Written
from bot.seen import Seen
from bot.settings import Settings
from handlers.memory import Kept, Place, Post
from knowledge.library import Library

TEAM, BOT, PERSON, CHANNEL, DIRECT = "T1", "UBOT", "UANNA", "C1", "D1"
HOOK = "https://hooks.slack.test/1"
Message = dict[str, Any]


def ts(number: int) -> str:
    """A timestamp as Slack writes it: later ones come later in the alphabet too."""
    return f"1700000000.{number:06}"


class Remembered:
    """A memory that posts where it stands, so that a test needs neither threads nor patience nor a database."""

    def __init__(self, post: Callable[[Post], None]) -> None:
        desk = desk_for(Settings(database_url="sqlite://"))  # without tables: out of reach
        self.office = desk.memory.office
        self.kept: list[Kept] = []
        self.forgotten: list[tuple[str, float]] = []
        self._post = post
        self._seen = Seen()
        self._conversations = Conversations(desk.store, Circuit())

    def keep(self, kept: Kept) -> bool:
        first = not kept.key or self._seen.first_time(kept.place.team, kept.key)
        if first:
            self.kept.append(kept)
            self._conversations.hear(Written(kept, 0.0))
            for post in kept.posts:
                self._post(post)
        return first

    def followed(self, place: Place, asked: str) -> str | None:
        return self._conversations.followed(place, asked)

    def answer_to(self, place: Place, asked: str) -> str | None:
        return self._conversations.answer_to(place, asked)

    def note(self, kept: Kept) -> None:
        self.kept.append(kept)

    def forget(self, team: str, at: float) -> None:
        self.forgotten.append((team, at))


class Slack:
    """What people do is a method, and gives the `text` they are answered with; `None` is silence."""

    def __init__(self, library: Library, slash: str = "/fact") -> None:
        settings = Settings(bot_token="xoxb-1", signing_secret="secret", slash=slash)
        self.library = library
        self.memory = Remembered(self._posted)
        self.app = build_app(settings, library, self.memory)
        self.said: list[Message] = []
        self.calls: list[str] = []
        self._numbers = count(1)

    def command(self, typed: str) -> str | None:
        """Types a slash command; the answer comes in the ack."""
        command, _, text = typed.partition(" ")
        body = {"command": command, "text": text, "team_id": TEAM, "user_id": PERSON, "channel_id": CHANNEL}
        return self._answer_to({**body, "response_url": HOOK, "trigger_id": f"{next(self._numbers)}"})

    def mention(self, text: str, **event: Any) -> str | None:
        """Mentions the bot in a channel."""
        return self.event({"type": "app_mention", "channel": CHANNEL, "text": f"<@{BOT}> {text}", **event})

    def dm(self, text: str, **event: Any) -> str | None:
        """Writes to the bot directly."""
        return self.event({"type": "message", "channel_type": "im", "channel": DIRECT, "text": text, **event})

    def event(self, event: Message, event_id: str | None = None, team: str = TEAM) -> str | None:
        """Delivers an event, with an id of its own unless one is given."""
        number = next(self._numbers)
        body = {"type": "event_callback", "team_id": team, "event_id": event_id or f"Ev{number}", "event_time": number}
        ours = [{"team_id": team, "user_id": BOT, "is_bot": True}]
        return self._answer_to({**body, "authorizations": ours, "event": {"user": PERSON, "ts": ts(number), **event}})

    def click(self, label: str, **where: Any) -> str | None:
        """Clicks a button of the last message."""
        button = next(each for each in self.buttons if each["text"]["text"] == label)
        body: Message = {
            "type": "block_actions",
            "team": {"id": TEAM},
            "user": {"id": PERSON},
            "channel": {"id": CHANNEL},
        }
        body |= {
            "response_url": HOOK,
            "trigger_id": f"{next(self._numbers)}",
            "actions": [{**button, "action_ts": ts(next(self._numbers))}],
        }
        return self._answer_to({**body, **where})

    @property
    def last(self) -> Message:
        return self.said[-1]

    @property
    def buttons(self) -> list[Message]:
        return [each for block in self.last["blocks"] if block["type"] == "actions" for each in block["elements"]]

    def _answer_to(self, body: Message) -> str | None:
        before = len(self.said)
        response: BoltResponse = self.app.dispatch(BoltRequest(mode="socket_mode", body=body))
        assert response.status == 200, response.body
        if response.body:
            self.said.append(json.loads(response.body))
        assert len(self.said) <= before + 1, "one answer to one message"
        return self.said[-1]["text"] if len(self.said) > before else None

    def _posted(self, post: Post) -> None:
        self.calls.append(post.method)
        self.said.append(dict(post.arguments))
