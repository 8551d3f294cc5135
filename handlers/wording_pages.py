"""The sentences and labels of the App Home, of its pages as windows, and of the questions suggested to newcomers."""

from __future__ import annotations

from knowledge.plural import number_of

HOME = "Factbox"
TOPICS, BOXES, SOURCES, NEWS, FRONT = "Topics", "Fact boxes", "Sources", "What changed lately", "Start"
OPEN, EARLIER, LATER = "Open", "Previous", "Next"
SEARCH = "Look for a figure"
SEARCH_HINT = "In your own words, or a name; then press Enter."
NO_TOPIC = "Other"
INTRODUCTION = "Every figure here is shown with its date and the exact place it was printed."
NOTHING_YET = "There is nothing here yet. As soon as an editor has added a fact, it can be found here."
NO_BOXES = "There are no fact boxes here yet."
NO_SOURCES = "There are no sources here yet."
NO_LONGER = "That is no longer held; it may have been renamed or withdrawn."
ADDRESS = "Address: "
ITS_BOXES = "In these fact boxes"
ASK, ASK_BUTTON = "Ask Factbox", "Ask"
IN_YOUR_WORDS, BY_NAME = "Your question", "Or a name that I hold"
PICK_HINT = "Type a subject, a measure or a box"
ADMINS_PAGE = "For admins"
TOPICS_HELD, SOURCES_HELD, ALL = "I hold figures on:", "I quote from:", "All of them"
PROMPTS_TITLE = "You could ask me"
WHAT_CAN_YOU_DO = "What can you do?"


def opens(name: str) -> str:
    return f"Open {name}"


def held(facts: int, subjects: int, sources: int) -> str:
    return f"{number_of(facts, 'fact')} about {number_of(subjects, 'subject')}, from {number_of(sources, 'document')}."


def counted(name: str, number: int) -> str:
    return f"{name} ({number})"


def facts(name: str, number: int) -> str:
    return f"{name} · {number_of(number, 'fact')}"


def item(text: str) -> str:
    return f"• {text}"


def and_more(number: int) -> str:
    return f"… and {number} more"


def part(first: int, last: int, all: int) -> str:
    return f"{first} to {last} of {all}"


def in_use(revision: str, since: str) -> str:
    return f"In use: revision {revision}, since {since}."


def changed(day: str, reason: str) -> str:
    return f"{day}: {reason}"


def quoted(number: int) -> str:
    return f"{number_of(number, 'figure')} here {'is' if number == 1 else 'are'} quoted from it."


def source_lines(**known: str | None) -> list[str]:
    """The bibliographic record: a line for each thing that is known."""
    labels = {
        "author": "Author", "title": "Title", "short": "Short title", "type": "Kind", "publisher": "Publisher",
        "issued": "Published", "accessed": "Last looked at",
    }  # fmt: skip
    return [f"{labels[name]}: {text}" for name, text in known.items() if text]
