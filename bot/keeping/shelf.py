"""The knowledge base in the database, as the watching library reads it."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.circuit import Circuit, within
from bot.keeping import keeper, revisions
from bot.keeping.keeper import Kept, KeptInDatabase, KeptInFolder
from bot.settings import Settings
from bot.store import Store
from bot.store.engine import engine_for
from bot.store.migrate import migrate
from handlers.keeping import OPERATOR
from knowledge.folder import Folder, Shelf, files_in
from knowledge.library import Library, opened
from knowledge.read import Content, Unreadable
from knowledge.watch import watched

AWAY = "the database that the knowledge base is kept in cannot be asked"
PATIENCE = 10.0

log = logging.getLogger(__name__)


class DatabaseShelf:
    """Gives the files of the newest revision. While the database is away they are what they were."""

    name = "knowledge-in-the-database"
    whole = True

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._number = 0
        self._files: Mapping[str, Content] = dict.fromkeys(("sources.yaml", "facts/"), Unreadable(AWAY))
        if hasattr(os, "register_at_fork"):  # a connection does not survive being used by two
            os.register_at_fork(after_in_child=lambda: engine.dispose(close=False))

    def files(self) -> Mapping[str, Content]:
        try:
            within(PATIENCE, self._look)
        except (SQLAlchemyError, TimeoutError) as error:
            log.debug("%s: %s", AWAY, error)
        return self._files

    def _look(self) -> None:
        """A row while nothing changes; all texts of a new revision."""
        with self._engine.connect() as connection:
            head = revisions.head(connection)
            if head and head.number != self._number:
                self._files = revisions.files_of(head.number, connection)
                self._number = head.number


def library_for(settings: Settings, keeper: Kept | None = None) -> Library:
    """The library in step with where these settings keep the knowledge base, and the history in step with that.

    Raises Broken, with every problem, if it cannot be served.
    """
    if keeper:
        keeper.recover()
    library = watched(shelf_for(settings), settings.state)
    if keeper:
        library.on_new_state.append(keeper.noticed)
    return library


def shelf_for(settings: Settings) -> Shelf:
    """Where these settings keep the knowledge base; in a database that holds none yet, the folder's becomes the first."""
    if not settings.kept_in_database:
        return Folder(settings.knowledge)
    engine = engine_for(settings.database)
    try:
        if engine.dialect.name == "sqlite":
            migrate(engine)
        _begin(settings.knowledge, engine)
    except (SQLAlchemyError, OSError) as error:
        log.warning("%s: %s", AWAY, str(error).splitlines()[0])
    return DatabaseShelf(engine)


def keeper_for(settings: Settings, store: Store, circuit: Circuit, patience: float = keeper.PATIENCE) -> Kept:
    """Who changes it there."""
    if settings.kept_in_database:
        return KeptInDatabase(store, circuit, patience)
    return KeptInFolder(settings.knowledge, store, circuit, patience)


def _begin(folder: Path, engine: Engine) -> None:
    """The first revision. Raises Broken if the folder cannot be served: nothing bad becomes the first."""
    with engine.begin() as connection:
        if revisions.head(connection) is None:
            files = files_in(folder)
            opened(files)
            revisions.add(files, None, OPERATOR, f"the files of {folder.name}", connection)
