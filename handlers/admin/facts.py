"""The page of one fact, and how admins find it: pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from slack_sdk.models.blocks import ButtonElement, ExternalDataSelectElement, PlainTextObject

from handlers.admin import wording
from handlers.admin.entries import Wish
from handlers.admin.fields import OF, What
from handlers.admin.forms import button, buttons, modal, small, with_button, words
from handlers.reply import Block, cut
from knowledge.edit import Held
from knowledge.model import Fact, Knowledge

EDIT, OPEN, FIND = "admin:edit", "admin:fact", "admin:find"
MOST_FOUND, LONGEST_ID = 50, 150
OF_THE_FACT: Sequence[What] = (
    "newer", "ask", "fact", "subject", "name", "rename", "rename subject", "retire",
)  # fmt: skip


def page(id: str, held: Held) -> dict[str, Any]:
    """A fact as it stands in the files, a button beside each figure, and what else can be done with it."""
    return modal(wording.FACT_PAGE, _page(id, held))


def _page(id: str, held: Held) -> Iterator[Block]:
    place = held.find("fact", id)
    entry = held.at(place) if place else {}
    yield words(f"{id}: {entry.get('measure', '')}")
    for number, figure in enumerate(entry.get("figures") or []):
        told = wording.figure(figure.get("figure", ""), figure.get("cite", ""))
        yield with_button(told, wording.WHAT["correct"], f"{EDIT}:{number}", Wish("correct", id, number).carried)
    if entry.get("retired"):
        yield small(f"{wording.WHAT['retire']}: {entry['retired']}")
    yield buttons(*_doable(id, ("restore", "rename") if entry.get("retired") else OF_THE_FACT))


def _doable(id: str, doable: Sequence[What]) -> Iterator[ButtonElement]:
    for what in doable:
        about = id.partition("/")[0] if OF.get(what) == "subject" else id
        yield button(wording.WHAT[what], f"{EDIT}:{what}", Wish(what, about).carried, danger=what == "retire")


def found(typed: str, knowledge: Knowledge) -> list[Fact]:
    """Facts whose names hold every word that was typed: for a list to choose from while typing."""
    wanted = typed.casefold().split()
    hits = (fact for fact in knowledge.facts.values() if all(word in _names(fact) for word in wanted))
    return [
        fact for fact, _ in zip((each for each in hits if len(each.id) <= LONGEST_ID), range(MOST_FOUND), strict=False)
    ]


def _names(fact: Fact) -> str:
    return " ".join([fact.id, fact.title, *fact.subject.also]).casefold()


def option(fact: Fact) -> dict[str, Any]:
    return {"text": {"type": "plain_text", "text": cut(fact.title, 75)}, "value": fact.id}


def finder() -> Block:
    """Where an admin types part of a name."""
    select = ExternalDataSelectElement(
        action_id=FIND, placeholder=PlainTextObject(text=wording.FIND_HINT), min_query_length=1
    )
    return {**words(wording.FIND), "accessory": dict(select.to_dict())}
