"""The sentences that admins see."""

from __future__ import annotations

from collections.abc import Sequence

NOT_YOU = "Only the admins of this Factbox may do that, and you are none of them. {who}"
ASKING = "One moment: I am asking Slack whether you run this workspace. Please try again in a few seconds."
AWAY = "I cannot reach my database just now, so nothing was changed. Please try again in a minute."

PAGE = "Admin page"
PEOPLE = "Admins"
CORRECTIONS = "Corrections"
AUDIT = "What was done"
EMPTY_AUDIT = "Nothing was changed from Slack so far."
PEOPLE_HINT = "They change what this Factbox says, here and for everyone it serves."
LAST_ADMIN = "Somebody has to be able to name others: leave at least one admin."
BY_SETTING_STAYS = "Named in the settings of the process; only its operator changes that."

ACTIONS = {
    "name an admin": "made an admin",
    "dismiss an admin": "no longer an admin",
    "refused": "refused, not an admin",
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


def done(when: str, what: str, entry: str, before: str | None, after: str | None) -> str:
    """ "21 November 2026, 14:05 UTC · figure corrected · zenda-dam/height: “87 meters” → “88 meters”"."""
    change = f": {_quoted(before)} → {_quoted(after)}" if before is not None or after is not None else ""
    return f"{when} · {ACTIONS.get(what, what)} · {entry}{change}"


def _quoted(text: str | None) -> str:
    return "nothing" if text is None else f"“{text}”"
