"""The sentences of the admins' lists: what to add next, what was changed."""

from __future__ import annotations

UNANSWERED, NONE_UNANSWERED = "Unanswered", "Every question of late got a figure, or was none of ours."
DOUBTFUL, NONE_DOUBTED = "Doubtful", "Nobody has marked an answer as wrong, or chosen another."
STALE, NONE_STALE = "To review", "No fact is past its review_by."
NOTHING_HELD = "None is held yet."
HISTORY, NO_HISTORY = "History", "There is no history yet."
A_WAY_OF_ASKING, A_NEW_FACT, NOT_OURS = "A way of asking for the nearest", "A new fact", "Not ours"
A_WAY_OF_ASKING_IT = "A way of asking for what was chosen"
DISMISS, DISMISSED, NONE_DISMISSED = "Dismiss", "Dismissed", "Nothing was taken off a list."
LIST_AGAIN, REASON, SAY_WHY = "List again", "Why", "Please say why."
DISMISS_HINT = {
    "unanswered": "Questions like it stay off the list for as long as the texts of questions are kept. Whoever asked to "
    "have it added is told so, and reads this. Give no figure here: it would have no source.",
    "doubtful": "It is listed again as soon as somebody says so anew.",
}
SHOW, BRING_BACK = "What it changed", "Bring back"


def unanswered(question: str, times: int, last: str) -> str:
    often = "once" if times == 1 else f"{times} times, last"
    return f"“{question}”\nAsked {often} on {last}"


def nearest(title: str) -> str:
    return f"Nearest: {title}"


def doubted(question: str, printed: str, note: str, when: str) -> str:
    said = f"\n“{note}”" if note else ""
    return f"{question} → {printed}\nMarked as wrong on {when}{said}"


def away(question: str, told: str, chosen: str, again: str, times: int, last: str) -> str:
    """`again` is what was asked to get it, if the first was given and not offered."""
    before = f"Given: {told}" if again else f"Offered first: {told}"
    after = f"Asked again: “{again}”\nGiven then" if again else "Chosen"
    often = f"on {last}" if times == 1 else f"{times} times, last on {last}"
    return f"“{question}”\n{before}\n{after}: {chosen}, {often}"


def dismissed(words: str, fact: str, reason: str) -> str:
    about = f"“{words}”" if words else fact or "A question"
    return f"{about}\nDismissed: {reason}"


def stale(title: str, review_by: str) -> str:
    return f"{title}\nTo be looked at by {review_by}"


def revision(number: int, reason: str, when: str) -> str:
    return f"{number} · {when} · {reason}"


def revision_title(number: int) -> str:
    return f"Revision {number}"
