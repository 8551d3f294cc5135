"""What Slack says of the tokens in the settings: whether they are good, for which scopes, and what the time is."""

from __future__ import annotations

import time
from collections.abc import Iterator
from email.utils import parsedate_to_datetime

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

from bot.check.line import Line
from bot.clock import ALARM
from bot.manifest import scopes
from bot.settings import APP_TOKEN, BOT_TOKEN, Settings

PATIENCE = 10
"""Seconds that Slack may take for a call."""


def slack(settings: Settings) -> Iterator[Line]:
    """The tokens that are set."""
    if settings.bot_token:
        yield from _bot_token(settings)
    elif not settings.installs:
        yield Line("Slack", "no token is set, so this is a page to try Factbox on, without Slack")
    if settings.app_token:
        yield _app_token(settings)


def _bot_token(settings: Settings) -> Iterator[Line]:
    try:
        answer = WebClient(settings.bot_token, base_url=settings.api_url, timeout=PATIENCE).auth_test()
    except SlackApiError as refusal:
        yield Line("bot token", f"Slack refuses it ({refusal.response.get('error')})", f"SLACK_BOT_TOKEN: {BOT_TOKEN}")
    except (OSError, ValueError) as error:
        yield Line(
            "Slack",
            f"cannot be reached ({type(error).__name__})",
            f"see whether this machine reaches {settings.api_url}",
        )
    else:
        yield Line("bot token", f"good for the workspace {answer.get('team') or answer.get('team_id')}")
        yield from _scopes(settings, header(answer, "x-oauth-scopes"))
        yield from clock(header(answer, "date"))


def _app_token(settings: Settings) -> Line:
    try:
        WebClient(settings.app_token, base_url=settings.api_url, timeout=PATIENCE).apps_connections_open(
            app_token=settings.app_token
        )
    except SlackApiError as refusal:
        return Line("app token", f"Slack refuses it ({refusal.response.get('error')})", f"SLACK_APP_TOKEN: {APP_TOKEN}")
    except (OSError, ValueError) as error:
        return Line("app token", f"Slack cannot be reached ({type(error).__name__})", "try again once it can be")
    return Line("app token", "opens a connection for Socket Mode")


def scopes_missing(settings: Settings, given: str) -> list[str]:
    """What a token lacks, by the scopes that Slack says it has; nothing if it says nothing."""
    have = _named(given)
    return sorted({*scopes(settings)} - have) if have else []


def _scopes(settings: Settings, given: str) -> Iterator[Line]:
    missing, more = scopes_missing(settings, given), sorted(_named(given) - {*scopes(settings)})
    if not _named(given):
        return
    if missing:
        cure = "add them to the app (OAuth & Permissions, or its manifest) and install it again"
        yield Line("scopes", f"{', '.join(missing)}: missing", cure)
    else:
        beside = f"; not needed: {', '.join(more)}" if more else ""
        yield Line("scopes", f"those of manifest.json{beside}")


def _named(scopes: str) -> set[str]:
    return {each.strip() for each in scopes.split(",") if each.strip()}


def clock(date: str) -> Iterator[Line]:
    """How far this machine's clock is from Slack's, as an answer of Slack's tells the time."""
    try:
        apart = time.time() - parsedate_to_datetime(date).timestamp()
    except ValueError:
        return
    how = f"{abs(apart):.0f} s {'ahead of' if apart > 0 else 'behind'} Slack's"
    cure = "set this machine's clock: from 300 s on, every request of Slack's is refused"
    yield Line("clock", how, cure if abs(apart) > ALARM else "")


def header(answer: SlackResponse, name: str) -> str:
    """A header of an answer; empty if it has none of that name (in small letters)."""
    found = next((value for key, value in answer.headers.items() if key.lower() == name), "")
    return found[0] if isinstance(found, list) else str(found)
