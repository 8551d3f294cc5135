"""The Bolt app: put together from settings and a library, without a call to Slack."""

from __future__ import annotations

import logging
from collections.abc import Callable

from slack_bolt import App
from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient

from bot.settings import Settings
from handlers import register
from handlers.memory import Memory
from knowledge.library import Library

PATIENCE = 10
"""Seconds that a call to Slack may take."""


def build_app(settings: Settings, library: Library, memory: Memory) -> App:
    """A Bolt app that answers from the library, and remembers and posts through the memory.

    Listeners run before the ack, in the thread of the request: what is acknowledged is kept (DESIGN.md, 1).
    """
    app = App(
        name="factbox",
        signing_secret=settings.signing_secret,
        client=WebClient(base_url=settings.api_url, timeout=PATIENCE),
        authorize=_with_token(settings.bot_token),
        token_verification_enabled=False,
        process_before_response=True,
    )
    register(app, library, memory, settings.slash)
    return app


def log_to_stderr() -> None:
    """What happens, a line each, for whoever runs the process."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    # Bolt finds SLACK_BOT_TOKEN by itself and warns that it does not use it: we do, through `authorize`.
    logging.getLogger("slack_bolt.App").addFilter(lambda record: "will be unused" not in record.getMessage())


def _with_token(bot_token: str) -> Callable[[str | None, str | None], AuthorizeResult]:
    """Authorizes every request with our one token.

    Given the token itself, Bolt asks `auth.test` before the first ack: while Slack is slow, that command is lost.
    """

    def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id, bot_token=bot_token)

    return authorize
