"""What is not held: somebody asks an admin to add it, and is told when it is there."""

from __future__ import annotations

from typing import Any

from slack_bolt import Ack

from handlers import wording as common
from handlers import wording_under as wording
from handlers.answering import Answered, answer_to
from handlers.incoming import told_at
from handlers.kept import of_answer
from handlers.memory import Kept, Memory, Place, Post, Wanted
from handlers.pages.frame import in_place
from handlers.pressed.kept import message_of
from handlers.render import render_words
from handlers.reply import clean, joined
from handlers.strangers import is_stranger
from handlers.surface import surface_of
from handlers.under.ask import asked_in
from knowledge.answer import Found
from knowledge.library import Library

Click = dict[str, Any]


def ask_admin(ack: Ack, body: Click, action: dict[str, Any], library: Library, memory: Memory, slash: str) -> None:
    """The button: noted once for each person and question; or, if the figure is held by now, answered."""
    memory.keep(of_wish(body, answer_to(asked_in(action), library, slash, surface_of(body))))
    ack()


def of_wish(click: Click, answered: Answered) -> Kept:
    """A question that somebody wants answered, and what they are told in the place of the button."""
    place, person, question = told_at(click), click["user"]["id"], clean(answered.question)
    key = f"wanted/{message_of(click)}/{person}"
    if isinstance(answered.outcome, Found):
        return of_answer(key, place, person, answered, in_place(click, answered.reply, answered.revision))
    untold = is_stranger(click) and not place.channel  # the question itself was noted when it was asked
    told = wording.NOT_TOLD if untold else wording.told_when_added(place.channel, place.thread)
    noted = in_place(click, render_words(common.asked(question), wording.NOTED, told), answered.revision)
    return Kept(key, place, (noted,), said=() if untold else (Wanted(person, question),))


def added(person: str, place: Place, answered: Answered) -> Post:
    """What somebody is told when what they asked for was added: in the place they asked in, or (no channel) directly."""
    message = joined([render_words(wording.added(clean(answered.question))), answered.reply])
    return Post(
        "chat.postMessage", message.message(mrkdwn=False, channel=place.channel or person, thread_ts=place.thread)
    )
