"""Questions that ask one thing of another: the population of the largest city, what borders the states that border Texas."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.match.weigh import Match


def asks_two(ranked: Iterable[Match], best: Match) -> bool:
    """Whether the question also says the whole of a sibling's measure, part of which the best leaves unexplained; or one measure twice."""
    return best.twice or any(
        bool(match.entry.measured & best.missing) and match.entry.measured <= match.said
        for match in ranked
        if match is not best and match.entry.fact.subject.id == best.entry.fact.subject.id
    )
