"""Windows: how one is made, and the one call to Slack that a listener makes before its ack."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from slack_sdk import WebClient
from slack_sdk.models.views import View as Limits

from handlers import wording_under as wording
from handlers.reply import Block, clean, cut

PATIENCE = 2
"""Seconds that Slack may take to open a window: the trigger lives for three, and so long it waits for the ack."""

View = dict[str, Any]


def modal(
    title: str, blocks: Sequence[Block], *, name: str = "", submit: str | None = None, metadata: str = ""
) -> View:
    """A window. `name` is the `callback_id` by which its submission comes back, with `metadata`."""
    told = {"callback_id": name, "private_metadata": metadata}
    button = {"submit": _plain(submit)} if submit else {}
    frame = {
        "type": "modal",
        "title": _plain(cut(clean(title), Limits.title_max_length)),
        "close": _plain(wording.CLOSE),
    }
    return {**frame, **button, **{key: text for key, text in told.items() if text}, "blocks": list(blocks)}


def opened(client: WebClient, click: Mapping[str, Any], view: View) -> None:
    """Opens a window, over the one in which something was pressed if it was in one: tried once, and not for long. Raises
    SlackApiError and OSError."""
    client.timeout, client.retry_handlers = PATIENCE, []
    within_a_window = (click.get("view") or {}).get("type") == "modal"
    (client.views_push if within_a_window else client.views_open)(trigger_id=click["trigger_id"], view=view)


def _plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text, "emoji": False}
