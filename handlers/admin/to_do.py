"""The lists of what to do next: unanswered, doubtful, to be reviewed; and what admins have taken off them. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from slack_sdk.models.blocks import ButtonElement

from handlers.admin import wording
from handlers.admin import wording_lists as words_of
from handlers.admin.away import Away
from handlers.admin.dismissed import Dismissed, Entry, of_away, of_doubted, of_group
from handlers.admin.entries import Wish
from handlers.admin.facts import EDIT, OPEN
from handlers.admin.forms import button, buttons, field, line, modal, small, with_button, words
from handlers.admin.parts import in_parts
from handlers.admin.queue import Doubted, Group
from handlers.reply import Block, clean, cut
from handlers.views import View
from knowledge.model import Fact, Knowledge

UNANSWERED, DOUBTFUL, STALE, OFF = "admin:unanswered", "admin:doubtful", "admin:stale", "admin:off"
"""The `action_id` that opens each list, and what was taken off them."""

AT_ONCE, DISMISS, LIST_AGAIN, REASON = "admin:at-once", "admin:dismiss", "admin:list-again", "reason"
LONGEST = 300


def unanswered(groups: Sequence[Group], knowledge: Knowledge, part: int = 0) -> View:
    """Questions that got no figure; one click makes each a way of asking, a new fact, or none of ours."""
    entries = [[*_unanswered(number, group, knowledge)] for number, group in enumerate(groups)]
    return in_parts(words_of.UNANSWERED, entries, part, UNANSWERED, words_of.NONE_UNANSWERED, _to_dismissed())


def _unanswered(number: int, group: Group, knowledge: Knowledge) -> Iterator[Block]:
    nearest = knowledge.facts.get(group.nearest or "")
    question = clean(group.text)
    yield words(words_of.unanswered(question, group.times, wording.when(group.at)))
    yield from [small(words_of.nearest(cut(nearest.title, LONGEST)))] if nearest else []
    way = Wish("ask", nearest.id, question=question) if nearest else None
    yield buttons(
        *([button(words_of.A_WAY_OF_ASKING, f"{AT_ONCE}:{number}", way.carried)] if way else []),
        button(words_of.A_NEW_FACT, f"{EDIT}:{number}", Wish("new fact", question=question).carried),
        button(words_of.NOT_OURS, f"{AT_ONCE}:not-ours:{number}", Wish("not ours", question=question).carried),
        _dismiss(number, of_group(group)),
    )
    yield line()


def doubtful(doubts: Sequence[Doubted | Away], knowledge: Knowledge, part: int = 0) -> View:
    """Answers that people marked as wrong, or chose away from."""
    entries = [[*_doubtful(number, each, knowledge), line()] for number, each in enumerate(doubts)]
    return in_parts(words_of.DOUBTFUL, entries, part, DOUBTFUL, words_of.NONE_DOUBTED, _to_dismissed())


def _doubtful(number: int, each: Doubted | Away, knowledge: Knowledge) -> Iterator[Block]:
    if isinstance(each, Away):
        yield from _away(number, each, knowledge)
        return
    question, printed, note = (clean(text) for text in (each.question or "—", each.printed, each.note or ""))
    yield words(words_of.doubted(question, printed, note, wording.when(each.at)))
    held = [button(wording.OPEN, f"{OPEN}:{number}", each.fact)] if each.fact in knowledge.facts else []
    yield buttons(*held, _dismiss(number, of_doubted(each)))


def _away(number: int, each: Away, knowledge: Knowledge) -> Iterator[Block]:
    told, chosen = (_title(id, knowledge) for id in (each.told, each.chosen))
    question, again = clean(each.question), clean(each.again)
    yield words(words_of.away(question, told, chosen, again, each.times, wording.when(each.at)))
    way = Wish("ask", each.chosen, question=question).carried
    yield buttons(
        button(words_of.A_WAY_OF_ASKING_IT, f"{AT_ONCE}:{number}", way),
        button(wording.OPEN, f"{OPEN}:{number}", each.chosen),
        _dismiss(number, of_away(each)),
    )


def _title(id: str, knowledge: Knowledge) -> str:
    fact = knowledge.facts.get(id)
    return cut(fact.title if fact else id, LONGEST)


def stale(facts: Sequence[Fact], part: int = 0) -> View:
    """Facts past their `review_by`."""
    entries = [
        [with_button(words_of.stale(fact.title, fact.review_by or ""), wording.OPEN, f"{OPEN}:{number}", fact.id)]
        for number, fact in enumerate(facts)
    ]
    return in_parts(words_of.STALE, entries, part, STALE, words_of.NONE_STALE)


def _dismiss(number: int, entry: Entry) -> ButtonElement:
    return button(words_of.DISMISS, f"{DISMISS}:{number}", entry.carried)


def _to_dismissed() -> ButtonElement:
    return button(words_of.DISMISSED, OFF)


def dismissal(entry: Entry) -> View:
    """The form that asks for the reason."""
    reason = field(REASON, words_of.REASON, hint=words_of.DISMISS_HINT[entry.list], lines=True, needed=True)
    about = [words(entry.words or entry.fact), reason]
    return modal(words_of.DISMISS, about, name=DISMISS, submit=words_of.DISMISS, carried=entry.carried)


def dismissed(entries: Sequence[Dismissed], part: int = 0) -> View:
    """What was taken off a list, newest first; each can be listed again."""
    shown = [[*_dismissed(number, each), line()] for number, each in enumerate(entries)]
    return in_parts(words_of.DISMISSED, shown, part, OFF, words_of.NONE_DISMISSED)


def _dismissed(number: int, each: Dismissed) -> Iterator[Block]:
    told = words_of.dismissed(clean(each.entry.words), each.entry.fact, clean(each.reason))
    yield with_button(told, words_of.LIST_AGAIN, f"{LIST_AGAIN}:{number}", each.entry.carried)
    yield small(wording.when(each.at), who=each.by)
