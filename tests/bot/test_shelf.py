"""The knowledge base in the database, as running bots read it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from bot.commands import run
from bot.keeping.shelf import DatabaseShelf, library_for
from bot.playground.standin import StandIn
from bot.store.engine import engine_for
from handlers.keeping import Revision
from knowledge.edit import Draft, judged
from knowledge.last_good import LastGood
from knowledge.library import Broken
from knowledge.watch import Watcher, first, state_of
from tests.aids.bots import Bot, bot
from tests.aids.keeping import ANNA, POPULATION, corrected, draft, keeping, settings_of


def test_a_revision_is_served_once_it_was_seen_twice(database: str, tmp_path: Path) -> None:
    settings = settings_of(database, "database", tmp_path)
    looks: list[float] = []
    with keeping(settings) as keeper:
        shelf = DatabaseShelf(engine_for(database))
        copy = LastGood.of(shelf, tmp_path)
        library = first(shelf, shelf.files(), copy)
        watcher = Watcher(library, copy, state_of(shelf.files()), clock=lambda: float(len(looks)))
        keeper.publish(draft(keeper, corrected("1.3 million people")), ANNA, "the census")
        looks.append(watcher.look())
        looks.append(watcher.look())

    assert library.now.knowledge.facts[POPULATION].figures[0].printed == "1.3 million people"
    assert sum(looks) <= 2


def test_a_revision_that_drops_most_facts_is_served_at_once(tmp_path: Path) -> None:
    """A folder's would be taken for a file cut short."""
    settings = settings_of(f"sqlite:///{tmp_path}/a.sqlite3", "database", tmp_path)
    with keeping(settings) as keeper:
        looks: list[float] = []
        shelf = DatabaseShelf(engine_for(settings.database))
        copy = LastGood.of(shelf, tmp_path)
        library = first(shelf, shelf.files(), copy)
        watcher = Watcher(library, copy, state_of(shelf.files()), clock=lambda: float(len(looks)))
        fewer = {name: text for name, text in keeper.files().items() if name in ("sources.yaml", "facts/country.yaml")}
        drop = judged(keeper.files(), fewer)

        assert isinstance(drop, Draft)
        keeper.publish(drop, ANNA, "the rest is gone")
        looks.append(watcher.look())
        looks.append(watcher.look())

    assert library.now.knowledge.facts.keys() == drop.knowledge.facts.keys()


def test_while_the_database_is_away_everything_is_as_it_was(tmp_path: Path) -> None:
    settings = settings_of(f"sqlite:///{tmp_path}/a.sqlite3", "database", tmp_path)
    with keeping(settings) as keeper:
        held = keeper.files()
    engine = engine_for(settings.database)
    shelf = DatabaseShelf(engine)
    assert shelf.files() == held

    engine.dispose()
    (tmp_path / "a.sqlite3").rename(tmp_path / "away")

    assert shelf.files() == held


def test_a_start_without_the_database_serves_the_last_good_copy(tmp_path: Path) -> None:
    settings = settings_of(f"sqlite:///{tmp_path}/db/a.sqlite3", "database", tmp_path)
    served = library_for(settings).now.knowledge
    (tmp_path / "db").rename(tmp_path / "away")
    (tmp_path / "db").write_text("no folder")

    library = library_for(settings)

    assert library.now.knowledge == served
    assert library.degraded


def test_a_start_without_the_database_or_a_copy_says_so(tmp_path: Path) -> None:
    settings = settings_of(f"sqlite:///{tmp_path}/db/a.sqlite3", "database", tmp_path)
    (tmp_path / "db").write_text("no folder")

    with pytest.raises(Broken, match="the database that the knowledge base is kept in cannot be asked"):
        library_for(settings)


def test_a_running_bot_serves_what_is_published(standin: StandIn, database: str, tmp_path: Path) -> None:
    settings = settings_of(database, "database", tmp_path)
    with bot(standin, database, tmp_path / "state", KNOWLEDGE_KEPT_IN="database") as factbox:
        with keeping(settings) as keeper:
            new = keeper.publish(draft(keeper, corrected("1.3 million people")), ANNA, "the census")
        assert isinstance(new, Revision)
        _until_served(factbox, new.revision)

        assert run(["rollback", "1"], settings) == 0
        with keeping(settings) as keeper:
            _until_served(factbox, keeper.history(1)[0].revision)


def _until_served(factbox: Bot, revision: str) -> None:
    end = time.monotonic() + 60
    while not factbox.health().startswith(f"ok {revision}"):
        assert time.monotonic() < end
        time.sleep(0.1)
