"""What a fact counts: the heads of its units and its measure, and what it is asked for by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from knowledge.match.language import english
from knowledge.model import Fact

HEAD_ENDS = re.compile(
    r"\b(?:of|in|with|whose|that|which|from|to|on|by|since|as|for|at|who|where|when|under|between|among|into|through|over|per|a|an|the"
    r"|they|it|its|are|is|was|were|has|have|had)\b|[,;(]"
)
DENSITY = re.compile(r"\bper (?!day|hour|minute|second|week|month|year|annum)")  # people per square mile are not people
NUMBER_OF = re.compile(r"^(?:total |overall |average )?(?:number|count) of ", re.IGNORECASE)
HOW_MANY_OF = re.compile(r"\b(?:how many|number of)(?: of)?(?: the| its| their)? ([^?]+)")
PLURAL = re.compile(r"(?:\w+[^su\W]s|people|men|women|children|staff|personnel)[?,.]?", re.IGNORECASE)


def heads_of(fact: Fact) -> Iterator[str]:
    """Its units, and its measure, without what follows the noun: "participating countries" of "participating countries whose banks …"."""
    return chain(*map(_heads_in_unit, units_of(fact)), _heads_in(NUMBER_OF.sub("", fact.measure)))


def units_of(fact: Fact) -> Iterator[str]:
    return filter(None, (figure.quantity.unit for figure in fact.figures))


def _heads_in_unit(unit: str) -> tuple[str, ...]:
    return () if DENSITY.search(unit) else _heads_in(unit)


@lru_cache(maxsize=1024)  # many facts count the same
def _heads_in(text: str) -> tuple[str, ...]:
    return tuple(re.split(r"\b(?:and|or)\b|/", HEAD_ENDS.split(text, 1)[0]))


def counted_by(fact: Fact) -> Iterator[str]:
    """What its units, the head of its measure and its ways of asking "how many" name: "countries" of "participating countries"."""
    yield from map(_noun_of, heads_of(fact))
    for ask in fact.ask:
        if (found := _how_many_of(ask)) and (plural := _plural_in(found)):
            yield plural


@lru_cache(maxsize=1024)
def _noun_of(head: str) -> str:
    return next((word for word in reversed(head.split()) if not word.endswith(("ed", "ing"))), "")


def _how_many_of(ask: str) -> str | None:
    said = ask.lower()
    found = HOW_MANY_OF.search(said) if "how many" in said or "number of" in said else None
    return found and found[1]


def _plural_in(text: str) -> str | None:
    """The last plural of up to three words, as far as no small word comes between: "techniques" of "farming techniques did China …"."""
    last = None
    for word in text.split(None, 3)[:3]:
        bare = word.casefold().strip("?,.")
        if bare in english.STOP or (last and bare in english.CHAT):
            break
        if PLURAL.fullmatch(word):
            last = word
    return last
