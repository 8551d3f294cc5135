"""The turns of conversations: what a follow-up goes on from, and which message answers which question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace

from sqlalchemy import Connection, or_, select, update

from bot.outbox.letter import post_key
from bot.records import Done, Written
from bot.store.engine import insert_latest
from bot.store.tables import OUTBOX, TURNS
from handlers.memory import Place


@dataclass(frozen=True, slots=True)
class Heard:
    """A turn as it is remembered. `post` is the key of the post that answered it, and `message` the timestamp under
    which Slack has that, once it has."""

    asked: str
    thread: str | None
    fact: str | None
    post: str | None
    message: str | None = None
    edited: str | None = None  # when it was last changed

    def changed_to(self, heard: Heard) -> Heard:
        """The turn as another one tells it, unless that one is older; what that one leaves empty stays."""
        if (heard.edited or "") < (self.edited or ""):
            return self
        names = [each.name for each in fields(heard) if getattr(heard, each.name) is not None]
        return replace(self, **{name: getattr(heard, name) for name in names})


def heard_in(record: Written) -> Heard | None:
    """The turn of a record. A question that was changed is answered by the post of before; a click by the message."""
    kept, turn = record.kept, record.kept.turn
    if turn is None:
        return None
    answered = any(post.method == "chat.postMessage" for post in kept.posts)
    post = post_key(kept.place.team, kept.key, 0) if answered else None
    return Heard(turn.asked, kept.place.thread, turn.fact, post, kept.place.message, turn.edited)


def write_turns(records: Sequence[Written], connection: Connection) -> None:
    """Writes the turns of these records. What the latest edit says of a turn counts; by which post it was answered stays."""
    insert = insert_latest(TURNS, connection.dialect.name, "edited")
    for record in records:
        if (heard := heard_in(record)) and record.kept.turn:
            place = record.kept.place
            who = {"team": place.team, "channel": place.channel or "", "person": record.kept.turn.person}
            connection.execute(insert, {**who, **asdict(heard), "at": record.at})


def note_message(done: Done, connection: Connection) -> None:
    """Under which timestamp Slack has an answer."""
    ours = update(TURNS).where(TURNS.c.post == done.post, TURNS.c.message.is_(None))
    connection.execute(ours.values(message=done.message))


def last_heard(place: Place, asked: str, connection: Connection) -> Heard | None:
    """The last turn before that time in a conversation, or in a thread of it, that left something to follow up."""
    here = TURNS.c.team == place.team, TURNS.c.channel == place.channel
    before = select(*_HEARD).where(*here, TURNS.c.asked < asked, TURNS.c.fact.is_not(None))
    latest = before.order_by(TURNS.c.asked.desc()).limit(1)
    found = connection.execute(latest.where(TURNS.c.thread.is_not_distinct_from(place.thread))).first()
    if found is None and place.thread:  # a thread that begins under a question, or under its answer
        begins = or_(TURNS.c.asked == place.thread, TURNS.c.message == place.thread)
        found = connection.execute(latest.where(begins)).first()
    return Heard(*found) if found else None


def heard_at(place: Place, asked: str, connection: Connection) -> Heard | None:
    """The turn that was asked at that time."""
    mine = TURNS.c.team == place.team, TURNS.c.channel == place.channel, TURNS.c.asked == asked
    found = connection.execute(select(*_HEARD).where(*mine)).first()
    return Heard(*found) if found else None


def message_of(post: str, connection: Connection) -> tuple[str | None, bool]:
    """Under which timestamp Slack has a post, if it has it; and whether it is still on its way."""
    message = connection.execute(select(TURNS.c.message).where(TURNS.c.post == post)).scalar()
    return message, connection.execute(select(OUTBOX.c.key).where(OUTBOX.c.key == post)).first() is not None


def edited_at(post: str, connection: Connection) -> str | None:
    """When the question that a post answers was last changed."""
    return connection.execute(select(TURNS.c.edited).where(TURNS.c.post == post)).scalar()


_HEARD = tuple(TURNS.c[name] for name in Heard.__dataclass_fields__)
