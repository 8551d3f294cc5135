"""What the questions of questions.yaml find, whether it is what they must find, and what an edit has changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from knowledge.answer import Answer, BoxAnswer, CalculatedAnswer, FactAnswer, Found, Outcome, Unsure, answer
from knowledge.match import Index
from knowledge.model import NOTHING, LabelledQuestion, Names


@dataclass(frozen=True, slots=True)
class Finding:
    """What a question finds: answers, choices or nothing; their ids, and the figure that leads each."""

    outcome: Literal["found", "unsure", "unknown"]
    ids: Names = ()
    prints: Names = ()

    @property
    def what(self) -> tuple[str, Names]:
        """Without the figures."""
        return self.outcome, self.ids

    def __str__(self) -> str:
        if self.outcome == "unknown":
            return NOTHING
        if self.outcome == "unsure":
            return f"a choice of {', '.join(self.ids)}"
        told = [f"{id}: {printed}" if printed else id for id, printed in zip(self.ids, self.prints, strict=True)]
        return " and ".join(told)


@dataclass(frozen=True, slots=True)
class Asked:
    """A labelled question, what it finds now, and what it found before the edit, if it was asked then."""

    number: int  # its position in questions.yaml
    question: LabelledQuestion
    now: Finding
    before: Finding | None = None
    was_right: bool = False
    relabelled: bool = False  # it must find something else than before

    @property
    def right(self) -> bool:
        return finds(self.question, self.now)

    @property
    def worse(self) -> bool:
        return self.was_right and not self.right

    @property
    def misses_as_before(self) -> bool:
        """Whether the edit has nothing to do with it: it missed before in the same way."""
        if self.right or self.before is None or self.relabelled:
            return False
        return self.before.what == self.now.what


def asked(now: Index, before: Index | None = None) -> Iterator[Asked]:
    """Every labelled question, asked; and asked of the knowledge before the edit if it stood there too."""
    was = {(each.ask, each.context): each for each in (before.knowledge.questions if before else ())}
    for number, question in enumerate(now.knowledge.questions):
        old = was.get((question.ask, question.context))
        found = finding(question, now)
        if before is None or old is None:
            yield Asked(number, question, found)
        else:
            was_found = found if before is now else finding(question, before)
            relabelled = set(old.finds) != set(question.finds)
            yield Asked(number, question, found, was_found, finds(old, was_found), relabelled)


def finding(question: LabelledQuestion, index: Index) -> Finding:
    return _finding(answer(question.ask, index, question.context))


def finds(question: LabelledQuestion, found: Finding) -> bool:
    """Whether a finding is what the question must find. Of several ids one must be among the choices, or all be answers."""
    wanted = set(question.finds)
    if wanted == {NOTHING}:
        return found.outcome == "unknown"
    if found.outcome == "unsure":
        return len(wanted) > 1 and not wanted.isdisjoint(found.ids)
    return wanted == set(found.ids)


def _finding(outcome: Outcome) -> Finding:
    if isinstance(outcome, Found):
        return Finding("found", *_told(outcome.answers))
    if isinstance(outcome, Unsure):
        return Finding("unsure", *_told(outcome.choices))
    return Finding("unknown")


def _told(answers: Iterable[Answer]) -> tuple[Names, Names]:
    pairs = [pair for each in answers for pair in _pairs(each)]
    return tuple(id for id, _ in pairs), tuple(printed for _, printed in pairs)


def _pairs(answer: Answer) -> Iterator[tuple[str, str]]:
    if isinstance(answer, FactAnswer):
        yield answer.fact.id, answer.figures[0].printed
    elif isinstance(answer, BoxAnswer):
        yield answer.box.id, ""
    else:
        assert isinstance(answer, CalculatedAnswer)
        yield from ((fact.id, "") for fact in answer.facts)
