"""What an admin sees before it counts: the difference, the reply, what would be recalled, what the questions say. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from handlers.admin import wording
from handlers.admin.entries import Wish
from handlers.admin.fields import FORMS, Field
from handlers.admin.forms import choice, code, field, heading, modal, small, words
from handlers.recall import wording as recall
from handlers.recall.values import Correction
from handlers.render import render_answer
from handlers.reply import Block
from handlers.surface import Surface
from knowledge.edit import Draft
from knowledge.findings import Asked
from knowledge.model import Knowledge
from knowledge.outcome import BoxAnswer, FactAnswer

FORM, PUBLISH, RECALL, QUESTIONS, WHY = "admin:form", "admin:publish", "recall", "questions", "why"
MOST_QUESTIONS = 12


def form(wish: Wish, filled: Mapping[str, str], notice: str = "") -> dict[str, Any]:
    """A form, filled in."""
    blocks = [words(f"{wish.id}" or wording.NEW), *([words(notice)] if notice else [])]
    blocks += [_entry(each, filled.get(each.name, "")) for each in FORMS[wish.what]]
    return modal(wording.WHAT[wish.what], blocks, name=FORM, submit="Preview", carried=wish.carried)


def _entry(entry: Field, held: str) -> Block:
    if entry.options:
        return choice(entry.name, entry.name, {each: each for each in entry.options}, held, hint=entry.hint)
    hint = f"{entry.hint} One on each line." if entry.lists else entry.hint
    return field(entry.name, entry.name, held, hint=hint, lines=entry.lists or entry.long, needed=entry.needed)


def preview(
    id: str, wish: Wish, draft: Draft, now: Knowledge, stake: Correction | None, said: Sequence[Block] = ()
) -> dict[str, Any]:
    """What would change, under the draft's id. `said` is what the labelled questions said, once they were asked."""
    blocks = [
        heading(wording.DIFFERENCE),
        code(draft.difference),
        *(small(str(each.problem)) for each in draft.doubts),
        heading(wording.REPLY),
        *_reply(now, draft.knowledge),
        *_stake(wish, stake),
        heading(wording.QUESTIONS),
        *(said or [_words_about_questions(wording.ASKING_QUESTIONS)]),
        field(WHY, wording.WHY, hint=wording.WHY_HINT_GIVEN if stake else wording.WHY_HINT),
    ]
    view = modal(wording.PREVIEW, blocks, name=PUBLISH, submit="Publish", carried=id)
    return {**view, "external_id": id}


def questions(changed: Sequence[Asked]) -> list[Block]:
    """The labelled questions whose answer would change: first those that would lose the right one."""
    if not changed:
        return [_words_about_questions(wording.NO_QUESTION_CHANGES)]
    first = sorted(changed, key=lambda each: not each.worse)[:MOST_QUESTIONS]
    more = [wording.more_questions(len(changed) - MOST_QUESTIONS)] if len(changed) > MOST_QUESTIONS else []
    told = [wording.question(each.question.ask, str(each.before), str(each.now), each.worse) for each in first]
    return [_words_about_questions("\n".join([*told, *more]))]


def meanwhile(typed: Mapping[str, str], held: Mapping[str, str]) -> str:
    """What somebody else has changed, field by field, beside what was typed."""
    differs = [name for name in typed if typed[name].strip() != held.get(name, "").strip()]
    return "\n".join([wording.MEANWHILE, *(wording.now_held(name, held.get(name, "")) for name in differs)])


def _words_about_questions(text: str) -> Block:
    return {**words(text), "block_id": QUESTIONS}


def _reply(now: Knowledge, then: Knowledge) -> Iterator[Block]:
    """Of what is changed, what comes first: a fact, or a box."""
    for id, fact in then.facts.items():
        if now.facts.get(id) != fact:
            yield from render_answer(FactAnswer(fact, fact.figures), Surface.WINDOW).blocks
            return
    for id, box in then.boxes.items():
        if now.boxes.get(id) != box:
            facts = [then.facts[each] for each in box.facts]
            answer = BoxAnswer(box, tuple(FactAnswer(each, each.figures) for each in facts))
            yield from render_answer(answer, Surface.WINDOW).blocks
            return
    gone = now.facts.keys() - then.facts.keys()
    yield words(wording.NO_LONGER_SERVED if gone else wording.NO_REPLY_CHANGES)


def _stake(wish: Wish, stake: Correction | None) -> Iterator[Block]:
    if stake:
        held = "withdrawn" if wish.what == "retire" else "corrected" if wish.what == "correct" else ""
        options = {str(name): label for name, label in recall.CHOICES.items()}
        yield choice(RECALL, recall.given_to(stake.reach), options, held, hint=wording.RECALL_HINT)
