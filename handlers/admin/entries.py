"""What can be changed from Slack: which fields each change has, what is held in them, and the change they ask for. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from typing import Any, cast

from slack_sdk.models.blocks import ButtonElement

from handlers.admin.fields import FACT, FORMS, OF, Field, What
from handlers.admin.forms import in_a_line
from handlers.recall.renames import Renames
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
from knowledge.model import Knowledge
from knowledge.read import revision_of


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
        case "rename" | "rename subject" | "rename box" | "rename source":
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
            return AddText("fact", in_a_line(filled["fact"]), "ask", in_a_line(filled["ask"]))
        case "name":
            return AddText("subject", wish.id, "also", in_a_line(filled["also"]))
        case "retire":
            return Retire(wish.id, in_a_line(filled["retired"]))
        case "restore":
            return Restore(wish.id)
        case "rename" | "rename subject" | "rename box" | "rename source":
            return Rename(OF.get(wish.what, "fact"), wish.id, _renamed_to(wish, filled))
        case "new fact":
            return _new_fact(values, held)
        case "new source" | "new box":
            id = str(values.pop("id") or "")
            return Add(cast(Kind, wish.what.removeprefix("new ")), id, values)
        case "not ours":
            return AddQuestion(in_a_line(filled["ask"]))
        case what:
            return Edit(OF.get(what, "fact"), wish.id, values)


def renames_of(wish: Wish, filled: Mapping[str, str], then: Knowledge) -> Renames:
    """The facts and sources that have other ids in the knowledge that a wish leads to; none if it renames nothing."""
    match wish.what:
        case "rename":
            return Renames(facts={wish.id: _renamed_to(wish, filled)})
        case "rename source":
            return Renames(sources={wish.id: _renamed_to(wish, filled)})
        case "rename subject":
            new = f"{_renamed_to(wish, filled)}/"
            theirs = (id for id in (*then.facts, *then.retired) if id.startswith(new))
            return Renames(facts={f"{wish.id}/{id.removeprefix(new)}": id for id in theirs})
        case _:
            return Renames()


def _renamed_to(wish: Wish, filled: Mapping[str, str]) -> str:
    """The whole id that an entry is to have: a fact stays with its subject."""
    subject, slash, _ = wish.id.rpartition("/")
    return f"{subject}{slash}{in_a_line(filled['to'])}"


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
        return [line for each in text.splitlines() if (line := in_a_line(each))] or None
    return (text.strip() if field.long else in_a_line(text)) or None


def _text(value: Any) -> str:
    return "\n".join(map(str, value)) if isinstance(value, list) else str(value or "")
