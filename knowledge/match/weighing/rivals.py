"""Which other matches are as likely to be meant as the one that leads, so that they are choices."""

from __future__ import annotations

from knowledge.match.weighing.confidence import LEVEL, same_figure, same_subject
from knowledge.match.weighing.leading import CLOSE, SLIGHTLY, leads
from knowledge.match.weighing.ranked import Ranked
from knowledge.match.weighing.weigh import Match

# A rival's score, as a share of the best, from which the two are choices. Of facts that explain all that the best explains it
# is CLOSE; of another subject,
ELSEWHERE = 0.6  # if the question names neither, and says less of a way of asking than
PART = 0.8
# Of the others LEVEL counts; so also where the question says of a way of asking at least
WHOLE = 0.93
NEARLY = 0.97  # of what the best explains, that explains as much
NEXT = 0.8  # the share of the best's score from which a match is offered beside it though none is a rival


def rivals_of(best: Match, ranked: Ranked) -> list[Match]:
    """Those that may be meant as well as the best."""
    return [match for match in ranked.free.down_to(ELSEWHERE * best.score) if _rivals(match, best)]


def next_to(best: Match, ranked: Ranked) -> list[Match]:
    """Those that are nearest to the best, with another figure."""
    near = (match for match in ranked.free.down_to(NEXT * best.score) if match.score > NEXT * best.score)
    return [match for match in near if not same_figure(match, best)]


def _rivals(match: Match, best: Match) -> bool:
    """Another figure that explains all that the best explains, nearly as well asked for; or one that is asked for as well."""
    if same_figure(match, best) or _counts_else(match, best) or leads(best, match):
        return False
    if same_subject(match, best) and _is_measured_so(best, match):
        return False
    return match.score >= _from_where(match, best) * best.score


def _from_where(match: Match, best: Match) -> float:
    """The share of the best's score from which a match is its rival."""
    elsewhere = not same_subject(match, best)
    if best.whole and not match.whole:  # "Texas" is asked for, and this is of Houston, Texas
        return LEVEL
    if best.counts and not match.counts and not elsewhere:
        return LEVEL
    told = match.share / best.share if elsewhere and not best.linked else match.explained / best.explained
    if best.focus >= WHOLE or told < NEARLY or match.left > best.left + SLIGHTLY:
        return LEVEL
    return ELSEWHERE if elsewhere and best.focus < PART else CLOSE


def _counts_else(match: Match, best: Match) -> bool:
    """Whether the best counts what is asked to be counted, and this leaves a word of it unexplained."""
    other_kind = match.counts is None and match.entry.kinds.isdisjoint(best.entry.kinds)
    return bool(best.counts) and (other_kind or any(term in match.unsaid for term in match.asked.counted))


def _is_measured_so(match: Match, other: Match) -> bool:
    """Whether only this measures by a word that the question says, beside the name, and the other by none that it says."""
    own, others = set(match.entry.measure) - match.entry.named, set(other.entry.measure)
    said = match.said & other.said
    told = bool((own - others) & said) and said.isdisjoint(others - own - match.entry.named)
    return told and match.explained >= other.explained
