"""The history of the knowledge base in the database: every revision with its files, each text kept once.

Revisions are numbered without gaps, and a number is taken once: whoever inserts the one after the revision he began with
has won, and nobody else can.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, select, update

from bot.store.engine import insert_new
from bot.store.history import NO_FILES, not_now
from bot.store.tables import REVISIONS, TEXTS
from handlers.keeping import Revision
from handlers.person import Person
from knowledge.edit import Files
from knowledge.read import revision_of

_REVISION = tuple(REVISIONS.c[name] for name in ("number", "revision", "parent", "author", "reason", "at"))
_NEWEST = select(*_REVISION).order_by(REVISIONS.c.number.desc())


def head(connection: Connection) -> Revision | None:
    """The newest revision, if there is any."""
    return next(iter(newest(1, connection)), None)


def newest(most: int, connection: Connection) -> Sequence[Revision]:
    """Newest first."""
    return [Revision(*row) for row in connection.execute(_NEWEST.limit(most))]


def since(base: str, connection: Connection) -> Sequence[Revision]:
    """The revisions after the newest one of that hash, newest first; all of the last 50 if there is none."""
    found = newest(50, connection)
    stop = next((number for number, each in enumerate(found) if each.revision == base), len(found))
    return found[:stop]


def files_of(number: int, connection: Connection) -> dict[str, bytes]:
    """The files of a revision. Raises LookupError if there is none of that number, or if it is too old to come back."""
    found = select(REVISIONS.c.files, REVISIONS.c.revision).where(REVISIONS.c.number == number)
    manifest, revision = connection.execute(found).one_or_none() or (None, "")
    if manifest is None:
        raise LookupError(f"there is no revision {number}")
    if manifest == NO_FILES and revision != revision_of({}):
        raise LookupError(f"revision {number} is too old: its files are not kept any more")
    rows = connection.execute(select(TEXTS.c.hash, TEXTS.c.text).where(TEXTS.c.hash.in_(set(manifest.values()))))
    texts = {hash: bytes(text) for hash, text in rows}
    return {name: texts[hash] for name, hash in manifest.items()}


def files_named(revision: str, connection: Connection) -> dict[str, bytes] | None:
    """The files of the newest revision of that hash; None if they are not in the history, or not any more."""
    number = connection.execute(
        select(REVISIONS.c.number).where(REVISIONS.c.revision == revision).order_by(REVISIONS.c.number.desc())
    ).scalar()
    try:
        return None if number is None else files_of(number, connection)
    except LookupError:
        return None


def add(
    files: Files, parent: Revision | None, by: Person, reason: str, connection: Connection, *, settled: bool = True
) -> Revision | None:
    """Adds the revision after `parent`; None if another one was quicker. `settled`: the files stand where they belong."""
    not_now(connection)
    texts = {hashlib.sha256(text).hexdigest(): text for text in files.values() if isinstance(text, bytes)}
    manifest = {name: hashlib.sha256(text).hexdigest() for name, text in files.items() if isinstance(text, bytes)}
    after = parent.number if parent else None
    new = Revision((after or 0) + 1, revision_of(files), after, author(by), reason, time.time())
    row = {column.name: value for column, value in zip(_REVISION, _values(new), strict=True)}
    dialect = connection.dialect.name
    claim = insert_new(REVISIONS, dialect).returning(REVISIONS.c.number)
    if connection.execute(claim, {**row, "files": manifest, "settled": settled}).scalar() is None:
        return None
    known = _known(parent, connection)
    missing = [{"hash": hash, "text": text} for hash, text in texts.items() if hash not in known]
    if missing:
        connection.execute(insert_new(TEXTS, dialect), missing)
    return new


def author(by: Person) -> str:
    """ "T1/UANNA"; without a workspace, whatever they are called."""
    return f"{by.team}/{by.id}" if by.team else by.id


def unsettled(connection: Connection) -> Sequence[Revision]:
    """Those whose files may not stand in the folder yet, oldest first."""
    left = select(*_REVISION).where(REVISIONS.c.settled.is_(False)).order_by(REVISIONS.c.number)
    return [Revision(*row) for row in connection.execute(left)]


def settle(number: int, connection: Connection) -> None:
    connection.execute(update(REVISIONS).where(REVISIONS.c.number == number).values(settled=True))


def _known(parent: Revision | None, connection: Connection) -> set[str]:
    if parent is None:
        return set()
    manifest: Mapping[str, str] = connection.execute(
        select(REVISIONS.c.files).where(REVISIONS.c.number == parent.number)
    ).scalar_one()
    return set(manifest.values())


def _values(revision: Revision) -> tuple[object, ...]:
    return tuple(getattr(revision, column.name) for column in _REVISION)
