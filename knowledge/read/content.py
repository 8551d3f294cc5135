"""What a file's content may be before it is read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that is there, and why its bytes could not be had."""

    reason: str


Content = bytes | Unreadable
