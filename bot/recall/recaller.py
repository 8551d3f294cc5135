"""The recaller: one thread that finds given figures which are not held any more, asks the admins, and sends the notes."""

from __future__ import annotations

import atexit
import logging
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from threading import Event, Thread
from typing import TypeVar

from sqlalchemy import Connection, select
from sqlalchemy.exc import SQLAlchemyError

from bot.circuit import within
from bot.desk import Desk
from bot.outbox.letter import Letter
from bot.recall.answered import News, answered, told_answers, waited_for
from bot.recall.corrections import correction_of, found, held_again, not_held
from bot.recall.given import all_undealt, undealt
from bot.recall.letters import letter_to
from bot.recall.renaming import carried_over, watched
from bot.recall.sending import due, finished, released, spread
from bot.recall.watching import told_of_changes
from bot.store.tables import FIGURES_GIVEN
from handlers.given import Given
from handlers.office import OutOfReach
from handlers.recall.asking import asked
from handlers.recall.renames import missing, renames
from handlers.recall.values import Correction
from handlers.recall.wording import finished as is_finished
from handlers.render import render_words
from knowledge.library import Library, Served
from knowledge.model import Knowledge
from knowledge.read import read

BUSY, IDLE, SPREADING = 0.1, 1.0, 5.0
"""Seconds between two rounds while notes go out, and while none do; and between two looks for places to tell."""

AGAIN = 15.0
"""Seconds after new files at which they are looked through once more: other processes go over to them a little later,
and until then give what is not held any more."""

AT_ONCE = 1
"""Notes of one process on their way: answers to people come first, and a kill can double no more than this one."""

PATIENCE = 30.0
"""Seconds that a look through everything that was given may take; nobody waits for it."""

STATES = 5
"""Revisions that are looked through for what an entry was before it got another id."""

T = TypeVar("T")
log = logging.getLogger(__name__)


class Recaller:
    """Works in rounds; each is a few short transactions, so that it can be killed anywhere and nothing is lost."""

    def __init__(self, desk: Desk, library: Library, clock: Callable[[], float] = time.monotonic) -> None:
        self._desk = desk
        self._library = library
        self._clock = clock
        self._looked_at: Served | None = None
        self._look_again = self._spread_at = 0.0
        self._spreading = 0
        self._sent: set[str] = set()
        self._told_to_stop = Event()
        self._thread = Thread(target=self._work, daemon=True, name="recaller")

    def start(self) -> None:
        self._thread.start()

    def stop(self, seconds: float) -> None:
        """Sends no further note; what is due stays in the store for whoever comes next."""
        self._told_to_stop.set()
        self._thread.join(seconds)

    def round(self) -> None:
        """Looks, spreads, sends. Raises what the database raises; the next round begins where this one ended."""
        self._look()
        if self._clock() >= self._spread_at:
            self._spread_at = self._clock() + SPREADING
            self._spreading = self._spread()
            self._finish()
        if self._spreading:
            self._send()

    def _work(self) -> None:
        while not self._told_to_stop.wait(BUSY if self._spreading else IDLE):
            try:
                self.round()
            except (SQLAlchemyError, TimeoutError, OutOfReach) as error:
                log.warning("the recall waits for the database: %s", type(error).__name__)
            except Exception:
                log.exception("the recall failed in a way that nobody foresaw")

    def _look(self) -> None:
        """After new files, and once more when every process has them. Files that stand broken say nothing of what is
        held: the last good copy may be older than what others serve."""
        now = self._library.now
        new = now is not self._looked_at
        if self._library.degraded or not (new or (self._look_again and self._clock() >= self._look_again)):
            return
        given = self._in_store(undealt)
        if self._follow(given, now.knowledge):
            given = self._read(all_undealt)
        gone = not_held(now.knowledge, given)
        news = answered(self._read(waited_for), self._library)
        self._post(self._in_store(lambda connection: self._found(now, gone, news, connection)))
        self._looked_at = now
        self._look_again = self._clock() + AGAIN if new else 0.0

    def _follow(self, given: Sequence[Given], now: Knowledge) -> bool:
        """Whether something that is not held under its id was only renamed, and what hangs on it has followed. What it was
        is known from the files before: those of this process, or of the history."""
        facts, sources = missing(given, self._read(watched), now)
        followed = False
        for before in self._before(now) if facts or sources else ():
            if found := renames(before, now, facts, sources):
                self._in_store(partial(carried_over, found))
                followed = True
            facts, sources = facts - before.facts.keys(), sources - before.sources.keys()
            if not (facts or sources):
                break
        return followed

    def _before(self, now: Knowledge) -> Iterator[Knowledge]:
        """What was held before, newest first."""
        if self._looked_at and self._looked_at.knowledge.revision != now.revision:
            yield self._looked_at.knowledge
        keeper = self._desk.keeper
        for revision in keeper.history(STATES + 1):
            if revision.revision == now.revision:
                continue
            knowledge, _ = read(keeper.files_of(revision.number), doubting=False)
            if knowledge:
                yield knowledge

    def _found(self, now: Served, gone: Sequence[Given], news: Sequence[News], connection: Connection) -> list[Letter]:
        """Questions to the admins, and word to those who asked for it. What takes its time was read before."""
        owner = self._desk.store.owner
        held_again(now.knowledge, connection)
        questions = self._questions(found(gone, connection), connection)
        told = told_of_changes(now.knowledge, owner, connection)
        return [*questions, *told, *told_answers(news, owner, connection)]

    def _questions(self, ids: Sequence[str], connection: Connection) -> list[Letter]:
        """To the admins of each workspace in which the figures were given: what to do about them."""
        by_team: dict[str, list[Correction]] = {}
        for id in ids:
            one = correction_of(id, connection)
            if one and one.state == "asked":
                for team in _teams(id, connection):
                    by_team.setdefault(team, []).append(one)
        return [letter for team, ones in by_team.items() for letter in self._to_admins(team, ones, connection)]

    def _to_admins(self, team: str, ones: Sequence[Correction], connection: Connection) -> list[Letter]:
        admins = self._desk.people.admins_of(team, connection)
        if not admins:
            log.warning("figures that were given are not held any more, and nobody is an admin: %s", ones[0].fact)
        said, about = asked(ones), f"{team}/asked/{ones[0].id}"
        owner = self._desk.store.owner
        return [
            letter_to(
                f"{about}/{len(ones)}/{admin.id}/{time.time_ns()}", team, said, owner, connection, channel=admin.id
            )
            for admin in admins
        ]

    def _spread(self) -> int:
        """How many corrections are on their way; a note for each of their places is due."""
        ids, rows = self._read(due)
        if rows:
            self._in_store(lambda connection: spread(rows, connection))
        return len(ids)

    def _send(self) -> None:
        self._sent = {key for key in self._sent if key in self._desk.outbox}
        if most := AT_ONCE - len(self._sent):
            knowledge, owner = self._library.now.knowledge, self._desk.store.owner
            letters = self._in_store(lambda connection: released(knowledge, owner, most, connection))
            self._sent |= {letter.key for letter in letters}
            self._post(letters)

    def _finish(self) -> None:
        self._post(self._in_store(self._finished))

    def _finished(self, connection: Connection) -> list[Letter]:
        letters = []
        for id in finished(connection):
            one = correction_of(id, connection)
            team, _, person = (one.by if one else "").partition("/")
            if one and person:
                said = render_words(is_finished(one.title, one.reach))
                owner = self._desk.store.owner
                letters.append(letter_to(f"{team}/finished/{id}", team, said, owner, connection, channel=person))
        return letters

    def _post(self, letters: Sequence[Letter]) -> None:
        self._desk.outbox.put(letters)

    def _read(self, work: Callable[[Connection], T]) -> T:
        """Reads, without keeping anybody from writing meanwhile."""

        def reading() -> T:
            with self._desk.store.engine.connect() as connection:
                return work(connection)

        return within(PATIENCE, reading)

    def _in_store(self, work: Callable[[Connection], T]) -> T:
        def writing() -> T:
            with self._desk.store.writing() as connection:
                return work(connection)

        return within(PATIENCE, writing)


def _teams(id: str, connection: Connection) -> list[str]:
    theirs = select(FIGURES_GIVEN.c.team).where(FIGURES_GIVEN.c.correction == id).distinct()
    return sorted(connection.execute(theirs).scalars())


def begin_recall(desk: Desk, library: Library) -> None:
    """Recall at work, until the process ends: before its desk is closed."""
    recaller = Recaller(desk, library)
    recaller.start()
    atexit.register(recaller.stop, 2.0)
