"""What recall posts by itself: in the outbox from the transaction on in which it is due, so once and never lost."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, insert, select

from bot.outbox.letter import Letter
from bot.store.engine import seconds_now
from bot.store.rows import outbox_row
from bot.store.store import LEASE
from bot.store.tables import BOTS, OUTBOX
from handlers.reply import Reply


def letter_to(key: str, team: str, said: Reply, owner: str, connection: Connection, **where: str | None) -> Letter:
    """A reply as a post of this process, to be handed to its outbox once the transaction is done."""
    return letter_of(key, team, said.message(mrkdwn=False, **where), owner, connection)


def letter_of(key: str, team: str, message: Mapping[str, Any], owner: str, connection: Connection) -> Letter:
    """The same, of a message with its place."""
    enterprise = _enterprise(team, connection)
    letter = Letter(key, team, enterprise, "chat.postMessage", message, time.time(), lasting=True)
    row = outbox_row(letter, owner)
    connection.execute(insert(OUTBOX).values(**row, leased_until=seconds_now() + LEASE))
    return letter


def _enterprise(team: str, connection: Connection) -> str | None:
    """The enterprise that a workspace was installed in: its token is looked up by both."""
    newest = select(BOTS.c.enterprise_id).where(BOTS.c.team_id == team).order_by(BOTS.c.installed_at.desc())
    return connection.execute(newest.limit(1)).scalar()
