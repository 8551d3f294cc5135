"""What a follow-up goes on from, and which message answers which question: by memory and store together.

The process that answered last need not be this one, so the store is asked too, as long as it answers in time; what this
process heard itself it knows in any case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import TypeVar

from sqlalchemy import Connection, text
from sqlalchemy.exc import SQLAlchemyError

from bot.circuit import Away, Circuit
from bot.outbox.call import Overtaken
from bot.records import Written
from bot.store import Store
from bot.store.turns import edited_at, heard_at, heard_in, last_heard, message_of
from bot.turns import Turns
from handlers.memory import NOTHING, Place

PATIENCE = 5.0
"""Seconds that a post may wait to be told which message it changes."""


T = TypeVar("T")


class Conversations:
    """The conversations of all workspaces."""

    def __init__(self, store: Store, circuit: Circuit) -> None:
        self._store = store
        self._circuit = circuit
        self.newest = Turns()

    def hear(self, record: Written) -> None:
        """The turn of a record, if it is one."""
        if heard := heard_in(record):
            self.newest.hear(record.kept.place, heard)

    def followed(self, place: Place, asked: str) -> str | None:
        """The fact that a message of that time may go on from."""
        known = self.newest.last(place, asked), self._stored(lambda connection: last_heard(place, asked, connection))
        last = max(filter(None, known), key=lambda turn: (turn.asked, turn.edited or ""), default=None)
        return last.fact if last and last.fact != NOTHING else None

    def answer_to(self, place: Place, asked: str) -> str | None:
        """The key of the post that answered the message of that time."""
        heard = self.newest.at(place, asked)
        if not heard or not heard.post:  # of what another process answered, this one may have heard a change alone
            heard = self._stored(lambda connection: heard_at(place, asked, connection))
        return heard.post if heard else None

    @contextmanager
    def changing(self, post: str, edited: str) -> Iterator[str | None]:
        """Under which timestamp Slack has a post, while no other process changes it for an edit; None while it is on its
        way, or while another one does. Raises as `message_of` does, and Overtaken if there was an edit after this one."""
        with self._alone(post) as alone:
            known = self.newest.edited(post), self._stored(lambda connection: edited_at(post, connection))
            if any(each and each > edited for each in known):
                raise Overtaken(post)
            yield self.message_of(post) if alone else None

    def message_of(self, post: str) -> str | None:
        """Under which timestamp Slack has a post; None while it is on its way. Raises LookupError if it will never be,
        Away if nobody knows."""
        if message := self.newest.message_of(post):
            return message
        find = partial(message_of, post)
        message, on_its_way = self._circuit.run(lambda: self._read(find), PATIENCE)
        if not message and not on_its_way:
            raise LookupError("what it changes was never posted")
        return message

    @contextmanager
    def _alone(self, post: str) -> Iterator[bool]:
        """Whether no other process changes that message. SQLite is for one process, which posts to a channel in order;
        while the database is away each goes by what it heard itself."""
        if self._store.engine.dialect.name != "postgresql":
            yield True
            return
        try:
            connection, ours = self._circuit.run(lambda: self._locked(post), PATIENCE)
        except Away:
            yield True
            return
        try:
            yield ours
        finally:
            with suppress(SQLAlchemyError):
                connection.close()

    def _locked(self, post: str) -> tuple[Connection, bool]:
        """A transaction that holds the lock on a post, unless another one does."""
        connection = self._store.engine.connect()
        lock = text("SELECT pg_try_advisory_xact_lock(hashtext(:post))")
        return connection, bool(connection.execute(lock, {"post": f"edit of {post}"}).scalar())

    def _stored(self, ask: Callable[[Connection], T | None]) -> T | None:
        try:
            return self._circuit.run(lambda: self._read(ask))
        except Away:
            return None

    def _read(self, ask: Callable[[Connection], T]) -> T:
        with self._store.engine.connect() as connection:
            return ask(connection)
