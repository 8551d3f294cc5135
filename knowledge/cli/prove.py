"""holds every figure against the text of its source: the file ID.txt in the folder that SOURCES names"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from knowledge.folder import files_in
from knowledge.proof import lines, prove
from knowledge.read import read

NAME = "prove"
GOOD, UNPROVEN, MISSING = 0, 1, 3


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--strict", action="store_true", help="fail also on what is printed and not held")


def run(folder: Path, options: argparse.Namespace) -> int:
    """Sources are read from $SOURCES/<source-id>.txt. Exit: 0 proven, 1 unproven or problems, 3 a text is not at hand."""
    knowledge, problems = read(files_in(folder), doubting=False)
    if knowledge is None:
        print(*problems, sep="\n", file=sys.stderr)
        return UNPROVEN
    findings = prove(knowledge, texts_in(os.environ.get("SOURCES"), knowledge.sources))
    for line in lines(findings):
        print(line)
    if findings.unproven or (options.strict and findings.gaps):
        return UNPROVEN
    return MISSING if findings.missing else GOOD


def texts_in(folder: str | None, ids: Iterable[str]) -> dict[str, bytes]:
    """The text of each source that is at hand."""
    paths = {id: Path(folder or "", f"{id}.txt") for id in ids}
    return {id: path.read_bytes() for id, path in paths.items() if folder and path.is_file()}
