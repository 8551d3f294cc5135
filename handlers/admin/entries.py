"""What can be changed from Slack: which fields each change has, what is held in them, and the change they ask for. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from typing import Any, Literal, cast

from pydantic import BaseModel
from slack_sdk.models.blocks import ButtonElement

from handlers.values import packed
from knowledge.edit import (
    Add,
    AddFigure,
    AddQuestion,
    AddText,
    Change,
    Correct,
    Edit,
    Held,
    Rename,
    Restore,
    Retire,
)
from knowledge.edit.held import Kind
from knowledge.read import revision_of
from knowledge.read.schema import BoxEntry, FactEntry, FigureEntry, SourceEntry, SubjectEntry

What = Literal[
    "correct", "newer", "fact", "subject", "box", "source", "ask", "name", "retire", "restore", "rename",
    "new fact", "new source", "new box", "not ours", "roll back",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wish:
    """A change that somebody is about to make: what, of which entry, of which of its figures, and as it stood when they
    began. It comes back from a client with their form: it says what they want, never what they may."""

    what: What
    id: str = ""
    index: int = 0
    base: str = ""
    question: str = ""  # the unanswered question that it began with

    @property
    def carried(self) -> str:
        """For a form or a button, in the 2000 characters that Slack allows a button."""
        whole, alone = packed(asdict(self)), packed(asdict(replace(self, question="")))
        return whole if len(whole) <= ButtonElement.value_max_length else alone


def wish_in(carried: str) -> Wish:
    """The wish that a client hands back. Raises ValueError if it is none."""
    try:
        given = json.loads(carried)
        wish = Wish(**{name: type(getattr(Wish("correct"), name))(given[name]) for name in given})
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(carried) from error
    if wish.what not in FORMS:
        raise ValueError(carried)
    return wish


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form. `lists`: a text on each line; `long`: room for several lines; or one of `options`."""

    name: str
    hint: str = ""
    needed: bool = False
    lists: bool = False
    long: bool = False
    options: Sequence[str] = ()


def _fields(form: type[BaseModel], *names: str) -> tuple[Field, ...]:
    return tuple(_field(form, name) for name in names)


def _field(form: type[BaseModel], name: str) -> Field:
    about = form.model_fields[name]
    lists, long = str(about.annotation).startswith("list"), name in ("note", "summary")
    options = ("estimate", "projection", "target", "pledge", "survey") if name == "status" else ()
    return Field(name, about.description or "", about.is_required(), lists, long, options)


FIGURE = _fields(
    FigureEntry, "figure", "cite", "as_of", "period", "due", "when", "status", "says", "against", "unit", "value",
    "note", "url", "near", "dated",
)  # fmt: skip
FACT = _fields(FactEntry, "measure", "ask", "note", "review_by")
SOURCE = _fields(
    SourceEntry, "title", "short", "also", "type", "author", "publisher", "issued", "accessed", "url"
)  # fmt: skip
BOX = _fields(BoxEntry, "title", "cite", "compiled", "names", "summary", "facts")
ID = Field("id", "Lower-case letters, digits and hyphens, such as dam-height. It is how files name it.", needed=True)

FORMS: Mapping[What, tuple[Field, ...]] = {
    "correct": FIGURE,
    "newer": FIGURE,
    "fact": FACT,
    "subject": _fields(SubjectEntry, "name", "also", "topic"),
    "box": BOX,
    "source": SOURCE,
    "ask": (
        Field("fact", "The id of the fact that it asks for.", needed=True),
        Field("ask", "A question people ask for it, in their words.", needed=True),
    ),
    "name": (Field("also", "Another name that people use for it.", needed=True),),
    "retire": (Field("retired", "Why it is no longer served.", needed=True),),
    "restore": (),
    "rename": (Field("to", "The new id: lower-case letters, digits and hyphens.", needed=True),),
    "new fact": (
        Field("subject", "The id of what it is about, such as zenda-dam; a new one is made.", needed=True),
        Field("name", "The usual name of what it is about, if that is new here."),
        Field("id", "Its own id, such as height; left empty, it is made of the measure."),
        *FACT,
        *(field for field in FIGURE if field.name != "note"),
    ),
    "new source": (ID, *SOURCE),
    "new box": (ID, *BOX),
    "not ours": (Field("ask", "A question that must find nothing here, however near it comes.", needed=True),),
    "roll back": (),
}

OF: Mapping[What, Kind] = {"subject": "subject", "name": "subject", "box": "box", "source": "source"}
"""The kind of entry that each change is about; for all others it is a fact."""


def filled_with(wish: Wish, held: Held) -> dict[str, str]:
    """What is held in the fields of a form, as texts."""
    entry = _entry(wish, held) or {}
    match wish.what:
        case "correct":
            figures = entry.get("figures") or []
            entry = figures[wish.index] if 0 <= wish.index < len(figures) else {}
        case "ask" | "not ours":
            entry = {"fact": wish.id, "ask": wish.question}
        case "new fact":
            entry = {"ask": [wish.question] if wish.question else []}
        case "newer" | "name" | "retire" | "restore" | "new source" | "new box":
            entry = {}
        case "rename":
            entry = {"to": wish.id.rpartition("/")[2]}
    return {field.name: _text(entry.get(field.name)) for field in FORMS[wish.what]}


def change_of(wish: Wish, filled: Mapping[str, str], held: Held) -> Change:
    """The change that a form asks for. An empty field takes its key away."""
    values = {field.name: _value(field, filled.get(field.name, "")) for field in FORMS[wish.what]}
    match wish.what:
        case "correct":
            return Correct(wish.id, wish.index, values)
        case "newer":
            return AddFigure(wish.id, values)
        case "ask":
            return AddText("fact", _line(filled["fact"]), "ask", _line(filled["ask"]))
        case "name":
            return AddText("subject", wish.id, "also", _line(filled["also"]))
        case "retire":
            return Retire(wish.id, _line(filled["retired"]))
        case "restore":
            return Restore(wish.id)
        case "rename":
            return Rename("fact", wish.id, renamed_to(wish, filled))
        case "new fact":
            return _new_fact(values, held)
        case "new source" | "new box":
            id = str(values.pop("id") or "")
            return Add(cast(Kind, wish.what.removeprefix("new ")), id, values)
        case "not ours":
            return AddQuestion(_line(filled["ask"]))
        case what:
            return Edit(OF.get(what, "fact"), wish.id, values)


def renamed_to(wish: Wish, filled: Mapping[str, str]) -> str:
    """The whole id that a fact is to have: it stays with its subject."""
    return f"{wish.id.rpartition('/')[0]}/{_line(filled['to'])}"


def base_of(wish: Wish, held: Held) -> str:
    """How the entry stands now, in short: another base later says that somebody has changed it meanwhile."""
    if wish.what == "roll back":
        return revision_of(held.files)
    entry = _entry(wish, held)
    return sha256(json.dumps(entry, sort_keys=True).encode()).hexdigest()[:16] if entry is not None else ""


def begun(wish: Wish, held: Held) -> Wish:
    """The wish, from how things stand now."""
    return replace(wish, base=base_of(wish, held))


def field_of(path: Sequence[str | int], wish: Wish) -> str:
    """The field of the form that a problem stands under: the innermost that it has; else the first."""
    names = [field.name for field in FORMS[wish.what]]
    inner = [str(step) for step in path if str(step) in names]
    return inner[-1] if inner else (names or [""])[0]


def _entry(wish: Wish, held: Held) -> Any:
    place = held.find(OF.get(wish.what, "fact"), wish.id) if wish.id else None
    return held.at(place) if place else None


def _new_fact(values: dict[str, Any], held: Held) -> Add:
    subject, name, id = (str(values.pop(each) or "") for each in ("subject", "name", "id"))
    about = {field.name: values.pop(field.name) for field in FACT}
    fact = {**about, "figures": [{name: value for name, value in values.items() if value}]}
    id = id or re.sub("[^a-z0-9]+", "-", str(about["measure"] or "").casefold())[:40].strip("-")
    if held.find("subject", subject):
        return Add("fact", f"{subject}/{id}", fact)
    return Add("subject", subject, {"name": name, "facts": {id: fact}})


def _value(field: Field, text: str) -> Any:
    if field.lists:
        return [line for each in text.splitlines() if (line := _line(each))] or None
    return (text.strip() if field.long else _line(text)) or None


def _line(text: str) -> str:
    return " ".join(text.split())


def _text(value: Any) -> str:
    return "\n".join(map(str, value)) if isinstance(value, list) else str(value or "")
