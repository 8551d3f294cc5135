"""`ask --jsonl`: one JSON object a line in, exactly one a line out, whatever the line holds."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from time import perf_counter

from knowledge.answer import Unknown, answer
from knowledge.cli.records import Record, outcome_record
from knowledge.match import Index, free_first, matches, read_question


@dataclass(frozen=True, slots=True)
class Request:
    """A line as read: the question, the id of the fact last answered, or what is wrong with the line."""

    question: str = ""
    context: str | None = None
    flaw: str | None = None


def replies(lines: Iterable[bytes], index: Index, rank: int) -> Iterator[Record]:
    return (reply(request(line), index, rank) for line in lines)


def reply(asked: Request, index: Index, rank: int) -> Record:
    begun = perf_counter()
    outcome = Unknown("error", error=asked.flaw) if asked.flaw else answer(asked.question, index, asked.context)
    took = (perf_counter() - begun) * 1000
    record: Record = {"question": asked.question, **outcome_record(outcome), "ms": took}
    if rank > 0:
        record["ranked"] = [] if "error" in record else _ranked(asked.question, index, rank)
    return record


def request(line: bytes) -> Request:
    """A line of standard input; only a line feed ends one."""
    try:
        given = json.loads(line.rstrip(b"\r\n").decode("utf-8").removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        return Request(flaw=f"this line is not UTF-8: byte {error.start}")
    except (ValueError, RecursionError) as error:
        return Request(flaw=f"this line is not JSON: {error}" if line.strip() else "this line is empty")
    return _request(given)


def _request(given: object) -> Request:
    if not isinstance(given, dict) or not isinstance(given.get("question"), str):
        return Request(flaw='a line is an object with a text "question"')
    question, context = given["question"], given.get("context")
    if context is not None and not isinstance(context, str):
        return Request(question, flaw='"context" is the id of a fact')
    return Request(question, context)


def _ranked(question: str, index: Index, most: int) -> list[list[object]]:
    ranked = islice(free_first(matches(read_question(question, index), index)), most)
    return [[match.fact_id, match.score, match.figures[0].printed] for match in ranked]
