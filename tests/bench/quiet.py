"""The threshold that lets a peer keep quiet: the best it could have, chosen on the very questions it is judged by."""

from __future__ import annotations

from collections.abc import Sequence

QUIET = 0.02
"""The share of near misses that may get a figure."""


def quiet_above(scores_of_near_misses: Sequence[float]) -> float:
    """The lowest score above which no more than that share of the near misses lies."""
    falling = sorted(scores_of_near_misses, reverse=True)
    return falling[int(QUIET * len(falling))] if falling else 0.0
