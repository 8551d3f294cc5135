"""The words that bound a number, and the one canonical word that each is read as.

"just", "only", "a total of", "some of" bound nothing. A bound is part of the figure: "300" is not "more than 300".
"""

from __future__ import annotations

import re

BOUNDS: dict[str, tuple[str, ...]] = {
    "more than": (
        "more than", "over", "above", "exceed", "exceeds", "exceeded", "exceeding", "surpass", "surpasses", "surpassed",
        "surpassing", "in excess of", "upwards of", "upward of", "greater than", "higher than", "longer than",
        "topped", "topping",
    ),
    "at least": ("at least", "no fewer than", "no less than", "not less than", "not fewer than", "a minimum of"),
    "nearly": ("nearly", "almost", "close to", "nearing", "approaching", "just short of"),
    "about": ("about", "around", "approximately", "approx.", "some", "roughly", "circa", "ca.", "~"),
    "up to": (
        "up to", "as many as", "as much as", "as high as", "as long as", "at most", "a maximum of", "no more than",
        "not more than",
    ),
    "less than": ("less than", "under", "below", "fewer than", "lower than", "shorter than", "just under"),
    "an average of": ("an average of", "average of", "on average", "averaging", "averaged", "averages"),
}  # fmt: skip
AFTER = {
    "more than": ("-plus", " plus", "+"),
    "at least": (" or more", " or above", " and above", " or over"),
    "about": ("-odd", " or so"),
    "up to": (" or less", " or fewer"),
}
CANONICAL = {word: bound for bound, words in BOUNDS.items() for word in words}
CANONICAL_AFTER = {word: bound for bound, words in AFTER.items() for word in words}

# what may stand between the bound and the number, and changes nothing
BETWEEN = r"(?:\s+(?:just|only|a total of|an additional|another))*\s*(?:[A-Z]{0,3}[$€£¥]|[A-Z]{3})?"
ANY = "|".join(re.escape(word) for word in sorted(CANONICAL, key=len, reverse=True))
BEFORE = re.compile(rf"(?<![\w-])({ANY})(?!\w){BETWEEN}\s*$", re.IGNORECASE)
BEHIND = re.compile("|".join(re.escape(word) + r"(?!\w)" for word in CANONICAL_AFTER), re.IGNORECASE)


def bound_before(text: str) -> str | None:
    """The bound that ends a text, canonical: "it takes just over" bounds what follows by "more than"."""
    found = BEFORE.search(text)
    return CANONICAL[found[1].lower()] if found else None


def bound_after(text: str) -> str | None:
    """The bound that begins a text, as "-plus" does in "130-plus countries"."""
    found = BEHIND.match(text)
    return CANONICAL_AFTER[found[0].lower()] if found else None


def without_bound(text: str) -> str:
    """What follows a number, after a "-plus" or "or more" that belongs to the number."""
    return BEHIND.sub("", text, count=1) if BEHIND.match(text) else text
