"""What the playground's workspace holds at this moment: messages, modals, Homes; all of it in memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import count
from threading import Condition
from typing import Any

from bot.playground.people import CHANNEL_BY_ID

Thing = dict[str, Any]
Key = tuple[str, str]
"""A message: its channel and its timestamp."""

_unnamed = count(1)


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it stands. `only_for` is who sees an ephemeral one; `exchange` the one that it came out of."""

    channel: str
    ts: str
    user: str
    text: str
    blocks: tuple[Thing, ...] = ()
    thread: str | None = None
    edited: bool = False
    plain: bool = False  # `mrkdwn` is off: nothing in the text formats
    only_for: str | None = None
    exchange: int | None = None

    @property
    def key(self) -> Key:
        return self.channel, self.ts


@dataclass(frozen=True, slots=True)
class View:
    """A modal or a Home as the app gave it, with the id and hash that Slack gave it; `errors` by block."""

    id: str
    hash: str
    view: Thing
    person: str
    errors: Thing = field(default_factory=dict)
    exchange: int | None = None


@dataclass(slots=True)
class Workspace:
    """Changes in it are made inside `with workspace.changing():`, and wake whoever waits for them."""

    messages: dict[Key, Message] = field(default_factory=dict)
    modals: dict[str, list[View]] = field(default_factory=dict)  # of each person, the topmost last
    homes: dict[str, View] = field(default_factory=dict)
    prompts: dict[str, Thing] = field(default_factory=dict)  # the suggested prompts of a direct message
    version: int = 0
    _changed: Condition = field(default_factory=Condition)

    @contextmanager
    def changing(self) -> Iterator[None]:
        with self._changed:
            yield
            self.version += 1
            self._changed.notify_all()

    def wait(self, seen: int, seconds: float) -> bool:
        """Whether there is something new since that version, at once or within so many seconds."""
        with self._changed:
            return self._changed.wait_for(lambda: self.version != seen, seconds)

    def clear(self) -> None:
        """As it was at the start."""
        with self.changing():
            for held in (self.messages, self.modals, self.homes, self.prompts):
                held.clear()

    def post(self, message: Message) -> Message:
        with self.changing():
            self.messages[message.key] = message
        return message

    def change(self, key: Key, **what: Any) -> None:
        """Changes a message, if it is still there."""
        with self.changing():
            if found := self.messages.get(key):
                self.messages[key] = replace(found, **what)

    def remove(self, key: Key) -> None:
        with self.changing():
            self.messages.pop(key, None)

    def open(self, view: View) -> None:
        """Lays a modal on top of those that a person has open."""
        with self.changing():
            self.modals.setdefault(view.person, []).append(view)

    def views(self) -> list[View]:
        """Every modal and every Home."""
        return [*(view for stack in [*self.modals.values()] for view in stack), *self.homes.values()]

    def modal(self, person: str, view_id: str) -> View | None:
        return next((each for each in self.modals.get(person, ()) if each.id == view_id), None)

    def replace_view(self, new: View) -> None:
        """Puts a new state of a modal, or of a Home, in the place of the one with its id."""
        with self.changing():
            stack = self.modals.get(new.person, [])
            self.modals[new.person] = [new if each.id == new.id else each for each in stack]
            if (home := self.homes.get(new.person)) and home.id == new.id:
                self.homes[new.person] = new

    def close(self, person: str, view_id: str = "") -> None:
        """Closes a modal; all that a person has open, if none is named."""
        with self.changing():
            self.modals[person] = [each for each in self.modals.get(person, ()) if view_id and each.id != view_id]

    def seen_by(self, person: str) -> list[Message]:
        """The messages that a person sees, the oldest first."""
        seen = (each for each in [*self.messages.values()] if each.only_for in (None, person))
        return sorted((each for each in seen if CHANNEL_BY_ID[each.channel].open_to(person)), key=_when)


def _when(message: Message) -> tuple[int, int]:
    seconds, _, number = message.ts.partition(".")
    return int(seconds), int(number)


def with_ids(blocks: list[Thing] | None) -> tuple[Thing, ...]:
    """Blocks whose unnamed blocks and elements have names, as Slack gives them: clicks and states go by them."""
    return tuple(_named(each) for each in blocks or ())


def _named(block: Thing) -> Thing:
    named = {"block_id": f"b{next(_unnamed)}", **block}
    if isinstance(block.get("elements"), list) and block.get("type") in ("actions", "context_actions"):
        named["elements"] = [{"action_id": f"a{next(_unnamed)}", **each} for each in block["elements"]]
    for name in ("accessory", "element"):
        if isinstance(block.get(name), dict):
            named[name] = {"action_id": f"a{next(_unnamed)}", **block[name]}
    return named
