"""What a note says: what was said, what is right, since when, and where both are printed. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handlers import wording as common
from handlers.figures import NO_UNIT_PRINTED, figure_line
from handlers.given import Given
from handlers.recall import wording
from handlers.recall.held import in_its_place
from handlers.reply import Line, Reply, bold, clean, cut, line, reply
from knowledge.dates import shown
from knowledge.model import Fact, Figure, Knowledge

Right = tuple[tuple[Fact, Figure], ...]
"""The figures that stand in the place of those that were given, each once."""


LONGEST = 500
"""Characters of a reason: a note is read on a phone."""


def note(
    given: Sequence[Given], knowledge: Knowledge, day: str, *, withdrawn: bool, reason: str = ""
) -> tuple[Reply, Right]:
    """The note for one place in which these figures were given, and the figures that it gives in their place.

    What is not held any more at all is withdrawn, whatever was meant. `day` is an ISO date: since when. `reason` is why
    it was withdrawn, in an admin's words; without it the note gives the reason for which the fact was retired, if it was.
    """
    right = () if withdrawn else right_now(given, knowledge)
    head = wording.CORRECTED if right else wording.WITHDRAWN
    said = [_given_line(each, wording.GIVEN) for each in given]
    why = [] if right else _why(reason or _retired([each.fact for each in given], knowledge))
    lines = [line(head), *said, *_right_lines(right, wording.RIGHT), *why, line(wording.since(shown(day)))]
    return reply([lines]), right


def note_to_watcher(printed: str, fact: Fact | None, reason: str = "") -> Reply:
    """For somebody who asked to be told when a fact changes; `printed` is what led it when they were last told, `reason`
    why it is retired."""
    if fact is None:
        return reply([[line(wording.GONE), *_before(printed), *_why(reason)]])
    return reply([[line(wording.CHANGED), *_right_lines(((fact, fact.figures[0]),), wording.NOW), *_before(printed)]])


def note_to_waiting(question: str, reason: str = "") -> Reply:
    """For somebody who asked to have a question's figure added, and will have none; `reason` is why, if an admin said."""
    return reply([[line(wording.NOT_TO_COME), line(common.asked(clean(question))), *_why(reason)]])


def right_now(given: Sequence[Given], knowledge: Knowledge) -> Right:
    """What is held in the place of these figures; nothing if one of them has nothing in its place."""
    found = [in_its_place(each, knowledge) for each in given]
    right = dict.fromkeys(each for each in found if each)
    return tuple(right) if all(found) else ()


def _right_lines(right: Right, label: str) -> Iterator[Line]:
    for fact, figure in right:
        yield figure_line((figure,), label=label, title=fact.title, full=True)
        yield from [line(wording.note_of_fact(fact.note))] if fact.note else []


def _retired(facts: Sequence[str], knowledge: Knowledge) -> str:
    return next((knowledge.retired[fact] for fact in facts if fact in knowledge.retired), "")


def _why(reason: str) -> list[Line]:
    return [line(wording.why(cut(clean(reason), LONGEST)))] if reason else []


def _given_line(given: Given, label: str) -> Line:
    """A figure as it was given: a snapshot, so in the words and with the citation of then."""
    unit = f" {given.unit}" if given.unit and NO_UNIT_PRINTED.fullmatch(given.printed) else ""
    about = (given.title, common.status(given.status, given.says), *_dates(given), given.cited)
    return line(label, bold(given.printed), unit, *(common.SEPARATOR + part for part in about if part))


def _before(printed: str) -> list[Line]:
    return [line(wording.BEFORE, bold(printed))] if printed else []


def _dates(given: Given) -> Iterator[str]:
    if given.as_of:
        yield common.as_of(shown(given.as_of))
    if given.period or given.due:
        yield common.over(shown(given.period or given.due or ""))
    if given.when:
        yield given.when
    if given.against:
        yield common.against(shown(given.against))
