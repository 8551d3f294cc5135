"""writes the JSON Schema of each kind of file, for VS Code and other editors"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from knowledge.read.json_schema import schema_files

NAME = "schema"
USAGE = 2


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("into", metavar="DIR", type=Path, help="where to write them")


def run(_: Path, options: argparse.Namespace) -> int:
    try:
        write_schemas(options.into)
    except OSError as error:
        print(f"{options.into}: nothing can be written there: {error.strerror}", file=sys.stderr)
        return USAGE
    return 0


def write_schemas(into: Path) -> None:
    into.mkdir(parents=True, exist_ok=True)
    for name, text in schema_files().items():
        (into / name).write_text(text, encoding="utf-8")
