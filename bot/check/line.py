"""A line of the screen that an operator sees."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was looked at: how it is, and what to do; nothing to do means that it is good."""

    what: str
    how: str
    do: str = ""

    def __str__(self) -> str:
        return f"{'TO DO' if self.do else 'good '}  {self.what}: {self.how}" + (
            f"\n         → {self.do}" if self.do else ""
        )
