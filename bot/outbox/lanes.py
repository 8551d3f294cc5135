"""Which letter may go when: about one a second in each lane, none before Slack allows it. The time is an argument."""

from __future__ import annotations

import heapq
from collections import deque
from dataclasses import replace
from itertools import count

from bot.outbox.letter import Letter

PACE = 1.0
"""Seconds from the end of one post to the next in the same channel; Slack allows about one a second."""


class Lanes:
    """Letters in their lanes: in order, one at a time. A lane that is being served is not in the heap."""

    def __init__(self) -> None:
        self._lanes: dict[str, deque[Letter]] = {}
        self._ready: list[tuple[float, int, str]] = []
        self._held: dict[str, float] = {}
        self._numbers = count()

    def __len__(self) -> int:
        """How many letters wait; the one that is on its way does not count."""
        return sum(map(len, self._lanes.values()))

    def put(self, letter: Letter) -> None:
        """Adds a letter at the end of its lane."""
        if letter.lane in self._lanes:
            self._lanes[letter.lane].append(letter)
        else:
            self._lanes[letter.lane] = deque([letter])
            self._push(letter.lane, 0.0)

    def next(self, now: float) -> Letter | None:
        """A letter that may go now; its lane waits until `sent` or `later` is said."""
        while self._ready and self._ready[0][0] <= now:
            lane = heapq.heappop(self._ready)[2]
            if not self._lanes[lane]:
                del self._lanes[lane]
            elif (until := self._held.get(self._lanes[lane][0].team, 0.0)) > now:
                self._push(lane, until)
            else:
                return self._lanes[lane].popleft()
        return None

    def wait(self, now: float) -> float | None:
        """Seconds until there may be a letter; None if there is nothing to wait for."""
        return max(0.0, self._ready[0][0] - now) if self._ready else None

    def sent(self, letter: Letter, now: float) -> None:
        """The letter needs no more sending: its lane goes on at its pace."""
        self._push(letter.lane, now + PACE)

    def later(self, letter: Letter, until: float, *, whole_team: bool = False) -> None:
        """The letter is to be tried again, before those behind it; perhaps nothing of its workspace until then."""
        self._lanes[letter.lane].appendleft(replace(letter, attempts=letter.attempts + 1))
        if whole_team:
            self._held[letter.team] = max(until, self._held.get(letter.team, 0.0))
        self._push(letter.lane, until)

    def _push(self, lane: str, at: float) -> None:
        heapq.heappush(self._ready, (at, next(self._numbers), lane))
