"""One call to Slack for one letter, and what its answer means."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, replace
from functools import cache
from http.client import HTTPException
from ssl import SSLContext, create_default_context
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from bot.circuit import Away
from bot.outbox.letter import Letter
from handlers.memory import ANSWER, EDITED, RESPOND, SHARE, WINDOW

PATIENCE = 9
"""Seconds that a call may take."""

SLOWEST = 20.0
"""Seconds between two attempts, at most."""

PASSING = frozenset(
    {"internal_error", "fatal_error", "service_unavailable", "request_timeout", "ratelimited", "rate_limited",
     "team_added_to_org", "accesslimited"}
)  # fmt: skip
"""Errors that Slack recovers from. All others are about the message or its place, and would come again."""

NOT_LET_IN = frozenset({"invalid_auth", "not_authed", "token_expired", "account_inactive", "token_revoked"})
"""Errors that an operator cures, or a new token: worth another try."""

PATIENT = 8
"""Attempts after which a message that was to be changed is not waited for any longer."""

Changing = Callable[[str, str], AbstractContextManager[str | None]]
"""Given a post and when its question was changed: under which timestamp Slack has it, while nobody else changes it; None
while it is on its way. Raises LookupError if it will never be, Overtaken if the question was changed again since."""

NO_MEMBER = frozenset({"not_in_channel", "channel_not_found"})
"""Errors that say that Factbox is no member of a channel."""

TokenOf = Callable[[Letter], str]
"""The bot's token where a letter goes. Raises LookupError if Factbox is not installed there, Away if nobody knows."""


@dataclass(frozen=True, slots=True)
class Posted:
    """Slack has it, as the message with that timestamp if it says so."""

    message: str | None


@dataclass(frozen=True, slots=True)
class TryLater:
    """Not now: the reason, how long to wait, and whether that holds for all of the workspace."""

    reason: str
    seconds: float
    whole_team: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """Never."""

    reason: str


Result = Posted | TryLater | Refused


class Overtaken(Exception):
    """A later edit is posted, or will be: what this one says is not the answer any more."""


def call(letter: Letter, api_url: str, token_of: TokenOf, changing: Changing) -> Result:
    """Posts a letter. Whatever goes wrong is a result."""
    try:
        if ANSWER in letter.arguments:
            return _changed(letter, api_url, token_of, changing)
        if letter.method == RESPOND:
            return _responded(letter)
        client = WebClient(base_url=api_url, timeout=PATIENCE, ssl=_tls(), retry_handlers=[])
        return (_shared if letter.method == SHARE else _called)(letter, client, token_of)
    except SlackApiError as error:
        return _said_no(letter, error.response)
    except Overtaken:
        return Posted(None)
    except LookupError as error:
        return Refused(str(error))
    except (Away, OSError, HTTPException, ValueError) as error:  # URLError is an OSError
        return TryLater(f"{type(error).__name__}: {error}", backoff(letter.attempts))


def _changed(letter: Letter, api_url: str, token_of: TokenOf, changing: Changing) -> Result:
    """A letter that changes a message of ours, addressed as soon as Slack has that; of several the latest edit's stays."""
    arguments = {**letter.arguments}
    with changing(arguments.pop(ANSWER), arguments.pop(EDITED, "")) as message:
        if message:
            return call(replace(letter, arguments={**arguments, "ts": message}), api_url, token_of, changing)
    waits = letter.attempts < PATIENT
    return TryLater("its message is not there yet", backoff(letter.attempts)) if waits else Refused("no message came")


def backoff(attempts: int) -> float:
    """Seconds before the next attempt: half a second, then twice as long each time; spread, so that not all come at once."""
    return min(SLOWEST, 0.5 * 2.0 ** min(attempts, 10)) * random.uniform(0.7, 1.0)


def _called(letter: Letter, client: WebClient, token_of: TokenOf) -> Result:
    client.token = token_of(letter)
    response = client.api_call(letter.method, json={**letter.arguments})
    return Posted(response.get("ts") or response.get("message_ts"))


@cache
def _tls() -> SSLContext:
    """One for all calls: to read the certificates for each would cost more than the call."""
    return create_default_context()


def _shared(letter: Letter, client: WebClient, token_of: TokenOf) -> Result:
    """Posts to the channel, or where Factbox is no member, as a response for all; then whoever shared it sees how it went."""
    message = {**letter.arguments}
    url, window = message.pop("url"), message.pop(WINDOW, None)
    try:
        result = _called(replace(letter, method="chat.postMessage", arguments=message), client, token_of)
    except SlackApiError as error:
        no_member = error.response.get("error") in NO_MEMBER
        result = _said_to_all(letter, message, url) if no_member else _said_no(letter, error.response)
    if isinstance(result, TryLater):
        return result
    with suppress(Exception):  # it is shared, or will never be: to try again would share it twice
        if window:
            view = window["shared" if isinstance(result, Posted) else "refused"]
            client.api_call("views.update", json={"view_id": window["view_id"], "view": view})
        elif isinstance(result, Posted):
            _responded(replace(letter, arguments={"url": url, "delete_original": True}))
    return result


def _said_to_all(letter: Letter, message: dict[str, Any], url: str) -> Result:
    for_all = {**message, "url": url, "response_type": "in_channel", "replace_original": False}
    del for_all["channel"], for_all["mrkdwn"]
    return _responded(replace(letter, arguments=for_all)) if url else Refused("not_in_channel")


def _responded(letter: Letter) -> Result:
    body = {**letter.arguments}
    answer = WebhookClient(body.pop("url"), timeout=PATIENCE, ssl=_tls(), retry_handlers=[]).send_dict(body)
    if answer.status_code == 200:
        return Posted(None)
    return _not_now(letter, answer.status_code, answer.headers) or Refused(f"{answer.status_code} {answer.body}")


def _said_no(letter: Letter, response: Any) -> Result:
    error = response.get("error", "")
    if error in PASSING | NOT_LET_IN and response.status_code < 400:
        return TryLater(error, backoff(letter.attempts))
    return _not_now(letter, response.status_code, response.headers) or Refused(error)


def _not_now(letter: Letter, status: int, headers: dict[str, Any]) -> TryLater | None:
    if status == 429:
        return TryLater("429", _retry_after(headers), whole_team=True)
    return TryLater(str(status), backoff(letter.attempts)) if status >= 500 else None


def _retry_after(headers: dict[str, Any]) -> float:
    given = next((value for name, value in headers.items() if name.lower() == "retry-after"), "1")
    text = given[0] if isinstance(given, list) else given
    return float(text) if str(text).isdigit() else 1.0
