"""The Bolt app: put together from settings and a library, without a call to Slack."""

from __future__ import annotations

import logging
from collections.abc import Callable

from slack_bolt import App
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.authorize import Authorize
from slack_bolt.oauth import OAuthFlow
from slack_sdk import WebClient

from bot.circuit import Away
from bot.settings import Settings
from handlers import register
from handlers.memory import Memory
from handlers.rooms import Rooms
from knowledge.library import Library

PATIENCE = 10
"""Seconds that a call to Slack may take."""

TokenOf = Callable[[str, str | None], str | None]
"""The bot's token in a workspace (its id, and its enterprise's); None if it is not known now."""


def build_app(
    settings: Settings, library: Library, memory: Memory, token_of: TokenOf | None = None, flow: OAuthFlow | None = None
) -> App:
    """A Bolt app that answers from the library, and remembers and posts through the memory. `token_of` gives the bot's
    token in a workspace at once, by default the one of the settings; `flow` installs it in others.

    Listeners run before the ack, in the thread of the request: what is acknowledged is kept (DESIGN.md, 1).
    """
    app = App(
        name="factbox",
        signing_secret=settings.signing_secret,
        client=WebClient(base_url=settings.api_url, timeout=PATIENCE),
        authorize=_ByToken(token_of or (lambda *_: settings.bot_token)),
        oauth_flow=flow,
        token_verification_enabled=False,
        process_before_response=True,
    )
    register(app, library, memory, settings.slash, Rooms(settings.everywhere, settings.channels, settings.strangers))
    return app


def log_to_stderr() -> None:
    """What happens, a line each, for whoever runs the process."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    # Bolt finds SLACK_BOT_TOKEN by itself and warns that it does not use it: we do, through `authorize`.
    logging.getLogger("slack_bolt.App").addFilter(lambda record: "will be unused" not in record.getMessage())


class _ByToken(Authorize):
    """Authorizes every request that Slack signed, with the token of its workspace if that is known.

    Given a token itself, Bolt asks `auth.test` before the first ack: while Slack is slow, that command is lost. Without
    any token a command is still answered, in the ack.
    """

    def __init__(self, token_of: TokenOf) -> None:
        self._token_of = token_of

    def __call__(
        self, *, enterprise_id: str | None, team_id: str | None, user_id: str | None, **_: object
    ) -> AuthorizeResult:
        try:
            token = self._token_of(team_id or "", enterprise_id)
        except (Away, LookupError, TimeoutError):
            token = None
        return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id, user_id=user_id, bot_token=token)
