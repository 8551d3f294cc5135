"""Says what does not fit a file's form in an editor's words: what is wrong, and the likely cure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.read import schema


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """' — did you mean 'x'?' for the nearest of the known words, or nothing if none is near."""
    choices = list(known)
    near = process.extractOne(word, choices, scorer=OSA.normalized_similarity, score_cutoff=0.6)
    return f" — did you mean '{near[0]}'?" if near else ""


def explained(error: ValidationError) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Each mistake of a file: the path to the entry, and the message."""
    for detail in error.errors(include_url=False):
        path = tuple(step for step in detail["loc"] if step != "[key]")
        yield path, _message(detail, path)


def _message(detail: ErrorDetails, path: tuple[str | int, ...]) -> str:
    key = f"`{path[-1]}`" if path else "this file"
    kind, given = detail["type"], detail["input"]
    if kind == "missing":
        return f"{key} is missing{_about(str(path[-1]), path)}"
    if kind == "extra_forbidden":
        return f"there is no key {key} here{did_you_mean(str(path[-1]), _keys_at(path))}"
    if kind == "literal_error":
        return f"{key}: '{given}' is none of {detail['ctx']['expected'].replace(' or ', ', ')}"
    if kind == "too_short":
        return f"{key} is empty: it needs at least one entry"
    if kind == "value_error":
        said = str(detail["ctx"]["error"])
        return f"{key}: {said}" if said.startswith("'") else f"{key} {said}"
    return f"{key}: {_expected(kind)}, not {_described(given)}"


def _expected(kind: str) -> str:
    if kind == "string_type":
        return "a text is expected"
    if kind == "list_type":
        return "a list is expected, one '- \"…\"' a line"
    return "keys with their values are expected"


def _described(given: Any) -> str:
    if isinstance(given, str):
        return f"the text '{given}'" if given else "nothing"
    return "a list" if isinstance(given, list) else "keys and values"


FORMS: tuple[type[schema.Entry], ...] = (
    schema.FigureEntry, schema.FactEntry, schema.SubjectEntry, schema.BoxEntry, schema.SourceEntry, schema.SectionEntry,
    schema.PartEntry, schema.QuestionEntry, schema.VocabularyEntry, schema.LeftOutEntry,
)  # fmt: skip


def _form_at(path: tuple[str | int, ...]) -> type[schema.Entry] | None:
    """The form of the entry that a path leads into, told by the list or mapping it stands in."""
    around: dict[str, type[schema.Entry]] = {
        "figures": schema.FigureEntry,
        "outline": schema.SectionEntry,
        "parts": schema.PartEntry,
    }
    for step in reversed(path[:-1]):
        if step == "facts":
            return schema.FactEntry
        if step in around:
            return around[str(step)]
    return None


def _keys_at(path: tuple[str | int, ...]) -> list[str]:
    form = _form_at(path)
    forms = [form] if form else [f for f in FORMS if f not in (schema.FigureEntry, schema.FactEntry)]
    return [key for form in forms for key in form.model_fields]


def _about(key: str, path: tuple[str | int, ...]) -> str:
    form = _form_at(path)
    forms = [form] if form else list(FORMS)
    told = next(
        (field.description for form in forms if (field := form.model_fields.get(key)) and field.description), ""
    )
    return f": {told[0].lower()}{told[1:]}" if told else ""
