"""A Slack workspace that fits in memory: what people type goes into the real Bolt app, what it says comes back."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import Executor, Future
from itertools import count
from typing import Any

import pytest
from slack_bolt import BoltRequest, BoltResponse
from slack_sdk import WebClient
from slack_sdk.webhook import WebhookClient

from bot.app import build_app
from bot.settings import Settings
from knowledge.library import Library

TEAM, BOT, PERSON, CHANNEL, DIRECT = "T1", "UBOT", "UANNA", "C1", "D1"
Message = dict[str, Any]


class AtOnce(Executor):
    """Runs a listener where it is submitted, so that a test needs neither threads nor patience."""

    def submit(self, work: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        done: Future[Any] = Future()
        done.set_result(work(*args, **kwargs))
        return done


class Slack:
    """What people do is a method, and gives the `text` they are answered with; `None` is silence."""

    def __init__(self, library: Library, monkeypatch: pytest.MonkeyPatch, slash: str = "/fact") -> None:
        settings = Settings(bot_token="xoxb-1", signing_secret="secret", slash=slash)
        self.app = build_app(settings, library, executor=AtOnce())
        self.said: list[Message] = []
        self.calls: list[str] = []
        self._numbers = count(1)
        monkeypatch.setattr(WebClient, "api_call", self._web_api)
        monkeypatch.setattr(WebhookClient, "send_dict", self.said.append)

    def command(self, typed: str) -> str | None:
        """Types a slash command; the answer comes in the ack."""
        command, _, text = typed.partition(" ")
        body = {"command": command, "text": text, "team_id": TEAM, "user_id": PERSON, "channel_id": CHANNEL}
        return self._answer_to({**body, "response_url": "https://hooks.slack.test/1", "trigger_id": "1"})

    def mention(self, text: str, **event: Any) -> str | None:
        """Mentions the bot in a channel."""
        return self.event({"type": "app_mention", "channel": CHANNEL, "text": f"<@{BOT}> {text}", **event})

    def dm(self, text: str, **event: Any) -> str | None:
        """Writes to the bot directly."""
        return self.event({"type": "message", "channel_type": "im", "channel": DIRECT, "text": text, **event})

    def event(self, event: Message, event_id: str | None = None, team: str = TEAM) -> str | None:
        """Delivers an event, with an id of its own unless one is given."""
        number = next(self._numbers)
        body = {"type": "event_callback", "team_id": team, "event_id": event_id or f"Ev{number}"}
        ours = [{"team_id": team, "user_id": BOT, "is_bot": True}]
        return self._answer_to(
            {**body, "authorizations": ours, "event": {"user": PERSON, "ts": f"{number}.0", **event}}
        )

    def click(self, label: str) -> str | None:
        """Clicks a button of the last message."""
        button = next(each for each in self.buttons if each["text"]["text"] == label)
        body = {"type": "block_actions", "team": {"id": TEAM}, "user": {"id": PERSON}, "channel": {"id": CHANNEL}}
        return self._answer_to({**body, "response_url": "https://hooks.slack.test/1", "actions": [button]})

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

    def _web_api(self, method: str, **request: Any) -> Message:
        self.calls.append(method)
        self.said.append(request["json"])
        return {"ok": True, "ts": "9.0"}
