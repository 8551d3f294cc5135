"""How a question asks for what must be calculated, and what it asks that of.

Precision goes before recall: a question that may ask for one printed figure ("an annual growth of …") is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from knowledge.dates import span
from knowledge.match import Asked, Index
from knowledge.match.language import english
from knowledge.match.language.turns import turn
from knowledge.match.language.words import SHORT_PREFIX, words
from knowledge.model import Source
from knowledge.quantity import dates_in

Way = Literal["documents", "change", "series"]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be calculated: of what, between which dates or sources."""

    way: Way
    topic: str  # the question without the words of calculating, its dates and its sources
    dates: tuple[str, ...] = ()  # oldest first; one alone is where the change starts
    sources: tuple[Source, ...] = ()


MOVED = (
    r"(?:grow|grew|grown|rise|rose|risen|increased?|jump(?:ed)?|climb(?:ed)?|expand(?:ed)?|fall|fell|fallen|drop(?:ped)?"
    r"|declined?|decreased?|shrink|shrank|shrunk|changed?|(?:go|went|gone) (?:up|down))"
)
MOVE = r"(?:growth|increase|rise|jump|changes?|decrease|decline|drop|differences?|gap)"
COMPARING = r"(?:compared?|comparison|vs\.?|versus)"
DIFFER = rf"(?:differ|disagree|discrepanc(?:y|ies)|contradict|{MOVE}|{MOVED}|{COMPARING})"
PAPERS = r"(?:documents?|sources?|reports?|papers?|publications?)"
BASE = r"(?:since|from|against|than in|than|compared (?:with|to)|relative to)"

BY_HOW_MUCH = re.compile(rf"\bhow (?:much|far)\b[^?]*\b{MOVED}\b", re.IGNORECASE)
HOW_MANY_MORE = turn("more fewer less", r"\bhow (?:many|much) (?:more|fewer|less)\b", re.IGNORECASE)
BETWEEN_DATES = re.compile(rf"\b(?:{MOVE}|{COMPARING})(?!\w)", re.IGNORECASE)
BOTH_PAPERS = re.compile(
    rf"\b(?:(?:the )?(?:two|both)(?: of the| the)? {PAPERS}|between the {PAPERS})\b", re.IGNORECASE
)
APART = turn(
    "differ disagree discrepancy contradict gap compare comparison vs versus growth grow grew rise rose increase jump climb expand fall fell drop"
    " decline decrease shrink shrank shrunk change go going went gone",
    rf"\b{DIFFER}(?!\w)",
    re.IGNORECASE,
)
SERIES = turn(
    "grow grew grown rise rose risen increase jump climb expand fall fell fallen drop decline decrease shrink shrank shrunk change go went gone"
    " develop evolve trend time over through",
    rf"\b(?:how (?:has|have|had|did|does|do)\b[^?]*\b(?:{MOVED}|develop(?:ed)?|evolved?)\b"
    rf"|(?:has|have|did)\b[^?]*\bchanged?\b"
    r"|trends?|time series|over time|over the years|through the years)",
    re.IGNORECASE,
)
# One printed figure, or what nobody has measured yet.
PRINTED = re.compile(
    r"\b(?:year[- ]on[- ]year|yoy|annual(?:ly)?|annuali[sz]ed|yearly|monthly|per (?:year|annum|month)|average|compound|cagr|rates? of"
    r"|growth rates?|climate change|(?:will|would|could|should)(?! (?:you|any|some))|expect(?:ed|s)?|forecast|projected|projections?|targets?|planned)\b",
    re.IGNORECASE,
)
TELLING_NOTHING = re.compile(
    rf"\b(?:(?:by )?how (?:much|far)|how many (?=more|fewer)|how(?: has| have| had| did| does| do)?|what(?:'s| is| was| are)?|{DIFFER}|more|fewer"
    rf"|less|develop(?:ed)?|evolved?|trends?|time series|over time|(?:over|through) the years|percentage|in per ?cent|apart|than|{BOTH_PAPERS.pattern})(?!\w)|%",
    re.IGNORECASE,
)
DATE = "\x00"  # where a date stood
LEADING = (
    r"(?:the|a|end|start|beginning|middle|close|of|early|late|mid|year|in|on|by|at|as of|until|to|and|between|then)"
)
DATED = re.compile(rf"(?:\b{BASE}\s+)?(?:\b{LEADING}[\s-]+)*{DATE}", re.IGNORECASE)
STARTING = re.compile(rf"\b{BASE}\s+(?:{LEADING}[\s-]+)*{DATE}", re.IGNORECASE)
SOURCE = "\x01"  # where the name of a source stood
SINCE_SOURCE = re.compile(rf"\b(?:since|than|compared (?:with|to))\s+(?:(?:in|the)\s+)*{SOURCE}", re.IGNORECASE)


def wish(asked: Asked, index: Index) -> Wish | None:
    """What a question wants calculated; None if it wants a figure that may be printed, or says its dates vaguely."""
    if not any(said.search(asked.text, asked.begins) for said in (APART, SERIES, HOW_MANY_MORE)):
        return None
    sources, text = without_sources(asked.text, index)
    dates, text = without_dates(text)
    way = None if PRINTED.search(text) or dates is None else _way(text, dates, sources)
    if way is None or dates is None:
        return None
    if way == "documents":
        return None if dates else Wish(way, topic_of(text), sources=sources)
    starts = len(dates) != 1 or STARTING.search(text)
    return Wish(way, topic_of(text), dates, sources) if starts and len(dates) < 3 and len(sources) < 2 else None


def topic_of(text: str) -> str:
    """What is asked about, without the words of calculating."""
    bare = DATED.sub(" ", text).replace(SOURCE, " ")
    return " ".join(TELLING_NOTHING.sub(" ", bare).split()).strip(" ,:;?!.")


def _way(text: str, dates: tuple[str, ...], sources: tuple[Source, ...]) -> Way | None:
    if SINCE_SOURCE.search(text) or (APART.pattern.search(text) and (len(sources) == 2 or BOTH_PAPERS.search(text))):
        return "documents"
    if BY_HOW_MUCH.search(text) or (dates and BETWEEN_DATES.search(text)):
        return "change"
    if len(dates) == 2 and HOW_MANY_MORE.pattern.search(text):
        return "change"
    return "series" if SERIES.pattern.search(text) else None


def without_dates(text: str) -> tuple[tuple[str, ...] | None, str]:
    """The dates of a text, oldest first, and the text with a mark for each; None if one of them lacks its year."""
    mentions = dates_in(text)
    for mention in reversed(mentions):
        text = f"{text[: mention.start]}{DATE}{text[mention.end :]}"
    found = {mention.iso: both for mention in mentions if mention.year and mention.iso and (both := span(mention.iso))}
    vague = any(mention.iso not in found for mention in mentions)
    return None if vague else tuple(sorted(found, key=lambda iso: found[iso])), text


def without_sources(text: str, index: Index) -> tuple[tuple[Source, ...], str]:
    """The sources that a text names, and the text with a mark for each."""
    shown = SHORT_PREFIX.sub(r"\1", text)
    found = sorted(_sources_in(shown, index), key=lambda place: place[0])
    for start, end, _ in reversed(found):
        shown = f"{shown[:start]}{SOURCE}{shown[end:]}"
    return tuple({source.id: source for _, _, source in found}.values()), shown


def _sources_in(shown: str, index: Index) -> Iterator[tuple[int, int, Source]]:
    """Where each source is named, by its longest name there, unless that is part of a subject's longer name."""
    found = [word for word in words(shown) if word.text not in english.STOP]
    stems = tuple([word.stem for word in found])
    taken = {place for start, end, _ in index.names.found_in(stems) for place in range(start, end)}
    for name, source, _ in index.sources:
        for start in range(len(stems) - len(name) + 1):
            places = set(range(start, start + len(name)))
            if stems[start : start + len(name)] == name and not places & taken:
                taken |= places
                yield found[start].start, found[start + len(name) - 1].end, source
