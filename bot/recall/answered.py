"""Those who asked to be told when their question is answered: told in their thread, each once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from uuid import uuid4

from sqlalchemy import Connection, insert, select

from bot.outbox.letter import Letter
from bot.recall.letters import letter_to
from bot.store.said import tell
from bot.store.tables import FIGURES_GIVEN, WANTED
from handlers.admin.queue import is_not_ours
from handlers.kept import figures_given
from handlers.memory import Given
from handlers.recall.note import answer_to_wanted, not_ours_after_all
from handlers.reply import Reply
from knowledge.answer import Found, answer
from knowledge.library import Served


@dataclass(frozen=True, slots=True)
class Answered:
    """A question that people wait for, under its key, what they are told, and the figures in that."""

    team: str
    key: str
    said: Reply
    given: tuple[Given, ...] = ()


def waited_for(connection: Connection) -> list[tuple[str, str, str]]:
    """The questions that people wait for: workspace, key and words."""
    asked = select(WANTED.c.team, WANTED.c.key, WANTED.c.question).distinct()
    return [(team, key, question) for team, key, question in connection.execute(asked)]


def answered(wanted: Iterable[tuple[str, str, str]], now: Served) -> list[Answered]:
    """Those of them that get a figure now, or of which an editor has said that they are none of ours."""
    found = []
    for team, key, question in wanted:
        outcome = answer(question, now.index)
        if isinstance(outcome, Found):
            found.append(Answered(team, key, answer_to_wanted(question, outcome), figures_given(outcome)))
        elif is_not_ours(question, now.knowledge):
            found.append(Answered(team, key, not_ours_after_all(question)))
    return found


def told_answers(found: Iterable[Answered], revision: str, owner: str, connection: Connection) -> list[Letter]:
    """A message to each who waits: with this transaction they are not waiting any more, and the message is on its way."""
    letters = []
    for each in found:
        for waiting in tell(each.team, each.key, connection):
            place, key = waiting.place, f"{each.team}/answered/{uuid4().hex}"
            channel = place.channel or waiting.person
            letter = letter_to(key, each.team, each.said, owner, connection, channel=channel, thread_ts=place.thread)
            where = {"team": each.team, "channel": channel, "thread": place.thread, "question": key, "post": key}
            for number, given in enumerate(each.given):
                snapshot = {field.name: getattr(given, field.name) for field in fields(Given)}
                row = {"key": f"{key}#{number}", **where, **snapshot, "revision": revision, "at": letter.at}
                connection.execute(insert(FIGURES_GIVEN).values(row))
            letters.append(letter)
    return letters
