"""Entries that admins have taken off a list, each with their reason: pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Literal, Protocol

from handlers.admin.away import Away
from handlers.admin.queue import Doubted, Group, folded, in_order, like_one_of
from handlers.person import Person
from handlers.reply import clean
from handlers.values import packed, unpacked

List = Literal["unanswered", "doubtful"]
"""What entries are taken off."""

LONGEST = 250
"""Characters of an entry's words that are kept and compared."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a list: the key that tells it from all others, its words, and the fact it is about, if any."""

    list: List
    key: str
    words: str
    fact: str = ""

    @property
    def carried(self) -> str:
        """For a button: it says what somebody wants, never what they may."""
        return packed(asdict(self))


@dataclass(frozen=True, slots=True)
class Dismissed:
    """An entry that was taken off its list: why, by whom (a user id), and when (seconds since 1970)."""

    entry: Entry
    reason: str
    by: str
    at: float


class Dismissals(Protocol):
    """The room of the office that remembers them, each workspace its own. Their words go when those of questions go."""

    def of(self, team: str) -> Sequence[Dismissed]:
        """All that are off a list, newest first."""

    def dismiss(self, entry: Entry, reason: str, by: Person) -> None:
        """Takes an entry off its list, writes it in the audit, and tells those who wait for the question, and why."""

    def list_again(self, entry: Entry, by: Person) -> None:
        """Takes that back."""


def entry_in(carried: str) -> Entry:
    """The entry that a client hands back. Raises ValueError if it is none."""
    try:
        entry = Entry(**unpacked(carried))  # type: ignore[arg-type]
    except (TypeError, AttributeError) as error:
        raise ValueError(carried) from error
    if entry.list not in ("unanswered", "doubtful"):
        raise ValueError(carried)
    return entry


def of_group(group: Group) -> Entry:
    """Questions that got no figure. Another question that is like this one is the same entry."""
    return _entry("unanswered", folded(group.text), group.text, group.nearest or "")


def of_doubted(doubted: Doubted) -> Entry:
    """One person's word on one answer."""
    return _entry("doubtful", doubted.key, doubted.question or doubted.printed, doubted.fact)


def of_away(away: Away) -> Entry:
    """What people chose in the place of something else."""
    return _entry("doubtful", f"{folded(away.question)}/{away.told}/{away.chosen}", away.question, away.told)


def groups_left(groups: Iterable[Group], dismissed: Sequence[Dismissed]) -> list[Group]:
    """Those of which nobody has said that they need no figure."""
    said = [in_order(each.entry.words) for each in dismissed if each.entry.list == "unanswered"]
    return [group for group in groups if like_one_of(said, in_order(group.text[:LONGEST])) is None]


def doubts_left(
    doubted: Iterable[Doubted], away: Iterable[Away], dismissed: Sequence[Dismissed]
) -> list[Doubted | Away]:
    """Those that nobody has settled since they were last said: first what somebody marked as wrong."""
    settled = {each.entry.key: each.at for each in dismissed}
    marked = [each for each in doubted if each.at > settled.get(of_doubted(each).key, 0.0)]
    return [*marked, *(each for each in away if each.at > settled.get(of_away(each).key, 0.0))]


def _entry(list: List, known_by: str, words: str, fact: str) -> Entry:
    return Entry(list, sha256(known_by.encode()).hexdigest()[:32], clean(words)[:LONGEST].strip(), fact)
