"""The lists of what is held and what was changed. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from handlers.admin import wording
from handlers.admin import wording_lists as words_of
from handlers.admin.entries import Wish
from handlers.admin.facts import EDIT, OPEN
from handlers.admin.fields import What
from handlers.admin.forms import button, buttons, code, modal, small, with_button, words
from handlers.admin.parts import in_parts
from handlers.admin.to_do import AT_ONCE
from handlers.keeping import Revision
from handlers.reply import Block
from handlers.under.about import facts_of
from handlers.views import View
from knowledge.edit import Held
from knowledge.model import Knowledge
from knowledge.outcome import Answer, BoxAnswer

HISTORY, BOXES, SOURCES, RETIRED = "admin:history", "admin:boxes", "admin:sources", "admin:retired"
"""The `action_id` that opens each list."""

DIFF = "admin:diff"


def history(revisions: Sequence[Revision], part: int = 0) -> View:
    """The newest revisions; each can be looked at, and brought back."""
    entries = [[*_revision(each, newest=number == 0)] for number, each in enumerate(revisions)]
    return in_parts(words_of.HISTORY, entries, part, HISTORY, words_of.NO_HISTORY)


def _revision(revision: Revision, newest: bool) -> Iterator[Block]:
    author = revision.author.rpartition("/")
    who, told = (author[2], "") if author[1] else ("", f"{author[2]} · ")
    yield small(f"{told}{words_of.revision(revision.number, revision.reason, wording.when(revision.at))}", who=who)
    back = Wish("roll back", index=revision.number).carried
    yield buttons(
        button(words_of.SHOW, f"{DIFF}:{revision.number}", str(revision.number)),
        *([] if newest else [button(words_of.BRING_BACK, f"{AT_ONCE}:{revision.number}", back)]),
    )


def changed(number: int, difference: str) -> View:
    """What a revision changed."""
    return modal(words_of.revision_title(number), [code(difference)])


def boxes(knowledge: Knowledge, part: int = 0) -> View:
    """Every box, to be edited."""
    named = {box.id: box.title for box in knowledge.boxes.values()}
    return _editable(wording.BOXES, ("box", "rename box"), named, BOXES, part)


def sources(knowledge: Knowledge, part: int = 0) -> View:
    """Every source, to be edited."""
    named = {source.id: source.title for source in knowledge.sources.values()}
    return _editable(wording.SOURCES, ("source", "rename source"), named, SOURCES, part)


def _editable(title: str, doable: Sequence[What], named: Mapping[str, str], name: str, part: int) -> View:
    entries = [
        [
            words(f"{id}: {called}"),
            buttons(
                *(button(wording.WHAT[what], f"{EDIT}:{what}:{number}", Wish(what, id).carried) for what in doable)
            ),
        ]
        for number, (id, called) in enumerate(named.items())
    ]
    return in_parts(title, entries, part, name, words_of.NOTHING_HELD)


def retired(held: Held, part: int = 0) -> View:
    """The facts that are kept and not served."""
    label = wording.WHAT["restore"]
    entries = [
        [with_button(f"{id}: {reason}", label, f"{EDIT}:{id}"[:255], Wish("restore", id).carried)]
        for id, reason in _retired(held)
    ]
    return in_parts(wording.RETIRED, entries, part, RETIRED, wording.NONE_RETIRED)


def _retired(held: Held) -> Iterator[tuple[str, str]]:
    for _, tree in held.of_kind("facts/"):
        for subject, entry in (tree or {}).items():
            for name, fact in (entry.get("facts") or {}).items():
                if fact.get("retired"):
                    yield f"{subject}/{name}", fact["retired"]


def behind(answer: Answer) -> View:
    """What an answer is made of: the box, and each fact."""
    box = answer.box if isinstance(answer, BoxAnswer) else None
    edit = [with_button(box.title, wording.WHAT["box"], f"{EDIT}:box", Wish("box", box.id).carried)] if box else []
    facts = [
        with_button(fact.title, wording.OPEN, f"{OPEN}:{number}", fact.id)
        for number, fact in enumerate(facts_of(answer))
    ]
    return modal(wording.FACT_PAGE, [*edit, *facts])
