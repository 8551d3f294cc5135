"""What a recall is made of, and what it asks of the database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from handlers.given import Given
from handlers.person import Person
from handlers.recall.renames import Renames
from knowledge.model import Knowledge

Choice = Literal["corrected", "newer", "withdrawn"]
"""What happened to a figure that was given and is not held any more."""

State = Literal["asked", "corrected", "newer", "withdrawn", "held again"]


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a figure was given: so many threads and conversations, of which so many were told and so many refused the
    note; and so many answers that nothing can be posted to."""

    threads: int = 0
    told: int = 0
    failed: int = 0
    unreachable: int = 0


@dataclass(frozen=True, slots=True)
class Correction:
    """A fact of which figures that were given are not held any more, what an admin says of it, and how far it got."""

    id: str
    fact: str
    title: str
    state: State
    by: str
    at: float  # seconds since 1970
    reach: Reach = Reach()
    finished: bool = False
    given: Sequence[Given] = ()
    reason: str = ""  # why it was withdrawn


class Corrections(Protocol):
    """The room of the office in which corrections are kept."""

    def open(self) -> Sequence[Correction]:
        """Those that wait for an admin's word, or are on their way; then the newest that are done."""

    def one(self, id: str) -> Correction | None:
        """One by its id."""

    def decide(self, id: str, choice: Choice, by: Person, reason: str = "") -> bool:
        """Says what happened, and of what is withdrawn why, once: False if somebody said so before, or the figures are held again. Who may must have
        been asked before."""

    def at_stake(self, fact: str, knowledge: Knowledge) -> Correction | None:
        """What would be to correct if this knowledge were served: the figures of a fact that were given and would not
        be held any more. None if there are none."""

    def renamed(self, renames: Renames) -> None:
        """These have other ids from now on: what was given of them, and who watches them, follows."""

    def announce(self, fact: str, knowledge: Knowledge, choice: Choice, by: Person, reason: str = "") -> None:
        """Says what happened, and why, to the figures that this knowledge, which is about to be served, does not hold any more."""
