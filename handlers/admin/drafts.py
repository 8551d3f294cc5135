"""Drafts: what an admin is about to publish is kept on our side; only its id travels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from handlers.admin.entries import Wish
from handlers.person import Person

Verdict = Literal["", "good", "steals"]
"""What the labelled questions say of a draft: not asked yet; nothing is worse than before; or one loses its answer."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft as it is kept: the wish, what was filled in, and what the labelled questions said."""

    wish: Wish
    filled: Mapping[str, str]
    verdict: Verdict = ""


class Drafts(Protocol):
    """The room of the office in which they are kept, for a day. Each belongs to one person of one workspace."""

    def keep(self, person: Person, wish: Wish, filled: Mapping[str, str]) -> str:
        """Keeps a draft; gives its id."""

    def one(self, id: str, person: Person) -> Kept | None:
        """That draft, if it is this person's, and not published yet."""

    def judge(self, id: str, verdict: Verdict) -> None:
        """What the labelled questions say of it."""

    def done(self, id: str) -> None:
        """It was published."""
