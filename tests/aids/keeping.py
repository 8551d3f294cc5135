"""A knowledge base that is kept in a folder or in a database, for tests of both."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree
from typing import Literal

from bot.circuit import Circuit
from bot.keeping.keeper import Kept
from bot.keeping.shelf import keeper_for, shelf_for
from bot.settings import Settings
from bot.store import Store
from bot.store.engine import engine_for
from handlers.person import Person
from knowledge.edit import Change, Correct, Draft, tried
from tests.bases import RURITANIA

ANNA, BEN = Person("T1", "UANNA"), Person("T1", "UBEN")
POPULATION = "ruritania/population"
Way = Literal["folder", "database"]


def settings_of(database: str, way: Way, folder: Path) -> Settings:
    """For a copy of Ruritania in that folder, and that database."""
    if not (folder / "kb").exists():
        copytree(RURITANIA, folder / "kb")
    kept = way == "database"
    return Settings(database_url=database, state=folder / "state", knowledge=folder / "kb", kept_in_database=kept)


@contextmanager
def keeping(settings: Settings) -> Iterator[Kept]:
    """A process's keeper, as at its start."""
    shelf_for(settings)
    store = Store(engine_for(settings.database), "test")
    keeper = keeper_for(settings, store, Circuit())
    keeper.recover()
    yield keeper
    store.dispose()


def corrected(figure: str) -> Change:
    return Correct(POPULATION, 0, {"figure": figure})


def draft(keeper: Kept, change: Change) -> Draft:
    """The change made to the files as they are now."""
    tried_out = tried(keeper.files(), change)
    assert isinstance(tried_out, Draft), tried_out
    return tried_out
