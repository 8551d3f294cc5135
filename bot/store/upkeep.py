"""What is done now and then, by one process for all: the rows of `jobs` say when it is due."""

from __future__ import annotations

import time
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, select, update

from bot.store.engine import insert_new, seconds_now
from bot.store.tables import DISMISSED, DRAFTS, EVENTS_SEEN, FEEDBACK, JOBS, OAUTH_STATES, QUESTIONS, TURNS

HOUR, DAY = 3600.0, 86_400.0


def is_due(job: str, every: float, connection: Connection) -> bool:
    """Whether this transaction is to do the job. It is done when the transaction is: a kill leaves it due.

    SKIP LOCKED: while one process does it, the others do not wait for it.
    """
    connection.execute(insert_new(JOBS, connection.dialect.name), {"name": job, "due_at": 0.0})
    due = select(JOBS.c.name).where(JOBS.c.name == job, JOBS.c.due_at <= seconds_now())
    mine = update(JOBS).where(JOBS.c.name.in_(due.with_for_update(skip_locked=True)))
    return connection.execute(mine.values(due_at=seconds_now() + every)).rowcount == 1


def purge(keep_texts: float, connection: Connection) -> None:
    """Forgets the texts of questions and the turns of conversations after so many seconds, and which events were seen after a day.

    The text of a question that somebody wants answered stays until an admin has dealt with it.
    """
    now = time.time()
    for text in (QUESTIONS.c.text, FEEDBACK.c.question, DISMISSED.c.words):
        old = update(text.table).where(text.table.c.at < now - keep_texts, text.is_not(None))
        connection.execute(old.values({text: None}))
    of_questions = DISMISSED.c.list == "unanswered", DISMISSED.c.at < now - keep_texts
    connection.execute(delete(DISMISSED).where(*of_questions))
    connection.execute(delete(TURNS).where(TURNS.c.at < now - keep_texts))
    connection.execute(
        delete(OAUTH_STATES).where(
            OAUTH_STATES.c.expire_at < datetime.fromtimestamp(now - HOUR, UTC).replace(tzinfo=None)
        )
    )
    connection.execute(delete(DRAFTS).where(DRAFTS.c.at < now - DAY))
    connection.execute(delete(EVENTS_SEEN).where(EVENTS_SEEN.c.at < now - DAY))
