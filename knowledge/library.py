"""The knowledge in use now, and what keeps what is on the shelf from being it."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from knowledge.answer import answer
from knowledge.catalogue import Catalogue
from knowledge.folder import Folder, Shelf
from knowledge.match.indexing.index import Index
from knowledge.model import Knowledge, Problem
from knowledge.read import Content, read

DEFAULT_FOLDER = Path(__file__).parent
TOLD = 20
"""Problems of one state that are logged, a line each; `check` prints them all."""

log = logging.getLogger(__name__)


class Broken(Exception):
    """A knowledge base that cannot be served, and its problems."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


@dataclass(frozen=True, slots=True)
class Served:
    """What questions are answered from: the knowledge, the index over it and its catalogue, always of one revision."""

    knowledge: Knowledge
    index: Index
    catalogue: Catalogue
    since: datetime = field(default_factory=_now)


@dataclass(frozen=True, slots=True)
class Trouble:
    """A state of the shelf that is not served: by which hash it is known, why, and from when until when it stood."""

    state: str
    problems: tuple[Problem, ...]
    since: datetime = field(default_factory=_now)
    until: datetime | None = None


def nobody(_: Trouble) -> None:
    """Whom trouble is told besides the log, until somebody else is named."""


@dataclass(slots=True)
class Library:
    """Holds what is served. `now` is read once per question and replaced by one assignment."""

    shelf: Shelf
    now: Served
    trouble: Trouble | None = None  # the last there was
    on_bad_state: Callable[[Trouble], None] = nobody  # called once for each, from the watcher's thread
    on_new_state: list[Callable[[Mapping[str, Content]], None]] = field(default_factory=list)
    """Who wants to hear, with the files, that another state is served: called from the watcher's thread."""

    @classmethod
    def open(cls, folder: Path = DEFAULT_FOLDER) -> Library:
        """Reads and indexes a folder. Raises Broken, with every problem, if it cannot be served."""
        shelf = Folder(folder)
        return cls(shelf, opened(shelf.files()))

    @property
    def degraded(self) -> bool:
        """Whether the shelf holds something else than what is served."""
        return self.trouble is not None and self.trouble.until is None

    def serve(self, new: Served) -> None:
        """From here on every question is answered from this."""
        before, self.now = self.now, new
        if self.trouble and self.degraded:
            self.trouble = replace(self.trouble, until=new.since)
        facts, held = len(new.knowledge.facts), len(before.knowledge.facts)
        log.info("serving revision %s: %d facts (%+d)", new.knowledge.revision, facts, facts - held)

    def tell(self, files: Mapping[str, Content]) -> None:
        """Whoever wants to hear of a new state; their trouble is none of ours."""
        for told in self.on_new_state:
            try:
                told(files)
            except Exception:
                log.exception("somebody could not be told of the new state")

    def refuse(self, state: str, problems: Iterable[Problem]) -> bool:
        """Goes on with what is served, and says why; False if that was said of this state already."""
        if self.trouble and self.degraded and self.trouble.state == state:
            return False
        self.trouble = Trouble(state, tuple(problem for problem in problems if not problem.doubt))
        self._tell(self.trouble)
        return True

    def _tell(self, trouble: Trouble) -> None:
        """A line each in the log, and whoever wants to be told; their trouble is none of ours."""
        still = f"still serving revision {self.now.knowledge.revision}:"
        for problem in trouble.problems[:TOLD]:
            log.warning("%s %s", still, problem)
        if more := len(trouble.problems[TOLD:]):
            log.warning("%s and %d problems more", still, more)
        try:
            self.on_bad_state(trouble)
        except Exception:
            log.exception("nobody else could be told")


def opened(files: Mapping[str, Content]) -> Served:
    """What these files hold, ready to be served. Raises Broken, with every problem, if they cannot be."""
    with undisturbed():
        knowledge, problems = read(files, doubting=False)
        if knowledge is None:
            raise Broken(problems)
        return served(knowledge)


def served(knowledge: Knowledge) -> Served:
    """A knowledge base with its index, warmed up: the first question is answered as fast as any."""
    index = Index.of(knowledge)
    answer(
        "how many qwertys are there", index
    )  # a word of no kind: the list of English words is read now, not by many at once
    return Served(knowledge, index, Catalogue.of(knowledge))


@contextmanager
def undisturbed() -> Iterator[None]:
    """For building a knowledge base aside: garbage collections meanwhile would hold up every question, for 0.2 s each.

    What was left in circles before is cleared away first; a knowledge base has none, so it is never looked through.
    """
    gc.disable()
    gc.collect()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
