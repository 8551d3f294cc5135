"""From a question to a reply: the whole chain, for Slack and for the local prompt alike.

Each function reads `library.now` once: a figure and its citation come from one version of the knowledge base, even
when another takes its place meanwhile.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from handlers.choices import Choice
from handlers.pages.told import render_sources, render_topics
from handlers.pressed.explained import what_was_weighed
from handlers.render import render, render_chosen
from handlers.reply import Reply, reply
from handlers.surface import Surface
from knowledge import answer as brain
from knowledge.answer import Found, Outcome, Unknown, Unsure
from knowledge.library import Library, Served

SENTENCE = re.compile(r"(?<=[.?!])\s+")
MOST_SENTENCES = 20


@dataclass(frozen=True, slots=True)
class Answered:
    """A reply, and what it rests on."""

    reply: Reply
    question: str
    outcome: Outcome
    revision: str


def nothing_followed() -> None:
    """There is no conversation that a question could follow up."""


def answer_to(
    question: str,
    library: Library,
    slash: str,
    surface: Surface = Surface.OPEN,
    followed: Callable[[], str | None] = nothing_followed,
) -> Answered:
    """The answer to a question in somebody's own words. One that makes no sense alone is read with the fact `followed`."""
    now = library.now
    outcome = brain.answer(question, now.index)
    if not isinstance(outcome, Found) and (context := followed()):
        outcome = brain.answer(question, now.index, context)
    return _answered(question, outcome, now, slash, surface)


def answer_to_command(text: str, library: Library, slash: str) -> Answered:
    """The answer to what stands behind the slash command: a word of ours (and what belongs to it), or a question."""
    now = library.now
    word, _, rest = text.partition(" ")
    told = _told(word.casefold(), rest.strip(), now)
    if told:
        return Answered(told, text, Unknown("about"), now.knowledge.revision)
    return _answered(text, _outcome(word.casefold(), rest, text, now), now, slash, Surface.PRIVATE)


def answer_to_choice(choice: Choice, library: Library, surface: Surface = Surface.OPEN) -> Answered:
    """The answer to a click on one of several choices."""
    now = library.now
    chosen = brain.by_id(choice.id, now.index)
    outcome = Found((chosen,)) if chosen else Unknown()
    return Answered(render_chosen(chosen, choice.question, surface), choice.question, outcome, now.knowledge.revision)


def answer_to_message(text: str, library: Library, slash: str) -> Answered:
    """The answer to what somebody else wrote, for a window over it: to all of it, or else to the first sentence of it
    that finds a figure."""
    whole = answer_to(text, library, slash, Surface.BESIDE)
    if isinstance(whole.outcome, Found | Unsure):
        return whole
    sentences = SENTENCE.split(text)[:MOST_SENTENCES]
    parts = (answer_to(each, library, slash, Surface.BESIDE) for each in sentences if len(sentences) > 1)
    return next((part for part in parts if isinstance(part.outcome, Found)), whole)


def _answered(question: str, outcome: Outcome, now: Served, slash: str, surface: Surface) -> Answered:
    return Answered(render(outcome, question, slash, surface), question, outcome, now.knowledge.revision)


def _told(word: str, rest: str, now: Served) -> Reply | None:
    """What is told of the knowledge base itself; None if a figure is asked for."""
    if word == "why" and rest and len(rest) <= brain.LONGEST:
        return reply(what_was_weighed(rest, now))
    if word == "topics" and not rest:
        return render_topics(now)
    return render_sources(now) if word == "sources" and not rest else None


def _outcome(word: str, rest: str, text: str, now: Served) -> Outcome:
    if word == "help" and not rest:
        return Unknown("about")
    if word == "box" and rest:
        return brain.box(rest, now.index)
    return brain.answer(text, now.index)
