"""Which page somebody is on, or wants to go to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, cast

Kind = Literal["front", "topic", "subject", "answer", "boxes", "sources", "source", "news"]

GO = re.compile(r"go-\d+")
"""The `action_id` of a button that leads to a page; its value is the page."""


@dataclass(frozen=True, slots=True)
class Where:
    """A page: its kind, the topic or id it is about, and the part of a long list that it shows, counted from 0."""

    kind: Kind = "front"
    id: str = ""
    part: int = 0

    def __str__(self) -> str:
        return f"{self.kind}/{self.part}/{self.id}"

    def next(self, by: int = 1) -> Where:
        return replace(self, part=self.part + by)


def where_in(action: Mapping[str, Any]) -> Where:
    """Where a button leads."""
    kind, part, id = action["value"].split("/", 2)
    return Where(cast(Kind, kind), id, int(part))
