"""Lists that come in parts, so that no page outgrows what Slack shows: pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from slack_sdk.models.blocks import ButtonElement

from handlers import wording_pages as common
from handlers.admin.forms import button, buttons, modal, words
from handlers.reply import Block
from handlers.views import View

IN_A_PART = 20
"""Entries of a list that are shown at once: of five blocks each at most."""


def in_parts(
    title: str, entries: Sequence[Sequence[Block]], part: int, name: str, nothing: str, *more: ButtonElement
) -> View:
    """A part of a list; of one that is over by now, its last. `name` is the `action_id` that opens the list."""
    part = max(0, min(part, (len(entries) - 1) // IN_A_PART))
    first = part * IN_A_PART
    here = entries[first : first + IN_A_PART]
    which = [words(common.part(first + 1, first + len(here), len(entries)))] if len(entries) > IN_A_PART else []
    earlier = [button(common.EARLIER, f"{name}:earlier", str(part - 1))] if part else []
    later = [button(common.LATER, f"{name}:later", str(part + 1))] if first + IN_A_PART < len(entries) else []
    steps = [*earlier, *later, *more]
    shown = [block for entry in here for block in entry] or [words(nothing)]
    return modal(title, [*which, *shown, *([buttons(*steps)] if steps else [])])


def opens(name: str) -> re.Pattern[str]:
    """The `action_id`s that open a list, at its beginning or further on."""
    return re.compile(f"^{re.escape(name)}(:earlier|:later)?$")


def part_in(action: Mapping[str, Any]) -> int:
    """Which part of a list a click asks for, counted from 0."""
    value = str(action.get("value") or "")
    return int(value) if value.isdecimal() and len(value) < 9 else 0
