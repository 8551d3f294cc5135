"""Figures that a soak measures: printed, and written into docs/reliability.md, where each has a row of its own."""

from __future__ import annotations

from collections.abc import Sequence

from tests import HOUSE

DOCUMENT = HOUSE / "docs" / "reliability.md"
HEAD = ("| Test | What | Goal | Measured | |", "|---|---|---|---|---|")


def told(test: int, what: str, goal: str, measured: str, *, met: bool) -> None:
    """Writes a row, in the place of the one that was measured before. A test fails where the goal is not met only if
    its promise is broken, so a row can say "short"."""
    row = f"| {test} | {what} | {goal} | {measured} | {'met' if met else 'short'} |"
    print(f"\n{row}")
    DOCUMENT.write_text("\n".join(with_row(DOCUMENT.read_text().splitlines(), row)) + "\n")


def with_row(lines: Sequence[str], row: str) -> list[str]:
    """The lines, with the row in its table: under the test's number, then by what was done."""
    start = lines.index(HEAD[1]) + 1
    end = next((number for number, line in enumerate(lines[start:], start) if not line.startswith("|")), len(lines))
    rows = [line for line in lines[start:end] if _name(line) != _name(row)]
    return [*lines[:start], *sorted([*rows, row], key=_name), *lines[end:]]


def percentile(values: Sequence[float], share: float) -> float:
    """The value that so much of all values stay below or at."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def _name(row: str) -> tuple[int, str]:
    _, test, what, *_ = row.split("|")
    return int(test), what.strip()
