"""writes a small knowledge base with comments, to start from"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from knowledge.cli.schema import write_schemas

NAME = "new"
STARTER = Path(__file__).parent / "starter"
USAGE = 2


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("into", metavar="DIR", type=Path, help="a folder that is empty or not there yet")


def run(_: Path, options: argparse.Namespace) -> int:
    into: Path = options.into
    try:
        if into.exists() and (not into.is_dir() or any(into.iterdir())):
            print(f"{into}: there is something already; name an empty folder, or a new one", file=sys.stderr)
            return USAGE
        shutil.copytree(STARTER, into, dirs_exist_ok=True)
        write_schemas(into / "schemas")
    except OSError as error:
        print(f"{into}: nothing can be written there: {error.strerror}", file=sys.stderr)
        return USAGE
    print(f"Edit the files in {into}, then: python -m knowledge check --folder {into}", file=sys.stderr)
    return 0
