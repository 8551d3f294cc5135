"""What was given to somebody, as it stood when it was given."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Given:
    """A figure as it was given: a snapshot, so that a correction reaches those who were given it."""

    fact: str
    printed: str
    unit: str | None
    as_of: str | None
    period: str | None
    due: str | None
    when: str | None
    source: str
    locator: str
    cited: str
    title: str | None = None
    against: str | None = None
    status: str | None = None
    says: str | None = None
