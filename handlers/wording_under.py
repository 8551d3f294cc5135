"""The sentences and labels under an answer, and in the windows that they open."""

from __future__ import annotations

SHARE, SHARE_IN_THREAD, COPY = "Share in channel", "Share in thread", "Copy with citation"
EDIT = "Edit (admins)"
MORE, WHY, WRONG, WATCH = "More on this", "How it got here", "Something wrong?", "Tell me if this changes"
ASK_ADMIN = "Ask an admin to add it"
RIGHT_LABEL, WRONG_LABEL = "Helpful", "Not helpful"
RIGHT_READ_OUT, WRONG_READ_OUT = "This answer was helpful", "This answer was not helpful"
CLOSE, SEND, STOP = "Close", "Send", "Do not tell me"

SHARED = "It stands in the thread now, for all to see; your question does not."
NOT_SHARED = (
    "I could not post in that thread. If I am no member of that conversation, invite me (/invite @Factbox) and try again; "
    "or copy it from here."
)
COPY_HOW = "Select it all and copy it: the figure as printed, its date and its full citation."
WHAT_IS_WRONG = "What is wrong with it?"
WHAT_IS_WRONG_HINT = (
    "For example: the figure, its date, the place it is printed, or that it does not answer the question."
)
WHO_READS_IT = "The admins of this Factbox read it, together with your question and the figure, without your name."
THANKS = "Thank you. The admins of this Factbox will read it."
NO_LONGER_WATCHED = "I will not tell you."
WEIGHED = "What was weighed:"
NOT_WEIGHED = "Which question it answered is not known here, so I cannot tell what was weighed."
AS_WRITTEN = "The question stands word for word beside this fact, so nothing else was weighed."
OF_WHEN = "The question tells a figure that this fact holds, and asks of when it is."
CALCULATED = "It was calculated, exactly, from the figures above."
NOT_TOLD = (
    "I write directly only to people of the workspace that I was installed in, so I cannot tell you. Please ask again."
)
NOTED = "I have noted it for the admins of this Factbox."


def shared_by(name: str) -> str:
    return f"Shared by {name}"


def watched(name: str) -> str:
    return f"I will write to you directly when another figure leads {name}, or when it is held no more."


def told_where(channel: str | None, thread: str | None) -> str:
    if not channel:
        return "directly"
    return "in this thread" if thread else "here"


def told_when_added(channel: str | None, thread: str | None) -> str:
    return f"I will tell you {told_where(channel, thread)} when it is added."


def added(question: str) -> str:
    return f"You asked, and now I hold it: {question}"


def fact(id: str) -> str:
    return f"Entry: {id}"


def revision(revision: str, since: str) -> str:
    return f"Knowledge base: revision {revision}, in use since {since}"


def words_that_count(words: str) -> str:
    return f"Words that count: {words or 'none'}"


def wants(kinds: str) -> str:
    return f"Kinds of figure that answer it: {kinds}"


def for_dates(dates: str) -> str:
    return f"Only figures for: {dates}"


def from_source(title: str) -> str:
    return f"Only figures from: {title}"


def sure(share: float, needed: float) -> str:
    return f"I am {share:.0%} sure of the first of these; from {needed:.0%} I answer, if no other is as near."


def considered(title: str, share: float, focus: float) -> str:
    return f"• {title}: explains {share:.0%} of the question, which says {focus:.0%} of its nearest way of asking"


def unexplained(words: str) -> str:
    return f"not explained: {words}"


def ruled_out(why: str) -> str:
    return f"ruled out: {why}"
