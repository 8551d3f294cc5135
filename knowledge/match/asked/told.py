"""What a question tells of numbers itself, so that it is not what it asks for: limits, shares, counts, what it leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from knowledge.match.asked.named import Bearers
from knowledge.match.asked.terms import Term
from knowledge.match.indexing.index import Index, as_digits
from knowledge.match.indexing.lexicon import Concept
from knowledge.match.language import phrasing
from knowledge.match.language.clauses import Clauses, Stretch, is_in
from knowledge.match.language.turns import Beginnings, turn
from knowledge.match.language.wanted import DAYS, SHARES
from knowledge.quantity import numbers_in

PERCENT = re.compile(r" ?(?:%|per ?cent)")
WITH = turn(
    "with including counting plus besides beside after since once added",
    r"\b(?:with|including|counting|plus|besides|beside) (?:all )?(?:(?:the|these|those|its) )?(?=\w)"
    r"|\b(?:after|since|once) (?:the|these|those|its) (?:latest|last|new|newest|additional|extra|further) (?=\w)|\badded the (?=\w)",
    re.IGNORECASE,
)
NEXT = 40  # characters in which a number stands that begins there
YEAR = re.compile(r"(?:1[0-9]|20|21)\d\d")
MANY = 20  # from which a number is hardly a part of a name
AN = re.compile(r"\ban?[ -]$", re.IGNORECASE)


class Limit(NamedTuple):
    """ "Under 18", "more than 250": a number that what is asked for lies below or above."""

    number: str
    below: bool
    share: bool  # in percent
    told_of: Bearers  # the subjects of which a fact prints that there are more: it is told, and limits nothing


class Told(NamedTuple):
    """What a question tells of numbers, by what it is told for."""

    limits: tuple[Limit, ...]
    shares: frozenset[Decimal]  # where it asks how much, in percent: "to rise by a fifth"
    counts: frozenset[Decimal]  # where it asks how many, or for a total: "with the ten new ones"
    numbers: tuple[tuple[str, Bearers], ...]  # where it asks for a day: of which subjects a fact prints each
    lessened: tuple[tuple[str, frozenset[Concept]], ...]  # "not counting", and what the word after it may mean


def told_in(
    clauses: Clauses,
    begins: Beginnings,
    kinds: frozenset[str] | None,
    dated: Sequence[Stretch],
    terms: Iterable[Term],
    index: Index,
) -> Told:
    """What a question, that wants figures of these kinds, tells of numbers; but not those of dates."""
    asking = clauses.asking.lower()
    openly = kinds == SHARES and phrasing.WHAT.search(asking)
    many = phrasing.HOW_MANY.search(asking, begins) or phrasing.HOW_MUCH.search(asking, begins)
    return Told(
        limits=tuple(_limits(asking, begins, index)),
        shares=frozenset(_shares(clauses.shown) if openly else ()),
        counts=frozenset(_counts(clauses, begins, dated) if many else ()),
        numbers=tuple(_numbers(clauses, dated, index)) if kinds == DAYS else (),
        lessened=tuple(_lessened(clauses.shown, begins, terms)),
    )


def _limits(asking: str, begins: Beginnings, index: Index) -> Iterator[Limit]:
    for said in phrasing.LIMIT.finditer(asking, begins):
        told_of = () if said["below"] else index.printed.get(as_digits(Decimal(said["number"].replace(",", ""))), ())
        share = bool(PERCENT.match(asking, said.end("number")))
        yield Limit(said["number"], bool(said["below"]), share, frozenset(told_of))


def _shares(shown: str) -> Iterator[Decimal]:
    """Each share that stands in a text, in percent."""
    for number in numbers_in(shown):
        if number.value and number.form == "fraction":
            yield number.value * 100
        elif number.value and number.form == "ordinal" and AN.search(shown[: number.start]):
            yield 100 / number.value  # "a fifth"
        elif number.value and PERCENT.match(shown, number.end):
            yield number.value


def _counts(clauses: Clauses, begins: Beginnings, dated: Sequence[Stretch]) -> Iterator[Decimal]:
    """Each number, where it is asked how many, of which the rest is asked: "with the ten new ones"."""
    for said in WITH.finditer(clauses.shown, begins):
        for number in numbers_in(clauses.shown[said.end() : said.end() + NEXT])[:1]:
            if (
                number.value
                and number.start == 0
                and is_in(said.start(), clauses.core)
                and not is_in(said.end(), dated)
            ):
                yield number.value


def _numbers(clauses: Clauses, dated: Sequence[Stretch], index: Index) -> Iterator[tuple[str, Bearers]]:
    """Each great number, where a day is asked for: "when will there be 500"."""
    shown = clauses.shown
    for start, end in clauses.core:
        for number in numbers_in(shown[start:end]):
            told = number.form == "cardinal" and not is_in(start + number.start, dated)
            year = YEAR.fullmatch(shown, start + number.start, start + number.end)
            if (
                told
                and number.value
                and number.value >= MANY
                and number.value == number.value.to_integral_value()
                and not year
            ):
                digits = as_digits(number.value)
                yield digits, frozenset(index.printed.get(digits, ()))


def _lessened(shown: str, begins: Beginnings, terms: Iterable[Term]) -> Iterator[tuple[str, frozenset[Concept]]]:
    for said in phrasing.LESSENED.finditer(shown, begins):
        after = next((term for term in terms if term.word.start >= said.end()), None)
        yield said[0].lower(), frozenset(after.means if after else ())
