"""What was asked and doubted, as the store has it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from bot.office.rooms import Room
from bot.store.said import reports
from bot.store.tables import QUESTIONS
from handlers.admin.queue import Doubted, Told, Unanswered

MOST, MOST_TOLD = 500, 2000
"""Questions that are looked through, newest first: those without a figure, and the others."""


class LastingQuestions(Room):
    """Texts are kept for as long as the settings say; without its text a question is not shown."""

    def unanswered(self, team: str) -> Sequence[Unanswered]:
        ours = QUESTIONS.c.team == team, QUESTIONS.c.outcome == "unknown", QUESTIONS.c.text.is_not(None)
        nearest = QUESTIONS.c.fact, QUESTIONS.c.runner_up
        newest = select(QUESTIONS.c.text, *nearest, QUESTIONS.c.at).where(*ours).order_by(QUESTIONS.c.at.desc())
        rows = self._read(lambda connection: connection.execute(newest.limit(MOST)).all())
        return [Unanswered(text, fact or runner_up, at) for text, fact, runner_up, at in rows]

    def doubted(self, team: str) -> Sequence[Doubted]:
        told = self._read(lambda connection: reports(team, connection, "wrong"))
        return [
            Doubted(
                each.question,
                each.fact,
                each.printed,
                each.note,
                each.at,
                f"{each.channel}/{each.message}/{each.asker}",
            )
            for each in told
        ]

    def told(self, team: str) -> Sequence[Told]:
        told = (QUESTIONS.c[name] for name in Told.__dataclass_fields__)
        got = QUESTIONS.c.outcome.in_(("found", "unsure")), QUESTIONS.c.fact.is_not(None)
        ours = select(*told).where(QUESTIONS.c.team == team, QUESTIONS.c.text.is_not(None), *got)
        newest = ours.order_by(QUESTIONS.c.at.desc()).limit(MOST_TOLD)
        return [Told(*row) for row in self._read(lambda connection: connection.execute(newest).all())]
