"""The date of a figure that the question tells: "as of when had the line carried 20.79 million?" The fact that holds it says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import islice

from knowledge.match import Asked, Index, Match, matches
from knowledge.match.asked.told import PERCENT
from knowledge.match.beyond import asks_beyond
from knowledge.match.language.turns import turn
from knowledge.match.weighing.confidence import confidence, evidence
from knowledge.model import Figure
from knowledge.outcome import FactAnswer
from knowledge.quantity import dates_in, numbers_in

_CAME = (
    "attract(?:ed)?|br(?:ing|ought)|carr(?:y|ied)|handled?|hit|import(?:ed)?|export(?:ed)?|mov(?:e|ed)|pass(?:ed)?|process(?:ed)?|produced?|reach(?:ed)?|receiv(?:e|ed)"
    "|sell|sold|serv(?:e|ed)|ship(?:ped)?|transport(?:ed)?|top(?:ped)?|treat(?:ed)?"
)
OF_WHEN = turn(
    "as up until till through cut count figure number tally total data by date record months year years quarter period span",
    r"\bas of (?:when|what|which)\b|\b(?:up to|until|till|through) (?:when|what|which|the (?:end|close) of (?:what|which))\b|\bcut-?off\b"
    r"|\b(?:count|figure|number|tally|total|data)\b[^?!]* from\W*$|\b(?:count|figure|number|tally|total|data)\b[^?!]*\b(?:recorded|counted|cover|run)\b"
    r"|\bby (?:what|which) (?:\w+ )?(?:date|day|month|year|point|time)\b[^?!]*\bhad\b|\b(?:counted|recorded)\W*$"
    rf"|\b(?:in|over|during) (?:what|which) (?:years?|months|quarter|period|span)\b[^?!]* (?:did|had|has) [^?!]*\b(?:{_CAME})\b",
)
MONEY = re.compile(r"[$€£¥]\s?$")
MILLIONS = re.compile(r" ?m\b", re.IGNORECASE)  # "20.79m": of travellers, or a length
NEAR = 0.8  # of the best score, that the fact's has at least
LIKELY = 0.45  # how sure it is that this fact is meant, at least: that it holds the very figure is told by no word
FIRST = 5  # facts among which it is looked for


def dated(asked: Asked, index: Index) -> FactAnswer | None:
    """The fact that holds a figure which the question tells and asks the date of, that figure first; None if it asks for none, or none holds it."""
    if not (asked.kinds and "date" in asked.kinds and OF_WHEN.search(asked.near.lower(), asked.begins)):
        return None
    told = set(_told(asked))
    if not told:
        return None
    ranked = matches(replace(asked, kinds=None, dates=(), told=asked.told._replace(numbers=())), index)
    near = list(islice(ranked.free, FIRST))
    for match in near:
        figure = _holds(match, told)
        sure = figure and match.score >= NEAR * near[0].score and confidence(evidence(ranked, match)) >= LIKELY
        if figure and sure and not asks_beyond(ranked, match):
            return FactAnswer(match.entry.fact, (figure, *(other for other in match.figures if other is not figure)))
    return None


def _told(asked: Asked) -> Iterator[tuple[Decimal, str]]:
    """The numbers in what asks, but for those of dates, each with what it counts: money, percent, or anything else."""
    text = asked.near
    days = [(day.start, day.end) for day in dates_in(text)]
    for number in numbers_in(text):
        if number.form == "cardinal" and number.value and not any(start <= number.start < end for start, end in days):
            money, share = MONEY.search(text[: number.start]), PERCENT.match(text, number.end)
            kind = "money" if money else "percent" if share else ""
            yield number.value, kind
            if MILLIONS.match(text, number.end):
                yield number.value * 1_000_000, kind


def _holds(match: Match, told: set[tuple[Decimal, str]]) -> Figure | None:
    """Its figure of such a number, if it says of when that is."""
    return next(
        (figure for figure in match.figures if _is_told(figure, told) and (figure.as_of or figure.period)), None
    )


def _is_told(figure: Figure, told: set[tuple[Decimal, str]]) -> bool:
    value, kind = figure.quantity.value, figure.quantity.kind
    return isinstance(value, Decimal) and any(
        value == number and counted == (kind if kind in ("money", "percent") else "") for number, counted in told
    )
