"""The fields of each form that an admin fills in, with the words of the schema that editors' files are read by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel

from knowledge.edit.held import Kind
from knowledge.read.schema import BoxEntry, FactEntry, FigureEntry, SourceEntry, SubjectEntry

What = Literal[
    "correct", "newer", "fact", "subject", "box", "source", "ask", "name", "retire", "restore", "rename",
    "rename subject", "rename box", "rename source",
    "new fact", "new source", "new box", "not ours", "roll back",
]  # fmt: skip


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
TO = Field("to", "The new id: lower-case letters, digits and hyphens. Whatever names the old one follows.", needed=True)
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
    **dict.fromkeys(("rename", "rename subject", "rename box", "rename source"), (TO,)),
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

OF: Mapping[What, Kind] = {
    "subject": "subject", "name": "subject", "box": "box", "source": "source",
    "rename subject": "subject", "rename box": "box", "rename source": "source",
}  # fmt: skip
"""The kind of entry that each change is about; for all others it is a fact."""
