"""prints every figure that is served"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from knowledge.cite import cite_short
from knowledge.cli.records import Record, figure_record, one_line
from knowledge.folder import files_in
from knowledge.model import Knowledge
from knowledge.read import read

NAME = "list"


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--jsonl", action="store_true", help="one JSON object a line")


def run(folder: Path, options: argparse.Namespace) -> int:
    knowledge, problems = read(files_in(folder), doubting=False)
    if knowledge is None:
        print(*problems, sep="\n", file=sys.stderr)
        return 1
    for line in _json_lines(knowledge) if options.jsonl else _lines(knowledge):
        print(line)
    return 0


def _json_lines(knowledge: Knowledge) -> Iterator[str]:
    for fact in knowledge.facts.values():
        for figure in fact.figures:
            told: Record = {"fact": fact.id, "title": fact.title, "section": figure.citation.section}
            yield one_line({**told, **figure_record(figure)})


def _lines(knowledge: Knowledge) -> Iterator[str]:
    for fact in knowledge.facts.values():
        for figure in fact.figures:
            yield f"{figure.printed} · {fact.title} · {cite_short(figure.citation)}"
