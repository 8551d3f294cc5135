"""Says what does not fit a file's form in an editor's words: what is wrong, and the likely cure."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.read.schema import FILES, Entry
from knowledge.read.texts import brief, said_of

Path = tuple[str | int, ...]
"""The keys and positions that lead to an entry: ("facts", "length", "figures", 0)."""

LONGEST_NAME = 200
OFTEN_CALLED = {
    "date": "as_of", "source": "cite", "citation": "cite", "alias": "also", "aliases": "also", "aka": "also",
    "questions": "ask", "question": "ask", "label": "measure", "published": "issued", "deadline": "due",
}  # fmt: skip


def nearest(word: str, known: Collection[str]) -> str | None:
    """The nearest of the known words; None if none is near."""
    if len(word) > LONGEST_NAME:
        return None
    near = process.extractOne(word, list(known), scorer=OSA.normalized_similarity, score_cutoff=0.6)
    return near[0] if near else None


def did_you_mean(word: str, known: Collection[str]) -> str:
    """' — did you mean 'x'?', or nothing if none of the known words is near."""
    near = nearest(word, known)
    return f" — did you mean '{near}'?" if near else ""


@dataclass(slots=True)
class Hints:
    """Tells what was probably meant for as long as that is quick: a thousand wrong ids among 40,000 would take a minute."""

    comparisons: int = 1_000_000

    def near(self, word: str, known: Collection[str]) -> str:
        self.comparisons -= len(known)
        return did_you_mean(word, known) if self.comparisons > 0 else ""


def explained(error: ValidationError, form: type[Entry]) -> Iterator[tuple[Path, str]]:
    """Each mistake of an entry of that form: the path inside it, and the message."""
    details = [(_path(detail), detail) for detail in error.errors(include_url=False)]
    meant = {(*path[:-1], _meant(path, form)) for path, detail in details if detail["type"] == "extra_forbidden"}
    for path, detail in details:
        if detail["type"] != "missing" or path not in meant:  # what is misspelled is not missing
            yield path, _message(detail, path, form)


def _path(detail: ErrorDetails) -> Path:
    return tuple(step for step in detail["loc"] if step != "[key]")


def _message(detail: ErrorDetails, path: Path, form: type[Entry]) -> str:
    key = f"`{path[-1]}`" if path else "this entry"
    kind, given = detail["type"], detail["input"]
    if kind == "missing":
        return f"{key} is missing{_told(path, form)}"
    if kind == "extra_forbidden":
        return f"there is no key `{brief(str(path[-1]))}` here{_instead(path, form)}"
    if kind == "literal_error":
        return f"{key}: '{brief(str(given))}' is none of {detail['ctx']['expected'].replace(' or ', ', ')}{_told(path, form)}"
    if kind == "too_short":
        return f"{key} is empty: it needs at least one entry"
    if kind == "string_pattern_mismatch":
        return _said(said_of(given, detail["ctx"]["pattern"]), path)
    if kind == "value_error":
        return _said(str(detail["ctx"]["error"]), path)
    said = f"{_expected(kind, given)}, not {_described(given)}"
    if kind == "string_type" and isinstance(given, dict) and len(given) == 1:
        said += ": a text with ': ' in it stands in double quotes"
    return f"{_item(path)}: {said}" if path else said


def _said(said: str, path: Path) -> str:
    """What a form's own check says of a value, or of an id, which needs no other name."""
    if said.startswith(f"'{brief(str(path[-1]))}'"):
        return said
    return f"{_item(path)}: {said}" if said.startswith("'") else f"{_item(path)} {said}"


def _item(path: Path) -> str:
    """The key of an entry; of one in a list, also which it is."""
    if isinstance(path[-1], int):
        return f"entry {path[-1] + 1} of `{path[-2]}`" if len(path) > 1 else f"entry {path[-1] + 1}"
    return f"`{path[-1]}`"


def _expected(kind: str, given: Any) -> str:
    if kind == "string_type":
        return "a text is expected"
    if kind == "list_type":
        return f"a list is expected, {_dashed(given)}"
    return "keys with their values are expected"


def _dashed(given: Any) -> str:
    if isinstance(given, str) and given[:1] == "-" and given[1:2].isspace():
        return "a plain space after each dash"
    return "'- ' before the first key of each entry" if isinstance(given, dict) else "one '- \"…\"' a line"


def _described(given: Any) -> str:
    if isinstance(given, str):
        return f"the text '{brief(given)}'" if given else "nothing"
    return "a list" if isinstance(given, list) else "keys and values"


def _told(path: Path, form: type[Entry]) -> str:
    """What the form says about a key."""
    told = form_at(path, form).model_fields[str(path[-1])].description or ""
    first = told.partition(". ")[0].rstrip(".")
    return f": {first[0].lower()}{first[1:]}" if first else ""


def _instead(path: Path, form: type[Entry]) -> str:
    """What an unknown key probably should be, or where it belongs."""
    key, here = str(path[-1]), form_at(path, form)
    for under, other in nested(form):
        if key in other.model_fields and other is not here:
            return f": it belongs to an entry of `{under}`"
    if meant := _meant(path, form):
        return f" — did you mean '{meant}'?"
    files = [
        f"{file}*.yaml" if file.endswith("/") else file
        for file, other in FILES.items()
        if key in other.entry.model_fields
    ]
    return f": it is a key of {' and '.join(files)}" if files and len(path) == 1 else ""


def _meant(path: Path, form: type[Entry]) -> str | None:
    """The key that an unknown one probably should be."""
    key, here = str(path[-1]), form_at(path, form).model_fields
    usual = OFTEN_CALLED.get(key.lower())
    return usual if usual in here else nearest(key, here)


def form_at(path: Path, form: type[Entry]) -> type[Entry]:
    """The form of the entry in which the path's last key stands. What is nested stands in a list or under ids."""
    steps = iter(path[:-1])
    for step in steps:
        inner = _inner(form, str(step))
        if inner and next(steps, None) is not None:
            form = inner
    return form


def nested(form: type[Entry]) -> Iterator[tuple[str, type[Entry]]]:
    """The forms inside a form, each with the key it stands under."""
    for key in form.model_fields:
        if inner := _inner(form, key):
            yield key, inner
            yield from nested(inner)


def _inner(form: type[Entry], key: str) -> type[Entry] | None:
    """The form of the entries that a key holds, if it holds entries."""
    field = form.model_fields.get(key)
    held = get_args(field.annotation) if field else ()
    return next((each for each in held if isinstance(each, type) and issubclass(each, Entry)), None)


def entries_in(form: type[Entry]) -> Iterator[type[Entry]]:
    """A form and the forms inside it."""
    yield form
    yield from (inner for _, inner in nested(form))


KEYS = frozenset(key for form in FILES.values() for entry in entries_in(form.entry) for key in entry.model_fields)
"""Every key of every file."""
KEYS_BELOW_IDS = frozenset(
    key for form in FILES.values() if form.holds == "many by id" for key in form.entry.model_fields
)
"""Those that stand right below the id of a source, a subject or a box."""
