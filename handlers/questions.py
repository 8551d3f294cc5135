"""The listeners for questions: take what Slack sent, call the pure chain, say the result."""

from __future__ import annotations

from typing import Any

from slack_bolt import Ack, Respond
from slack_sdk import WebClient

from handlers.answering import reply_to, reply_to_choice, reply_to_command
from handlers.choices import choice_in
from handlers.incoming import question_in, question_in_command
from handlers.seen import Seen
from knowledge.library import Library


def command(ack: Ack, command: dict[str, Any], library: Library, slash: str) -> None:
    """Answered in the ack itself, for the asker's eyes: nothing waits for Slack."""
    reply = reply_to_command(question_in_command(command), library, slash)
    ack(reply.message(response_type="ephemeral", mrkdwn=False))


def event(body: dict[str, Any], client: WebClient, library: Library, seen: Seen, slash: str) -> None:
    """A mention, answered in its thread, or a direct message, answered in place."""
    asked = question_in(body)
    if asked and seen.first_time(asked.team, asked.event_id):
        message = reply_to(asked.text, library, slash).message(mrkdwn=False)
        client.chat_postMessage(channel=asked.channel, thread_ts=asked.thread, **message)


def choice(ack: Ack, action: dict[str, Any], respond: Respond, library: Library) -> None:
    """One of several choices, whose answer takes the place of the choices.

    The answer is found before the ack: Bolt withdraws an ack when a listener fails right after it.
    """
    reply = reply_to_choice(choice_in(action), library)
    ack()
    respond(**reply.message(replace_original=True))
