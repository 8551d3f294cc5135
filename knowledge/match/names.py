"""Names of several words, and where they stand in a text."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from knowledge.match.words import Stems


@dataclass(slots=True)
class LongNames:
    """Names by their stems: whose each is, and how many words those have that begin with the same two."""

    whose: dict[Stems, list[str]] = field(default_factory=dict)
    lengths: dict[Stems, list[int]] = field(default_factory=dict)

    def add(self, name: Stems, whose: str) -> None:
        """Remembers a name, if it has several words, and whose it is."""
        if len(name) < 2:
            return
        owners, lengths = self.whose.setdefault(name, []), self.lengths.setdefault(name[:2], [])
        if whose not in owners:
            owners.append(whose)
        if len(name) not in lengths:
            lengths.append(len(name))

    def found_in(self, stems: Stems) -> list[tuple[int, int, str]]:
        """Where names stand in a text: from which word to which, and whose they are."""
        return [
            (start, start + length, whose)
            for start, pair in enumerate(pairwise(stems))
            if pair in self.lengths
            for length in self.lengths[pair]
            for whose in self.whose.get(stems[start : start + length], ())
        ]
