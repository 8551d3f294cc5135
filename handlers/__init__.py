"""The table of contents: one line for each thing that Slack can send."""

from __future__ import annotations

from collections.abc import Callable

from slack_bolt import App, BoltContext

from handlers import failures, questions
from handlers.choices import CLICK
from handlers.seen import Seen
from knowledge.library import Library


def register(app: App, library: Library, seen: Seen, slash: str = "/fact") -> None:
    """Everything that Factbox answers. `slash` is the command as it is typed."""
    app.use(_with(library=library, seen=seen, slash=slash))
    app.command(slash)(questions.command)
    app.event("app_mention")(questions.event)
    app.event("message")(questions.event)
    app.action(CLICK)(questions.choice)
    app.error(failures.failed)


def _with(**parts: object) -> Callable[[BoltContext, Callable[[], None]], None]:
    """Bolt hands a listener whatever stands in the context under the name of its argument."""

    def hand_over(context: BoltContext, next: Callable[[], None]) -> None:
        context.update(parts)
        next()

    return hand_over
