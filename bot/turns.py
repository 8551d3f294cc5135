"""The turns of conversations, as this process remembers them: the newest, in the conversations that moved last."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from threading import Lock
from typing import TypeVar

from bot.store.turns import Heard
from handlers.memory import Place

CONVERSATIONS, TURNS, POSTS = 5_000, 50, 20_000
"""How many conversations are remembered, how many turns of each, and how many posts."""

K = TypeVar("K")
V = TypeVar("V")


class Newest(OrderedDict[K, V]):
    """Forgets what was put in first when it holds too much."""

    def put(self, key: K, value: V, most: int) -> V:
        self[key] = value
        self.move_to_end(key)
        while len(self) > most:
            self.popitem(last=False)
        return value


class Turns:
    """Answers as the store would (bot/store/turns.py), as far as it remembers."""

    def __init__(self) -> None:
        self._conversations: Newest[tuple[str, str], Newest[str, Heard]] = Newest()
        self._messages: Newest[str, str | None] = Newest()
        self._edits: Newest[str, str] = Newest()  # by the post that answered
        self._lock = Lock()

    def hear(self, place: Place, heard: Heard) -> None:
        """A turn, or what a turn was changed to."""
        with self._lock:
            turns = self._conversations.get(_where(place), Newest())
            before = turns.get(heard.asked)
            now = turns.put(heard.asked, before.changed_to(heard) if before else heard, TURNS)
            if now.post and now.edited:
                self._edits.put(now.post, now.edited, POSTS)
            self._conversations.put(_where(place), turns, CONVERSATIONS)

    def posted(self, post: str, message: str | None) -> None:
        """Under which timestamp Slack has a post; None if it will never have it."""
        with self._lock:
            self._messages.put(post, message, POSTS)

    def last(self, place: Place, asked: str) -> Heard | None:
        with self._lock:
            before = [turn for turn in self._turns(place) if turn.asked < asked and turn.fact is not None]
            here = [turn for turn in before if turn.thread == place.thread]
            begins = [turn for turn in before if place.thread and place.thread in (turn.asked, self._message(turn))]
        return max(here or begins, key=lambda turn: turn.asked, default=None)

    def at(self, place: Place, asked: str) -> Heard | None:
        with self._lock:
            return next((turn for turn in self._turns(place) if turn.asked == asked), None)

    def message_of(self, post: str) -> str | None:
        """None, too, if that is not remembered. Raises LookupError if Slack will never have it."""
        with self._lock:
            if post in self._messages and self._messages[post] is None:
                raise LookupError("what it changes was never posted")
            return self._messages.get(post)

    def edited(self, post: str) -> str | None:
        """When the question that a post answers was last changed, as far as that is remembered."""
        with self._lock:
            return self._edits.get(post)

    def forget(self, team: str) -> None:
        """Everything that was said in a workspace."""
        with self._lock:
            for where in [each for each in self._conversations if each[0] == team]:
                del self._conversations[where]

    def _turns(self, place: Place) -> Iterable[Heard]:
        return self._conversations.get(_where(place), Newest()).values()

    def _message(self, turn: Heard) -> str | None:
        return turn.message or self._messages.get(turn.post or "")


def _where(place: Place) -> tuple[str, str]:
    return place.team, place.channel or ""
