"""From a question to a reply: the whole chain, for Slack and for the local prompt alike.

Each function reads `library.now` once: a figure and its citation come from one version of the knowledge base, even
when another takes its place meanwhile.
"""

from __future__ import annotations

from handlers.choices import Choice
from handlers.render import render, render_chosen
from handlers.reply import Reply
from knowledge import answer as brain
from knowledge.answer import Outcome, Unknown
from knowledge.library import Library, Served


def reply_to(question: str, library: Library, slash: str) -> Reply:
    """The reply to a question in somebody's own words."""
    return render(brain.answer(question, library.now.index), question, slash)


def reply_to_command(text: str, library: Library, slash: str) -> Reply:
    """The reply to what stands behind the slash command: `help`, `box` and a name, or a question."""
    return render(_outcome(text, library.now), text, slash)


def reply_to_choice(choice: Choice, library: Library) -> Reply:
    """The reply to a click on one of several choices."""
    return render_chosen(brain.by_id(choice.id, library.now.index), choice.question)


def _outcome(text: str, now: Served) -> Outcome:
    first, _, rest = text.partition(" ")
    if text.casefold() == "help":
        return Unknown("about")
    if first.casefold() == "box" and rest:
        return brain.box(rest, now.index)
    return brain.answer(text, now.index)
