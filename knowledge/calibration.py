"""How sure is sure enough: the threshold that a knowledge base's own labelled questions support, and what goes wrong there."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import exp, fsum, lgamma, log, log1p
from typing import Literal, get_args
from zlib import crc32

from knowledge.findings import Finding, finding, finds
from knowledge.match import Index
from knowledge.model import NOTHING, Calibration, LabelledQuestion, Tally

LEVELS = tuple(level / 100 for level in range(50, 100))
"""The thresholds that are tried."""

PARTS = 10
WRONG_ALLOWED = 0.01
CONFIDENCE = 0.95

Grade = Literal["right", "offered", "missed", "wrong"]


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled question, asked at every threshold: up to which a figure is given, and what that and the rest is worth."""

    question: LabelledQuestion
    up_to: float  # 0 if it is never given
    given: Grade
    withheld: Grade

    @property
    def held(self) -> bool:
        return self.question.finds != (NOTHING,)

    @property
    def part(self) -> int:
        """Which part it is in; the same whatever stands beside it (`hash` changes from run to run)."""
        return crc32(self.question.ask.encode()) % PARTS

    def at(self, level: float) -> Grade:
        return self.given if level <= self.up_to else self.withheld


def calibrated(index: Index, allowed: float = WRONG_ALLOWED) -> Calibration:
    """The threshold for a knowledge base with labelled questions, and what is to be expected of it.

    The threshold is chosen on all questions. What it does is measured by cross-validation (Stone 1974): on each of ten
    parts with the threshold that the other nine choose, so that no question is judged by a threshold it helped to choose.
    """
    judged = [judged_at_all_levels(question, index) for question in index.knowledge.questions]
    held, not_held = cross_validated(judged, allowed)
    knowledge = index.knowledge
    return Calibration(chosen(judged, allowed), allowed, len(knowledge.facts), knowledge.revision, held, not_held)


def judged_at_all_levels(question: LabelledQuestion, index: Index) -> Judged:
    """Asks a question as often as it takes to find the highest threshold at which a figure is given."""

    def found_at(level: float) -> Finding:
        return finding(question, at_level(index, level))

    place = bisect_left(LEVELS, True, key=lambda level: found_at(level).outcome != "found")
    given = grade(question, found_at(LEVELS[max(place - 1, 0)]))
    withheld = grade(question, found_at(LEVELS[place])) if place < len(LEVELS) else given
    return Judged(question, LEVELS[place - 1] if place else 0.0, given, withheld)


def at_level(index: Index, level: float) -> Index:
    """The same knowledge, answering from another threshold."""
    return replace(index, knowledge=replace(index.knowledge, calibration=Calibration(level)))


def grade(question: LabelledQuestion, found: Finding) -> Grade:
    """What a finding is worth. Of a near miss choices are "offered", a figure is "wrong"; one of several wanted is "missed"."""
    if finds(question, found):
        return "right"
    wanted, ids = set(question.finds), set(found.ids)
    if found.outcome == "found":
        return "missed" if ids <= wanted else "wrong"
    offers = found.outcome == "unsure" and (wanted == {NOTHING} or not wanted.isdisjoint(ids))
    return "offered" if offers else "missed"


def chosen(judged: Sequence[Judged], allowed: float) -> float:
    """The threshold with the most right figures among those that keep to the share of wrong ones; the highest if none does.

    The share holds for questions whose figure is held and for near misses, each by themselves: then it holds for any mix.
    Of equals the highest is chosen.
    """
    at_each = {level: tallies(judged, level) for level in LEVELS}
    kept = [level for level in LEVELS if all(_share_wrong(tally) <= allowed for tally in at_each[level])]
    return max(kept, key=lambda level: (at_each[level][0].right, level), default=LEVELS[-1])


def cross_validated(judged: Sequence[Judged], allowed: float) -> tuple[Tally, Tally]:
    """What each question gets at the threshold that the other parts choose: those held, and near misses."""
    levels = [chosen([each for each in judged if each.part != part], allowed) for part in range(PARTS)]
    return _tallies((each.held, each.at(levels[each.part])) for each in judged)


def tallies(judged: Iterable[Judged], level: float) -> tuple[Tally, Tally]:
    """What the questions get at one threshold: those whose figure is held, and near misses."""
    return _tallies((each.held, each.at(level)) for each in judged)


def _tallies(grades: Iterable[tuple[bool, Grade]]) -> tuple[Tally, Tally]:
    count = Counter(grades)
    held, not_held = (Tally(**{grade: count[kind, grade] for grade in get_args(Grade)}) for kind in (True, False))
    return held, not_held


def _share_wrong(tally: Tally) -> float:
    return tally.wrong / tally.questions if tally.questions else 0.0


def at_most(wrong: int, questions: int, confidence: float = CONFIDENCE) -> float:
    """The share of wrong answers that so many wrong ones among so many questions do not rule out.

    The upper end of the one-sided interval of Clopper and Pearson, "The use of confidence or fiducial limits illustrated in
    the case of the binomial", Biometrika 26 (1934), 404-413: the share at which as few would be seen in 5 % of cases.
    """
    if wrong >= questions:
        return 1.0
    low, high = wrong / questions, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _as_few(wrong, questions, middle) > 1 - confidence else (low, middle)
    return high


def _as_few(wrong: int, questions: int, share: float) -> float:
    """The chance of so many wrong ones or fewer. In logarithms: the coefficients of a thousand questions are beyond floats."""
    whole = lgamma(questions + 1)
    return fsum(
        exp(whole - lgamma(k + 1) - lgamma(questions - k + 1) + k * log(share) + (questions - k) * log1p(-share))
        for k in range(wrong + 1)
    )
