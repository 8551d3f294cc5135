"""Questions that ask only of some of what the best match tells: by a clause; as "how many of the" and by "direct", beyond doubt."""

from __future__ import annotations

import re

from knowledge.match.clauses import is_in
from knowledge.match.terms import TELLING
from knowledge.match.weigh import Match
from knowledge.match.words import words

NARROWED = re.compile(
    r"(?:^|(?<=[.?!;:,]))[^.?!;:,]*\b(?:of|in|how many)\b[^.?!;:,]*\w(?<!\bso)"
    r" (?:(?:through|in|with|for|to) which|that(?! be\b)|which|whose|bordering)\b \w[^.?!;:,]*",
    re.IGNORECASE,
)  # "institutes that have been closed"
MANNER = re.compile(
    r"\bhow \w+ly (?!(?:did|do|does|has|have|had|was|were|is|are|will|would|can|could|should)\b)\w+", re.IGNORECASE
)  # "how densely populated"
PARTITIVE = re.compile(r"\bhow many of (?:the|those|these|them|its|all)\b", re.IGNORECASE)
UNSAID = 0.3  # the weight from which an unexplained word narrows what is asked for

OPPOSITES = (
    ("direct", "indirect"), ("female", "male"), ("women", "men"), ("girls", "boys"), ("children", "adults"),
    ("permanent", "temporary"), ("foreign", "domestic"), ("private", "public"), ("founding", "joining"),
)  # fmt: skip
LIMITS = dict(OPPOSITES) | {two: one for one, two in OPPOSITES}
"""What tells of some only -> what tells of the others."""


def has_an_unexplained_clause(best: Match) -> bool:
    """Whether a clause says more of what is asked for than the best match knows."""
    unsaid = [term.word.start for term in best.unsaid if term.core and term.weight >= UNSAID]
    narrowing = [clause.span() for pattern in (NARROWED, MANNER) for clause in pattern.finditer(best.asked.text)]
    return any(is_in(start, narrowing) for start in unsaid)


def is_of_those(best: Match) -> bool:
    """Whether it is asked how many of those there are of whom the fact leaves something unexplained."""
    return bool(PARTITIVE.search(best.asked.text)) and any(term.core and term.weight >= TELLING for term in best.unsaid)


def is_limited(best: Match) -> bool:
    """Whether those that are direct, founding, women … are asked for, and the fact does not tell of these, or not of these alone."""
    asked = {term.word.text for term in best.asked.terms if term.core}
    limits = {word.removesuffix("ly") for word in asked} & LIMITS.keys()  # "directly" limits as "direct" does
    if not limits:
        return False
    told = {word.text for text in best.told for word in words(text)}
    return any(limit not in told or LIMITS[limit] in told - asked for limit in limits)
