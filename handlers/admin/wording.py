"""The sentences that admins see."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

NOT_YOU = "Only the admins of this Factbox may do that, and you are none of them. {who}"
ASKING = "One moment: I am asking Slack whether you run this workspace. Please try again in a few seconds."
AWAY = "I cannot reach my database just now, so nothing was changed. Please try again in a minute."

PAGE = "Admin page"
PEOPLE = "Admins"
CORRECTIONS = "Corrections"
AUDIT = "What was done"
BY_OPERATOR = "by the operator"
EMPTY_AUDIT = "Nothing was changed from Slack so far."
PEOPLE_HINT = "They change what this Factbox says, here and for everyone it serves."
LAST_ADMIN = "Somebody has to be able to name others: leave at least one admin."
BY_SETTING_STAYS = "Named in the settings of the process; only its operator changes that."

ACTIONS = {
    "name an admin": "made an admin",
    "dismiss an admin": "no longer an admin",
    "refused": "refused, not an admin",
    "dismiss unanswered": "taken off the list of what is unanswered",
    "list unanswered again": "listed again as unanswered",
    "dismiss doubtful": "taken off the list of what is doubtful",
    "list doubtful again": "listed again as doubtful",
    "recall: corrected": "said to be wrong, and recalled",
    "recall: newer": "said to be replaced by a newer figure",
    "recall: withdrawn": "withdrawn, and recalled",
}


def not_you(admins: Sequence[str]) -> str:
    """Mentions are the one markup here: they are ids that Slack gave us."""
    named = ", ".join(f"<@{id}>" for id in admins)
    return NOT_YOU.format(who=f"Ask {named}." if named else "Nobody is an admin yet: name one in the setting ADMINS.")


def held(facts: int, revision: str) -> str:
    return f"I hold {facts} facts (revision {revision})."


def when(at: float) -> str:
    """ "21 November 2026, 14:05 UTC", from seconds since 1970."""
    moment = datetime.fromtimestamp(at, UTC)
    return f"{moment.day} {moment:%B %Y, %H:%M} UTC"


def done(at: float, what: str, entry: str, before: str | None, after: str | None) -> str:
    """ "21 November 2026, 14:05 UTC · figure corrected · zenda-dam/height: “87 meters” → “88 meters”"."""
    change = f": {_quoted(before)} → {_quoted(after)}" if before is not None or after is not None else ""
    return f"{when(at)} · {ACTIONS.get(what, what)} · {entry}{change}"


def _quoted(text: str | None) -> str:
    return "nothing" if text is None else f"“{text}”"


# Editing

FACT_PAGE = "A fact"
FIND, FIND_HINT = "Find a fact", "Part of its name"
OPEN, BOXES, SOURCES = "Open", "Boxes", "Sources"
RETIRED, NONE_RETIRED = "Retired facts", "No fact is retired."
NEW = "New"
DIFFERENCE, REPLY, QUESTIONS, PREVIEW = (
    "What changes in the files",
    "The reply as people will see it",
    "Questions",
    "Preview",
)
ASKING_QUESTIONS = "The labelled questions are being asked: this may take some seconds."
NO_QUESTION_CHANGES = "No labelled question gets another answer."
NO_LONGER_SERVED = "It is no longer served."
NO_REPLY_CHANGES = "No reply changes."
WHY, WHY_HINT = "Why", "For the history; people who ask do not see it."
WHY_HINT_GIVEN = "For the history. If the figure is withdrawn, those who were given it read it too."
NOTHING_CHANGES = "Nothing would change."
RECALL_HINT = "Say what happened: corrected and withdrawn figures are recalled wherever they were given."
MEANWHILE = "Somebody has changed this meanwhile. What you typed is kept; what is held now is:"
GO_ON = "Close this: your form is as you left it. Send it again to go on from what is held now."
NOT_YOURS = "This draft is not here any more: it was published, or it is older than a day. Please begin again."
STILL_ASKING = "The labelled questions are still being asked. Please press Publish again in a few seconds."
STEALS = (
    "With this, a question that finds the right answer now would lose it, so it is not published. Choose other words."
)
BUSY = "The files changed while this was being written, so nothing was published. Please press Publish again."
CANNOT_WRITE = "The change could not be written, so nothing was published: {reason}"
PUBLISHED = "Published. It is answered everywhere within a few seconds."

WHAT = {
    "correct": "Correct a figure",
    "newer": "Add a newer figure",
    "fact": "Edit a fact",
    "subject": "Edit its subject",
    "box": "Edit a box",
    "source": "Edit a source",
    "ask": "Add a way of asking",
    "name": "Add a name",
    "retire": "Retire",
    "restore": "Restore",
    "rename": "Rename",
    "rename subject": "Rename its subject",
    "rename box": "Rename a box",
    "rename source": "Rename a source",
    "new fact": "Add a fact",
    "new source": "Add a source",
    "new box": "Add a box",
    "not ours": "Not ours",
    "roll back": "Bring back",
}


def question(ask: str, before: str, now: str, worse: bool) -> str:
    return f"{'Loses its answer: ' if worse else ''}{ask}\n    before: {before}\n    then: {now}"


def more_questions(number: int) -> str:
    return f"… and {number} more"


def now_held(name: str, value: str) -> str:
    return f"{name}: {_quoted(value or None)}"


def figure(printed: str, cited: str) -> str:
    return f"{printed}\n{cited}"


# Trouble with the files


def trouble(revision: str) -> str:
    return (
        f"The files of the knowledge base cannot be served as they are, so I go on answering from revision {revision}:"
    )


def more_problems(number: int) -> str:
    return f"… and {number} more; `python -m knowledge check` names all."
