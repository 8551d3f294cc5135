"""Whether our clock is Slack's: five minutes apart, every request of Slack's would be refused as too old."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

ALARM = 120.0
"""Seconds apart from which it is said. Slack signs a request when it sends it, a repetition too."""

AGAIN = 600.0
"""Seconds until it is said in the log again."""

log = logging.getLogger(__name__)


class ClockWatch:
    """How far our clock is from Slack's, by the newest request that Slack has signed."""

    def __init__(self, now: Callable[[], float] = time.time) -> None:
        self._now = now
        self._apart = 0.0
        self._said = float("-inf")

    def saw(self, timestamp: int) -> None:
        """A properly signed request of that time, in seconds since 1970."""
        self._apart = self._now() - timestamp
        if abs(self._apart) > ALARM and self._now() - self._said > AGAIN:
            self._said = self._now()
            log.error("%s; from 300 s on, every request is refused: set this machine's clock", self.trouble())

    def trouble(self) -> str:
        """What is wrong with the clock; empty if nothing is."""
        if abs(self._apart) <= ALARM:
            return ""
        return f"clock: {abs(self._apart):.0f} s {'ahead of' if self._apart > 0 else 'behind'} Slack's"
