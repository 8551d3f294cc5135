"""What was given, and who watches it, under the new ids of entries that were renamed."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select, update

from bot.recall.given import snapshots, undealt
from bot.store.rows import given_row, mark_of
from bot.store.tables import CORRECTIONS, FIGURES_GIVEN, WATCHES
from handlers.recall.renames import Renames


def carried_over(renames: Renames, connection: Connection) -> None:
    """Once or twice, by one process or several: what has its new id by now stays as it is."""
    dealt = FIGURES_GIVEN.c.correction.is_not(None), FIGURES_GIVEN.c.fact.in_(renames.facts)
    given = {*undealt(connection), *snapshots(connection, *dealt)}
    for each in (each for each in given if each in renames):
        same = FIGURES_GIVEN.c.fact == each.fact, FIGURES_GIVEN.c.mark == mark_of(each)
        connection.execute(update(FIGURES_GIVEN).where(*same).values(given_row(renames.followed(each))))
    for fact, to in renames.facts.items():
        connection.execute(update(CORRECTIONS).where(CORRECTIONS.c.fact == fact).values(fact=to))
        _watched(fact, to, connection)


def _watched(fact: str, to: str, connection: Connection) -> None:
    """Who watches both, which cannot be told apart any more, watches the one that was renamed."""
    watching = select(WATCHES.c.team, WATCHES.c.person).where(WATCHES.c.fact == fact)
    for team, person in connection.execute(watching).all():
        theirs = WATCHES.c.team == team, WATCHES.c.person == person, WATCHES.c.fact == to
        connection.execute(delete(WATCHES).where(*theirs))
    connection.execute(update(WATCHES).where(WATCHES.c.fact == fact).values(fact=to))


def watched(connection: Connection) -> set[str]:
    """The facts that somebody watches and was not told of as gone."""
    return set(connection.execute(select(WATCHES.c.fact).where(WATCHES.c.printed != "").distinct()).scalars())
