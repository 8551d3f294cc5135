"""reads the knowledge base and prints every problem and doubt"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from knowledge.cli.questions import FILE, ask_all
from knowledge.folder import files_in
from knowledge.match import Index
from knowledge.match.weighing.alike import alike_siblings
from knowledge.model import Knowledge, Problem
from knowledge.plural import number_of
from knowledge.read import Content, read
from knowledge.read.mistakes import facts
from knowledge.read.pages import Pages, page

NAME = "check"


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--strict", action="store_true", help="fail on doubts too")
    parser.add_argument(
        "--questions",
        action="store_true",
        help="ask the questions of questions.yaml too; fail if one misses that did not in the state committed to git",
    )
    parser.add_argument("--all", action="store_true", help="list also the questions that missed there as well")


def run(folder: Path, options: argparse.Namespace) -> int:
    files = files_in(folder)
    knowledge, found = read(files)
    as_before: list[Problem] = []
    changes: list[str] = []
    if knowledge and options.questions:
        index = Index.of(knowledge)
        asked = ask_all(folder, index, files.get(FILE, b"[]"))
        found, as_before, changes = [*found, *asked.missed, *_alike(index, files)], asked.as_before, asked.changes
    for line in (*found, *changes, *(as_before if options.all else _in_short(as_before))):
        print(line)
    print(_summary(knowledge, [*found, *as_before]), file=sys.stderr)
    return _exit_code([*found, *as_before], strict=options.strict)


def _in_short(as_before: Sequence[Problem]) -> Iterator[str]:
    """A line for all that the edit has nothing to do with."""
    if as_before:
        misses, them = ("misses as it", "it") if len(as_before) == 1 else ("miss as they", "them")
        yield f"{number_of(len(as_before), 'question')} {misses} did before: `check --questions --all` lists {them}"


def _alike(index: Index, files: Mapping[str, Content]) -> Iterator[Problem]:
    """Facts of one subject that the matcher cannot tell apart, where they stand."""
    pages = Pages({file: page(file, content) for file, content in files.items()})
    places = {id: place for place, id, _ in facts(pages)}
    for one, two in alike_siblings(index):
        said = f"a question for it finds {two.id} as soon ({pages.stands(places[two.id])}): add a contrast or a name"
        yield pages.about(places[one.id], said, doubt=True)


def _exit_code(found: Sequence[Problem], *, strict: bool) -> int:
    return 1 if any(strict or not problem.doubt for problem in found) else 0


def _summary(knowledge: Knowledge | None, found: Sequence[Problem]) -> str:
    if knowledge is None:
        return f"{number_of(sum(not problem.doubt for problem in found), 'problem')}: nothing is served until mended"
    figures = sum(len(fact.figures) for fact in knowledge.facts.values())
    held = [(len(knowledge.facts), "fact", ""), (figures, "figure", ""), (len(knowledge.boxes), "box", "boxes")]
    told = ", ".join(number_of(*each) for each in held)
    return f"{told} of {number_of(len(knowledge.sources), 'source')}; {number_of(len(found), 'doubt')}"
