"""The listeners for questions: take what Slack sent, call the pure chain, say the result and remember it.

None of them waits for Slack or for the database: what is posted goes through the memory's outbox.
"""

from __future__ import annotations

from typing import Any

from slack_bolt import Ack

from handlers import kept
from handlers.answering import Answered, answer_to, answer_to_choice, answer_to_command
from handlers.choices import choice_in
from handlers.incoming import Incoming, edit_in, question_in, question_in_command
from handlers.memory import Memory
from handlers.surface import surface_of
from knowledge.library import Library


def command(ack: Ack, command: dict[str, Any], library: Library, memory: Memory, slash: str) -> None:
    """Answered in the ack itself, for the asker's eyes."""
    answered = answer_to_command(question_in_command(command), library, slash)
    ack(answered.reply.message(response_type="ephemeral", mrkdwn=False))
    memory.note(kept.of_command(command, answered))


def event(body: dict[str, Any], library: Library, memory: Memory, slash: str) -> None:
    """A mention, answered in its thread, or a direct message, answered in place: once, and kept before the ack.

    A direct message that is edited changes its answer; one that is deleted leaves it.
    """
    if asked := question_in(body):
        memory.keep(kept.of_event(asked, _answered(asked, library, memory, slash)))
    elif (edited := edit_in(body)) and (post := memory.answer_to(edited.place, edited.at)):
        memory.keep(kept.of_edit(edited, _answered(edited, library, memory, slash), post))


def choice(ack: Ack, body: dict[str, Any], action: dict[str, Any], library: Library, memory: Memory) -> None:
    """One of several choices, whose answer takes the place of the choices."""
    memory.keep(kept.of_choice(body, answer_to_choice(choice_in(action), library, surface_of(body))))
    ack()


def _answered(asked: Incoming, library: Library, memory: Memory, slash: str) -> Answered:
    return answer_to(asked.text, library, slash, followed=lambda: memory.followed(asked.place, asked.at))
