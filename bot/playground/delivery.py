"""What Slack delivers to an app: signed events, commands and clicks, over HTTP."""

from __future__ import annotations

import hashlib
import hmac
import http.client
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Any
from urllib.parse import urlencode, urlsplit

FORM, JSON = "application/x-www-form-urlencoded", "application/json"
TEAM, BOT, PERSON, CHANNEL = "T1", "UBOT", "UANNA", "C1"
PATIENCE = 10.0

_numbers = count(time.time_ns() // 1000)


@dataclass(frozen=True, slots=True)
class Ack:
    """How a delivery was acknowledged: the HTTP status (0 if the connection failed), after how long, saying what."""

    status: int
    seconds: float
    body: str = ""

    @property
    def text(self) -> str:
        return str(json.loads(self.body)["text"]) if self.status == 200 and self.body else ""


@dataclass(frozen=True, slots=True)
class Delivery:
    """Delivers to the app at an address, signed with its secret, for one workspace."""

    url: str
    secret: str
    team: str = TEAM
    hook: str = "https://hooks.slack.test/1"
    clock: Callable[[], float] = time.time

    def mention(self, text: str, channel: str = CHANNEL, event_id: str | None = None, retry: int = 0) -> Ack:
        """A mention in a channel; with an event id that was delivered before, and a number, a repetition."""
        event = {"type": "app_mention", "user": PERSON, "channel": channel, "text": f"<@{BOT}> {text}"}
        return self.event({**event, "ts": f"{next(_numbers)}.000001"}, event_id, retry)

    def event(self, event: dict[str, Any], event_id: str | None = None, retry: int = 0) -> Ack:
        """Any event."""
        ours = [{"team_id": self.team, "user_id": BOT, "is_bot": True, "is_enterprise_install": False}]
        about = {"type": "event_callback", "team_id": self.team, "event_id": event_id or f"Ev{next(_numbers)}"}
        what = {"event_time": int(self.clock()), "authorizations": ours, "event": event}
        again = {"X-Slack-Retry-Num": str(retry), "X-Slack-Retry-Reason": "http_timeout"} if retry else {}
        return self.send(json.dumps({**about, **what}), JSON, again)

    def command(self, text: str, trigger: str | None = None) -> Ack:
        """A slash command, answered in the ack."""
        where = {"team_id": self.team, "user_id": PERSON, "channel_id": CHANNEL, "response_url": self.hook}
        typed = {"command": "/fact", "text": text, "trigger_id": trigger or f"{next(_numbers)}"}
        return self.send(urlencode({**where, **typed}), FORM)

    def click(self, action: dict[str, Any]) -> Ack:
        """A click on a button."""
        who = {"team": {"id": self.team}, "user": {"id": PERSON}, "channel": {"id": CHANNEL}}
        what = {"type": "block_actions", "trigger_id": f"{next(_numbers)}", "response_url": self.hook}
        return self.send(urlencode({"payload": json.dumps({**who, **what, "actions": [action]})}), FORM)

    def send(self, body: str, kind: str, headers: dict[str, str] | None = None) -> Ack:
        """Any body, signed now."""
        began = time.monotonic()
        where = urlsplit(self.url)
        line = http.client.HTTPConnection(where.hostname or "", where.port, timeout=PATIENCE)
        try:
            line.request(
                "POST", where.path, body.encode(), {"Content-Type": kind, **self._signed(body), **(headers or {})}
            )
            answer = line.getresponse()
            return Ack(answer.status, time.monotonic() - began, answer.read().decode())
        except OSError:
            return Ack(0, time.monotonic() - began)
        finally:
            line.close()

    def _signed(self, body: str) -> dict[str, str]:
        timestamp = str(int(self.clock()))
        digest = hmac.new(self.secret.encode(), f"v0:{timestamp}:{body}".encode(), hashlib.sha256).hexdigest()
        return {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": f"v0={digest}"}
