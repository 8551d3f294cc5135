"""The facts that may answer a question, best first, each scored only when its turn may have come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from heapq import heappop, heappush
from itertools import count
from operator import attrgetter

from knowledge.match.weighing.weigh import Match

SHARE, FREE = attrgetter("words.share"), attrgetter("free")
ROUNDING = 1e-9  # by no more than this a score exceeds the share of the question that is explained


class Ranked(Iterable[Match]):
    """Matches by score, as good ones as they are placed.

    No score is higher than the share of the question that the fact explains, which is known beforehand. So the first is
    known once none is left unscored that explains more than it scores (a threshold, as in Fagin, Lotem and Naor 2001):
    of two matches about one is scored.
    """

    def __init__(self, matches: Iterable[Match], fit: Callable[[Match], bool] | None = None) -> None:
        self.all = sorted(matches, key=SHARE)  # the best last
        self._fit = fit
        self._unscored = self.all.copy()
        self._scored: list[tuple[float, int, Match]] = []
        self._known: list[Match] = []
        self._free: Ranked | None = None
        self._ruled_out: Ranked | None = None

    @property
    def free(self) -> Ranked:
        """Those that nothing rules out."""
        self._free = self._free or Ranked(self.all, fit=FREE)
        return self._free

    @property
    def ruled_out(self) -> Ranked:
        """The others."""
        self._ruled_out = self._ruled_out or Ranked(self.all, fit=lambda match: not match.free)
        return self._ruled_out

    def __iter__(self) -> Iterator[Match]:
        return self.down_to(0.0)

    def down_to(self, least: float) -> Iterator[Match]:
        """Those that score no less."""
        for place in count():
            if place == len(self._known) and not self._reads_on(least):
                return
            if self._known[place].score < least:
                return
            yield self._known[place]

    def _reads_on(self, least: float) -> bool:
        """Looks for the next one that scores no less; False if there is none."""
        unscored, scored = self._unscored, self._scored
        enough = max(least, -scored[0][0]) if scored else least
        while unscored and unscored[-1].words.share + ROUNDING >= enough:
            match = unscored.pop()
            if self._fit is None or self._fit(match):
                score = match.score
                heappush(scored, (-score, match.entry.place, match))
                enough = max(enough, score)
        if not scored or -scored[0][0] < least:
            return False
        self._known.append(heappop(scored)[2])
        return True
