"""What a fact counts: the heads of its units and its measure, and what it is asked for by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from knowledge.match import english
from knowledge.model import Fact

HEAD_ENDS = re.compile(
    r"\b(?:of|in|with|whose|that|which|from|to|on|by|since|as|for|at|who|where|when|under|between|among|into|through|over|per|a|an|the"
    r"|they|it|its|are|is|was|were|has|have|had)\b|[,;(]"
)
DENSITY = re.compile(r"\bper (?!day|hour|minute|second|week|month|year|annum)")  # people per square mile are not people
NUMBER_OF = re.compile(r"^(?:total |overall |average )?(?:number|count) of ", re.IGNORECASE)
HOW_MANY_OF = re.compile(r"\b(?:how many|number of)(?: of)?(?: the| its| their)? ([^?]+)", re.IGNORECASE)
PLURAL = re.compile(r"(?:\w+[^su\W]s|people|men|women|children|staff|personnel)[?,.]?", re.IGNORECASE)


def heads_of(fact: Fact) -> Iterator[str]:
    """Its units, and its measure, without what follows the noun: "participating countries" of "participating countries whose banks …"."""
    units = (figure.quantity.unit or "" for figure in fact.figures)
    for text in (*(unit for unit in units if not DENSITY.search(unit)), NUMBER_OF.sub("", fact.measure)):
        yield from _heads_in(text)


@lru_cache(maxsize=1024)  # many facts count the same
def _heads_in(text: str) -> tuple[str, ...]:
    return tuple(re.split(r"\b(?:and|or)\b|/", HEAD_ENDS.split(text, 1)[0]))


def counted_by(fact: Fact) -> Iterator[str]:
    """What its units, the head of its measure and its ways of asking "how many" name: "countries" of "participating countries"."""
    for head in heads_of(fact):
        named = [word for word in head.split() if not word.endswith(("ed", "ing"))]
        yield " ".join(named[-1:])
    for ask in fact.ask:
        if (found := _how_many_of(ask)) and (plural := _plural_in(found)):
            yield plural


def _how_many_of(ask: str) -> str | None:
    said = ask.lower()
    found = HOW_MANY_OF.search(ask) if "how many" in said or "number of" in said else None
    return found and found[1]


def _plural_in(text: str) -> str | None:
    """The last plural of up to three words, as far as no small word comes between: "techniques" of "farming techniques did China …"."""
    last = None
    for word in text.split(None, 3)[:3]:
        if word.casefold().strip("?,.") in english.STOP:
            break
        if PLURAL.fullmatch(word):
            last = word
    return last
