"""What Slack refuses of a window, a Home tab and suggested prompts."""

from __future__ import annotations

from collections.abc import Iterator

from bot.playground.block_flaws import flaws
from bot.playground.element_flaws import Thing

MOST_BLOCKS = 100
MOST_PROMPTS = 4
ONLY_IN_MESSAGES = frozenset({"context_actions", "table", "markdown"})


def flaws_of_view(view: object) -> Iterator[str]:
    """What is wrong with a window or a Home tab, in words."""
    if not isinstance(view, dict) or view.get("type") not in ("modal", "home"):
        yield "a view is a modal or a home"
        return
    blocks = view.get("blocks") or []
    yield from flaws(blocks, MOST_BLOCKS)
    kinds = {block.get("type") for block in blocks if isinstance(block, dict)}
    yield from (f"{kind} stands in messages only" for kind in kinds & ONLY_IN_MESSAGES)
    for name, longest in (("private_metadata", 3000), ("callback_id", 255), ("external_id", 255)):
        if len(str(view.get(name) or "")) > longest:
            yield f"{name} is longer than {longest}"
    if view["type"] == "modal":
        yield from _flaws_of_modal(view, asks="input" in kinds)


def flaws_of_prompts(arguments: Thing) -> Iterator[str]:
    """What is wrong with suggested prompts. An app with an agent view names no thread."""
    prompts = arguments.get("prompts")
    if not arguments.get("channel_id") or "thread_ts" in arguments:
        yield "prompts are for a channel"
    if not isinstance(prompts, list) or not 1 <= len(prompts) <= MOST_PROMPTS:
        yield f"between 1 and {MOST_PROMPTS} prompts are expected"
    elif not all(prompt.get("title") and prompt.get("message") for prompt in prompts):
        yield "a prompt has a title and a message"


def _flaws_of_modal(view: Thing, *, asks: bool) -> Iterator[str]:
    for name in ("title", "submit", "close"):
        text = (view.get(name) or {}).get("text", "")
        if (name == "title" or name in view) and not 1 <= len(text) <= 24:
            yield f"{name} has between 1 and 24 characters"
    if asks and "submit" not in view:
        yield "what asks for something needs a button to send it"
