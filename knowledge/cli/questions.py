"""What `check --questions` prints: labelled questions that miss, and answers that an edit has changed."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.committed import committed_files, committed_revision
from knowledge.findings import Asked, asked
from knowledge.match import Index
from knowledge.model import Problem
from knowledge.plural import number_of
from knowledge.read import Content, read
from knowledge.read.pages import Page, page

FILE = "questions.yaml"


@dataclass(frozen=True, slots=True)
class Told:
    """Questions that miss: those that have to do with the edit, and those that missed in the same way before it. And
    the lines about changes."""

    missed: list[Problem]
    as_before: list[Problem]
    changes: list[str]


def ask_all(folder: Path, now: Index, content: Content) -> Told:
    """Asks them now and in the committed state: a miss is a problem if they found what they must there, else a doubt."""
    before = _committed(folder, now)
    found = list(asked(now, before))
    where = page(FILE, content)
    print(_summary(found, committed_revision(folder) if before else None), file=sys.stderr)
    misses = [(each, _missed(each, where)) for each in found if not each.right]
    missed = [problem for each, problem in misses if not each.misses_as_before]
    as_before = [problem for each, problem in misses if each.misses_as_before]
    return Told(missed, as_before, list(_changes(found, where)))


def _committed(folder: Path, now: Index) -> Index | None:
    """The knowledge that was committed; the same as now if no file differs."""
    files = committed_files(folder)
    if files is None:
        print("nothing is committed to git here: no answers are compared", file=sys.stderr)
        return None
    knowledge, _ = read(files, doubting=False)
    if knowledge is None:
        print("the committed state has problems of its own: no answers are compared", file=sys.stderr)
        return None
    return now if knowledge.revision == now.knowledge.revision else Index.of(knowledge)


def _missed(each: Asked, where: Page) -> Problem:
    wanted = " or ".join(each.question.finds)
    was = " now; in the committed state it was right" if each.worse else ""
    said = f"'{each.question.ask}' must find {wanted}, and finds {each.now}{was}"
    return where.about((each.number,), said, doubt=not each.worse)


def _changes(found: Sequence[Asked], where: Page) -> Iterator[str]:
    pairs = [(each, each.before) for each in found if each.before and each.before != each.now]
    another = [each for each, before in pairs if before.what != each.now.what]
    yield from _told(another, "finds another fact", "find another fact", where)
    same = [each for each, before in pairs if before.what == each.now.what]
    yield from _told(same, "gets another figure", "get another figure", where)


def _told(changed: Sequence[Asked], one: str, many: str, where: Page) -> Iterator[str]:
    if changed:
        yield f"{number_of(len(changed), 'question')} now {one if len(changed) == 1 else many}:"
    for each in changed:
        yield f"  {FILE}:{where.line((each.number,))}: {each.question.ask}"
        yield f"    before: {each.before}"
        yield f"    after:  {each.now}"


def _summary(found: Iterable[Asked], revision: str | None) -> str:
    each = list(found)
    right = sum(asked.right for asked in each)
    compared = f", compared with the committed state {revision}" if revision else ""
    return f"{len(each)} questions: {right} find what they must, {len(each) - right} do not{compared}"
