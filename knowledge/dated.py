"""The date of a figure that the question tells: "as of when had the line carried 20.79 million?" The fact that holds it says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import islice

from knowledge.match import Asked, Index, Match, matches
from knowledge.match.language.turns import turn
from knowledge.match.weighing.confidence import confidence, evidence
from knowledge.model import Figure
from knowledge.outcome import FactAnswer
from knowledge.quantity import dates_in, numbers_in

OF_WHEN = turn(
    "as up until till through cut count figure number tally total data",
    r"\bas of (?:when|what|which)\b|\b(?:up to|until|till|through) (?:when|what|which)\b|\bcut-?off\b"
    r"|\b(?:count|figure|number|tally|total|data)\b[^.?!]* from\W*$",
)
MILLIONS = re.compile(r" ?m\b", re.IGNORECASE)  # "20.79m", of whatever is no length
NEAR = 0.8  # of the best score, that the fact's has at least
LIKELY = 0.45  # how sure it is that this fact is meant, at least: that it holds the very figure is told by no word
FIRST = 5  # facts among which it is looked for


def asks_of_when(asked: Asked) -> bool:
    """Whether the question plainly asks for the date of a figure, and not for the day of an event."""
    return bool(asked.kinds and "date" in asked.kinds and OF_WHEN.search(asked.near.lower(), asked.begins))


def dated(asked: Asked, index: Index) -> FactAnswer | None:
    """The fact that holds a figure which the question tells and asks the date of, that figure first; None if there is none."""
    told = set(_told(asked)) if asked.kinds and "date" in asked.kinds else set()
    if not told:
        return None
    ranked = matches(replace(asked, kinds=None, dates=(), told=asked.told._replace(numbers=())), index)
    near = list(islice(ranked.free, FIRST))
    for match in near:
        figure = _holds(match, told)
        if figure and match.score >= NEAR * near[0].score and confidence(evidence(ranked, match)) >= LIKELY:
            return FactAnswer(match.entry.fact, (figure, *(other for other in match.figures if other is not figure)))
    return None


def _told(asked: Asked) -> Iterator[Decimal]:
    """The numbers in what asks, but for those of dates."""
    days = [(day.start, day.end) for day in dates_in(asked.near)]
    for number in numbers_in(asked.near):
        if number.form == "cardinal" and number.value and not any(start <= number.start < end for start, end in days):
            yield number.value * (1_000_000 if MILLIONS.match(asked.near, number.end) else 1)


def _holds(match: Match, told: set[Decimal]) -> Figure | None:
    """Its figure of such a number, if it says of when that is."""
    return next(
        (figure for figure in match.figures if figure.quantity.value in told and (figure.as_of or figure.period)), None
    )
