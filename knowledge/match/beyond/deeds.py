"""Questions that ask of another deed than the best match tells: its other end, its undoing, the day of something else."""

from __future__ import annotations

import re

from knowledge.match.asked.terms import LOOSELY
from knowledge.match.language import english
from knowledge.match.language.turns import turn
from knowledge.match.language.wanted import DAYS
from knowledge.match.language.words import stems_of
from knowledge.match.weighing.weigh import Match

ENDS = (
    ("start begin began begun", "complete finish"), ("arrive arrival", "depart departure"), ("buy bought purchase acquire", "sell sold"),
    ("import", "export"), ("borrow", "lend lent"), ("increase rise rose risen grow grew grown growth", "cut reduce reduction decrease decline"),
)  # fmt: skip
OTHER_END = {
    deed: frozenset(stems_of(others)) for pair in ENDS for own, others in (pair, pair[::-1]) for deed in stems_of(own)
}
"""The stem of a deed -> the stems of what is done at its other end."""

OTHER_WAY = turn(
    "other way back reverse opposite return",
    r"\b(?:the other way|way back|from \w+ back to|the reverse|in reverse|opposite (?:way|direction)|return trip)\b",
    re.IGNORECASE,
)

END_OF = re.compile(
    rf"close of (?:\d|which|what|the (?:year|month|decade|day)|(?:{'|'.join(sorted(english.MONTHS))})\b)", re.IGNORECASE
)
UNDONE = frozenset(stems_of("""
abandon accident arrest bankrupt boycott boycotted cancel close collapse complain complaint corrupt damage dead death default delay destroy die drown error
expel fail failure fine fired fraud halt hurt injure jail kill left lose loss lost postpone protest quit refuse reject rob rotten scrap shun shut skip snub
sue suspend theft unpaid victim withdraw withdrew worsen
"""))  # fmt: skip
"""Mishaps, and ends."""

HIRED = frozenset(stems_of("employ employs hire hires recruit recruits"))
WORKS = frozenset(stems_of("work works working worker workers staff employ employs"))
"""Words for having a job, of which the first are asked for and any tells it."""
EVENTS = frozenset(stems_of("""
construction build built building complete finish open launch found sign approve announce propose inaugurate start begin end close
publish release adopt establish join invent discover die born
"""))  # fmt: skip
"""What happens on a day."""


def is_undone(best: Match) -> bool:
    """Whether a mishap or an end is asked of, and the fact tells of none: tourists who were robbed, members that left."""
    return any(term.word.stem in UNDONE and not END_OF.match(best.asked.text, term.word.start) for term in best.unmet)


def is_employed(best: Match) -> bool:
    """Whether it is asked whom somebody employs, and the fact tells of nobody who is employed or works."""
    return any(term.word.stem in HIRED for term in best.unmet) and WORKS.isdisjoint(best.told_stems)


def is_other_way(best: Match) -> bool:
    """Whether it is asked of the way back, and the fact tells of none."""
    return bool(OTHER_WAY.search(best.asked.text, best.asked.begins)) and not any(
        OTHER_WAY.pattern.search(text) for text in best.told
    )


def is_other_end(best: Match) -> bool:
    """Whether the fact tells of the other end of what is asked: of the completion, where the start is asked for."""
    asked = {term.word.stem for term in best.unmet} & OTHER_END.keys()
    if not asked:
        return False
    told = best.told_stems
    return any(told & OTHER_END[deed] and best.asked.stems.isdisjoint(OTHER_END[deed]) for deed in asked)


def is_another_event(best: Match) -> bool:
    """Whether the day of something else is asked for: of a founding, where the opening of one of its offices is held."""
    if best.asked.kinds != DAYS:
        return False
    text = best.asked.text
    if any(term.word.stem in EVENTS and text[term.word.start - 1] != "-" for term in best.unmet):
        return True  # and not for "Chinese-built"
    return (
        not best.whole
        and bool(best.entry.measured)
        and not any(best.meant.get(concept, 0.0) >= LOOSELY for concept in best.entry.measured)
    )
