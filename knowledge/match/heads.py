"""What a fact counts: the heads of its units and its measure, and what it is asked for by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

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
        yield from re.split(r"\b(?:and|or)\b|/", HEAD_ENDS.split(text, 1)[0])


def counted_by(fact: Fact, heads: Iterable[str]) -> Iterator[str]:
    """What its units, the head of its measure and its ways of asking "how many" name: "countries" of "participating countries"."""
    for head in heads:
        named = [word for word in head.split() if not word.endswith(("ed", "ing"))]
        yield " ".join(named[-1:])
    for ask in fact.ask:
        if (found := HOW_MANY_OF.search(ask)) and (plural := _plural_in(found[1])):
            yield plural


def _plural_in(text: str) -> str | None:
    """The last plural of up to three words, as far as no small word comes between: "techniques" of "farming techniques did China …"."""
    run = takewhile(lambda word: word.casefold().strip("?,.") not in english.STOP, text.split()[:3])
    return next((word for word in reversed(list(run)) if PLURAL.fullmatch(word)), None)
