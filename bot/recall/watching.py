"""Those who asked to be told when a fact changes: told directly, each once for each change."""

from __future__ import annotations

from uuid import uuid4

from sqlalchemy import Connection, select, update

from bot.outbox.letter import Letter
from bot.recall.letters import letter_to
from bot.store.tables import WATCHES
from handlers.recall.note import note_to_watcher
from knowledge.model import Knowledge

NOT_HELD = ""
"""What leads a fact that is not held any more."""


def told_of_changes(knowledge: Knowledge, owner: str, connection: Connection) -> list[Letter]:
    """A message to each who watches a fact that another figure leads now. In the same transaction the watch says which:
    of several processes one tells."""
    columns = (WATCHES.c[name] for name in ("team", "fact", "person", "printed"))
    letters = []
    for team, id, person, printed in connection.execute(select(*columns)).all():
        fact = knowledge.facts.get(id)
        leads = fact.figures[0].printed if fact else NOT_HELD
        if leads == printed or not _ours(team, id, person, printed, leads, knowledge.revision, connection):
            continue
        key = f"{team}/watch/{id}/{person}/{uuid4().hex}"
        letters.append(
            letter_to(
                key,
                team,
                note_to_watcher(printed, fact, knowledge.retired.get(id, "")),
                owner,
                connection,
                channel=person,
            )
        )
    return letters


def _ours(team: str, fact: str, person: str, printed: str, leads: str, revision: str, connection: Connection) -> bool:
    mine = WATCHES.c.team == team, WATCHES.c.fact == fact, WATCHES.c.person == person, WATCHES.c.printed == printed
    return bool(connection.execute(update(WATCHES).where(*mine).values(printed=leads, revision=revision)).rowcount)
