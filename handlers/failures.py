"""The one handler for what nobody foresaw: the log gets the traceback, the reader one short sentence."""

from __future__ import annotations

import logging
from secrets import token_hex
from typing import Any

from slack_bolt import BoltContext, BoltResponse
from slack_sdk import WebClient

from handlers import wording
from handlers.incoming import question_in
from handlers.render import render_words

log = logging.getLogger(__name__)


def failed(
    error: Exception, body: dict[str, Any], context: BoltContext, client: WebClient, response: BoltResponse | None
) -> BoltResponse | None:
    """Says sorry to the asker alone, with a reference that stands in the log beside the traceback."""
    message = render_words(wording.failed(_logged(error))).message()
    if "command" in body:
        return BoltResponse(status=200, body={**message, "response_type": "ephemeral"})
    if "actions" in body and context.respond:
        context.respond(**message, response_type="ephemeral", replace_original=False)
    elif "event" in body and (asked := question_in(body)):
        # In a thread that does not exist yet nobody would see an ephemeral message: then it goes to the channel.
        client.chat_postEphemeral(channel=asked.channel, user=asked.user, thread_ts=asked.asked_in, **message)
    return response and BoltResponse(status=200)  # no response: it was acknowledged before it failed


def _logged(error: Exception) -> str:
    reference = token_hex(4)
    log.error("reference %s", reference, exc_info=error)
    return reference
