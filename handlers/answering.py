"""From a question to a reply: the whole chain, for Slack and for the local prompt alike.

Each function reads `library.now` once: a figure and its citation come from one version of the knowledge base, even
when another takes its place meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from handlers.choices import Choice
from handlers.render import render, render_chosen
from handlers.reply import Reply
from knowledge import answer as brain
from knowledge.answer import Found, Outcome, Unknown
from knowledge.library import Library, Served


@dataclass(frozen=True, slots=True)
class Answered:
    """A reply, and what it rests on."""

    reply: Reply
    question: str
    outcome: Outcome
    revision: str


def answer_to(question: str, library: Library, slash: str, followed: Callable[[], str | None]) -> Answered:
    """The answer to a question in somebody's own words. One that makes no sense alone is read with the fact `followed`."""
    now = library.now
    outcome = brain.answer(question, now.index)
    if not isinstance(outcome, Found) and (context := followed()):
        outcome = brain.answer(question, now.index, context)
    return _answered(question, outcome, now, slash)


def answer_to_command(text: str, library: Library, slash: str) -> Answered:
    """The answer to what stands behind the slash command: `help`, `box` and a name, or a question."""
    now = library.now
    return _answered(text, _outcome(text, now), now, slash)


def answer_to_choice(choice: Choice, library: Library) -> Answered:
    """The answer to a click on one of several choices."""
    now = library.now
    chosen = brain.by_id(choice.id, now.index)
    outcome = Found((chosen,)) if chosen else Unknown()
    return Answered(render_chosen(chosen, choice.question), choice.question, outcome, now.knowledge.revision)


def _answered(question: str, outcome: Outcome, now: Served, slash: str) -> Answered:
    return Answered(render(outcome, question, slash), question, outcome, now.knowledge.revision)


def _outcome(text: str, now: Served) -> Outcome:
    first, _, rest = text.partition(" ")
    if text.casefold() == "help":
        return Unknown("about")
    if first.casefold() == "box" and rest:
        return brain.box(rest, now.index)
    return brain.answer(text, now.index)
