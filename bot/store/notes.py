"""The notes of corrections: one for each thread, ever; what became of each."""

from __future__ import annotations

from sqlalchemy import Update, update

from bot.store.tables import NOTES

DUE, ON_ITS_WAY, TOLD, NOT_REACHED = "due", "on its way", "told", "not reached"
MARK = "/correction/"


def key_of_note(correction: str, team: str, channel: str, thread: str) -> str:
    """The key of its post in the outbox: a second note for the same correction and thread would have the same."""
    return f"{team}{MARK}{correction}/{channel}/{thread}"


def is_note(post: str) -> bool:
    return MARK in post


def ticked(post: str, message: str | None) -> Update:
    """Slack has it, or does not take it: the channel is gone, or we are not in it any more."""
    return update(NOTES).where(NOTES.c.post == post).values(state=TOLD if message else NOT_REACHED)
