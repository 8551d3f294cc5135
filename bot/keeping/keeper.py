"""Keeps the knowledge base: in the database alone, or in a folder with its history in the database."""

from __future__ import annotations

import logging
from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from sqlalchemy import Connection

from bot.circuit import Circuit
from bot.keeping import revisions
from bot.keeping.aside import Aside, aside, sweep, take
from bot.keeping.lock import locked
from bot.office.ledger import written
from bot.office.rooms import Room
from bot.store import Store
from handlers.keeping import FILES, Overtaken, Revision
from handlers.office import Act, OutOfReach
from handlers.person import Person
from knowledge.edit import Draft, Files, compared, difference
from knowledge.folder import files_in
from knowledge.read import revision_of

PATIENCE = 2.0
"""Seconds for each call to the database: Slack allows three for a click."""

log = logging.getLogger(__name__)


class Kept(Room, ABC):
    """What both ways have in common: the history."""

    def __init__(self, store: Store, circuit: Circuit, patience: float = PATIENCE) -> None:
        super().__init__(store, circuit)
        self._patience = patience

    @abstractmethod
    def files(self) -> Files:
        """The files as they are now."""

    @abstractmethod
    def publish(self, draft: Draft, by: Person, reason: str) -> Revision | Overtaken:
        """Makes the draft's files the present ones."""

    def overtaken(self, base: str) -> Overtaken | None:
        now = self.files()
        return None if revision_of(now) == base else self._overtaken(base, now)

    def recover(self) -> None:
        """Brings the place and its history in step, at a start. Never raises."""

    def noticed(self, files: Files) -> None:
        """Hears which files are served from now on. Never raises."""

    def history(self, most: int = 50) -> Sequence[Revision]:
        return self._read(lambda connection: revisions.newest(most, connection), self._patience)

    def files_of(self, number: int) -> Files:
        return self._read(lambda connection: revisions.files_of(number, connection), self._patience)

    def _overtaken(self, base: str, now: Files) -> Overtaken:
        def known(connection: Connection) -> tuple[Files | None, Sequence[Revision]]:
            return revisions.files_named(base, connection), revisions.since(base, connection)

        was, since = self._read(known, self._patience)
        return Overtaken(now, revision_of(now), since, difference(was, now) if was else "")


class KeptInDatabase(Kept):
    """The newest revision is the knowledge base: for hosts whose disk forgets."""

    def files(self) -> Files:
        return self._read(_newest_files, self._patience)

    def publish(self, draft: Draft, by: Person, reason: str) -> Revision | Overtaken:
        base = revision_of(draft.before)

        def added(connection: Connection) -> Revision | None:
            head = revisions.head(connection)
            if (head.revision if head else revision_of({})) != base:
                return None
            return _added(draft, head, by, reason, connection)

        return self._write(added, self._patience) or self._overtaken(base, self.files())


class KeptInFolder(Kept):
    """The folder is the knowledge base, for editors too; the database knows its history.

    A revision is written down first, not settled, and then the files are renamed. What a kill leaves between the two is
    finished by whoever comes next, so that several files change as one.
    """

    def __init__(self, folder: Path, store: Store, circuit: Circuit, patience: float = PATIENCE) -> None:
        super().__init__(store, circuit, patience)
        self._folder = folder

    def files(self) -> Files:
        return files_in(self._folder)

    def publish(self, draft: Draft, by: Person, reason: str) -> Revision | Overtaken:
        base = revision_of(draft.before)
        try:
            with self._alone():
                self._finish()
                if revision_of(self.files()) == base and (new := self._published(draft, by, reason)):
                    return new
        except OSError as error:
            if not isinstance(error, TimeoutError) or revision_of(self.files()) == base:
                raise OutOfReach(f"the folder cannot be written: {(error.strerror or str(error)).lower()}") from error
        return self._overtaken(base, self.files())  # also for who has waited too long while others were quicker

    def recover(self) -> None:
        """Finishes what a kill cut short, and writes down what was changed in the files meanwhile."""
        try:
            with self._alone():
                sweep(self._folder)
                self._finish()
                self._note(self.files())
        except (OutOfReach, OSError) as error:
            log.warning("the history of the knowledge base could not be looked at: %s", error)

    def noticed(self, files: Files) -> None:
        """Writes down a state that somebody made in the files, if it still is the present one."""
        try:
            with self._alone():
                if self.files() == files:
                    self._note(files)
        except (OutOfReach, OSError) as error:
            log.warning("a revision is not in the history yet: %s", error)

    def _alone(self) -> AbstractContextManager[None]:
        return locked(self._folder, self._patience * 2)

    def _published(self, draft: Draft, by: Person, reason: str) -> Revision | None:
        with aside(self._folder, changes(draft.before, draft.files)) as ready:
            new = self._write(lambda connection: self._pending(draft, by, reason, connection), self._patience)
            if new:
                self._put(ready, new)
        return new

    def _pending(self, draft: Draft, by: Person, reason: str, connection: Connection) -> Revision | None:
        head = _noted(draft.before, connection)
        return _added(draft, head, by, reason, connection, settled=False) if head else None

    def _put(self, ready: list[Aside], revision: Revision) -> None:
        take(ready)
        try:
            self._write(lambda connection: revisions.settle(revision.number, connection), self._patience)
        except OutOfReach as away:  # it is done all the same, and whoever comes next finds nothing to finish
            log.warning("revision %d is in the folder, and not yet marked so: %s", revision.number, away)

    def _finish(self) -> None:
        """Takes the files of a revision that is not settled to their places, but for what somebody has changed since."""
        for revision in self._read(revisions.unsettled, self._patience):
            before, after = (self.files_of(number) for number in (revision.parent or 0, revision.number))
            now = self.files()
            left = {name: text for name, text in changes(before, after).items() if now.get(name) == before.get(name)}
            with aside(self._folder, left) as ready:
                self._put(ready, revision)

    def _note(self, files: Files) -> None:
        self._write(lambda connection: _noted(files, connection), self._patience)


def _newest_files(connection: Connection) -> Files:
    head = revisions.head(connection)
    return revisions.files_of(head.number, connection) if head else {}


def _noted(files: Files, connection: Connection) -> Revision | None:
    """The revision of these files: the newest, or one more if that is another; None if somebody else was quicker."""
    head = revisions.head(connection)
    if head and head.revision == revision_of(files):
        return head
    reason = "changed in the files" if head else "the first that was seen"
    return revisions.add(files, head, Person("", FILES), reason, connection)


def _added(
    draft: Draft, head: Revision | None, by: Person, reason: str, connection: Connection, *, settled: bool = True
) -> Revision | None:
    """The revision after `head`, and every entry that it changes in the audit; None if somebody else was quicker."""
    new = revisions.add(draft.files, head, by, reason, connection, settled=settled)
    if new:
        for each in compared(draft.before, draft.files):
            act = Act(f"{each.what} {each.kind}", each.id, each.before, each.after, new.revision)
            written(by.team, by.id, act, connection)
    return new


def changes(before: Files, after: Files) -> dict[str, bytes | None]:
    """The files that differ, each with its new text; None for one that goes."""
    differ = sorted(name for name in {*before, *after} if before.get(name) != after.get(name))
    texts = {name: after.get(name) for name in differ}
    return {name: text for name, text in texts.items() if text is None or isinstance(text, bytes)}
