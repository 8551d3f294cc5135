"""What *Inspect* shows: each thing that a person did, what was delivered for it, and everything that came back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from bot.playground.delivery import Ack
from bot.playground.moods import Call, now
from bot.playground.standin import HOOKS

MOST = 200
"""Exchanges that are held; the oldest go first."""


@dataclass(slots=True)
class Exchange:
    """One thing that a person did. `thread` is where an answer to it goes, `message` what it was done to."""

    number: int
    person: str
    what: str
    question: str | None = None
    channel: str | None = None
    thread: str | None = None
    message: str | None = None
    ephemeral: bool = False
    view: str | None = None
    body: Mapping[str, Any] = field(default_factory=dict)
    began: float = field(default_factory=now)
    ack: Ack | None = None
    calls: list[tuple[float, Call]] = field(default_factory=list)  # each with the seconds until it had come

    @property
    def trigger(self) -> str:
        """A `trigger_id`."""
        return f"{self.number}.playground"

    def told(self) -> dict[str, Any]:
        """All of it, as the page shows it; times in milliseconds."""
        return {
            "number": self.number,
            "person": self.person,
            "what": self.what,
            "question": self.question,
            "delivered": self.body,
            "ack": _ack(self.ack),
            "calls": [_call(*each) for each in [*self.calls]],
        }


class Exchanges:
    """The latest exchanges, and to which of them a call belongs."""

    def __init__(self) -> None:
        self._latest: dict[int, Exchange] = {}
        self._number = 0
        self._lock = Lock()

    def begin(self, person: str, what: str, **about: Any) -> Exchange:
        with self._lock:
            self._number += 1
            exchange = self._latest[self._number] = Exchange(self._number, person, what, **about)
            self._latest.pop(self._number - MOST, None)
        return exchange

    def by_number(self, number: int) -> Exchange | None:
        return self._latest.get(number)

    def by_trigger(self, trigger: object) -> Exchange | None:
        number = str(trigger).partition(".")[0]
        return self.by_number(int(number)) if number.isdigit() else None

    def of(self, call: Call) -> Exchange | None:
        """The exchange that a call belongs to: by what the call names, else the last one."""
        arguments = call.arguments
        if call.method.startswith(HOOKS):
            return self.by_trigger(call.method.removeprefix(HOOKS))
        if "trigger_id" in arguments:
            return self.by_trigger(arguments["trigger_id"])
        latest = [*self._latest.values()][::-1]
        near = (each for each in latest if _belongs(each, arguments))
        return next(near, latest[0] if latest else None)

    def add(self, call: Call) -> Exchange | None:
        """Adds a call to its exchange."""
        if exchange := self.of(call):
            exchange.calls.append((now() - exchange.began, call))
        return exchange


def _belongs(exchange: Exchange, arguments: Mapping[str, Any]) -> bool:
    if "user_id" in arguments:
        return bool(exchange.person == arguments["user_id"])
    if "view_id" in arguments:
        return bool(exchange.view == arguments["view_id"])
    same_thread = arguments.get("thread_ts") in (None, exchange.thread, exchange.message)
    return exchange.channel == arguments.get("channel") and same_thread


def _ack(ack: Ack | None) -> dict[str, Any] | None:
    if ack is None:
        return None
    return {"status": ack.status, "ms": round(ack.seconds * 1000, 1), "body": json_or_text(ack.body)}


def _call(seconds: float, call: Call) -> dict[str, Any]:
    said = {"method": call.method, "arguments": call.arguments, "status": call.status, "answer": call.answer}
    return {**said, "ms": round(seconds * 1000, 1)}


def json_or_text(body: str) -> Any:
    """A body as what it says, if it is JSON."""
    try:
        return json.loads(body) if body else ""
    except ValueError:
        return body
