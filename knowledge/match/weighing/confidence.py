"""How sure a match is: one number from 0 to 1, from what was weighed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import exp
from operator import itemgetter, mul
from typing import NamedTuple

from knowledge.match.language.wanted import DAYS
from knowledge.match.weighing.ranked import Ranked
from knowledge.match.weighing.share import FAINT, LEFTOVER
from knowledge.match.weighing.weigh import Match
from knowledge.model import Knowledge

SURE = 0.82  # confidence from which a figure is given, unless a knowledge base is calibrated to another
LEVEL = 0.985  # a score, as a share of a better one, from which two facts are as near to a question


class Evidence(NamedTuple):
    """What speaks for the best match and against it."""

    share: float  # of the question's weight that the fact explains
    focus: float  # of its nearest way of asking that the question says
    measured: float  # of its measure, or of the rest of that way of asking beside the subject's name
    explained: float  # weight that is explained
    linked: float  # 1 if the question names the subject
    plain: float  # 1 if it names the subject, says something of a measure, and leaves nothing unexplained
    counts: float  # 1 if it counts what is asked to be counted, 0 if it does not, 0.5 if the question does not say
    kind: float  # 1 if the question wants a kind of figure
    overruled: float  # the best score among facts that conflict with the question, as a share of its own
    covered: float  # what a fact with another figure explains, less what it leaves, as a share of what this explains
    rivalled: float  # the best score among facts of the same subject with another figure, as a share of its own
    dated: float  # 1 if the question says a date, for which it is held
    ending: float  # what the question's last telling word weighs, if the fact does not explain it


# Logistic regression on the labelled questions of the project's knowledge base (see docs/decisions.md).
WEIGHTS = Evidence(
    share=6.04,
    focus=3.48,
    measured=3.68,
    explained=0.46,
    linked=1.49,
    plain=0.51,
    counts=0.45,
    kind=0.18,
    overruled=-1.16,
    covered=-0.75,
    rivalled=-1.31,
    dated=2.33,
    ending=-0.61,
)
BIAS = -9.91
UTMOST = {"overruled": 2.0, "covered": 1.2, "rivalled": 1.2}
"""The most of each that speaks against a match."""


def evidence(ranked: Ranked, best: Match) -> Evidence:
    """Gathers the evidence for one match among all that were weighed, which come best first."""
    against = {name: look(ranked, best) for name, look in AGAINST.items()}
    return _unopposed(ranked, best)._replace(**against)


def how_sure(ranked: Ranked, best: Match, marks: Iterable[float]) -> float:
    """The confidence in one match among all that were weighed; or what lies on the same side of each of these marks.

    What speaks against it is the dearest to find: each is looked for only where what is not known yet can make that difference.
    """
    found, unknown = _unopposed(ranked, best), UTMOST
    for name, look in AGAINST.items():
        most, least = confidence(found), confidence(found._replace(**unknown))
        if not any(least < mark <= most for mark in marks):
            return most
        found = found._replace(**{name: look(ranked, best)})
        unknown = {other: utmost for other, utmost in unknown.items() if other != name}
    return confidence(found)


def _unopposed(ranked: Ranked, best: Match) -> Evidence:
    """What speaks for a match, as if nothing spoke against it."""
    linked = best.linked
    return Evidence(
        share=best.share,
        focus=best.focus,
        measured=1.0 if _is_its_only_day(ranked, best) else best.measured,
        explained=min(best.explained, 4.0),
        linked=float(linked),
        plain=float(linked and best.left < LEFTOVER and best.beyond > FAINT),
        counts=0.5 if best.counts is None else float(best.counts),
        kind=float(best.wanted),
        overruled=0.0,
        covered=0.0,
        rivalled=0.0,
        dated=float(bool(best.asked.dates)),
        ending=best.ending,
    )


def _overruled(ranked: Ranked, best: Match) -> float:
    against = next((match.score for match in ranked.ruled_out if match.overruled), 0.0)
    return min(against / best.score, UTMOST["overruled"]) if best.score else UTMOST["overruled"]


def _covered(ranked: Ranked, best: Match) -> float:
    return min(_covering(ranked, best) / max(best.explained, 0.1), UTMOST["covered"])


def _rivalled(ranked: Ranked, best: Match) -> float:
    siblings = (match for match in siblings_of(best, ranked) if match.entry.aspects <= match.asked.aspects)
    sibling = max((match.score for match in siblings if _rivals(match, best)), default=0.0)
    return min(sibling / best.score, UTMOST["rivalled"]) if best.score else 1.0


AGAINST: dict[str, Callable[[Ranked, Match], float]] = {
    "rivalled": _rivalled,
    "covered": _covered,
    "overruled": _overruled,
}
"""How what speaks against a match is found, the dearest last."""


def confidence(found: Evidence) -> float:
    """The probability that the match is right, by the weights above."""
    total = sum(map(mul, WEIGHTS, found))
    return 1 / (1 + exp(-total - BIAS))


def sure_enough(knowledge: Knowledge) -> float:
    """The confidence from which a figure is given: what the knowledge base's own questions chose, if they did."""
    return knowledge.calibration.sure if knowledge.calibration else SURE


def _covering(ranked: Ranked, best: Match) -> float:
    """The most that a rival explains, less what it leaves; one that is named whole, if the best is: not Houston, Texas for Texas."""
    told = [(match.words.weight - match.words.left, match) for match in ranked.all]
    telling = sorted([(most, match) for most, match in told if most > 0], key=itemgetter(0), reverse=True)
    named = best.whole
    return next((most for most, match in telling if (match.whole or not named) and _rivals(match, best)), 0.0)


def _rivals(match: Match, best: Match) -> bool:
    """Another figure that nothing rules out."""
    return match.free and not same_figure(match, best)


def _is_its_only_day(ranked: Ranked, best: Match) -> bool:
    """ "When was the second forum": nothing but a whole name is said, and of its days one alone is held."""
    if best.asked.kinds != DAYS or not best.whole or best.left >= LEFTOVER or best.beyond > FAINT:
        return False
    return not any(_rivals(match, best) for match in siblings_of(best, ranked))


def siblings_of(best: Match, ranked: Ranked) -> list[Match]:
    """The facts of the same subject, in no order."""
    subject = best.entry.fact.subject.id
    return [match for match in ranked.all if match.entry.fact.subject.id == subject]


def same_figure(one: Match, other: Match) -> bool:
    """Whether two matches would lead with the same value, so that either is as good."""
    first, second = one.figures[0].quantity, other.figures[0].quantity
    return one is other or (first.value is not None and (first.value, first.unit) == (second.value, second.unit))


def same_subject(one: Match, other: Match) -> bool:
    """Whether two matches are facts of one subject."""
    return one.entry.fact.subject.id == other.entry.fact.subject.id
