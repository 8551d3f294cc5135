"""Every sentence a reader can see, in one place. Plain words; what comes from people or YAML is put in elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.dates import shown
from knowledge.outcome import Calculation

SEPARATOR = " · "
ALSO, EARLIER, LATER = "Also: ", "Earlier: ", "Later: "
FOOTNOTE = "The document refers to: "
NOTHING_FITS = "What I hold for that is too long for a Slack message."
GONE = "That fact is no longer held; it may have been renamed or withdrawn. Please ask again in your own words."

NOT_HELD = "I am sorry, I hold no figure for that, and I do not guess."
TO_ADD = "If you know where it is printed, ask an admin of this Factbox to add it."
FRIENDLY = {
    "greeting": "Hello! Ask me for a figure, and I answer with its date and the exact place it was printed.",
    "thanks": "You’re welcome. I am here for the next figure.",
    "about": "I am Factbox: I answer with a figure, its date and the exact place it was printed, or not at all.",
    "empty": "Ask me for a figure, in your own words:",
    "too long": "That is a long question. Please ask in at most 500 characters, for one figure at a time.",
    "error": "I could not read that question. Please ask it again in plain words.",
}
WITH_HELP = ("about", "empty")

STATUSES = {
    "estimate": "an estimate",
    "projection": "a projection, not an outcome",
    "target": "a target, not an outcome",
    "pledge": "a pledge, not an outcome",
    "survey": "from a survey",
}

CALCULATED: dict[Calculation, str] = {
    "difference": "calculated by Factbox from the figures below, not printed in a source",
    "series": "put together by Factbox from the figures below",
    "comparison": "put side by side by Factbox from the figures below",
    "count": "counted by Factbox among the facts it holds",
}
COLUMNS = ("Figure", "What it is", "Date", "Source")
MOST_NAMED = 8

STRANGER = "I may answer only people of the workspace that I was installed in. Please ask somebody of theirs to ask me for you."
TOO_LATE = "Sorry, I could not reach Slack for a long while, so I did not answer you in time. Please ask again."


def help_lines(slash: str) -> tuple[str, ...]:
    return (
        f"• {slash} and your question: only you see the answer",
        f"• {slash} box and a name: everything in a fact box or panel",
        f"• {slash} topics, or {slash} sources: what I hold, and from where",
        f"• {slash} why and a question: what I weigh to answer it",
        "• mention me in a channel: I answer in the thread",
        "• write to me directly: I answer there",
        "• open my Home tab to browse, or use the shortcut Find the figure on anyone’s message",
        "I understand English only, so far.",
    )


def status(kind: str | None, says: str | None) -> str:
    """ "a projection, not an outcome, says World Bank": no article, for a name may be anything."""
    words = STATUSES.get(kind, kind) if kind else ""
    return ", ".join(part for part in (words, f"says {says}" if says else "") if part)


def as_of(date: str) -> str:
    return f"as of {date}"


def over(dates: str) -> str:
    return f"for {dates}"


def against(base: str) -> str:
    return f"compared with {base}"


def meaning(date: str) -> str:
    return f"that is, {date}"


def published(issued: Sequence[str | None]) -> str:
    """ "published October 2023 and 2024", from the dates of the sources that have one."""
    dates = dict.fromkeys(shown(date) for date in issued if date)
    return f"published {' and '.join(dates)}" if dates else ""


def undated(when_published: str, sources: int) -> str:
    where = "source" if sources == 1 else "sources"
    return f"undated in the {where}" + (f", {when_published}" if when_published else "")


def sources(number: int) -> str:
    return "Source: " if number == 1 else "Sources: "


def printed_there(printed: str) -> str:
    return f" (printed there as “{printed}”)"


def note(text: str) -> str:
    return f"Note: {text}"


def which(choices: int) -> str:
    return "Which of these do you mean?" if choices > 1 else "Do you mean this?"


def asked(question: str) -> str:
    return f"You asked: {question}"


def choice(name: str) -> str:
    return f"• {name}"


def calculated(title: str, way: Calculation) -> str:
    return f"{title}{SEPARATOR}{CALCULATED[way]}"


def counted(subjects: Sequence[str]) -> str:
    """ "About Strelsau Port, Zenda Dam and 3 more." """
    named = list(subjects[:MOST_NAMED])
    rest = [f"{len(subjects) - MOST_NAMED} more"] if len(subjects) > MOST_NAMED else []
    return f"About {listed([*named, *rest])}."


def not_comparable(title: str, why: str) -> str:
    """Why nothing is calculated; with a title also that its figures can be seen."""
    if not title:
        return f"I set nothing side by side here: {why}."
    return f"I calculate nothing for {title}: {why}. Ask for it by name to see each figure with its date and source."


def more(number: int) -> str:
    lines = "line does" if number == 1 else "lines do"
    return f"{number} more {lines} not fit in this message: ask for one figure at a time."


def nearest(name: str) -> str:
    return f"The nearest I hold is {name}."


def held_for(title: str, held: Sequence[str], asked_for: str | None) -> str:
    """ "I hold … for August 2023 and May 2024, not for 2025." """
    dates = listed([shown(each) for each in held])
    return f"I hold {title}{f' for {dates}' if dates else ''}, not for {asked_for or 'that'}."


def listed(names: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def elsewhere(in_some_channels: bool) -> str:
    """Said where it may not answer."""
    others = ", or ask in a channel that was chosen for me" if in_some_channels else ""
    return f"I may not answer in this channel. Please write to me directly{others}: I will gladly look it up."


def failed(reference: str) -> str:
    return f"Sorry, something went wrong on my side. Please try again, or tell an admin this reference: {reference}"
