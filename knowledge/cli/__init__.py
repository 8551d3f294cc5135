"""The command line: `python -m knowledge check | ask | list`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from knowledge.cli import ask, check, list_figures, prove
from knowledge.library import DEFAULT_FOLDER

GOOD, PROBLEMS, USAGE = 0, 1, 2

__all__ = ["main"]


def main(arguments: Sequence[str]) -> int:
    """Runs one command and returns its exit code: 0 good, 1 problems, 2 usage."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace" if stream is not sys.stdin else "replace")  # type: ignore[union-attr]
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    options = _parser().parse_args(arguments)
    folder = Path(options.folder or os.environ.get("KNOWLEDGE") or DEFAULT_FOLDER)
    if not folder.is_dir():
        print(f"{folder}: there is no such folder; name one with --folder or KNOWLEDGE", file=sys.stderr)
        return USAGE
    try:
        return int(options.run(folder, options))
    except BrokenPipeError:  # `… | head` has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return GOOD


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
    commands = parser.add_subparsers(metavar="command", required=True)
    for module in (check, ask, list_figures, prove):
        command = commands.add_parser(module.NAME, parents=[shared], help=module.__doc__, description=module.__doc__)
        module.options(command)
        command.set_defaults(run=module.run)
    parser.set_defaults(folder=None)
    return parser
