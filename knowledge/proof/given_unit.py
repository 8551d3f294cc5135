"""Whether the `unit` that completes a print ("14", high-speed trains a day) is made of words that the text prints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

import Stemmer

from knowledge.model import Figure
from knowledge.proof.document import Document
from knowledge.proof.prints import Stand, Unfound
from knowledge.quantity import quantity
from knowledge.quantity.unit_table import NAMES

STEMMER = Stemmer.Stemmer("english")
SMALL = {
    "a",
    "an",
    "and",
    "at",
    "by",
    "each",
    "every",
    "for",
    "from",
    "in",
    "of",
    "on",
    "or",
    "per",
    "the",
    "to",
    "with",
}
PERIODS = {
    "hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annual": "year",
    "annually": "year",
}  # fmt: skip


def unprinted_unit(figure: Figure, stand: Stand, document: Document, units: Mapping[str, str]) -> list[Unfound]:
    """The words of a given unit that stand neither in the figure's passage nor in its place."""
    unit = figure.quantity.unit
    if unit is None or unit == quantity(figure.printed, units).unit:
        return []
    texts = [stand.passage.folded.text, *(passage.folded.text for passage in document.at(figure.citation.locator))]
    printed = set(_stems(texts, units))
    missing = [word for word in re.findall(r"[\w²³%$€£]+", unit) if not _stands(word, printed)]
    said = f"has `unit` '{unit}', but '{' '.join(missing)}' is not printed in {figure.citation.locator}"
    return [Unfound(said, "take the unit's words from the text")] if missing else []


def _stands(word: str, printed: set[str]) -> bool:
    return word.lower() in SMALL or word in printed or _stem(word) in printed


def _stems(texts: Iterable[str], units: Mapping[str, str]) -> Iterator[str]:
    """Every word of the texts by its stem; a unit of measure also by its short name, "daily" also as "day"."""
    for word in {word for text in texts for word in re.findall(r"[\w²³%$€£]+", text)}:
        yield _stem(word)
        yield PERIODS.get(word.lower(), "")
        yield units.get(word, "")
        yield next((NAMES[form][0] for form in (word, word.removesuffix("s")) if form in NAMES), "")


def _stem(word: str) -> str:
    return str(STEMMER.stemWord(word.lower()))
