"""Where the knowledge base is kept, as those who change it from Slack or from the command line see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from handlers.person import Person
from knowledge.edit import Draft, Files

OPERATOR = Person("", "an operator")
"""Who changes it from the command line."""

FILES = "the files"
"""The author of a revision that somebody made in the files themselves."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A state of the whole knowledge base: its number in the history, its hash (`Knowledge.revision`), and who made it
    when (seconds since 1970), from which one before."""

    number: int
    revision: str
    parent: int | None
    author: str  # a person as "team/person"
    reason: str
    at: float


@dataclass(frozen=True, slots=True)
class Overtaken:
    """Somebody else was quicker, so nothing was changed: the files as they are now, and what is new in them.

    `since` are the revisions after the one that was begun with, newest first; `difference` is as `diff -u` prints it, and
    empty if that revision is not in the history.
    """

    files: Files
    revision: str
    since: Sequence[Revision]
    difference: str


class Keeper(Protocol):
    """Keeps the files and every revision of them. Each call raises OutOfReach if the place cannot be reached."""

    def files(self) -> Files:
        """The files as they are now: a change begins with them (`knowledge.edit.tried`)."""

    def overtaken(self, base: str) -> Overtaken | None:
        """What has changed since the revision of that hash; None if nothing has."""

    def publish(self, draft: Draft, by: Person, reason: str) -> Revision | Overtaken:
        """Makes the draft's files the present ones, and writes each changed entry in the audit, all of it or nothing.

        Of several who began with the same files exactly one wins; the others get what was changed.
        """

    def history(self, most: int = 50) -> Sequence[Revision]:
        """The newest revisions, newest first."""

    def files_of(self, number: int) -> Files:
        """The files of a revision, byte for byte. Raises LookupError if there is none of that number."""
