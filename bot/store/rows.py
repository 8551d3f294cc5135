"""Records as rows: pure."""

from __future__ import annotations

import json
from dataclasses import asdict
from hashlib import sha256
from typing import Any

from bot.outbox.letter import Letter, post_key
from bot.records import Written
from handlers.given import Given

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
        {"key": f"{_key(record)}#{number}", **about, **where, **given_row(figure), **when}
        for number, figure in enumerate(kept.figures)
    ]


def given_row(given: Given) -> Row:
    """The columns of a figure that was given."""
    return {**asdict(given), "mark": mark_of(given)}


def mark_of(given: Given) -> str:
    """A short text that is the same for the same figure, and another for any other."""
    said = {name: value for name, value in asdict(given).items() if value is not None}
    return sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:32]


def _key(record: Written) -> str:
    return f"{record.kept.place.team}/{record.kept.key}"
