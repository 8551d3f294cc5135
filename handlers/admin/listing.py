"""The listeners of the lists: what to do next, what is held, what was changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from slack_bolt import Ack
from slack_sdk import WebClient

from handlers.admin import dismissed, facts, lists, queue, to_do
from handlers.admin.away import chosen_away
from handlers.admin.parts import part_in
from handlers.admin.rights import person_in
from handlers.admin.showing import turned
from handlers.memory import Memory
from handlers.office import Office
from handlers.pressed.windows import gone
from handlers.under.about import about_in, answer_again
from handlers.views import View
from handlers.views import opened as show
from knowledge.answer import FactAnswer
from knowledge.edit import Held, difference
from knowledge.library import Library, Served

Body = dict[str, Any]


def unanswered(ack: Ack, body: Body, action: Body, client: WebClient, memory: Memory, library: Library) -> None:
    """Questions that got no figure."""
    turned(client, body, _unanswered(person_in(body).team, memory.office, library.now, part_in(action)))
    ack()


def doubtful(ack: Ack, body: Body, action: Body, client: WebClient, memory: Memory, library: Library) -> None:
    """Answers that people doubt."""
    turned(client, body, _doubtful(person_in(body).team, memory.office, library.now, part_in(action)))
    ack()


def page_of(list: dismissed.List, team: str, office: Office, now: Served) -> View:
    """One of the lists that entries are taken off, from its beginning."""
    return LISTS[list](team, office, now, 0)


def _unanswered(team: str, office: Office, now: Served, part: int) -> View:
    groups = queue.groups(office.questions.unanswered(team), now.index)
    return to_do.unanswered(dismissed.groups_left(groups, office.dismissals.of(team)), now.knowledge, part)


def _doubtful(team: str, office: Office, now: Served, part: int) -> View:
    marked, away = office.questions.doubted(team), chosen_away(office.questions.told(team), now.index)
    return to_do.doubtful(dismissed.doubts_left(marked, away, office.dismissals.of(team)), now.knowledge, part)


LISTS: Mapping[dismissed.List, Callable[[str, Office, Served, int], View]] = {
    "unanswered": _unanswered,
    "doubtful": _doubtful,
}


def stale(ack: Ack, body: Body, action: Body, client: WebClient, library: Library) -> None:
    """Facts to look at again."""
    due = queue.stale(library.now.knowledge, datetime.now(UTC).date())
    turned(client, body, to_do.stale(due, part_in(action)))
    ack()


def history(ack: Ack, body: Body, action: Body, client: WebClient, memory: Memory) -> None:
    """What was changed, newest first."""
    turned(client, body, lists.history(memory.office.keeper.history(), part_in(action)))
    ack()


def changed(ack: Ack, body: Body, action: Body, client: WebClient, memory: Memory) -> None:
    """What one revision changed."""
    keeper, number = memory.office.keeper, int(action["value"])
    parent = next((each.parent for each in keeper.history() if each.number == number), None)
    before = keeper.files_of(parent) if parent else {}
    show(client, body, lists.changed(number, difference(before, keeper.files_of(number))))
    ack()


def boxes(ack: Ack, body: Body, action: Body, client: WebClient, library: Library) -> None:
    """The boxes."""
    turned(client, body, lists.boxes(library.now.knowledge, part_in(action)))
    ack()


def sources(ack: Ack, body: Body, action: Body, client: WebClient, library: Library) -> None:
    """The sources."""
    turned(client, body, lists.sources(library.now.knowledge, part_in(action)))
    ack()


def retired(ack: Ack, body: Body, action: Body, client: WebClient, memory: Memory) -> None:
    """The facts that are not served."""
    turned(client, body, lists.retired(Held(memory.office.keeper.files()), part_in(action)))
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
