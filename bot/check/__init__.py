"""`python -m bot check`: one screen that tells an operator whether everything is in order, and what to do where it is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import SQLAlchemyError

from bot.check.installed import workspaces
from bot.check.line import Line
from bot.check.tokens import slack
from bot.keeping.shelf import DatabaseShelf
from bot.settings import Settings, settings_in
from bot.store.engine import engine_for
from bot.store.migrate import config_for
from knowledge.folder import Folder, Shelf
from knowledge.library import Broken, opened

GOOD, NOT_GOOD = 0, 1


def check(env: Mapping[str, str]) -> int:
    """Prints the screen; 1 if there is something to do."""
    lines = [*_lines(env)]
    print(*lines, sep="\n")
    return NOT_GOOD if any(line.do for line in lines) else GOOD


def _lines(env: Mapping[str, str]) -> Iterator[Line]:
    settings, problems = settings_in(env, "web" if env.get("SLACK_SIGNING_SECRET", "").strip() else "bot")
    for problem in problems:
        what, _, cure = problem.partition(": ")
        yield Line("settings", what, cure or problem)
    if problems:
        return
    yield Line("settings", "everything that is set can be read")
    yield from slack(settings)
    yield from _database(settings)
    yield _knowledge(settings)


def _database(settings: Settings) -> Iterator[Line]:
    engine = engine_for(settings.database)
    kind = engine.dialect.name
    if (
        kind == "sqlite"
        and engine.url.database
        and not (settings.state / "factbox.sqlite3").exists()
        and not settings.database_url
    ):
        yield Line("database", f"a file of SQLite, made at the first start in {settings.state}")
        return
    try:
        with engine.connect() as connection:
            current = MigrationContext.configure(connection).get_current_revision()
            newest = ScriptDirectory.from_config(config_for(connection)).get_current_head()
        by_itself = " (an SQLite file is brought up at the next start)" if kind == "sqlite" else ""
        cure = "" if current == newest else f"run: python -m bot migrate{by_itself}"
        yield Line("database", f"{kind}, tables {current or 'missing'} of {newest}", cure)
        if settings.installs and not cure:
            yield from workspaces(settings, engine)
    except (SQLAlchemyError, OSError) as error:
        cure = "see whether it runs, and whether DATABASE_URL is right"
        yield Line("database", f"cannot be asked ({type(error).__name__})", cure)
    finally:
        engine.dispose()


def _knowledge(settings: Settings) -> Line:
    there, cure = "", "mend it: python -m knowledge check"
    shelf: Shelf = Folder(settings.knowledge)
    if settings.kept_in_database:
        there, cure = ", kept in the database", "see that the tables are there, then: python -m bot push"
        shelf = DatabaseShelf(engine_for(settings.database))
    try:
        knowledge = opened(shelf.files()).knowledge
    except Broken as broken:
        first, *more = broken.problems
        rest = f" (and {len(more)} more)" if more else ""
        return Line("knowledge base", f"{first}{rest}", cure)
    return Line("knowledge base", f"{len(knowledge.facts)} facts, revision {knowledge.revision}{there}")
