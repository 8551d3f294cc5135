"""A knowledge base as lines of JSON, an entry a line, for spreadsheets and scripts: out, and in again as one change.

`{"kind": "fact", "id": "dam/height", "measure": "height", "figures": [{"figure": "87 meters", "cite": "yearbook II.2"}]}`.
Kinds are source, subject (its facts have lines of their own), fact, box and question (known by its `ask` and `context`).
What a line does not name stays as it is; a key that is null goes; a list is given as a whole.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from knowledge.edit.changes import QUESTIONS, Add, AddQuestion, Change, Edit, EditQuestion
from knowledge.edit.compare import asked_in, entries_in
from knowledge.edit.held import ROOMS, Held
from knowledge.model import NOTHING
from knowledge.read import Content
from knowledge.read.tree import Node

KINDS = (*ROOMS, "question")
FORM = 'a line is an object with a "kind" (source, subject, fact, box, question) and an "id"; a question has its "ask"'


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an import: its number from 1, and what it comes to: a change, nothing, or why it cannot be taken."""

    number: int
    change: Change | None = None
    does: str = ""
    flaw: str = ""


def exported(files: Mapping[str, Content]) -> Iterator[str]:
    """A line of JSON for each entry: sources first, then subjects with their facts, boxes, questions."""
    held, order = Held(files), {"sources.yaml": 0, "facts/": 1, "boxes/": 2, QUESTIONS: 3}
    kept = [file for file in sorted(files) if _room(file) in order]
    for file in sorted(kept, key=lambda file: order[_room(file)]):
        for kind, id, entry in entries_in(file, held):
            head = {"kind": kind} if kind == "question" else {"kind": kind, "id": id}
            where = {"file": file} if kind in ("subject", "box") else {}
            yield json.dumps({**head, **where, **entry}, ensure_ascii=False)


def imported(lines: Iterable[str], files: Mapping[str, Content]) -> Iterator[Line]:
    """What each line that is not empty comes to, beside these files. Raises Refusal if the files cannot be read."""
    held = Held(files)
    questions = {asked_in(each): (number, each) for number, each in enumerate(held.tree(QUESTIONS) or ())}
    seen = set[tuple[str, str]]()
    for number, text in enumerate(lines, 1):
        if text.strip():
            yield _line(number, text, held, questions, seen)


def _line(
    number: int, text: str, held: Held, questions: Mapping[str, tuple[int, Node]], seen: set[tuple[str, str]]
) -> Line:
    given = _given(text)
    if isinstance(given, str):
        return Line(number, flaw=given)
    kind = given.pop("kind")
    known = asked_in(given) if kind == "question" else given.pop("id")
    if (kind, known) in seen:
        return Line(number, flaw=f"the {kind} '{known}' stands in a line before this one already")
    seen.add((kind, known))
    if kind == "question":
        return _question(number, given, questions.get(known))
    return _entry(number, kind, known, given, held)


def _given(text: str) -> dict[str, Any] | str:
    """The object in a line; or what is wrong with it."""
    try:
        given = json.loads(text)
    except (ValueError, RecursionError) as error:
        return f"this line is not JSON: {error}"
    if not isinstance(given, dict) or given.get("kind") not in KINDS:
        return FORM
    if not isinstance(given.get("ask" if given["kind"] == "question" else "id"), str):
        return FORM
    if odd := _odd(given):
        return f"{odd} is neither a text, nor a list or object of texts, nor null: put it in quotes"
    return given


def _odd(value: Any, inside: bool = False) -> str:
    """A number or truth value, which would have to be guessed at: is 3.10 "3.1" or "3.10"?"""
    if isinstance(value, dict | list):
        each = value.values() if isinstance(value, dict) else value
        return next(filter(None, (_odd(one, inside=isinstance(value, list) or inside) for one in each)), "")
    return "" if isinstance(value, str) or (value is None and not inside) else json.dumps(value)


def _entry(number: int, kind: Any, id: str, given: dict[str, Any], held: Held) -> Line:
    file = given.pop("file", None) or ""
    found = held.find(kind, id)
    if not found:
        return Line(number, Add(kind, id, given, file), f"adds {kind} {id}")
    was = held.at(found)
    differ = {key: value for key, value in given.items() if value != was.get(key)}
    if not differ:
        return Line(number)
    return Line(number, Edit(kind, id, differ), f"changes {kind} {id}: {', '.join(differ)}")


def _question(number: int, given: dict[str, Any], held: tuple[int, Node] | None) -> Line:
    finds = given.get("finds", NOTHING)
    if not held:
        listed = tuple(finds) if isinstance(finds, list) else (finds,)
        return Line(number, AddQuestion(given["ask"], listed, given.get("context")), f"adds question {given['ask']}")
    at, was = held
    if "finds" not in given or was.get("finds") == finds:
        return Line(number)
    return Line(number, EditQuestion(at, {"finds": finds}), f"changes question {given['ask']}: finds")


def _room(file: str) -> str:
    return file[: file.index("/") + 1] if "/" in file else file
