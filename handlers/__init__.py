"""The table of contents: one line for each thing that Slack can send."""

from __future__ import annotations

from collections.abc import Callable

from slack_bolt import App, BoltContext

from handlers import admin, failures, installing, questions
from handlers.choices import CLICK
from handlers.memory import Memory
from knowledge.library import Library


def register(app: App, library: Library, memory: Memory, slash: str = "/fact") -> None:
    """Everything that Factbox answers. `slash` is the command as it is typed."""
    app.use(_with(library=library, memory=memory, slash=slash))
    admin.register(app, slash)
    app.command(slash)(questions.command)
    app.event("app_mention")(questions.event)
    app.event("message")(questions.event)
    app.event("app_uninstalled")(installing.uninstalled)
    app.event("tokens_revoked")(installing.revoked)
    app.action(CLICK)(questions.choice)
    app.error(failures.failed)


def _with(**parts: object) -> Callable[[BoltContext, Callable[[], None]], None]:
    """Bolt hands a listener whatever stands in the context under the name of its argument."""

    def hand_over(context: BoltContext, next: Callable[[], None]) -> None:
        context.update(parts)
        next()

    return hand_over
