"""Who somebody is, by what Slack signs for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a workspace, by the ids that Slack signs for."""

    team: str
    id: str
    enterprise: str | None = None
    home: str | None = None  # the workspace they belong to, where Slack says it: another one's people are guests

    @property
    def is_guest_of(self) -> bool:
        """Whether they come from another organisation, over a shared channel."""
        return self.home not in (None, self.team, self.enterprise)
