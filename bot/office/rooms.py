"""How each room of the office asks the database: within the time that an ack leaves."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from bot.circuit import Circuit, within
from bot.store import Store
from handlers.office import OutOfReach

PATIENCE = 1.0
"""Seconds that an admin's click may wait for the database: Slack allows three, and there are few admins."""

T = TypeVar("T")
log = logging.getLogger(__name__)


class Room:
    """One room of the office."""

    def __init__(self, store: Store, circuit: Circuit) -> None:
        self._store = store
        self._circuit = circuit

    def _read(self, work: Callable[[Connection], T], budget: float = 0.0) -> T:
        """What the work reads. Raises OutOfReach."""

        def reading() -> T:
            with self._store.engine.connect() as connection:
                return work(connection)

        return self._reached(reading, budget)

    def _write(self, work: Callable[[Connection], T], budget: float = 0.0) -> T:
        """What the work gives, done whole or not at all. Raises OutOfReach, and then it may still be done, late."""

        def writing() -> T:
            with self._store.writing() as connection:
                return work(connection)

        return self._reached(writing, budget)

    def _reached(self, work: Callable[[], T], budget: float) -> T:
        """Unlike the store's own calls it opens no circuit: what admins ask may be slow, and answers must not suffer."""
        if self._circuit.reason:
            raise OutOfReach(self._circuit.reason)
        try:
            return within(budget or PATIENCE, work)
        except (SQLAlchemyError, TimeoutError) as error:
            log.warning("the admins' database call failed: %s", type(error).__name__)
            raise OutOfReach(type(error).__name__) from error
