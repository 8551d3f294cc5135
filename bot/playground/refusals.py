"""What Slack refuses, by the names that it gives to its refusals: the one checker of what Factbox sends (SLACK.md, 10)."""

from __future__ import annotations

import json
from collections.abc import Iterator

from bot.playground.block_flaws import flaws, inputs_in
from bot.playground.element_flaws import Thing, flaws_of_options, text_flaws
from bot.playground.view_flaws import flaws_of_prompts, flaws_of_view

LONGEST_TEXT = 40_000
MOST_BLOCKS = 50
LONGEST_BLOCKS = 13_200
"""As JSON: what is longer Slack refuses, whatever its documentation says (slackapi/bolt-js#2509)."""


def refusal_of_message(message: Thing) -> str | None:
    """Why Slack would not post it; None if it would."""
    if not message.get("channel"):
        return "channel_not_found"
    if not message.get("text") and not message.get("blocks"):
        return "no_text"
    if len(str(message.get("text") or "")) > LONGEST_TEXT:
        return "msg_too_long"
    return "invalid_blocks" if any(flaws(message.get("blocks") or [], MOST_BLOCKS)) else None


def flaws_of(method: str, arguments: Thing) -> Iterator[str]:
    """What is wrong with what is sent by a method of the Web API, to a `response_url`, or in an ack (`ack`)."""
    if method.startswith("views."):
        yield from flaws_of_view(arguments.get("view") or {})
    elif method == "assistant.threads.setSuggestedPrompts":
        yield from flaws_of_prompts(arguments)
    elif method.startswith("chat.") or method == "respond" or "text" in arguments or "blocks" in arguments:
        yield from flaws_of_message(arguments)
    elif "options" in arguments or "option_groups" in arguments:
        yield from flaws_of_options(arguments.get("options"))
        for group in arguments.get("option_groups") or []:
            yield from text_flaws(group, {"label": 75}, needed=("label",))
            yield from flaws_of_options(group.get("options"))
    elif "view" in arguments:
        yield from flaws_of_view(arguments["view"])


def flaws_of_message(message: Thing) -> Iterator[str]:
    """Of a message wherever it goes. Its `text` is what a notification and a screen reader have, so it must say something."""
    if message.get("delete_original"):
        return
    if not str(message.get("text") or "").strip():
        yield "there is no text"
    if len(str(message.get("text") or "")) > LONGEST_TEXT:
        yield f"the text is longer than {LONGEST_TEXT}"
    blocks = message.get("blocks") or []
    if len(json.dumps(blocks)) > LONGEST_BLOCKS:
        yield f"the blocks are longer than {LONGEST_BLOCKS}"
    if inputs_in(blocks):
        yield "an input in a message"
    yield from flaws(blocks, MOST_BLOCKS)
