"""Erasing: everything of a workspace, or everything of a person in it."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Connection, Table, delete, select, update

from bot.store.tables import (
    ADMINS,
    AUDIT,
    BOTS,
    CORRECTIONS,
    DISMISSED,
    DRAFTS,
    EVENTS_SEEN,
    FEEDBACK,
    FIGURES_GIVEN,
    INSTALLATIONS,
    NOTES,
    OUTBOX,
    QUESTIONS,
    REVISIONS,
    TURNS,
    WANTED,
    WATCHES,
)

OF_A_TEAM: tuple[Table, ...] = (
    EVENTS_SEEN, OUTBOX, QUESTIONS, FIGURES_GIVEN, FEEDBACK, AUDIT, ADMINS, NOTES, DRAFTS, WANTED, WATCHES, TURNS,
    DISMISSED,
)  # fmt: skip
INSTALLED: tuple[Table, ...] = (BOTS, INSTALLATIONS)


def erase_team(team: str, until: float, connection: Connection) -> int:
    """Erases every row of a workspace up to that time (seconds since 1970), its tokens too. Gives their number."""
    day = datetime.fromtimestamp(until + 1, UTC).replace(tzinfo=None)  # slack_sdk writes times so
    ours = [delete(table).where(table.c.team == team, table.c.at <= until + 1) for table in OF_A_TEAM]
    tokens = [delete(table).where(table.c.team_id == team, table.c.installed_at <= day) for table in INSTALLED]
    _unsigned(REVISIONS.c.author.startswith(f"{team}/", autoescape=True), connection)
    _undecided(CORRECTIONS.c.by.startswith(f"{team}/", autoescape=True), connection)
    return sum(connection.execute(each).rowcount for each in (*ours, *tokens))


def erase_person(team: str, person: str, asker: str, connection: Connection) -> int:
    """Erases what a person asked, was given, said and wants to be told. `asker` is the keyed hash under which that stands."""
    asked = select(QUESTIONS.c.key).where(QUESTIONS.c.team == team, QUESTIONS.c.asker == asker)
    theirs = (
        delete(FIGURES_GIVEN).where(FIGURES_GIVEN.c.question.in_(asked)),
        delete(QUESTIONS).where(QUESTIONS.c.key.in_(asked)),
        delete(FEEDBACK).where(FEEDBACK.c.team == team, FEEDBACK.c.asker == asker),
        delete(TURNS).where(TURNS.c.team == team, TURNS.c.person == asker),
        *(
            delete(each).where(each.c.team == team, each.c.person == person)
            for each in (WANTED, WATCHES, ADMINS, DRAFTS, DISMISSED)
        ),
        delete(INSTALLATIONS).where(INSTALLATIONS.c.team_id == team, INSTALLATIONS.c.user_id == person),
    )
    _unsigned(REVISIONS.c.author == f"{team}/{person}", connection)
    _undecided(CORRECTIONS.c.by == f"{team}/{person}", connection)
    return sum(connection.execute(each).rowcount for each in theirs)


def _undecided(theirs: ColumnElement[bool], connection: Connection) -> None:
    """What was decided about a figure stands; by whom is forgotten."""
    connection.execute(update(CORRECTIONS).where(theirs).values(by=""))


def _unsigned(theirs: ColumnElement[bool], connection: Connection) -> None:
    """The knowledge base is not theirs, and stays; that they changed it is forgotten."""
    connection.execute(update(REVISIONS).where(theirs).values(author="somebody"))
