"""Whether one print is held once: not by two figures, and not by a figure and a line of left-out.yaml.

A slip in a digit ("34 countries" for "31 countries") may name another print of the same place. That one is held by its
own figure, or left out with a reason: so the slip shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from knowledge.model import Figure
from knowledge.proof.findings import Finding
from knowledge.proof.fold import Span

Held = tuple[Span, str, Figure]  # where a figure of which fact stands


def held_twice(held: Iterable[Held]) -> Iterator[tuple[Figure, Finding]]:
    """Figures that stand where another stands. If both are meant (two things happened on a day), both say `near`."""
    before: list[Held] = []
    for one in sorted(held, key=lambda held: held[0]):
        before = [other for other in before if one[0][0] < other[0][1]]
        if same := next((other for other in before if not (one[2].near and other[2].near)), None):
            yield one[2], _same(one, same)
        before.append(one)


def _same(one: Held, other: Held) -> Finding:
    said = f"'{one[2].printed}' stands where '{other[2].printed}' of {other[1]} stands"
    return Finding(one[1], said, "mend the one that is wrong; if both are meant, say `near` in both")


def held_and_left_out(held: Iterable[Held], settled: Iterable[tuple[Span, str]]) -> Iterator[tuple[Figure, Finding]]:
    """Figures that stand inside a line of left-out.yaml."""
    lines = list(settled)
    for span, id, figure in held:
        if text := next((text for line, text in lines if line[0] <= span[0] and span[1] <= line[1]), None):
            said = f"'{figure.printed}' stands in '{text}', which left-out.yaml leaves out"
            yield figure, Finding(id, said, "drop or shorten that line, or mend the figure")
