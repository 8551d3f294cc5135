"""The examiner: the knowledge base read again at each save, with its problems, its doubts and what changed."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from itertools import islice
from pathlib import Path
from threading import Thread
from typing import Any

from knowledge.cli.questions import FILE
from knowledge.cli.why import why
from knowledge.committed import committed_files, committed_revision
from knowledge.findings import Asked, asked
from knowledge.folder import Folder, files_in
from knowledge.library import opened
from knowledge.match import Index
from knowledge.model import Knowledge, Problem
from knowledge.read import Content, read
from knowledge.read.pages import Page, page
from knowledge.watch import settled_files, state_of

PACE, SETTLE = 1.0, 0.25
"""Seconds between two looks at the folder, and that a change must stand before it is read."""

MOST = 100
"""Problems, and changed answers, that are shown; `check` prints them all."""

Files = Mapping[str, Content]
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Examined:
    """What there is to say about the files as they stand. `compared_with` is what `changed` was held against."""

    state: str = ""
    revision: str = ""
    facts: int = 0
    problems: tuple[Problem, ...] = ()
    doubts: tuple[Problem, ...] = ()
    asking: bool = False  # the labelled questions are being asked
    questions: int = 0
    missed: int = 0
    compared_with: str = ""
    changed: tuple[dict[str, Any], ...] = ()

    def told(self) -> dict[str, Any]:
        """For the page: the first of the problems, doubts and changes, and how many there are."""
        counts = {"problemCount": len(self.problems), "doubtCount": len(self.doubts), "changedCount": len(self.changed)}
        shown = {name: [asdict(each) for each in getattr(self, name)[:MOST]] for name in ("problems", "doubts")}
        rest = {"revision": self.revision, "facts": self.facts, "asking": self.asking, "questions": self.questions}
        compared = {"missed": self.missed, "comparedWith": self.compared_with, "changed": [*self.changed[:MOST]]}
        return {**rest, **counts, **shown, **compared}


@dataclass(slots=True)
class Examiner:
    """Looks after one folder, which is served, for the editors of another, whose files come to stand in it.

    `told` is called whenever there is something new to show.
    """

    folder: Path
    editors: Path
    told: Callable[[], None] = lambda: None
    examined: Examined = field(default_factory=Examined)
    _index: Index | None = None
    _before: tuple[str, Index] | None = None

    def open(self) -> None:
        """Looks for the first time. Raises Broken, with every problem, if the folder cannot be served."""
        files = settled_files(Folder(self.folder), SETTLE)
        self._index = opened(files).index
        self.examined = self._first_look(files, read(files)[1], asking=True)

    @property
    def knowledge(self) -> Knowledge:
        """The last that could be served."""
        return self.index.knowledge

    @property
    def index(self) -> Index:
        if self._index is None:
            raise RuntimeError("open the examiner first")
        return self._index

    def start(self) -> None:
        """Begins to look, in a thread."""
        Thread(target=self._work, daemon=True, name="examiner").start()

    def weighed(self, question: str) -> list[str]:
        """What was weighed for a question, as `ask --why` tells it."""
        return [*why(question, self.index)]

    def suggestions(self, number: int = 4) -> list[str]:
        """Questions that the editors of this knowledge base wrote, spread over its facts."""
        asks = list(dict.fromkeys(fact.ask[0] for fact in self.knowledge.facts.values() if fact.ask))
        return [*islice(asks, 0, None, max(1, len(asks) // number))][:number]

    def look(self) -> None:
        """Examines the files if they are others than those that were examined last."""
        if self._is_outdated():
            self._examine(settled_files(Folder(self.folder), SETTLE))

    def _work(self) -> None:
        self.ask_questions()
        while True:
            time.sleep(PACE)
            try:
                self.look()
            except Exception:
                log.exception("the knowledge base could not be looked at")

    def _examine(self, files: Files) -> None:
        knowledge, found = read(files)
        if knowledge:
            self._index = Index.of(knowledge)
        self._show(self._first_look(files, found, asking=knowledge is not None))
        if knowledge:
            self.ask_questions()

    def _first_look(self, files: Files, found: Sequence[Problem], *, asking: bool) -> Examined:
        problems = tuple(each for each in found if not each.doubt)
        doubts = tuple(each for each in found if each.doubt)
        held = self.knowledge
        return Examined(state_of(files), held.revision, len(held.facts), problems, doubts, asking=asking)

    def ask_questions(self) -> None:
        """Asks the labelled questions, now and before the edit: some seconds for a thousand."""
        compared_with, before = self._earlier()
        found = []
        for each in asked(self.index, before):
            found.append(each)
            if len(found) % 100 == 0 and self._is_outdated():
                return
        where = page(FILE, files_in(self.folder).get(FILE, b"[]"))
        changes = tuple(_change(each, where) for each in found if each.before and each.before != each.now)
        missed = sum(not each.right for each in found)
        new = replace(self.examined, asking=False, questions=len(found), missed=missed)
        self._show(replace(new, compared_with=compared_with, changed=changes))

    def _is_outdated(self) -> bool:
        return state_of(files_in(self.folder)) != self.examined.state

    def _earlier(self) -> tuple[str, Index]:
        """What an edit is held against: the state committed to git; without one, that at the start."""
        if self._before is None:
            self._before = _committed(self.editors) or ("when the playground was started", self.index)
        return self._before

    def _show(self, new: Examined) -> None:
        self.examined = new
        self.told()


def _committed(folder: Path) -> tuple[str, Index] | None:
    files = committed_files(folder)
    knowledge = read(files, doubting=False)[0] if files else None
    return (f"in the committed state {committed_revision(folder)}", Index.of(knowledge)) if knowledge else None


def _change(each: Asked, where: Page) -> dict[str, Any]:
    turn = "worse" if each.worse else "better" if each.right and not each.was_right else "other"
    place = f"{FILE}:{where.line((each.number,))}"
    return {"ask": each.question.ask, "where": place, "before": str(each.before), "after": str(each.now), "turn": turn}
