"""`python -m bot migrate | erase`, and the commands of `bot.keeping`: what an operator does to the store."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from io import TextIOWrapper

from sqlalchemy.exc import SQLAlchemyError

from bot.askers import Askers
from bot.keeping.commands import add_commands
from bot.keeping.words import Stopped
from bot.settings import Settings
from bot.store import Store
from bot.store.engine import engine_for
from bot.store.erase import erase_person, erase_team
from bot.store.migrate import migrate

GOOD, AWAY, STOPPED = 0, 1, 1


def run(arguments: Sequence[str], settings: Settings) -> int:
    """Does it, and gives the exit code: 1 if nothing could be done, 2 (argparse's own) for a slip in typing."""
    options = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # whatever the locale
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    store = Store(engine_for(settings.database), "an operator")
    try:
        print(options.run(options, settings, store))
    except Stopped as reason:
        print(reason, file=sys.stderr)
        return STOPPED
    except (SQLAlchemyError, OSError) as error:
        print(f"the database cannot be asked: {str(error).splitlines()[0]}", file=sys.stderr)
        return AWAY
    return GOOD


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bot",
        description="Without a command: the bot itself. Also: `check`, whether everything is in order; `prompt` and `playground`, to try it here without Slack.",
    )
    commands = parser.add_subparsers(required=True, metavar="command")
    command = commands.add_parser("migrate", help="bring the tables of the database to the present schema")
    command.set_defaults(run=_migrate)
    command = commands.add_parser("erase", help="erase everything of a workspace, or of a person in it")
    command.add_argument("team", help="the workspace's id, such as T0123456")
    command.add_argument("person", nargs="?", help="the person's user id, such as U0123456; without one, all of them")
    command.set_defaults(run=_erase)
    add_commands(commands)
    return parser


def _migrate(_: argparse.Namespace, __: Settings, store: Store) -> str:
    migrate(store.engine)
    return "the database has the present tables"


def _erase(options: argparse.Namespace, settings: Settings, store: Store) -> str:
    with store.writing() as connection:
        if options.person is None:
            return f"{erase_team(options.team, time.time(), connection)} rows erased"
        askers = Askers(settings.asker_secret)
        if not askers.known:
            askers.read(connection)
        asker = askers(options.team, options.person)
        return f"{erase_person(options.team, options.person, asker, connection)} rows erased"
