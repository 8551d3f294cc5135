"""The facts that may answer a question, best first, each scored only when its turn may have come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from itertools import count
from operator import attrgetter

from knowledge.match.weighing.weigh import Match

SHARE = attrgetter("words.share")
ROUNDING = 1e-9  # by no more than this a score exceeds the share of the question that is explained

Scored = tuple[float, int, Match]
"""A match as it is sorted: the best score is the least here, then its place decides."""


class Ranked(Iterable[Match]):
    """Matches by score, as good ones as they are placed.

    No score is higher than the share of the question that the fact explains, which is known beforehand. So the first is
    known once none is left unscored that explains more than it scores (a threshold, as in Fagin, Lotem and Naor 2001):
    about half of the matches are scored.
    """

    def __init__(self, matches: Iterable[Match]) -> None:
        self.all = sorted(matches, key=SHARE)  # the best last
        self._unscored = self.all.copy()
        self._scored: list[Scored] = []
        self._known: list[Scored] = []

    @property
    def free(self) -> Some:
        """Those that nothing rules out."""
        return Some(self, free=True)

    @property
    def ruled_out(self) -> Some:
        """The others."""
        return Some(self, free=False)

    def __iter__(self) -> Iterator[Match]:
        return self.down_to(0.0)

    def down_to(self, least: float) -> Iterator[Match]:
        """Those that score no less."""
        known = self._known
        for place in count():
            if place == len(known) and not self._reads_on(least):
                return
            lost, _, match = known[place]
            if -lost < least:
                return
            yield match

    def _reads_on(self, least: float) -> bool:
        """Looks for the next one that scores no less; False if there is none."""
        unscored, scored = self._unscored, self._scored
        enough = max(least, -scored[0][0]) if scored else least
        while unscored and unscored[-1].words.share + ROUNDING >= enough:
            match = unscored.pop()
            score = match.score
            heappush(scored, (-score, match.entry.place, match))
            if score > enough:
                enough = score
        if not scored or -scored[0][0] < least:
            return False
        self._known.append(heappop(scored))
        return True


class Some(Iterable[Match]):
    """Some of the matches, in their order: those that nothing rules out, or the others."""

    def __init__(self, ranked: Ranked, *, free: bool) -> None:
        self._ranked = ranked
        self._free = free

    def __iter__(self) -> Iterator[Match]:
        return self.down_to(0.0)

    def down_to(self, least: float) -> Iterator[Match]:
        """Those that score no less."""
        return (match for match in self._ranked.down_to(least) if match.free is self._free)
