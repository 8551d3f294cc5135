"""Nothing that came from people or YAML mentions, links or formats (RELIABILITY, test 29): asked of every payload."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

OURS = re.compile(r"<@[UW][A-Z0-9]+>|<#[CG][A-Z0-9]+>|<!date\^\d+\^[^<>|]*\|[^<>|]*>")
"""The markup that our own sentences write: people and channels by ids that Slack gave us, and times."""

STRAY = re.compile(r"[<>]|&(?!(?:amp|lt|gt);)")
HALF = re.compile(r"[\ud800-\udfff]|&(?:a|am|amp|l|lt|g|gt)?$")

MARK = "zqx"
"""A word that hostile texts carry, so that they are found wherever they turn up."""


def harms(method: str, arguments: Mapping[str, Any]) -> Iterator[str]:
    """What in a payload could do something by itself."""
    text = arguments.get("text")
    if isinstance(text, str):
        yield from _marked(text)
        if MARK in text and not arguments.get("blocks") and arguments.get("mrkdwn") is not False:
            yield f"{method} lets a text format"
    if method in ("chat.postMessage", "ack") and text is not None and arguments.get("unfurl_links", False):
        yield f"{method} unfolds links"
    if arguments.get("link_names") or arguments.get("parse") == "full":
        yield f"{method} turns names into mentions"
    yield from _in(arguments)


def _in(thing: Any) -> Iterator[str]:
    if isinstance(thing, list | tuple):
        for each in thing:
            yield from _in(each)
    elif isinstance(thing, Mapping):
        kind = thing.get("type")
        if kind in ("mrkdwn", "markdown"):
            yield from _marked(str(thing.get("text")))
            yield from [f"{thing['text']!r} may format"] if MARK in str(thing.get("text")) else []
        if kind in ("broadcast", "usergroup"):
            yield f"a {kind}"
        if kind == "link" and not re.match("https?://", str(thing.get("url"))):
            yield f"a link to {thing.get('url')!r}"
        for each in thing.values():
            yield from _in(each)


def _marked(text: str) -> Iterator[str]:
    rest = OURS.sub("", text)
    yield from (f"{found[0]!r} in {text!r}" for found in STRAY.finditer(rest))
    yield from (f"half of something in {text!r}" for _ in HALF.finditer(rest))
