"""The admins' door in Slack: its table of contents. Every line asks first whether whoever sent it may."""

from __future__ import annotations

import re
from typing import Any

from slack_bolt import App

from handlers.admin import dismissing, editing, listing, people, showing
from handlers.admin.facts import EDIT, FIND, OPEN
from handlers.admin.lists import BOXES, DIFF, HISTORY, RETIRED, SOURCES
from handlers.admin.page import DONE, PEOPLE
from handlers.admin.parts import opens
from handlers.admin.preview import FORM, PUBLISH
from handlers.admin.to_do import AT_ONCE, DISMISS, DOUBTFUL, LIST_AGAIN, OFF, STALE, UNANSWERED
from handlers.office import OPEN_CORRECTIONS, OPEN_PAGE
from handlers.recall import listeners as recall
from handlers.recall.asking import DECIDE, WITHDRAW
from handlers.under.row import PRESSED


def register(app: App, slash: str) -> None:
    """What admins can do. `slash` is the command as it is typed; `admin` behind it opens their page."""
    may = [showing.admins_only]
    app.command(slash, matchers=[_says_admin], middleware=may)(showing.page_in_ack)
    app.action(OPEN_PAGE, middleware=may)(showing.page)
    app.action(PEOPLE, middleware=may)(people.opened)
    app.view(PEOPLE, middleware=may)(people.submitted)
    app.action(opens(DONE), middleware=may)(showing.audit)
    app.options(FIND, middleware=may)(editing.options)
    app.action(FIND, middleware=may)(editing.fact)
    app.action(re.compile(OPEN), middleware=may)(editing.fact)
    app.action(PRESSED, matchers=[listing.is_edit], middleware=may)(listing.from_answer)
    app.action(opens(BOXES), middleware=may)(listing.boxes)
    app.action(opens(SOURCES), middleware=may)(listing.sources)
    app.action(opens(RETIRED), middleware=may)(listing.retired)
    app.action(re.compile(EDIT), middleware=may)(editing.opened)
    app.action(re.compile(AT_ONCE), middleware=may)(editing.at_once)
    app.action(opens(UNANSWERED), middleware=may)(listing.unanswered)
    app.action(opens(DOUBTFUL), middleware=may)(listing.doubtful)
    app.action(opens(STALE), middleware=may)(listing.stale)
    app.action(re.compile(f"{DISMISS}:"), middleware=may)(dismissing.asked)
    app.view(DISMISS, middleware=may)(dismissing.submitted)
    app.action(opens(OFF), middleware=may)(dismissing.listed)
    app.action(re.compile(f"{LIST_AGAIN}:"), middleware=may)(dismissing.list_again)
    app.action(opens(HISTORY), middleware=may)(listing.history)
    app.action(re.compile(DIFF), middleware=may)(listing.changed)
    app.view(FORM, middleware=may)(editing.submitted)
    app.view(PUBLISH, middleware=may)(editing.publish)
    app.action(OPEN_CORRECTIONS, middleware=may)(recall.opened)
    app.action(re.compile(DECIDE), middleware=may)(recall.decided)
    app.view(WITHDRAW, middleware=may)(recall.withdrawn)


def _says_admin(command: dict[str, Any]) -> bool:
    return bool(re.fullmatch(r"admin\b.*", (command.get("text") or "").strip(), re.IGNORECASE))
