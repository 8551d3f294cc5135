"""The bot's token in each workspace: of its installation, or the one of the settings; new before the old one expires."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from slack_sdk import WebClient
from slack_sdk.errors import SlackTokenRotationError
from slack_sdk.oauth.installation_store import Bot
from slack_sdk.oauth.installation_store.sqlalchemy import SQLAlchemyInstallationStore
from slack_sdk.oauth.token_rotation import TokenRotator
from sqlalchemy import Engine, text

from bot.circuit import Away, Circuit, within
from bot.outbox.letter import Letter
from bot.settings import Settings

KNOWN_FOR = 60.0
"""Seconds for which a token is not looked up again, and so the longest that one lives here after it was erased."""

EARLY = 30
"""Minutes before a token expires at which it is replaced."""

HASTE = 1.5
"""Seconds that a new token may take where somebody has just pressed something: a trigger lives for three."""

PATIENCE = 5.0
"""Seconds that a look-up may take: no ack waits for it, only a post."""

Where = tuple[str, str | None]
"""A workspace, and the enterprise it belongs to."""

log = logging.getLogger(__name__)


class Tokens:
    """Tokens by workspace. With a hung database the last known token serves on."""

    def __init__(self, settings: Settings, engine: Engine, circuit: Circuit) -> None:
        self._settings = settings
        self._engine = engine
        self._circuit = circuit
        self._client_id = settings.client_id
        self._known: dict[Where, tuple[float, str]] = {}
        self._turn = Lock()

    def __call__(self, letter: Letter) -> str:
        """The token where a letter goes. Raises LookupError if Factbox is not installed there, Away if that is not known."""
        return self.of(letter.team, letter.enterprise)

    def of(self, team: str, enterprise: str | None) -> str:
        """The token in a workspace. Raises as a call does."""
        where = team, enterprise
        since, token = self._known.get(where, (0.0, ""))
        if token and time.monotonic() - since < KNOWN_FOR:
            return token
        try:
            found = self._found(where)
        except Away:
            if token:
                return token
            raise
        self._known[where] = time.monotonic(), found
        return found

    def in_time(self, team: str, enterprise: str | None) -> str | None:
        """The token in a workspace as far as it can be told before an ack; one that has expired is replaced meanwhile."""
        where = team, enterprise
        since, token = self._known.get(where, (0.0, ""))
        if not self._client_id or (token and time.monotonic() - since < KNOWN_FOR):
            return token or self._settings.bot_token or None
        try:
            bot = self._circuit.run(lambda: self._installed(where))
        except Away:
            return token or None
        if bot and is_old(bot, minutes=0):
            return within(HASTE, lambda: self.of(team, enterprise))
        if bot and not is_old(bot):
            self._known[where] = time.monotonic(), bot.bot_token
        return bot.bot_token if bot else self._settings.bot_token or None

    def _found(self, where: Where) -> str:
        bot = self._circuit.run(lambda: self._installed(where), PATIENCE) if self._client_id else None
        if bot is None and not self._settings.bot_token:
            self._known.pop(where, None)
            raise LookupError("Factbox is not installed there")
        return self._fresh(bot, where) if bot else self._settings.bot_token

    def _installed(self, where: Where) -> Bot | None:
        return self._store().find_bot(team_id=where[0], enterprise_id=where[1])

    def _fresh(self, bot: Bot, where: Where) -> str:
        if not is_old(bot):
            return bot.bot_token
        try:
            return within(30.0, lambda: self._refreshed(where)) or bot.bot_token
        except (SlackTokenRotationError, TimeoutError) as error:
            log.error("Slack gave no new token, the old one serves on: %s", type(error).__name__)
            return bot.bot_token

    def _refreshed(self, where: Where) -> str | None:
        """A new token, of all threads and processes by one: a refresh token is good for one use only."""
        with self._alone(where):
            bot = self._installed(where)
            if bot is None or not is_old(bot):
                return bot.bot_token if bot else None
            new = self._rotator().perform_bot_token_rotation(bot=bot, minutes_before_expiration=EARLY)
            if new:
                self._store().save_bot(new)
            return (new or bot).bot_token

    @contextmanager
    def _alone(self, where: Where) -> Iterator[None]:
        with self._turn, self._engine.connect() as connection:
            if self._engine.dialect.name == "postgresql":
                lock = text("SELECT pg_advisory_xact_lock(hashtext(:where))")
                connection.execute(lock, {"where": f"token of {where}"})
            yield

    def _store(self) -> SQLAlchemyInstallationStore:
        return SQLAlchemyInstallationStore(self._client_id, self._engine)

    def _rotator(self) -> TokenRotator:
        client = WebClient(base_url=self._settings.api_url, timeout=9)
        return TokenRotator(client_id=self._client_id, client_secret=self._settings.client_secret, client=client)


def is_old(bot: Bot, minutes: int = EARLY) -> bool:
    """Whether the token expires within so many minutes."""
    return bot.bot_token_expires_at is not None and bot.bot_token_expires_at < time.time() + minutes * 60
