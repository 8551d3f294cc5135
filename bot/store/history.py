"""Old revisions lose their files, so that the history does not grow for ever; who made them, when and why stays."""

from __future__ import annotations

from sqlalchemy import Connection, String, cast, delete, func, select, update

from bot.store.tables import REVISIONS, TEXTS

PRUNING = 7_203_482_902
"""Any number of our own: while texts that nobody needs are taken away, no revision may begin to need one of them."""

NO_FILES: dict[str, str] = {}
"""In the place of the files of a revision that is too old to come back."""

AT_ONCE = 500


def not_now(connection: Connection) -> None:
    """Keeps others from pruning until this transaction is done. SQLite has one writer at a time anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock_shared(PRUNING)))


def prune(keep: int, connection: Connection) -> None:
    """Takes the files from all but the newest `keep` revisions, unless somebody is just publishing: then it is for the
    next time."""
    if connection.dialect.name == "postgresql" and not connection.execute(_alone).scalar():
        return
    newest = select(func.max(REVISIONS.c.number)).scalar_subquery()
    old = REVISIONS.c.number <= newest - keep, REVISIONS.c.settled, cast(REVISIONS.c.files, String) != "{}"
    if connection.execute(update(REVISIONS).where(*old).values(files=NO_FILES)).rowcount:
        _forget_texts(connection)


_alone = select(func.pg_try_advisory_xact_lock(PRUNING))


def _forget_texts(connection: Connection) -> None:
    """Takes away the texts that no revision needs any more."""
    needed = {hash for files in connection.execute(select(REVISIONS.c.files)).scalars() for hash in files.values()}
    held = set(connection.execute(select(TEXTS.c.hash)).scalars())
    unneeded = sorted(held - needed)
    for first in range(0, len(unneeded), AT_ONCE):
        connection.execute(delete(TEXTS).where(TEXTS.c.hash.in_(unneeded[first : first + AT_ONCE])))
