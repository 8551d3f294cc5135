"""`python -m bot check`: one screen that tells an operator whether everything is in order, and what to do where it is not."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse
from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import ALARM
from bot.keeping.shelf import DatabaseShelf
from bot.manifest import scopes
from bot.settings import APP_TOKEN, BOT_TOKEN, Settings, settings_in
from bot.store.engine import engine_for
from bot.store.migrate import config_for
from bot.store.tables import INSTALLATIONS
from knowledge.folder import Folder, Shelf
from knowledge.library import Broken, opened

GOOD, NOT_GOOD = 0, 1
PATIENCE = 10


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was looked at: how it is, and what to do; nothing to do means that it is good."""

    what: str
    how: str
    do: str = ""

    def __str__(self) -> str:
        return f"{'TO DO' if self.do else 'good '}  {self.what}: {self.how}" + (
            f"\n         → {self.do}" if self.do else ""
        )


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
    yield from _slack(settings)
    yield from _database(settings)
    yield _knowledge(settings)


def _slack(settings: Settings) -> Iterator[Line]:
    if settings.bot_token:
        yield from _bot_token(settings)
    elif not settings.installs:
        yield Line("Slack", "no token is set, so this is a page to try Factbox on, without Slack")
    if settings.app_token:
        yield _app_token(settings)


def _bot_token(settings: Settings) -> Iterator[Line]:
    try:
        answer = WebClient(settings.bot_token, base_url=settings.api_url, timeout=PATIENCE).auth_test()
    except SlackApiError as refusal:
        yield Line("bot token", f"Slack refuses it ({refusal.response.get('error')})", f"SLACK_BOT_TOKEN: {BOT_TOKEN}")
    except (OSError, ValueError) as error:
        yield Line(
            "Slack",
            f"cannot be reached ({type(error).__name__})",
            f"see whether this machine reaches {settings.api_url}",
        )
    else:
        yield Line("bot token", f"good for the workspace {answer.get('team') or answer.get('team_id')}")
        yield from _scopes(settings, _header(answer, "x-oauth-scopes"))
        yield from _clock(_header(answer, "date"))


def _app_token(settings: Settings) -> Line:
    try:
        WebClient(settings.app_token, base_url=settings.api_url, timeout=PATIENCE).apps_connections_open(
            app_token=settings.app_token
        )
    except SlackApiError as refusal:
        return Line("app token", f"Slack refuses it ({refusal.response.get('error')})", f"SLACK_APP_TOKEN: {APP_TOKEN}")
    except (OSError, ValueError) as error:
        return Line("app token", f"Slack cannot be reached ({type(error).__name__})", "try again once it can be")
    return Line("app token", "opens a connection for Socket Mode")


def _scopes(settings: Settings, given: str) -> Iterator[Line]:
    have = {each.strip() for each in given.split(",") if each.strip()}
    if not have:
        return
    missing, more = sorted({*scopes(settings)} - have), sorted(have - {*scopes(settings)})
    if missing:
        cure = "add them to the app (OAuth & Permissions, or its manifest) and install it again"
        yield Line("scopes", f"{', '.join(missing)}: missing", cure)
    else:
        beside = f"; not needed: {', '.join(more)}" if more else ""
        yield Line("scopes", f"those of manifest.json{beside}")


def _clock(date: str) -> Iterator[Line]:
    try:
        apart = time.time() - parsedate_to_datetime(date).timestamp()
    except ValueError:
        return
    how = f"{abs(apart):.0f} s {'ahead of' if apart > 0 else 'behind'} Slack's"
    cure = "set this machine's clock: from 300 s on, every request of Slack's is refused"
    yield Line("clock", how, cure if abs(apart) > ALARM else "")


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
            ours = select(func.count()).select_from(INSTALLATIONS)
            installed = connection.execute(ours).scalar_one() if current and settings.installs else 0
    except (SQLAlchemyError, OSError) as error:
        yield Line(
            "database",
            f"cannot be asked ({type(error).__name__})",
            "see whether it runs, and whether DATABASE_URL is right",
        )
        return
    finally:
        engine.dispose()
    by_itself = " (an SQLite file is brought up at the next start)" if kind == "sqlite" else ""
    cure = "" if current == newest else f"run: python -m bot migrate{by_itself}"
    yield Line("database", f"{kind}, tables {current or 'missing'} of {newest}", cure)
    if settings.installs:
        yield Line("installations", f"{installed}" if installed else "none yet: send people to /slack/install")


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


def _header(answer: SlackResponse, name: str) -> str:
    found = next((value for key, value in answer.headers.items() if key.lower() == name), "")
    return found[0] if isinstance(found, list) else str(found)
