"""The one handler for what nobody foresaw: the log gets the traceback, the reader one short sentence."""

from __future__ import annotations

import logging
from secrets import token_hex
from typing import Any

from slack_bolt import BoltContext, BoltResponse

from handlers import wording
from handlers.admin.forms import kept_open
from handlers.admin.wording import AWAY
from handlers.incoming import edit_in, place_of_click, question_in
from handlers.memory import RESPOND, Kept, Memory, Place, Post
from handlers.office import OutOfReach
from handlers.render import render_words

log = logging.getLogger(__name__)


def failed(
    error: Exception, body: dict[str, Any], context: BoltContext, response: BoltResponse | None
) -> BoltResponse | None:
    """Says sorry to the asker alone, with a reference that stands in the log beside the traceback."""
    sentence = AWAY if isinstance(error, OutOfReach) else wording.failed(_logged(error))
    if body.get("type") == "view_submission":
        return BoltResponse(status=200, body=kept_open(body["view"], sentence))
    message = render_words(sentence).words()
    if "command" in body:
        return BoltResponse(status=200, body={**message, "response_type": "ephemeral"})
    if sorry := _posted(body, message):
        memory: Memory = context["memory"]
        memory.keep(sorry)
    return response and BoltResponse(status=200)  # no response: it was acknowledged before it failed


def _posted(body: dict[str, Any], message: dict[str, Any]) -> Kept | None:
    """The apology as a post; in a thread that does not exist yet nobody would see it: then it goes to the channel."""
    if "response_url" in body:
        beside = {"response_type": "ephemeral", "replace_original": False, "url": body["response_url"]}
        return Kept("", place_of_click(body), (Post(RESPOND, message | beside),))
    asked = (question_in(body) or edit_in(body)) if "event" in body else None
    if asked is None:
        return None
    where = {"channel": asked.channel, "user": asked.user, **({"thread_ts": asked.asked_in} if asked.asked_in else {})}
    key = f"{asked.event_id}/failed"
    return Kept(key, Place(asked.team, asked.enterprise), (Post("chat.postEphemeral", message | where),))


def _logged(error: Exception) -> str:
    reference = token_hex(4)
    log.error("reference %s", reference, exc_info=error)
    return reference
