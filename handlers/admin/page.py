"""The admins' pages, as blocks: pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from slack_sdk.models.blocks import InputBlock, PlainTextObject, UserMultiSelectElement

from handlers.admin import lists, to_do, wording
from handlers.admin import wording_lists as words_of
from handlers.admin.entries import Wish
from handlers.admin.facts import EDIT, OPEN, finder
from handlers.admin.fields import What
from handlers.admin.forms import button, buttons, modal, small, with_button, words
from handlers.admin.parts import in_parts
from handlers.office import OPEN_CORRECTIONS, OPEN_PAGE, Admin, Audited
from handlers.reply import Block, clean, cut
from knowledge.model import Knowledge
from knowledge.outcome import FactAnswer, Found, Outcome, Unsure

SHORT = 200
"""Characters of an entry before and after that the audit shows: fifty of them must fit in a modal."""

DONE, PEOPLE = "admin:audit", "admin:people"
"""The `action_id` that opens the audit, and the form of who may; its submission is known by the same."""

NEW: Sequence[What] = ("new fact", "new source", "new box")


def page(knowledge: Knowledge) -> Iterator[Block]:
    """What an admin finds first."""
    yield words(wording.held(len(knowledge.facts), knowledge.revision))
    yield finder()
    yield buttons(
        *(button(wording.WHAT[what], f"{EDIT}:{what}", Wish(what).carried) for what in NEW),
        button(wording.BOXES, lists.BOXES),
        button(wording.SOURCES, lists.SOURCES),
        button(wording.RETIRED, lists.RETIRED),
    )
    yield buttons(
        button(words_of.UNANSWERED, to_do.UNANSWERED),
        button(words_of.DOUBTFUL, to_do.DOUBTFUL),
        button(words_of.STALE, to_do.STALE),
    )
    yield buttons(
        button(wording.CORRECTIONS, OPEN_CORRECTIONS),
        button(wording.PEOPLE, PEOPLE),
        button(words_of.HISTORY, lists.HISTORY),
        button(wording.AUDIT, DONE),
    )


def way_back() -> list[Block]:
    """The way back to the first page."""
    return [buttons(button(wording.PAGE, OPEN_PAGE))]


def facts_of(outcome: Outcome) -> list[Block]:
    """The facts that a question finds, or may mean, each with a button to its page."""
    answers = outcome.answers if isinstance(outcome, Found) else outcome.choices if isinstance(outcome, Unsure) else ()
    facts = [each.fact for each in answers if isinstance(each, FactAnswer)]
    return [with_button(fact.title, wording.OPEN, f"{OPEN}:{fact.id}"[:255], fact.id) for fact in facts]


def people(admins: Sequence[Admin], settled: frozenset[str]) -> dict[str, Any]:
    """Who may, to be changed. `settled` are those whom only the operator can dismiss."""
    select = UserMultiSelectElement(action_id="text", initial_users=[admin.id for admin in admins] or None)
    label = PlainTextObject(text=wording.PEOPLE)
    entry = InputBlock(block_id="admins", label=label, element=select, hint=PlainTextObject(text=wording.PEOPLE_HINT))
    notes = [small(wording.BY_SETTING_STAYS, who=id) for id in sorted(settled)]
    return modal(wording.PEOPLE, [dict(entry.to_dict()), *notes], name=PEOPLE, submit="Save")


def audit(acts: Sequence[Audited], part: int = 0) -> dict[str, Any]:
    """What was done, newest first; to be read, by admins, and never to be changed."""
    entries = [[small(_line(each), who=each.actor or "")] for each in acts]
    return in_parts(wording.AUDIT, entries, part, DONE, wording.EMPTY_AUDIT)


def _line(audited: Audited) -> str:
    act = audited.act
    before, after = (text if text is None else cut(clean(text), SHORT) for text in (act.before, act.after))
    done = wording.done(audited.at, act.action, act.entry, before, after)
    return done if audited.actor else f"{wording.BY_OPERATOR} · {done}"
