"""reads the knowledge base and prints every problem and doubt"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from knowledge.library import files_in
from knowledge.read import read

NAME = "check"


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--strict", action="store_true", help="fail on doubts too")


def run(folder: Path, options: argparse.Namespace) -> int:
    knowledge, found = read(files_in(folder))
    for problem in found:
        print(problem)
    if knowledge is None:
        problems = sum(not problem.doubt for problem in found)
        print(
            f"{problems} {'problem' if problems == 1 else 'problems'}: nothing is served until mended", file=sys.stderr
        )
        return 1
    figures = sum(len(fact.figures) for fact in knowledge.facts.values())
    print(
        f"{len(knowledge.facts)} facts, {figures} figures, {len(knowledge.boxes)} boxes of {len(knowledge.sources)} sources; "
        f"{len(found)} {'doubt' if len(found) == 1 else 'doubts'}",
        file=sys.stderr,
    )
    return 1 if found and options.strict else 0
