"""How sure a match is: one number from 0 to 1, from what was weighed."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

from knowledge.match.weigh import Match


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for the best match and against it."""

    share: float  # of the question's weight that the fact explains
    focus: float  # of its nearest way of asking that the question says
    explained: float  # weight that is explained
    beyond: float  # of what is not the subject's name, the share that is explained
    counts: float  # 1 if it counts what is asked to be counted, 0 if it does not, 0.5 if the question does not say
    heaviest: float  # the heaviest unexplained word
    overruled: float  # the best score among facts that conflict with the question, as a share of its own
    rivalled: float  # the best score among facts with another figure, as a share of its own


# Logistic regression on the labelled questions of the project's knowledge base (see docs/decisions.md).
WEIGHTS = Evidence(
    share=1.25, focus=4.39, explained=1.19, beyond=2.17, counts=1.80, heaviest=-0.81, overruled=-0.43, rivalled=-1.48
)  # fmt: skip
BIAS = -6.91


def evidence(ranked: list[Match], best: Match) -> Evidence:
    """Gathers the evidence for one match among all that were weighed, best first."""
    against = [match.score for match in ranked if match.conflicts and not match.misfit and not match.unheld]
    rivals = [match.score for match in ranked if not match.conflicts and not same_figure(match, best)]
    measured = best.beyond + best.left
    return Evidence(
        share=best.share,
        focus=best.focus,
        explained=min(best.explained, 4.0),
        beyond=best.beyond / measured if measured else 0.0,
        counts=0.5 if best.counts is None else float(best.counts),
        heaviest=best.heaviest,
        overruled=min(max(against, default=0.0) / best.score, 2.0) if best.score else 2.0,
        rivalled=max(rivals, default=0.0) / best.score if best.score else 1.0,
    )


def confidence(found: Evidence) -> float:
    """The probability that the match is right, by the weights above."""
    total = sum(getattr(WEIGHTS, name) * getattr(found, name) for name in Evidence.__slots__)
    return 1 / (1 + exp(-total - BIAS))


def same_figure(one: Match, other: Match) -> bool:
    """Whether two matches would lead with the same value, so that either is as good."""
    first, second = one.figures[0].quantity, other.figures[0].quantity
    return one is other or (first.value is not None and (first.value, first.unit) == (second.value, second.unit))
