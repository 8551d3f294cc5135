"""What comes too late: an old figure may have been corrected since, so it is not posted any more."""

from __future__ import annotations

from dataclasses import replace

from bot.outbox.letter import Letter
from handlers import wording
from handlers.memory import ANSWER, EDITED
from handlers.render import render_words

MESSAGES = frozenset({"chat.postMessage", "chat.postEphemeral", "chat.update"})
RESPONSES_LIVE = 30 * 60
LATE = 60 * 60
TOO_LATE = 24 * 60 * 60
"""Seconds after which a `response_url` is dead and nobody waits for a page any more, an answer is replaced by an apology, and nothing is said any more."""


WHERE = ("channel", "thread_ts", "user", ANSWER, EDITED)


def in_time(letter: Letter, now: float) -> Letter | None:
    """The letter as it may be posted now: as it is, or an apology in its place; None if it is too late for both."""
    if letter.lasting:
        return letter
    age = now - letter.at
    if age > (TOO_LATE if letter.method in MESSAGES else RESPONSES_LIVE):
        return None
    return replace(letter, arguments=_sorry(letter)) if age > LATE else letter


def _sorry(letter: Letter) -> dict[str, object]:
    where = {name: letter.arguments[name] for name in WHERE if name in letter.arguments}
    return render_words(wording.TOO_LATE).words(**where)
