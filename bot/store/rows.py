"""Records as rows: pure."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from bot.outbox.letter import Letter, post_key
from bot.records import Written

Row = dict[str, Any]


def event_row(record: Written) -> Row:
    return {"team": record.kept.place.team, "key": record.kept.key, "at": record.at}


def outbox_row(letter: Letter, owner: str) -> Row:
    return {
        "key": letter.key,
        "team": letter.team,
        "enterprise": letter.enterprise,
        "method": letter.method,
        "arguments": dict(letter.arguments),
        "at": letter.at,
        "owner": owner,
        "lasting": letter.lasting,
    }


def question_rows(record: Written) -> list[Row]:
    question, place = record.kept.question, record.kept.place
    where = {"key": _key(record), "team": place.team, "channel": place.channel, "at": record.at}
    return [{**where, **asdict(question)}] if question else []


def figure_rows(record: Written) -> list[Row]:
    """A row for each figure given; `post` tells which message showed it, until the message has a timestamp."""
    kept, place = record.kept, record.kept.place
    where = {"team": place.team, "channel": place.channel, "thread": place.thread, "message": place.message}
    about = {"question": _key(record), "post": post_key(place.team, kept.key, 0) if kept.posts else None}
    when = {"at": record.at, "revision": kept.question.revision if kept.question else kept.revision}
    return [
        {"key": f"{_key(record)}#{number}", **about, **where, **asdict(figure), **when}
        for number, figure in enumerate(kept.figures)
    ]


def _key(record: Written) -> str:
    return f"{record.kept.place.team}/{record.kept.key}"
