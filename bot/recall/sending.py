"""Spreading a correction: a row for each place, then its note into the outbox, once, whatever is killed in between."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Connection, select, update

from bot.outbox.letter import Letter
from bot.recall.corrections import STRAGGLERS
from bot.recall.given import Place, places
from bot.recall.letters import letter_to
from bot.store.engine import insert_new
from bot.store.notes import DUE, ON_ITS_WAY, key_of_note
from bot.store.rows import Row, given_row
from bot.store.tables import CORRECTIONS, FIGURES_GIVEN, NOTES
from handlers.kept import given_of
from handlers.recall.held import is_held
from handlers.recall.note import Right, note
from knowledge.model import Knowledge

SPREADING = CORRECTIONS.c.state.in_(("corrected", "withdrawn")) & CORRECTIONS.c.finished_at.is_(None)
"""Corrections of which notes are still to go out."""


def due(connection: Connection) -> tuple[Sequence[str], list[Row]]:
    """The corrections that are on their way, and a row for each place to be told that has none yet."""
    ids = connection.execute(select(CORRECTIONS.c.id).where(SPREADING)).scalars().all()
    has = select(NOTES.c.post).where(NOTES.c.correction.in_(ids))
    noted = set(connection.execute(has).scalars())
    rows = [_note_row(id, place) for id in ids for place in places(connection, FIGURES_GIVEN.c.correction == id)]
    return ids, [row for row in rows if row["post"] not in noted]


def spread(rows: Sequence[Row], connection: Connection) -> None:
    """Writes them down; a place that has its row by now keeps it."""
    connection.execute(insert_new(NOTES, connection.dialect.name), rows)


def released(knowledge: Knowledge, owner: str, most: int, connection: Connection) -> list[Letter]:
    """The next notes, on their way from this transaction on: each goes to one of the processes that ask.

    None goes out while this process itself still holds the figures: it has not read the new files yet, or they were
    taken back.
    """
    due = select(NOTES.c.correction, NOTES.c.team, NOTES.c.channel, NOTES.c.thread)
    of = due.join(CORRECTIONS, CORRECTIONS.c.id == NOTES.c.correction).where(NOTES.c.state == DUE, SPREADING)
    locked = of.order_by(NOTES.c.at).limit(most).with_for_update(of=NOTES, skip_locked=True)
    letters = []
    for id, *place in connection.execute(locked).all():
        if letter := _released(id, (place[0], place[1], place[2]), knowledge, owner, connection):
            letters.append(letter)
    return letters


def finished(connection: Connection) -> list[str]:
    """The corrections whose notes all went out, or were refused, and to which nobody will be added: each once."""
    ids = []
    old = CORRECTIONS.c.decided_at < time.time() - STRAGGLERS
    for id in connection.execute(select(CORRECTIONS.c.id).where(SPREADING, old)).scalars().all():
        left = select(NOTES.c.post).where(NOTES.c.correction == id, NOTES.c.state.in_((DUE, ON_ITS_WAY)))
        if connection.execute(left.limit(1)).first() is None:
            ours = update(CORRECTIONS).where(CORRECTIONS.c.id == id, CORRECTIONS.c.finished_at.is_(None))
            ids += [id] if connection.execute(ours.values(finished_at=time.time())).rowcount else []
    return ids


def _released(id: str, place: Place, knowledge: Knowledge, owner: str, connection: Connection) -> Letter | None:
    here = places(connection, FIGURES_GIVEN.c.correction == id, *_in(place)).get(place, [])
    if not here or any(is_held(given, knowledge) for given in here):
        return None
    decided = select(CORRECTIONS.c.state, CORRECTIONS.c.decided_at, CORRECTIONS.c.reason)
    state, decided_at, reason = connection.execute(decided.where(CORRECTIONS.c.id == id)).one()
    day = datetime.fromtimestamp(decided_at, UTC).date().isoformat()
    said, right = note(here, knowledge, day, withdrawn=state == "withdrawn", reason=reason or "")
    team, channel, thread = place
    key = key_of_note(id, *place)
    letter = letter_to(key, team, said, owner, connection, channel=channel, thread_ts=thread or None)
    connection.execute(update(NOTES).where(NOTES.c.post == key).values(state=ON_ITS_WAY))
    _given_by(letter, id, place, right, knowledge.revision, connection)
    return letter


def _given_by(letter: Letter, id: str, place: Place, right: Right, revision: str, connection: Connection) -> None:
    """What the note gives is given too: if that is corrected in its turn, it is told there again."""
    team, channel, thread = place
    where = {"team": team, "channel": channel, "thread": thread or None, "message": None}
    about = {"question": f"{team}/{id}", "post": letter.key, "revision": revision, "at": time.time()}
    for number, (fact, figure) in enumerate(right):
        row = {"key": f"{letter.key}#{number}", **where, **about, **given_row(given_of(fact, figure))}
        connection.execute(insert_new(FIGURES_GIVEN, connection.dialect.name), row)


def _note_row(id: str, place: Place) -> Row:
    team, channel, thread = place
    about = {"correction": id, "team": team, "channel": channel, "thread": thread}
    return {**about, "state": DUE, "post": key_of_note(id, *place), "at": time.time()}


def _in(place: Place) -> tuple[ColumnElement[bool], ...]:
    team, channel, _ = place
    return FIGURES_GIVEN.c.team == team, FIGURES_GIVEN.c.channel == channel
