"""Which match leads: the best that nothing rules out, or a sibling of its subject that the question means rather."""

from __future__ import annotations

import re
from decimal import Decimal

from knowledge.dates import span
from knowledge.match.indexing.index import as_digits
from knowledge.match.language.aspects import DAY
from knowledge.match.language.english import MONTHS
from knowledge.match.language.wanted import DAYS
from knowledge.match.language.words import stems_of
from knowledge.match.weighing.confidence import same_subject
from knowledge.match.weighing.ranked import Ranked
from knowledge.match.weighing.share import LEFTOVER
from knowledge.match.weighing.weigh import Match

CLOSE = 0.88  # the share of the best's score from which a sibling may lead …
RATHER = 0.7  # … and from which it does if it says what the question does, and the best does not
UNEXPLAINED = 0.4  # the weight from which a word tells that the best leaves unexplained
SLIGHTLY = 0.05  # by how much more may be left unexplained
NO_COUNTS = frozenset(("rank", "date", "text"))
ALL = frozenset(stems_of("total overall combined whole full entire altogether together"))
UP_TO = re.compile(
    rf"(?:\b(?:by|until|till|to|through|since|as of|from|and|end of|months of)|[-–]) ?(?:(?:the )?(?:end|late|early|middle) (?:of )?)?(?:\d{{4}}|{'|'.join(sorted(MONTHS))})\b",
    re.IGNORECASE,
)
"""What makes a date the end of a time, or its beginning."""


def leading(ranked: Ranked) -> Match | None:
    """The best that nothing rules out, or a fact of the same subject that is meant rather."""
    best = next(iter(ranked.free), None)
    if best is None:
        return None
    near = ranked.free.down_to(RATHER * best.score)
    return next((match for match in near if leads(match, best)), best)


def leads(match: Match, best: Match) -> bool:
    """Whether, of two facts of one subject, the question means this."""
    if match is best or not same_subject(match, best):
        return False
    if any(
        is_meant(match, best)
        for is_meant in (_lasts, _explains_all, _is_not_told, _is_of_one_side, _is_no_day, _counts_it)
    ):
        return True
    return match.score >= CLOSE * best.score and (
        _is_narrower(best, match)
        or _tells_all(match, best)
        or _is_said_again(match, best)
        or _is_just_then(match, best)
    )


def _tells_all(match: Match, other: Match) -> bool:
    """Whether all of something is asked for, and this says so."""
    asked = [term for term in other.unmet if term.word.stem in ALL]
    return bool(asked) and match.left <= other.left + SLIGHTLY and not any(term in match.unsaid for term in asked)


def _is_said_again(match: Match, other: Match) -> bool:
    """Whether only this measures what the name says and the question says again: cities in Europe, of trains to Europe."""
    return _says_again(match) and not _says_again(other)


def _says_again(match: Match) -> bool:
    both = match.entry.named & set(match.entry.measure)
    said = ([term.word for term in match.asked.terms if term.near and concept in term.means] for concept in both)
    return any(len(found) > 1 and found[-1].start - found[0].end > 1 for found in said)  # and not in one phrase


def _is_just_then(match: Match, other: Match) -> bool:
    """Whether only this is told for just the time that is asked for: for August, not for the year to August."""
    dates = match.asked.dates
    if len(dates) != 1 or UP_TO.search(match.asked.near):
        return False
    return _is_told_for(match, dates[0]) and not _is_told_for(other, dates[0])


def _is_told_for(match: Match, iso: str) -> bool:
    figure = match.figures[0]
    return span(figure.as_of or figure.period or "") == span(iso)


def _lasts(match: Match, other: Match) -> bool:
    """Whether, of a length or a duration and a day, a question how long means this: it says as much of it."""
    spans = {"length", "duration"}
    asked = match.asked.kinds or frozenset()
    fits = bool(match.entry.kinds & spans & asked) and other.entry.kinds == DAYS != asked
    return fits and match.explained >= other.explained


def _explains_all(match: Match, other: Match) -> bool:
    """Whether only this leaves nothing unexplained of what is asked: it measures by a telling word that the other leaves."""
    if match.left >= LEFTOVER:
        return False
    telling = (term for term in other.unmet if term.weight >= UNEXPLAINED)
    return any(not match.entry.measured.isdisjoint(term.means) for term in telling)


def _is_not_told(match: Match, other: Match) -> bool:
    """Whether the question itself says the other's figure, as a limit or as its date, and as much of this: "months above 1,600 trains"."""
    told, asked = other.figures[0].quantity.value, match.asked
    if isinstance(told, Decimal):
        said = any(limit.number.replace(",", "") == as_digits(told) for limit in asked.told.limits)
    else:
        said = isinstance(told, str) and told[:4] in asked.dates and asked.kinds != DAYS
    return said and match.explained >= other.explained - SLIGHTLY and match.left <= other.left + SLIGHTLY


def _is_of_one_side(match: Match, other: Match) -> bool:
    """Whether, of words that must not be taken for one another, only this keeps to the one that is asked for: the thermal part, not both parts."""
    for group, wanted in match.asked.contrasts:
        own, both = group & match.entry.explains.keys(), group.intersection(other.entry.measure)
        others = both - wanted
        if own and own <= wanted and both & wanted and others and others - match.index.lexicon.parts_of(wanted):
            return True  # "imports and exports" are one side, of imports and of exports
    return False


def _is_no_day(match: Match, other: Match) -> bool:
    """Whether the other tells a day, for which nothing asks, and this explains more: the staff of an academy, not its opening."""
    day = DAY in other.entry.aspects - match.asked.aspects and DAY not in match.entry.aspects
    return day and match.explained > other.explained and match.left <= other.left


def _counts_it(match: Match, other: Match) -> bool:
    """Whether key words end in what only this counts, and the other tells a rank, a day or a name: "Zenda first night train tourists"."""
    unasked = match.asked.kinds is None and other.entry.kinds <= NO_COUNTS and match.counts is True and not other.counts
    return unasked and match.left <= other.left + SLIGHTLY


def _is_narrower(match: Match, best: Match) -> bool:
    """Whether it differs by words of its measure alone that the question does not say: partner countries."""
    narrower, wider = set(match.entry.measure), set(best.entry.measure)
    unsaid = (narrower - wider) & match.entry.measured
    differs = bool(unsaid) and unsaid.isdisjoint(match.said) and wider - narrower <= best.said
    return differs and match.counts == best.counts
