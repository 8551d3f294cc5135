"""How the stand-in answers: as Slack on a good day, or as on a bad one."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Literal

Kind = Literal["good", "limited", "failing", "reset", "hanging"]


@dataclass(frozen=True, slots=True)
class Mood:
    """`good` after so many `seconds`; 429 with `seconds` as Retry-After; an HTTP `status`; or no answer at all."""

    kind: Kind = "good"
    seconds: float = 0.0
    status: int = 503


GOOD = Mood()
RESET = Mood("reset")


def slow(seconds: float) -> Mood:
    """Answers, after so many seconds."""
    return Mood("good", seconds)


def limited(retry_after: int) -> Mood:
    """Refuses each call with 429 and the seconds after which to try again."""
    return Mood("limited", float(retry_after))


def failing(status: int = 503) -> Mood:
    """Breaks down."""
    return Mood("failing", status=status)


def hanging(seconds: float) -> Mood:
    """Takes a call and says nothing for so long, then breaks the connection."""
    return Mood("hanging", seconds)


@dataclass(frozen=True, slots=True)
class Call:
    """One call that came in, by the clock of this machine, and what came of it: an HTTP status, 0 for none."""

    at: float
    method: str
    arguments: dict[str, object]
    token: str
    status: int
    answer: dict[str, object]

    @property
    def posted(self) -> bool:
        return self.status == 200 and self.answer.get("ok") is True

    @property
    def channel(self) -> str:
        return str(self.arguments.get("channel", ""))

    @property
    def text(self) -> str:
        return str(self.arguments.get("text", ""))


def now() -> float:
    """The one clock of the stand-in and of those who read its calls."""
    return time.monotonic()
