"""The admins' lists: what to add next, and what was changed. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from handlers.admin import wording
from handlers.admin.entries import Wish
from handlers.admin.facts import EDIT, OPEN
from handlers.admin.fields import What
from handlers.admin.forms import button, buttons, code, line, modal, small, with_button, words
from handlers.admin.page import when
from handlers.admin.queue import Doubted, Group
from handlers.keeping import Revision
from handlers.reply import Block, clean, cut
from handlers.under.about import facts_of
from knowledge.model import Fact, Knowledge
from knowledge.outcome import Answer, BoxAnswer

AT_ONCE, DIFF = "admin:at-once", "admin:diff"
LONGEST = 300


def unanswered(groups: Sequence[Group], knowledge: Knowledge) -> dict[str, Any]:
    """Questions that got no figure; one click makes each a way of asking, a new fact, or none of ours."""
    blocks = [block for number, group in enumerate(groups) for block in _unanswered(number, group, knowledge)]
    return modal(wording.UNANSWERED, blocks or [words(wording.NONE_UNANSWERED)])


def _unanswered(number: int, group: Group, knowledge: Knowledge) -> Iterator[Block]:
    nearest = knowledge.facts.get(group.nearest or "")
    question = clean(group.text)
    yield words(wording.unanswered(question, group.times, when(group.at)))
    yield from [small(wording.nearest(cut(nearest.title, LONGEST)))] if nearest else []
    way = Wish("ask", nearest.id, question=question) if nearest else None
    yield buttons(
        *([button(wording.A_WAY_OF_ASKING, f"{AT_ONCE}:{number}", way.carried)] if way else []),
        button(wording.A_NEW_FACT, f"{EDIT}:{number}", Wish("new fact", question=question).carried),
        button(wording.NOT_OURS, f"{AT_ONCE}:not-ours:{number}", Wish("not ours", question=question).carried),
    )
    yield line()


def doubted(answers: Sequence[Doubted], knowledge: Knowledge) -> dict[str, Any]:
    """Answers that people marked as wrong."""
    blocks = [_doubted(number, each, knowledge) for number, each in enumerate(answers[:40])]
    return modal(wording.DOUBTFUL, blocks or [words(wording.NONE_DOUBTED)])


def _doubted(number: int, each: Doubted, knowledge: Knowledge) -> Block:
    told = wording.doubted(clean(each.question or "—"), clean(each.printed), clean(each.note or ""), when(each.at))
    if each.fact not in knowledge.facts:
        return words(told)
    return with_button(told, wording.OPEN, f"{OPEN}:{number}", each.fact)


def stale(facts: Sequence[Fact]) -> dict[str, Any]:
    """Facts past their `review_by`."""
    blocks = [
        with_button(wording.stale(fact.title, fact.review_by or ""), wording.OPEN, f"{OPEN}:{number}", fact.id)
        for number, fact in enumerate(facts[:90])
    ]
    return modal(wording.STALE, blocks or [words(wording.NONE_STALE)])


def history(revisions: Sequence[Revision]) -> dict[str, Any]:
    """The newest revisions; each can be looked at, and brought back."""
    blocks = [block for number, each in enumerate(revisions) for block in _revision(each, newest=number == 0)]
    return modal(wording.HISTORY, blocks or [words(wording.NO_HISTORY)])


def _revision(revision: Revision, newest: bool) -> Iterator[Block]:
    author = revision.author.rpartition("/")
    who, told = (author[2], "") if author[1] else ("", f"{author[2]} · ")
    yield small(f"{told}{wording.revision(revision.number, revision.reason, when(revision.at))}", who=who)
    back = [
        button(wording.BRING_BACK, f"{AT_ONCE}:{revision.number}", Wish("roll back", index=revision.number).carried)
    ]
    yield buttons(button(wording.SHOW, f"{DIFF}:{revision.number}", str(revision.number)), *([] if newest else back))


def changed(number: int, difference: str) -> dict[str, Any]:
    """What a revision changed."""
    return modal(wording.revision_title(number), [code(difference)])


def boxes(knowledge: Knowledge) -> dict[str, Any]:
    """Every box, to be edited."""
    return _editable(wording.BOXES, "box", {box.id: box.title for box in knowledge.boxes.values()})


def sources(knowledge: Knowledge) -> dict[str, Any]:
    """Every source, to be edited."""
    return _editable(wording.SOURCES, "source", {source.id: source.title for source in knowledge.sources.values()})


def behind(answer: Answer) -> dict[str, Any]:
    """What an answer is made of: the box, and each fact."""
    box = answer.box if isinstance(answer, BoxAnswer) else None
    edit = [with_button(box.title, wording.WHAT["box"], f"{EDIT}:box", Wish("box", box.id).carried)] if box else []
    facts = [
        with_button(fact.title, wording.OPEN, f"{OPEN}:{number}", fact.id)
        for number, fact in enumerate(facts_of(answer))
    ]
    return modal(wording.FACT_PAGE, [*edit, *facts])


def _editable(title: str, what: What, named: Mapping[str, str]) -> dict[str, Any]:
    label = wording.WHAT[what]
    return modal(
        title,
        [
            with_button(f"{id}: {name}", label, f"{EDIT}:{number}", Wish(what, id).carried)
            for number, (id, name) in enumerate(named.items())
        ],
    )
