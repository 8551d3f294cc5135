"""The table of contents: one line for each thing that Slack can send."""

from __future__ import annotations

from collections.abc import Callable

from slack_bolt import App, BoltContext

from handlers import admin, failures, installing, questions, wanted
from handlers.choices import CLICK
from handlers.memory import Memory
from handlers.pages import listeners as browsing
from handlers.pages.frame import SEARCH
from handlers.pages.where import GO
from handlers.pressed import listeners as pressing
from handlers.pressed.windows import REPORT, UNWATCH
from handlers.rooms import Rooms, only_where_it_may
from handlers.shortcuts import listeners as asking
from handlers.shortcuts.window import PICK, WINDOW
from handlers.under.ask import ASK_ADMIN
from handlers.under.row import FEEDBACK, PRESSED, SHARE, SHARE_IN_THREAD
from knowledge.library import Library

EVERYWHERE = Rooms()


def register(app: App, library: Library, memory: Memory, slash: str = "/fact", rooms: Rooms = EVERYWHERE) -> None:
    """Everything that Factbox answers, where it may. `slash` is the command as it is typed."""
    app.use(_with(library=library, memory=memory, slash=slash, rooms=rooms))
    app.use(only_where_it_may)
    admin.register(app, slash)
    app.command(slash)(questions.command)
    app.event("app_mention")(questions.event)
    app.event("message")(questions.event)
    app.event("app_home_opened")(browsing.app_home)
    app.event("app_uninstalled")(installing.uninstalled)
    app.event("tokens_revoked")(installing.revoked)
    app.action(CLICK)(questions.choice)
    app.action(SHARE)(pressing.share)
    app.action(SHARE_IN_THREAD)(pressing.share_in_thread)
    app.action(PRESSED)(pressing.pressed)
    app.action(UNWATCH)(pressing.unwatch)
    app.action(FEEDBACK)(pressing.feedback)
    app.view(REPORT)(pressing.report)
    app.action(ASK_ADMIN)(wanted.ask_admin)
    app.action(GO)(browsing.go)
    app.action(SEARCH)(browsing.search)
    app.message_shortcut("find_figure")(asking.find)
    app.global_shortcut("ask_factbox")(asking.ask)
    app.options(PICK)(asking.suggest)
    app.view(WINDOW)(asking.submitted)
    app.error(failures.failed)


def _with(**parts: object) -> Callable[[BoltContext, Callable[[], None]], None]:
    """Bolt hands a listener whatever stands in the context under the name of its argument."""

    def hand_over(context: BoltContext, next: Callable[[], None]) -> None:
        context.update(parts)
        next()

    return hand_over
