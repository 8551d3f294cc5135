"""Those who asked to be told when their question is answered: told in their thread, each once."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, insert, select

from bot.outbox.letter import Letter
from bot.recall.letters import letter_of
from bot.store.rows import given_row
from bot.store.said import Waiting, tell
from bot.store.tables import FIGURES_GIVEN, WANTED
from handlers.admin.dismissed import LONGEST, Entry
from handlers.admin.queue import alike, is_not_ours
from handlers.answering import Answered, answer_to
from handlers.kept import figures_given
from handlers.recall.note import note_to_waiting
from handlers.wanted import added
from knowledge.answer import Found
from knowledge.library import Library


@dataclass(frozen=True, slots=True)
class News:
    """A question that people wait for, under its key, and its answer; None if it will have none, and why, if anybody said."""

    team: str
    key: str
    question: str
    answered: Answered | None
    reason: str = ""


def waited_for(connection: Connection, *conditions: ColumnElement[bool]) -> list[tuple[str, str, str]]:
    """The questions that people wait for, under these conditions: workspace, key and words."""
    asked = select(WANTED.c.team, WANTED.c.key, WANTED.c.question).where(*conditions).distinct()
    return [(team, key, question) for team, key, question in connection.execute(asked)]


def answered(wanted: Iterable[tuple[str, str, str]], library: Library) -> list[News]:
    """Those of them that get a figure now, or of which an editor has said that they are none of ours."""
    found = []
    for team, key, question in wanted:
        now = answer_to(question, library, "")
        if isinstance(now.outcome, Found):
            found.append(News(team, key, question, now))
        elif is_not_ours(question, library.now.knowledge):
            found.append(News(team, key, question, None))
    return found


def dismissed(entry: Entry, reason: str, team: str, connection: Connection) -> list[News]:
    """The questions that people in a workspace wait for, and that an admin has dismissed with this entry."""
    if entry.list != "unanswered":
        return []
    wanted = waited_for(connection, WANTED.c.team == team)
    return [News(*each, None, reason) for each in wanted if alike(entry.words, each[2][:LONGEST])]


def told_answers(news: Iterable[News], owner: str, connection: Connection) -> list[Letter]:
    """A message to each who waits: with this transaction they are not waiting any more, and the message is on its way."""
    letters = []
    for each in news:
        for waiting in tell(each.team, each.key, connection):
            key = f"{each.team}/answered/{uuid4().hex}"
            message = _message(each, waiting)
            letters.append(letter_of(key, each.team, message, owner, connection))
            if each.answered:
                _keep(key, each.team, message, each.answered, connection)
    return letters


def _message(news: News, waiting: Waiting) -> Mapping[str, Any]:
    if news.answered:
        return added(waiting.person, waiting.place, news.answered).arguments
    place = waiting.place
    said = note_to_waiting(news.question, news.reason)
    return said.message(mrkdwn=False, channel=place.channel or waiting.person, thread_ts=place.thread)


def _keep(key: str, team: str, message: Mapping[str, Any], answered: Answered, connection: Connection) -> None:
    """What is told is given: if it is corrected, it is recalled like any other answer."""
    where = {"team": team, "channel": message["channel"], "thread": message.get("thread_ts")}
    about = {"question": key, "post": key, "revision": answered.revision, "at": time.time()}
    for number, given in enumerate(figures_given(answered.outcome)):
        connection.execute(insert(FIGURES_GIVEN).values(key=f"{key}#{number}", **where, **about, **given_row(given)))
