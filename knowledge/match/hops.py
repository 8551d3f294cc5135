"""Questions that ask one thing of another: the population of the largest city, what borders the states that border Texas."""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.match.question import Asked
from knowledge.match.weigh import Match

RELATIVE = r"(?: \w+)? (?:that|which|whose|where)\b"
NESTED = re.compile(rf"\b(\w{{4,}})\b.*\b\1{RELATIVE}|\b(\w{{4,}}){RELATIVE}.*\b\2\b", re.IGNORECASE)


def asks_two(asked: Asked, ranked: Iterable[Match], best: Match) -> bool:
    """Whether the question also says the whole of a sibling's measure, part of which the best leaves unexplained; or nests clauses."""
    return bool(NESTED.search(asked.text)) or any(
        bool(match.entry.measured & best.missing) and match.entry.measured <= match.said
        for match in ranked
        if match is not best and match.entry.fact.subject.id == best.entry.fact.subject.id
    )
