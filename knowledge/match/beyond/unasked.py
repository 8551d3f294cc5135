"""What the best match tells and the question does not ask for: a day, a rank, a record; and what it asks for and none tells: a mean."""

from __future__ import annotations

import re

from knowledge.match.asked.counted import is_plural
from knowledge.match.language import english
from knowledge.match.language.aspects import DAY, RECORD
from knowledge.match.weighing.share import LEFTOVER, WHOLLY
from knowledge.match.weighing.weigh import Match

HALF = 0.5  # of a question, that must be explained

IS_IT = re.compile(r"\W*(?:(?:so|and|but) )?(?:is|are|was|were)\b", re.IGNORECASE)
MEAN = re.compile(
    r"\b(?:average|median|(?<!\bi )(?<!\byou )(?<!\bwe )mean(?! (?:to|an?|that|the|how|what)\b))\b", re.IGNORECASE
)
DATES = re.compile(r"\b(?:which|what) (?:dates|days|weeks|months|years|decades)\b", re.IGNORECASE)
AND = re.compile(r"\b(?:and|to)\b|[–—]|\d-\d")
TIMES = frozenset(("date", "day", "days", "month", "months", "year", "years", "century"))


def is_day_or_rank(best: Match) -> bool:
    """Whether a day or a rank is held, and the question neither asks for one nor is explained whole: mostly it is of something else."""
    asked, entry = best.asked, best.entry
    rank = asked.kinds is None and entry.kinds == {"rank"} and not asked.superlatives and not _says_ordinal(best)
    day = DAY in entry.aspects - asked.aspects
    return ((rank or day) and best.left >= LEFTOVER) or (day and _names_several(best))


def is_mostly_unexplained(best: Match) -> bool:
    """Whether more of the question is left than explained, though it says a name and a time."""
    return best.share < HALF


def _names_several(best: Match) -> bool:
    """Whether key words name what there are several of, and no time: "signatories of the plan approved"."""
    several = any(is_plural(term) and term.word.stem not in best.entry.named for term in best.asked.counted)
    return several and best.asked.written.isdisjoint(TIMES)


def _says_ordinal(best: Match) -> bool:
    """Whether it is asked if it is the first: "is it really the first, or the second"."""
    said = (term for term in best.asked.terms if term.core and term.word.text in english.ORDINALS)
    return bool(IS_IT.match(best.asked.near)) and any(term not in best.unsaid for term in said)


def is_one_of_the_days(best: Match) -> bool:
    """Whether several days or months are asked for, and it tells of one: "in which months were the two proposed"."""
    return bool(DATES.search(best.asked.near)) and DAY in best.entry.aspects and not AND.search(best.figures[0].printed)


def is_no_mean(best: Match) -> bool:
    return any(MEAN.match(best.asked.text, term.word.start) for term in best.unmet)


def is_unasked_record(best: Match) -> bool:
    return RECORD in best.entry.aspects - best.asked.aspects and best.focus < WHOLLY
