"""reads the knowledge base and prints every problem and doubt"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from knowledge.cli.questions import FILE, ask_all
from knowledge.folder import files_in
from knowledge.model import Knowledge, Problem
from knowledge.plural import number_of
from knowledge.read import read

NAME = "check"


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--strict", action="store_true", help="fail on doubts too")
    parser.add_argument(
        "--questions",
        action="store_true",
        help="ask the questions of questions.yaml too; fail if one misses that did not in the state committed to git",
    )


def run(folder: Path, options: argparse.Namespace) -> int:
    files = files_in(folder)
    knowledge, found = read(files)
    changes: list[str] = []
    if knowledge and options.questions:
        missed, changes = ask_all(folder, knowledge, files.get(FILE, b"[]"))
        found = [*found, *missed]
    for line in (*found, *changes):
        print(line)
    print(_summary(knowledge, found), file=sys.stderr)
    return _exit_code(found, strict=options.strict)


def _exit_code(found: Sequence[Problem], *, strict: bool) -> int:
    return 1 if any(strict or not problem.doubt for problem in found) else 0


def _summary(knowledge: Knowledge | None, found: Sequence[Problem]) -> str:
    if knowledge is None:
        return f"{number_of(sum(not problem.doubt for problem in found), 'problem')}: nothing is served until mended"
    figures = sum(len(fact.figures) for fact in knowledge.facts.values())
    held = [(len(knowledge.facts), "fact", ""), (figures, "figure", ""), (len(knowledge.boxes), "box", "boxes")]
    told = ", ".join(number_of(*each) for each in held)
    return f"{told} of {number_of(len(knowledge.sources), 'source')}; {number_of(len(found), 'doubt')}"
