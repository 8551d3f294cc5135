"""answers questions: one given, or one a line from standard input"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from knowledge.answer import Answer, BoxAnswer, FactAnswer, Found, Outcome, Unsure, answer
from knowledge.calculate.moments import said_when
from knowledge.cite import cite
from knowledge.cli.jsonl import replies
from knowledge.cli.records import one_line
from knowledge.cli.why import why
from knowledge.library import Broken, Library
from knowledge.match import Index
from knowledge.model import Figure

NAME = "ask"


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("question", nargs="*", help="the question; without one, each line of standard input is one")
    parser.add_argument("--jsonl", action="store_true", help="read and write one JSON object a line")
    parser.add_argument("--rank", type=int, default=0, metavar="N", help="with --jsonl: add up to N facts, best first")
    parser.add_argument("--why", action="store_true", help="show what was weighed")


def run(folder: Path, options: argparse.Namespace) -> int:
    try:
        index = Library.open(folder).now.index
    except Broken as broken:
        print(*broken.problems, sep="\n", file=sys.stderr)
        return 1
    given = " ".join(options.question) if options.question else None
    for line in _json_lines(given, index, options.rank) if options.jsonl else _lines(given, index, reasons=options.why):
        print(line)
    return 0


def _json_lines(given: str | None, index: Index, rank: int) -> Iterator[str]:
    lines = _standard_input() if given is None else [json.dumps({"question": given}).encode()]
    return (one_line(record) for record in replies(lines, index, rank))


def _lines(given: str | None, index: Index, *, reasons: bool) -> Iterator[str]:
    questions = (line.decode("utf-8", "replace").strip("\r\n") for line in _standard_input())
    for question in questions if given is None else [given]:
        yield from _told(answer(question, index))
        if reasons:
            yield from why(question, index)


def _standard_input() -> Iterable[bytes]:
    """Its lines as they come; none if it is closed."""
    return sys.stdin.buffer if sys.stdin else ()


def _told(outcome: Outcome) -> Iterator[str]:
    """An outcome as plain text, each figure with its citation."""
    if isinstance(outcome, Found):
        for each in outcome.answers:
            yield from _figures(each)
    elif isinstance(outcome, Unsure):
        yield "unsure:"
        yield from (f"  {_name(choice)}" for choice in outcome.choices)
    else:
        yield f"unknown: {outcome.error or outcome.why or outcome.reason}"


def _name(given: Answer) -> str:
    if isinstance(given, FactAnswer):
        return given.fact.title
    return given.box.title if isinstance(given, BoxAnswer) else f"{given.title}: {given.result}"


def _figures(given: Answer) -> Iterator[str]:
    """An answer by its title, then its figures; those of a box each under its own title."""
    yield _name(given)
    if isinstance(given, BoxAnswer):
        yield from (f"  {line}" for each in given.facts for line in _figures(each))
    else:
        yield from map(_figure, given.figures)


def _figure(figure: Figure) -> str:
    parts = (figure.printed, figure.says, said_when(figure), cite(figure.citation))
    return f"  {' · '.join(part for part in parts if part)}"
