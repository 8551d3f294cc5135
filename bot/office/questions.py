"""What was asked and doubted, as the store has it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from bot.office.rooms import Room
from bot.store.said import reports
from bot.store.tables import QUESTIONS
from handlers.admin.queue import Doubted, Unanswered

MOST = 500
"""Questions that are looked through, newest first."""


class LastingQuestions(Room):
    """Texts are kept for as long as the settings say; without its text a question is not shown."""

    def unanswered(self, team: str) -> Sequence[Unanswered]:
        ours = QUESTIONS.c.team == team, QUESTIONS.c.outcome == "unknown", QUESTIONS.c.text.is_not(None)
        nearest = QUESTIONS.c.fact, QUESTIONS.c.runner_up
        newest = select(QUESTIONS.c.text, *nearest, QUESTIONS.c.at).where(*ours).order_by(QUESTIONS.c.at.desc())
        rows = self._read(lambda connection: connection.execute(newest.limit(MOST)).all())
        return [Unanswered(text, fact or runner_up, at) for text, fact, runner_up, at in rows]

    def doubted(self, team: str) -> Sequence[Doubted]:
        told = self._read(lambda connection: reports(team, connection))
        return [
            Doubted(each.question, each.fact, each.printed, each.note, each.at)
            for each in told
            if each.verdict == "wrong"
        ]
