"""The source and the dates that a question names, and where they stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from knowledge.match.indexing.index import Index
from knowledge.match.language import english, phrasing
from knowledge.match.language.clauses import Clauses, Stretch, is_in
from knowledge.match.language.words import Word, stem, words
from knowledge.model import Source
from knowledge.quantity import dates_in

GUESSED = re.compile(r"\b(?:is|was|were) (?:it|that|this) (?:in |really |already )?$", re.IGNORECASE)
DID = re.compile(r"\b(?:did|has|have|had) (?:the )?(?:\w+ )?$", re.IGNORECASE)
OF_A_SOURCE = re.compile(
    r"(?:'s)?(?: (?!and\b|or\b|in\b|of\b|by\b|to\b|from\b|the\b)[\w-]+){0,4}? (?:report|paper|document|study|publication|doc)\b",
    re.IGNORECASE,
)
WORKED_ON = re.compile(
    r"\b(?:work(?:s|ed|ing)? on|prepar(?:e|ed|ing)|draft(?:ed|ing)?) (?:(?:the|its|their|this) )?(?:\d{4} )?$",
    re.IGNORECASE,
)  # "how long did they work on the report"
_PUBLISH = r"(?:publish\w*|publication|releas\w+|issued?|issuing|(?:put|puts|bring|brought) out)"
PUBLISHED = re.compile(rf"\b{_PUBLISH} (?:of )?(?:(?:the|its|their|this|that) )?(?:\w+ )?$", re.IGNORECASE)
PUBLICATION = re.compile(
    rf"\W*(?:(?:was|is|were|been|get|got|first) )*(?:{_PUBLISH}|c[ao]mes? out|appear(?:ed)?)\b", re.IGNORECASE
)
"""What is said of a document that was published: it is asked of, and is no source."""
CITED = re.compile(
    r"\b(?:according to|as per|per|going by|says?|said)(?: the| an?)*(?: (?:report|forecast|estimate|study)s?(?: by| of| from)?(?: the)?)? $",
    re.IGNORECASE,
)
THEN = re.compile(
    r"\bby then\b|\bat (?:that|the) time\b|\b(?:these|those|that|(?:in|of|for) the same) (?:\w+ )?(?:days?|weeks?|months?|quarters?|years?|period)\b",
    re.IGNORECASE,
)
SAID = re.compile(
    r"['\w]*\s+(?:say|said|report|put|estimate|count|state|publish|mention|quote|list|note|find|found|cite|print|write|project|expect|claim)",
    re.IGNORECASE,
)


class Scope(NamedTuple):
    """The source and the ISO dates that a question names, and where they stand in it."""

    source: Source | None
    dates: tuple[str, ...]
    sourced: tuple[Stretch, ...]  # where the source stands, with its date: "the 2024 report"
    dated: tuple[Stretch, ...]  # where the dates stand


def scope_of(shown: str, clauses: Clauses, day: bool, index: Index) -> Scope:
    """The source and the dates of what asks.

    What asks is a sentence, and what stands before it if it says "in those months"; for who asks for a `day`, the clause alone,
    since any other date is of something else.
    """
    source, taken = _source_in(shown, day, index)
    asks = clauses.core if day else clauses.sentences
    mentioned = list(_dates_in(shown))
    told_before = mentioned and not day and THEN.search(clauses.asking)
    taken += [(start, end) for iso, start, end in mentioned if _is_date_of(source, iso, shown[end:])]
    dates = [
        (iso, start, end)
        for iso, start, end in mentioned
        if (told_before or is_in(start, asks)) and not is_in(start, taken)
    ]
    dates = [date for date in dates if not is_in(date[1], clauses.told)] or dates  # not "I have that of 2023"
    return Scope(
        source, tuple(iso for iso, _, _ in dates), tuple(taken), tuple((start, end) for _, start, end in dates)
    )


def _is_date_of(source: Source | None, iso: str, rest: str) -> bool:
    """Whether a date only tells which document is named: "the 2024 report", of the one that was issued then."""
    return bool(source and (source.issued or "").startswith(iso) and OF_A_SOURCE.match(rest))


def _source_in(shown: str, day: bool, index: Index) -> tuple[Source | None, list[Stretch]]:
    """The source that the question names, none if it names several or asks for the day of its publication; and where it stands."""
    found = [word for word in words(shown) if word.text not in english.STOP]
    stems = tuple([word.stem for word in found])
    said = [
        (name, source, start)
        for name, source, is_subject in index.sources
        for start in range(len(stems) - len(name) + 1)
        if stems[start : start + len(name)] == name
        and not (is_subject and not _is_cited(shown, found[start], found[start + len(name) - 1]))
    ]
    if not said:
        return None, []
    longer = [(start, end) for start, end, _ in index.names.found_in(stems)]
    named = [
        (source, (start, start + len(name)))
        for name, source, start in said
        if not any(s <= start and start + len(name) <= e and e - s > len(name) for s, e in longer)
        and not WORKED_ON.search(shown[: found[start].start])
        and not (day and _is_published(shown, found[start].start, found[start + len(name) - 1].end))
        and not _goes_on(shown, found, start + len(name), source)
    ]
    if not named:
        return None, []
    taken = [(found[start].start, found[end - 1].end) for _, (start, end) in named]
    several = any(source is not named[0][0] for source, _ in named)
    return None if several else named[0][0], taken


def _is_cited(shown: str, first: Word, last: Word) -> bool:
    """Whether somebody stands there as who says something: "according to the Bank of Zenda", "the Bank of Zenda says"."""
    return bool(CITED.search(shown[: first.start]) or SAID.match(shown, last.end))


def _is_published(shown: str, start: int, end: int) -> bool:
    return bool(PUBLISHED.search(shown[:start]) or PUBLICATION.match(shown, end))


def _goes_on(shown: str, found: Sequence[Word], end: int, source: Source) -> bool:
    """ "The white paper on something else", "the Council's approval": the name is part of another's, or somebody's who did it."""
    last = found[end - 1]
    rest = shown[last.end :]
    if DID.search(shown[: last.start]) and not SAID.match(rest):
        return True  # "when did the Council approve it"
    if deed := re.match(r"\w+['’]s\s+([a-zA-Z]\w*)", shown[last.start :]):
        return deed[1].lower() not in english.EVERYDAY | english.TELLINGS
    after = re.match(r"\s+on\s+(?:the\s+|\w+'s\s+)?(\w+)", rest)
    return (
        after is not None
        and after[1].lower() not in english.STOP
        and stem(after[1].lower()) not in {word.stem for word in words(source.title)}
    )


def _dates_in(shown: str) -> Iterator[tuple[str, int, int]]:
    """Every date that says its year; "more than 2000" says none, and "was it 2016?" only guesses."""
    mentions = dates_in(shown)
    limits = {found.start("number") for found in phrasing.LIMIT.pattern.finditer(shown.lower())} if mentions else ()
    for mention in mentions:
        if not mention.iso or not re.match(r"\d{4}", mention.iso) or mention.start in limits:
            continue
        if not GUESSED.search(shown[: mention.start]):
            yield mention.iso, mention.start, mention.end
