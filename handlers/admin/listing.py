"""The listeners of the lists: what to add next, what was changed, and what one click does about it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from slack_bolt import Ack
from slack_sdk import WebClient

from handlers.admin import facts, lists, queue
from handlers.admin.rights import person_in
from handlers.admin.showing import turned
from handlers.memory import Memory
from handlers.pressed.windows import gone
from handlers.under.about import about_in, answer_again
from handlers.views import opened as show
from knowledge.answer import FactAnswer
from knowledge.edit import Held, difference
from knowledge.library import Library

Body = dict[str, Any]


def unanswered(ack: Ack, body: Body, client: WebClient, memory: Memory, library: Library) -> None:
    """Questions that got no figure."""
    now = library.now
    asked = memory.office.questions.unanswered(person_in(body).team)
    turned(client, body, lists.unanswered(queue.groups(asked, now.index), now.knowledge))
    ack()


def doubtful(ack: Ack, body: Body, client: WebClient, memory: Memory, library: Library) -> None:
    """Answers that people doubt."""
    doubted = memory.office.questions.doubted(person_in(body).team)
    turned(client, body, lists.doubted(doubted, library.now.knowledge))
    ack()


def stale(ack: Ack, body: Body, client: WebClient, library: Library) -> None:
    """Facts to look at again."""
    turned(client, body, lists.stale(queue.stale(library.now.knowledge, datetime.now(UTC).date())))
    ack()


def history(ack: Ack, body: Body, client: WebClient, memory: Memory) -> None:
    """What was changed, newest first."""
    turned(client, body, lists.history(memory.office.keeper.history(40)))
    ack()


def changed(ack: Ack, body: Body, action: Body, client: WebClient, memory: Memory) -> None:
    """What one revision changed."""
    keeper, number = memory.office.keeper, int(action["value"])
    parent = next((each.parent for each in keeper.history() if each.number == number), None)
    before = keeper.files_of(parent) if parent else {}
    show(client, body, lists.changed(number, difference(before, keeper.files_of(number))))
    ack()


def boxes(ack: Ack, body: Body, client: WebClient, library: Library) -> None:
    """The boxes."""
    turned(client, body, lists.boxes(library.now.knowledge))
    ack()


def sources(ack: Ack, body: Body, client: WebClient, library: Library) -> None:
    """The sources."""
    turned(client, body, lists.sources(library.now.knowledge))
    ack()


def from_answer(ack: Ack, body: Body, action: Body, client: WebClient, memory: Memory, library: Library) -> None:
    """The entry of the menu under an answer: the page of its fact, or a list of what the answer is made of."""
    answer = answer_again(about_in(action), library.now)
    if answer is None:
        turned(client, body, gone())
    elif isinstance(answer, FactAnswer):
        turned(client, body, facts.page(answer.fact.id, Held(memory.office.keeper.files())))
    else:
        turned(client, body, lists.behind(answer))
    ack()


def is_edit(action: Body) -> bool:
    """Whether that entry was chosen."""
    return bool((action.get("selected_option") or {}).get("value") == "edit")
