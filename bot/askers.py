"""Who asked, as a keyed hash: enough to count people and to erase one, without a list of who asked what."""

from __future__ import annotations

import hashlib
import hmac
from secrets import token_hex

from sqlalchemy import Connection, select

from bot.store.engine import insert_new
from bot.store.tables import SECRETS

UNKNOWN = ""
"""The asker of a question that came before the secret could be read."""


class Askers:
    """Hashes user ids with a secret: the one of the settings, or one that is made once and kept in the database."""

    def __init__(self, secret: str = "") -> None:
        self._secret = secret

    @property
    def known(self) -> bool:
        return bool(self._secret)

    def read(self, connection: Connection) -> None:
        """The secret of the database; it is made now if there is none."""
        connection.execute(insert_new(SECRETS, connection.dialect.name), {"name": "askers", "secret": token_hex(32)})
        self._secret = connection.execute(select(SECRETS.c.secret).where(SECRETS.c.name == "askers")).scalar_one()

    def __call__(self, team: str, user: str) -> str:
        if not self._secret:
            return UNKNOWN
        return hmac.new(self._secret.encode(), f"{team}/{user}".encode(), hashlib.sha256).hexdigest()[:32]
