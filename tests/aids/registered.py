"""What Factbox listens to: its own table of contents, read by an app that only takes notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from re import Pattern
from typing import Any, cast

from slack_bolt import App

from handlers import register
from handlers.memory import Memory
from knowledge.library import Library
from tests.bases import RURITANIA


class Registered:
    """Notes what is registered on it, in the place of an app."""

    def __init__(self) -> None:
        self.names: dict[str, list[Any]] = {}

    def __getattr__(self, kind: str) -> Any:
        def note(name: Any, **_: Any) -> Any:
            self.names.setdefault(kind, []).append(name)
            return lambda listener: listener

        return note


def registered(library: Library) -> dict[str, list[Any]]:
    app = Registered()
    register(cast(App, app), library, cast(Memory, None))
    return app.names


def unheard(thing: Any) -> Iterator[str]:
    """What can be pressed, chosen or sent off in a payload, and nobody listens to."""
    if isinstance(thing, list | tuple):
        for each in thing:
            yield from unheard(each)
    elif isinstance(thing, Mapping):
        if thing.get("type") == "modal" and thing.get("submit") and not _heard("view", thing.get("callback_id")):
            yield f"the modal {thing.get('callback_id')!r}"
        if "action_id" in thing and "type" in thing and not _heard("action", thing["action_id"]):
            yield f"the {thing['type']} {thing['action_id']!r}"
        if thing.get("type") == "external_select" and not _heard("options", thing["action_id"]):
            yield f"what is typed into {thing['action_id']!r}"
        silent = thing.get("type") == "input" and not thing.get("dispatch_action")  # it is sent off with its modal
        for name, each in thing.items():
            if not (silent and name == "element"):
                yield from unheard(each)


def _heard(kind: str, name: Any) -> bool:
    return any(bool(each.search(str(name))) if isinstance(each, Pattern) else each == name for each in _names()[kind])


@cache
def _names() -> dict[str, list[Any]]:
    return registered(Library.open(RURITANIA))
