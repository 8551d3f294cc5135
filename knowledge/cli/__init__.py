"""The command line: `python -m knowledge check | ask | list | prove | new | schema`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from knowledge.cli import ask, check, list_figures, new, prove, schema
from knowledge.library import DEFAULT_FOLDER

GOOD, PROBLEMS, USAGE, INTERRUPTED = 0, 1, 2, 130
READING, WRITING = (check, ask, list_figures, prove), (new, schema)
COMMANDS = (*READING, *WRITING)

__all__ = ["main"]


def main(arguments: Sequence[str]) -> int:
    """Runs one command and returns its exit code: 0 good, 1 problems, 2 usage, 3 (prove) a text is not at hand."""
    _speak_utf8()
    options = _parser().parse_args(arguments)
    folder = Path(options.folder or os.environ.get("KNOWLEDGE") or DEFAULT_FOLDER)
    if options.reads and not folder.is_dir():
        print(f"{folder}: there is no such folder; name one with --folder or KNOWLEDGE", file=sys.stderr)
        return USAGE
    try:
        return int(options.run(folder, options))
    except BrokenPipeError:  # `… | head` has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return GOOD
    except KeyboardInterrupt:
        return INTERRUPTED


def _speak_utf8() -> None:
    """Whatever the locale; and each line of the results at once. A stream that is closed is None."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", line_buffering=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m knowledge", description=__doc__)
    shared = argparse.ArgumentParser(add_help=False)
    for one in (parser, shared):
        one.add_argument(
            "--folder",
            metavar="DIR",
            default=argparse.SUPPRESS,
            help="the knowledge base (default: KNOWLEDGE, or the project's own)",
        )
    commands = parser.add_subparsers(metavar="|".join(each.NAME for each in COMMANDS), required=True)
    for module in COMMANDS:
        command = commands.add_parser(module.NAME, parents=[shared], help=module.__doc__, description=module.__doc__)
        module.options(command)
        command.set_defaults(run=module.run, reads=module in READING)
    parser.set_defaults(folder=None)
    return parser
