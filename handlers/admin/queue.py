"""What to add next: questions that got no figure, answers that people doubt, facts to look at again. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extractOne

from knowledge.answer import Found, answer
from knowledge.dates import span
from knowledge.match import Index
from knowledge.model import NOTHING, Fact, Knowledge

ALIKE = 88.0
"""From this likeness (0 to 100) on, two questions are shown as one: their words in any order, typing errors included."""


WEIGHED = 60
"""Of so many, the newest, it is asked what they find by now: an admin's click waits for that."""


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question that got no figure, the nearest fact when it was asked, and when (seconds since 1970)."""

    text: str
    nearest: str | None
    at: float


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that are alike: the newest, how many, and the fact that came nearest."""

    text: str
    times: int
    nearest: str | None
    at: float


@dataclass(frozen=True, slots=True)
class Doubted:
    """An answer that somebody marked as wrong: what was asked, which figure led, and what they wrote, if anything."""

    question: str | None
    fact: str
    printed: str
    note: str | None
    at: float
    key: str = ""  # tells it from what others say, and of other answers


@dataclass(frozen=True, slots=True)
class Told:
    """A question that got a figure ("found") or choices ("unsure"): who asked (a keyed hash), where, the fact that was
    given, or offered first, of which revision, and when (seconds since 1970)."""

    asker: str
    channel: str | None
    text: str
    outcome: str
    fact: str
    revision: str
    at: float


class Questions(Protocol):
    """The room of the office that knows what was asked. Each workspace sees its own questions only."""

    def unanswered(self, team: str) -> Sequence[Unanswered]:
        """The newest questions that got no figure, newest first."""

    def doubted(self, team: str) -> Sequence[Doubted]:
        """The answers that were marked as wrong, those with a note first, then newest first."""

    def told(self, team: str) -> Sequence[Told]:
        """The newest questions that got a figure or choices."""


def groups(asked: Iterable[Unanswered], index: Index) -> list[Group]:
    """Questions by likeness, newest first; without those that are answered by now, or known to be none of ours."""
    found: list[Group] = []
    words: list[str] = []
    for each in sorted(asked, key=lambda each: -each.at):
        said = in_order(each.text)
        like = like_one_of(words, said)
        if like is None:
            words.append(said)
            found.append(Group(each.text, 1, each.nearest, each.at))
        else:
            group = found[like]
            found[like] = Group(group.text, group.times + 1, group.nearest or each.nearest, group.at)
    return [group for group in found[:WEIGHED] if is_open(group.text, index)]


def is_open(question: str, index: Index) -> bool:
    """Whether nothing answers it yet, and nobody said that nothing should."""
    return not is_not_ours(question, index.knowledge) and not isinstance(answer(question, index), Found)


def is_not_ours(question: str, knowledge: Knowledge) -> bool:
    """Whether an editor put it down as a near miss."""
    wanted = folded(question)
    return any(each.finds == (NOTHING,) and folded(each.ask) == wanted for each in knowledge.questions)


def stale(knowledge: Knowledge, today: date) -> list[Fact]:
    """Facts past the date at which somebody should look at them again, the longest past first."""
    due = [
        (ends, fact) for fact in knowledge.facts.values() if fact.review_by and (ends := _end(fact.review_by)) < today
    ]
    return [fact for _, fact in sorted(due, key=lambda each: each[0])]


def _end(iso: str) -> date:
    days = span(iso)
    return days[1] if days else date.max


def alike(one: str, other: str) -> bool:
    """Whether two questions are shown as one."""
    return ratio(in_order(one), in_order(other)) >= ALIKE


def like_one_of(words: Sequence[str], said: str) -> int | None:
    """The position of the question that this one is shown as one with, if any; all of them with their words in order."""
    like = extractOne(said, words, scorer=ratio, processor=None, score_cutoff=ALIKE)
    return like[2] if like else None


def in_order(text: str) -> str:
    """The words of a question in alphabetical order: in whichever order they are said."""
    return " ".join(sorted(folded(text).split()))


def folded(text: str) -> str:
    """The words of a question, without capitals and marks."""
    return " ".join("".join(each if each.isalnum() else " " for each in text.casefold()).split())
