"""`python -m bot history | diff | rollback | pull | push | export | import`: the knowledge base from the command line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

from bot.circuit import Circuit
from bot.keeping.carrying import files_of, pull, push
from bot.keeping.keeper import Kept
from bot.keeping.shelf import keeper_for
from bot.keeping.words import Stopped, overtaken, refused
from bot.settings import Settings
from bot.store import Store
from bot.store.migrate import migrate
from handlers.keeping import OPERATOR, Overtaken, Revision
from handlers.office import OutOfReach
from knowledge.edit import Draft, Files, Line, Refusal, Together, difference, exported, imported, judged, tried

PATIENCE = 30.0
"""Seconds for each call to the database: nobody in Slack waits."""

CURE = "is the database there (DATABASE_URL), with its tables (python -m bot migrate)?"

Command = Callable[[argparse.Namespace, Kept, Settings], str]


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The parsers of these commands; each sets `run`."""
    history = _command(commands, "history", _history, "the newest revisions: number, time, who, why")
    history.add_argument("-n", type=int, default=20, metavar="COUNT", help="how many (20)")
    diff = _command(commands, "diff", _diff, "what a revision changed, or what differs between two")
    diff.add_argument("a", nargs="?", type=int, metavar="REVISION", help="by its number (default: the newest)")
    diff.add_argument("b", nargs="?", type=int, metavar="OTHER")
    rollback = _command(commands, "rollback", _rollback, "make the files of an old revision the present ones")
    rollback.add_argument("number", type=int, metavar="REVISION")
    for name, run, told in (
        ("pull", pull, "write the files that are kept in the database into a folder"),
        ("push", push, "make a folder's files the present ones in the database"),
    ):
        command = _command(commands, name, run, told)
        command.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="default: KNOWLEDGE")
    command.add_argument("--from", dest="base", type=int, metavar="REVISION", help="what the files were made from")
    _command(commands, "export", _export, "every source, subject, fact, box and question as a line of JSON")
    taken = _command(commands, "import", _import, "take such lines in, all or none")
    taken.add_argument("file", nargs="?", type=Path, metavar="FILE", help="default: standard input")
    taken.add_argument("--dry-run", action="store_true", help="only say what it would do")


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, run: Command, told: str
) -> argparse.ArgumentParser:
    def with_keeper(options: argparse.Namespace, settings: Settings, store: Store) -> str:
        if store.engine.dialect.name == "sqlite":
            migrate(store.engine)
        keeper = keeper_for(settings, store, Circuit(), PATIENCE)
        keeper.recover()
        try:
            return run(options, keeper, settings)
        except OutOfReach as reason:
            raise Stopped(f"nothing was changed: {reason}; {CURE}") from reason

    command = commands.add_parser(name, help=told, description=f"{told[0].upper()}{told[1:]}.")
    command.set_defaults(run=with_keeper)
    return command


def _history(options: argparse.Namespace, keeper: Kept, _: Settings) -> str:
    return "\n".join(map(_told, keeper.history(max(1, options.n)))) or "there is no revision yet"


def _told(each: Revision) -> str:
    when = datetime.fromtimestamp(each.at, UTC).strftime("%Y-%m-%d %H:%M")
    return f"{each.number:>5}  {when}  {each.revision}  {each.author}: {each.reason}"


def _diff(options: argparse.Namespace, keeper: Kept, _: Settings) -> str:
    newest = keeper.history(1)
    if not newest:
        return "there is no revision yet"
    first = options.a or newest[0].number
    if options.b:
        return difference(files_of(first, keeper), files_of(options.b, keeper)).rstrip("\n") or "nothing differs"
    before = files_of(first - 1, keeper) if first > 1 else {}
    return difference(before, files_of(first, keeper)).rstrip("\n") or "nothing differs"


def _rollback(options: argparse.Namespace, keeper: Kept, _: Settings) -> str:
    draft = judged(keeper.files(), files_of(options.number, keeper))
    return _published(draft, f"back to revision {options.number}", keeper)


def _export(_: argparse.Namespace, keeper: Kept, __: Settings) -> str:
    return "\n".join(exported(keeper.files()))


def _import(options: argparse.Namespace, keeper: Kept, _: Settings) -> str:
    files = keeper.files()
    try:
        lines = list(imported(_text(options.file).split("\n"), files))
    except Refusal as refusal:
        raise Stopped(refused(refusal)) from None
    draft = _tried(lines, files)
    said = "\n".join(f"line {line.number}: {line.does}" for line in lines if line.change)
    if draft is None:
        return "nothing differs from what is held"
    if options.dry_run:
        return f"{said}\nnothing was changed: leave out --dry-run to take them in"
    return f"{said}\n{_published(draft, f'an import of {len(lines)} lines', keeper)}"


def _text(file: Path | None) -> str:
    try:
        given = file.read_bytes() if file else sys.stdin.buffer.read()
        return given.decode("utf-8-sig")
    except OSError as error:
        raise Stopped(f"{file} cannot be read: {(error.strerror or str(error)).lower()}") from None
    except UnicodeDecodeError as error:
        raise Stopped(f"byte {error.start} is not UTF-8: save the lines as UTF-8") from None


def _tried(lines: Iterable[Line], files: Files) -> Draft | None:
    """The import as one change; None if it changes nothing. Raises Stopped with every line that cannot be taken."""
    changing = [line for line in lines if line.change]
    flawed = [(line.number, line.flaw) for line in lines if line.flaw]
    draft = tried(files, Together(tuple(line.change for line in changing if line.change))) if changing else None
    if isinstance(draft, Refusal):
        for misfit in draft.misfits:
            number = changing[int(misfit.field[0])].number if misfit.field else 0
            flawed.append((number, f"{misfit.problem.entry}: {misfit.problem.message}"))
    if flawed:
        told = [f"line {number}: refused: {flaw}" if number else f"refused: {flaw}" for number, flaw in sorted(flawed)]
        raise Stopped("\n".join([*told, "nothing was changed: mend these lines and import all of them again"]))
    assert not isinstance(draft, Refusal)
    return draft


def _published(draft: Draft | Refusal, reason: str, keeper: Kept) -> str:
    if isinstance(draft, Refusal):
        raise Stopped(refused(draft))
    if draft.before == draft.files:
        return "nothing differs from what is held"
    new = keeper.publish(draft, OPERATOR, reason)
    if isinstance(new, Overtaken):
        raise Stopped(f"{overtaken(new)}\nnothing was changed: look at what is new, and try again")
    return f"revision {new.number} ({new.revision}) is the present one; running bots serve it within seconds"
