"""Words by their near misses: which known word a typing error was meant to be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

TWO_ERRORS, THREE_ERRORS = 7, 11  # letters from which a word may have so many, whatever stands beside it
LATELY = 100  # words of questions of which is remembered what was found


@dataclass(slots=True)
class Neighbours:
    """Known words, by each deletion of one letter: so all at distance one are found (Mor and Fraenkel 1982, as in SymSpell).

    Distance is optimal string alignment: swapped letters are one error. Words further off are looked for among all.
    """

    known: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))  # by their length
    buckets: dict[str, str] = field(default_factory=dict)  # words with a space between: most buckets hold one
    lately: dict[str, list[str]] = field(default_factory=dict)  # what was found at one error from words of questions

    def add(self, known: Iterable[str]) -> None:
        buckets = self.buckets
        for word in sorted(known):
            self.known[len(word)].append(word)
            for key in _keys(word):
                if (others := buckets.setdefault(key, word)) is not word:
                    buckets[key] = f"{others} {word}"

    def of(self, word: str, most: int = 3) -> list[str]:
        """The nearest known words: within one error, in seven letters or more within two, in eleven or more within three."""
        near = self.at_one(word)
        if len(word) < 4:  # so short a word is mended only where two letters are swapped
            return [other for other in near if sorted(other) == sorted(word)]
        reach = min(most, 1 if len(word) < TWO_ERRORS else 2 if len(word) < THREE_ERRORS else 3)
        return near if near or reach == 1 else self.within(word, reach)

    def at_one(self, word: str) -> list[str]:
        """The known words at one error from a word, however short it is. One question asks for them up to four times."""
        near = self.lately.get(word)
        if near is None:
            known = {other for key in _keys(word) for other in self.buckets.get(key, "").split()}
            near = sorted([other for other in known if OSA.distance(word, other, score_cutoff=1) == 1])
            if len(self.lately) >= LATELY:
                self.lately.clear()
            self.lately[word] = near
        return near

    def within(self, word: str, reach: int) -> list[str]:
        """The nearest of all known words, if they are within reach."""
        lengths = range(len(word) - reach, len(word) + reach + 1)
        near = [
            process.extract(word, known, scorer=OSA.distance, processor=None, score_cutoff=reach, limit=None)
            for known in map(self.known.get, lengths)
            if known
        ]
        least = min([found[0][1] for found in near if found], default=0)
        return sorted([other for found in near for other, distance, _ in found if distance == least])


@lru_cache(maxsize=50_000)  # of an edit nearly all words are known
def _keys(word: str) -> Collection[str]:
    return {word, *[word[:cut] + word[cut + 1 :] for cut in range(len(word))]}
