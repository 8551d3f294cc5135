"""answers questions: one given, or one a line from standard input"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import perf_counter

from knowledge.answer import Answer, BoxAnswer, FactAnswer, Found, Outcome, Unknown, Unsure, answer
from knowledge.cite import cite
from knowledge.cli.records import Record, one_line, outcome_record
from knowledge.cli.why import why
from knowledge.library import Broken, Library
from knowledge.match import Index, matches, read_question

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
    if options.jsonl:
        for line in _lines(sys.stdin.buffer):
            print(one_line(_reply(line, index, options.rank)))
        return 0
    for question in [" ".join(options.question)] if options.question else _lines(sys.stdin.buffer):
        print(*_told(answer(question, index)), sep="\n")
        if options.why:
            print(*why(question, index), sep="\n")
    return 0


def _lines(stream: Iterable[bytes]) -> Iterator[str]:
    """The lines of a stream as they come; only a line feed ends one."""
    for raw in stream:
        yield raw.decode("utf-8", errors="replace").removesuffix("\n").removesuffix("\r")


def _reply(line: str, index: Index, rank: int) -> Record:
    question, context, flaw = _request(line)
    begun = perf_counter()
    outcome = Unknown("error", error=flaw) if flaw else answer(question, index, context)
    took = (perf_counter() - begun) * 1000
    record: Record = {"question": question, **outcome_record(outcome), "ms": took}
    return {**record, "ranked": _ranked(question, index, rank)} if rank > 0 else record


def _request(line: str) -> tuple[str, str | None, str | None]:
    """The question, its context, and what is wrong with the line."""
    try:
        given = json.loads(line)
    except (ValueError, RecursionError) as error:
        return "", None, f"this line is not JSON: {error}"
    if not isinstance(given, dict) or not isinstance(given.get("question"), str):
        return "", None, 'a line is an object with a text "question"'
    question, context = given["question"], given.get("context")
    if context is not None and not isinstance(context, str):
        return question, None, '"context" is the id of a fact'
    return question, context, None


def _ranked(question: str, index: Index, most: int) -> list[list[object]]:
    if len(question) > 500:
        return []
    ranked = matches(read_question(question, index), index)[:most]
    return [[match.fact_id, match.score, match.figures[0].printed] for match in ranked]


def _told(outcome: Outcome) -> Iterator[str]:
    """An outcome as plain text, each figure with its citation."""
    if isinstance(outcome, Found):
        for each in outcome.answers:
            yield from _figures(each)
    elif isinstance(outcome, Unsure):
        yield "unsure:"
        yield from (f"  {_name(choice)}" for choice in outcome.choices)
    else:
        yield f"unknown: {outcome.error or outcome.reason}"


def _name(given: Answer) -> str:
    if isinstance(given, FactAnswer):
        return given.fact.title
    return given.box.title if isinstance(given, BoxAnswer) else f"{given.title}: {given.result}"


def _figures(given: Answer) -> Iterator[str]:
    yield _name(given)
    figures = (
        [figure for fact in given.facts for figure in fact.figures] if isinstance(given, BoxAnswer) else given.figures
    )
    yield from (f"  {figure.printed} · {cite(figure.citation)}" for figure in figures)
