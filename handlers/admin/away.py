"""Answers that people chose away from: given or offered one fact, they took another. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rapidfuzz.fuzz import token_set_ratio

from handlers.admin.queue import WEIGHED, Told, alike, folded
from knowledge.answer import Found, Unsure, answer
from knowledge.explained import unexplained
from knowledge.match import Index, read_question
from knowledge.outcome import Answer, FactAnswer

SOON = 300.0
"""Seconds within which somebody who asks the same in other words was not helped by the answer before."""

SAYS_ALL = 95.0
"""From this likeness (0 to 100) on, a question says all the words of another, and perhaps more."""


@dataclass(frozen=True, slots=True)
class Away:
    """People who asked this were given or offered first one fact, and took another: the newest such, and how often.

    `again` is what they asked to get it, if they were given the first.
    """

    question: str
    told: str
    chosen: str
    offered: bool
    at: float
    times: int = 1
    again: str = ""


def chosen_away(told: Iterable[Told], index: Index) -> list[Away]:
    """What was chosen away from, newest first; without what gets the chosen fact by now, or is not held any more, and
    without questions that were only narrowed down."""
    found: dict[tuple[str, str, str], Away] = {}
    for each in _each_away(sorted(told, key=lambda each: each.at)):
        key = (folded(each.question), each.told, each.chosen)
        found[key] = replace(each, times=found[key].times + 1 if key in found else 1)
    newest = sorted(found.values(), key=lambda each: -each.at)[:WEIGHED]
    return [each for each in newest if _is_open(each, index) and not _is_narrowed(each, index)]


def _each_away(told: Iterable[Told]) -> Iterator[Away]:
    """Of those that are unsure, the choices are remembered; a figure for the same words, of the same revision, is then
    what was chosen among them: of one question, one knowledge base says one thing."""
    offered: dict[tuple[str | None, str, str], Told] = {}
    given: dict[tuple[str, str | None], Told] = {}
    for each in told:
        if each.outcome == "unsure":
            offered[each.channel, each.text, each.revision] = each
            continue
        before = given.get((each.asker, each.channel))
        choices = offered.get((each.channel, each.text, each.revision))
        if before and each.at - before.at <= SOON and before.fact != each.fact and _asks_again(before.text, each.text):
            yield Away(before.text, before.fact, each.fact, offered=False, at=each.at, again=each.text)
        elif choices and choices.fact != each.fact:
            yield Away(each.text, choices.fact, each.fact, offered=True, at=each.at)
        if not choices:  # what somebody chose themselves was no answer of ours
            given[each.asker, each.channel] = each


def _asks_again(before: str, now: str) -> bool:
    """Whether a question is another in other words: much the same ones, or all of them and more."""
    more = len(folded(now).split()) > len(folded(before).split())
    return alike(before, now) or (more and token_set_ratio(folded(before), folded(now)) >= SAYS_ALL)


def _is_narrowed(away: Away, index: Index) -> bool:
    """Whether they were given what they asked for, and then asked for something else, which another fact is about: every
    word of the question is the first fact's, and among the words that they added are some of the other alone."""
    first, other = (index.knowledge.facts.get(id) for id in (away.told, away.chosen))
    added = set(folded(away.again).split()) > set(folded(away.question).split())
    if not (added and first and other):
        return False
    before, now = (read_question(text, index) for text in (away.question, away.again))
    return not unexplained(before, first, index) and not unexplained(now, first, index) <= unexplained(
        now, other, index
    )


def _is_open(away: Away, index: Index) -> bool:
    """Whether it is as it was: the same is still offered, or another fact than the chosen one still given."""
    outcome = answer(away.question, index)
    if away.offered:
        return isinstance(outcome, Unsure) and away.chosen in _facts(outcome.choices)
    return away.chosen in index.knowledge.facts and not (
        isinstance(outcome, Found) and away.chosen in _facts(outcome.answers)
    )


def _facts(answers: Iterable[Answer]) -> set[str]:
    return {each.fact.id for each in answers if isinstance(each, FactAnswer)}
