"""Words by their near misses: which known word a typing error was meant to be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA


@dataclass(slots=True)
class Neighbours:
    """Known words, by each deletion of one letter, and by their first and last four letters.

    The deletions find every word at distance one (Mor and Fraenkel 1982, as in SymSpell); the ends find longer words at
    distance two or three, whatever happened between. Distance is optimal string alignment: swapped letters are one error.
    """

    buckets: dict[str, list[str]] = field(default_factory=dict)

    def add(self, known: Iterable[str]) -> None:
        for word in sorted(known):
            for key in _keys(word):
                self.buckets.setdefault(key, []).append(word)

    def of(self, word: str, most: int = 3) -> list[str]:
        """The nearest known words: within one error, in seven letters or more within two, in eleven or more within three."""
        reach = min(most, 1 if len(word) < 7 else 2 if len(word) < 11 else 3)
        found: dict[str, int] = {}
        for key in _keys(word):
            for other in self.buckets.get(key, ()):
                if other not in found and abs(len(other) - len(word)) <= reach:
                    found[other] = OSA.distance(word, other, score_cutoff=reach)
        if len(word) < 4:  # so short a word is mended only where two letters are swapped
            found = {other: distance for other, distance in found.items() if sorted(other) == sorted(word)}
        best = min(found.values(), default=reach + 1)
        return sorted(other for other, distance in found.items() if distance == best <= reach)

    def at_one(self, word: str) -> list[str]:
        """The known words at one error from a word, however short it is."""
        near = {other for key in _keys(word) for other in self.buckets.get(key, ())}
        return sorted(other for other in near if OSA.distance(word, other, score_cutoff=1) == 1)


def _keys(word: str) -> set[str]:
    keys = {word, *(word[:cut] + word[cut + 1 :] for cut in range(len(word)))}
    return keys | {f"^{word[:4]}", f"{word[-4:]}$"} if len(word) > 6 else keys
