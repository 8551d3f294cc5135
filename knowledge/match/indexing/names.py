"""Names of several words, and where they stand in a text."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

from knowledge.match.language.words import Stems


@dataclass(slots=True)
class LongNames:
    """Names by their stems: whose each is, and how many words those have that begin with the same two."""

    whose: dict[Stems, list[str]] = field(default_factory=dict)
    lengths: dict[Stems, list[int]] = field(default_factory=dict)
    after: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # what may follow a first word
    before: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # … and stand before a second

    def add(self, name: Stems, whose: str) -> None:
        """Remembers a name, if it has several words, and whose it is."""
        if len(name) < 2:
            return
        owners, lengths = self.whose.setdefault(name, []), self.lengths.setdefault(name[:2], [])
        if whose not in owners:
            owners.append(whose)
        if len(name) not in lengths:
            lengths.append(len(name))
        self.after[name[0]].add(name[1])
        self.before[name[1]].add(name[0])

    def between(self, last: str, following: str) -> set[str]:
        """What makes a name with either neighbor: "road" between "silk" and anything. Stems."""
        return self.after.get(last, set()) | self.before.get(following, set())

    def found_in(self, stems: Stems) -> list[tuple[int, int, str]]:
        """Where names stand in a text: from which word to which, and whose they are."""
        return [
            (start, start + length, whose)
            for start, pair in enumerate(pairwise(stems))
            if pair in self.lengths
            for length in self.lengths[pair]
            if start + length <= len(stems)
            for whose in self.whose.get(stems[start : start + length], ())
        ]
