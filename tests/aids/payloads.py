"""What the tests see Factbox send: each is held against Slack's limits, and gathered for Slack's own types (.ci/types)."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import Any

from bot.playground.refusals import flaws_of
from bot.playground.standin import HOOKS, StandIn
from handlers.memory import ANSWER, EDITED, RESPOND, SHARE, WINDOW
from tests.aids.harmless import harms
from tests.aids.registered import unheard

NAMES = frozenset({"type", "style", "response_type", "response_action", "verbatim", "emoji", "wrap"})
"""Keys whose texts the types know by name; of all others any text is as good as another."""

POSTING = ("chat.", "views.", "assistant.")
"""What the methods that show something begin with; all others only ask."""

_gathered: dict[str, str] = {}


def examined(method: str, arguments: Mapping[str, Any]) -> None:
    """Fails the test if Slack would refuse this; "ack" is the method of what is said in an acknowledgement."""
    method, arguments = _as_sent(method, arguments)
    found = [*flaws_of(method, arguments)]
    assert found == [], f"{method}: {found}"
    assert [*unheard(arguments)] == []
    assert [*harms(method, arguments)] == []
    _gathered.setdefault(f"{method} {_shape(arguments)}", json.dumps({"method": method, "arguments": arguments}))


def taken(standin: StandIn) -> None:
    """Asks the same of what a running process has posted to a stand-in; Bolt's client names the workspace in each call."""
    for call in standin.posted:
        if call.method.startswith(HOOKS):
            examined(RESPOND, call.arguments)
        elif call.method.startswith(POSTING):
            examined(call.method, {name: given for name, given in call.arguments.items() if name != "team_id"})


def _as_sent(method: str, arguments: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """What is for the outbox alone does not reach Slack (bot/outbox/call.py)."""
    ours = {"chat.update": (ANSWER, EDITED), RESPOND: ("url",), SHARE: ("url", WINDOW)}.get(method, ())
    sent = {name: value for name, value in arguments.items() if name not in ours}
    if method == "chat.update":
        return method, {**sent, "ts": arguments.get("ts", "1700000000.000001")}
    return "chat.postMessage" if method == SHARE else method, sent


def write_gathered() -> None:
    """One payload of each shape, a line each, into the file that PAYLOADS names."""
    if path := os.environ.get("PAYLOADS"):
        with open(path, "a", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in _gathered.values())


def _shape(thing: Any) -> str:
    return json.dumps(_without_words(thing), sort_keys=True)


def _without_words(thing: Any, key: str = "") -> Any:
    """Lists of one kind of thing count as one such thing."""
    if isinstance(thing, Mapping):
        return {name: _without_words(value, name) for name, value in thing.items()}
    if isinstance(thing, list | tuple):
        return sorted({_shape(each) for each in thing})
    return thing if key in NAMES or not isinstance(thing, str) else "…"
