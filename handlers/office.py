"""What those who keep the knowledge base ask of whoever remembers: who may, what was done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from handlers.admin.dismissed import Dismissals
from handlers.admin.drafts import Drafts
from handlers.admin.queue import Questions
from handlers.keeping import Keeper
from handlers.person import Person
from handlers.recall.values import Corrections

OPEN_PAGE, OPEN_CORRECTIONS = "admin:page", "admin:corrections"
"""The `action_id`s of the buttons to the first page, and to that of corrections, which stand on several pages."""

Right = Literal["yes", "no", "asking", "away"]
"""Whether a person may: Slack is being asked whether they run the workspace; or the database cannot be asked."""


@dataclass(frozen=True, slots=True)
class Admin:
    """Somebody who may, and why: the installer, a name in the settings, or by whom they were named."""

    id: str
    by: str
    settled: bool = False  # by the settings: only the operator dismisses them


@dataclass(frozen=True, slots=True)
class Act:
    """Something that an admin did, or that somebody tried who may not: who, what, on which entry, before and after."""

    action: str
    entry: str = ""
    before: str | None = None
    after: str | None = None
    revision: str | None = None


@dataclass(frozen=True, slots=True)
class Audited:
    """An act as it stands in the audit, where nothing is ever changed. `at` is in seconds since 1970."""

    actor: str | None  # None: the operator, from the command line
    act: Act
    at: float


class OutOfReach(Exception):
    """The database cannot be asked now: nothing was done."""


class People(Protocol):
    """Who may."""

    def may(self, person: Person) -> Right:
        """Whether a person may, now. Never raises."""

    def admins(self, team: str) -> Sequence[Admin]:
        """Who may, but for the workspace's own admins, whom Slack knows."""

    def appoint(self, person: str, may: bool, by: Person) -> None:
        """Makes somebody an admin, or no longer one; and writes it in the audit."""


class Ledger(Protocol):
    """The audit."""

    def note(self, person: Person, act: Act) -> None:
        """Writes an act down; while the database is away, the log has it."""

    def newest(self, team: str, most: int = 1000) -> Sequence[Audited]:
        """The newest acts in a workspace, and of the operator, newest first."""


Aside = Callable[[Callable[[], None]], None]
"""Does some work aside, after the ack; what goes wrong there is logged."""


@dataclass(frozen=True, slots=True)
class Office:
    """The rooms behind the admins' pages. Each call takes a fraction of a second at most, else raises OutOfReach."""

    people: People
    ledger: Ledger
    corrections: Corrections
    keeper: Keeper
    drafts: Drafts
    questions: Questions
    dismissals: Dismissals
    aside: Aside
