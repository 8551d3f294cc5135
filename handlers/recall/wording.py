"""The sentences of a recall: to those who were given a figure, and to the admins."""

from __future__ import annotations

from handlers.recall.values import Choice, Reach
from knowledge.plural import number_of

CORRECTED = "Correction: a figure that I gave here has been corrected."
WITHDRAWN = "Withdrawn: please do not quote a figure that I gave here. I do not hold it any more."
CHANGED = "You asked me to tell you when this changes. It has."
GONE = "You asked me to tell you when this changes. I do not hold it any more: please do not quote it."
NOT_TO_COME = "An admin has looked at what you asked to have added: this Factbox will hold no figure for it."
GIVEN, RIGHT, NOW, BEFORE = "Given here: ", "Right is: ", "Now: ", "Given to you: "

CHOICES: dict[Choice, str] = {
    "corrected": "It was wrong: correct it",
    "newer": "A newer figure: no note",
    "withdrawn": "Withdraw it",
}
DECIDED: dict[Choice, str] = {
    "corrected": "corrected: each thread gets a note with both figures",
    "newer": "a newer figure: nobody gets a note, but those who asked to be told when it changes",
    "withdrawn": "withdrawn: each thread gets a note not to quote it",
}
PAGE = "Corrections"
WITHDRAW, REASON, SAY_WHY = "Withdraw", "Why", "Please say why: those who were given it will ask."
REASON_HINT = "Those who were given it read this. Give no other figure here: it would have no source."
NONE = "Every figure that was given is still held."
HELD_AGAIN = "These figures are held again: there is nothing to correct."
MANY = "{number} facts with figures that were given are not held any more as they were given. What happened to them?"


def since(date: str) -> str:
    return f"Since {date}."


def why(reason: str) -> str:
    return f"Why: “{reason}”"


def note_of_fact(text: str) -> str:
    return f"Note: {text}"


def question(title: str, reach: Reach) -> str:
    return f"A figure of “{title}” is not held any more as it was given. {given_to(reach)} What happened to it?"


def given_to(reach: Reach) -> str:
    """ "It was given in 14 threads and conversations, and in 5 answers that I cannot reach …" """
    threads = f"It was given in {number_of(reach.threads, 'thread or conversation', 'threads and conversations')}"
    return f"{threads}{_unreached(reach, ', and in ')}."


def progress(reach: Reach) -> str:
    """ "12 of 14 told, 1 not reached (the channel is gone, or I am not in it); 5 answers …" """
    told = f"{reach.told} of {reach.threads} told"
    failed = f", {reach.failed} not reached (the channel is gone, or I am not in it)" if reach.failed else ""
    return f"{told}{failed}{_unreached(reach, '; besides, it was in ')}."


def decided(title: str, choice: Choice, by: str, reason: str) -> str:
    because = f" {why(reason)}" if reason else ""
    return f"“{title}”: {DECIDED[choice]}. Decided by {by}.{because}"


def finished(title: str, reach: Reach) -> str:
    return f"The correction of “{title}” is done: {progress(reach)}"


def _unreached(reach: Reach, before: str) -> str:
    if not reach.unreachable:
        return ""
    answers = number_of(reach.unreachable, "answer that I cannot reach", "answers that I cannot reach")
    return f"{before}{answers} (seen by the asker alone, or shared from there)"
