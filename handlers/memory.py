"""What is remembered and what is posted, as values; and what listeners ask of whoever keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from handlers.given import Given
from handlers.office import Office

RESPOND = "respond"
"""The method of a post that goes to a `response_url`, which stands among its arguments."""

ANSWER = "answer"
"""Among the arguments of a `chat.update`: the key of the post whose message it changes, as Slack may not have it yet."""

EDITED = "edited"
"""Beside it: when the question was changed, as Slack's timestamp. Of several changes the latest counts, whoever posts it."""

NOTHING = ""
"""In place of a fact: the last answer gave none, so there is nothing to follow up."""
SHARE = "share"
"""The method of a post to a channel that Factbox may be no member of: if so, it goes to the `response_url` among its
arguments, as a message for all, whose timestamp nobody learns. Either way what only the asker saw goes away; or, if
WINDOW stands among the arguments, a window tells how it went."""

WINDOW = "window"
"""Among the arguments of SHARE: the `view_id` of a window, and the views that say it was `shared`, or `refused`."""


@dataclass(frozen=True, slots=True)
class Post:
    """What goes out to Slack: a method of its Web API, RESPOND or SHARE, and its arguments."""

    method: str
    arguments: Mapping[str, Any]
    lasting: bool = False  # worth posting however late, unlike an answer


@dataclass(frozen=True, slots=True)
class Question:
    """A question and what became of it. `asker` is a user id here, and a keyed hash wherever it is written.

    `runner_up` is the nearest other fact, and `score` that of the nearest one, if any was weighed.
    """

    asker: str
    text: str | None
    outcome: str
    revision: str
    fact: str | None = None
    runner_up: str | None = None
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where in Slack: a workspace, a conversation in it, and perhaps a thread and a message."""

    team: str
    enterprise: str | None = None
    channel: str | None = None
    thread: str | None = None
    message: str | None = None


@dataclass(frozen=True, slots=True)
class Feedback:
    """What somebody says of an answer, by a button or in words; of several times the last counts. `message` is where
    the answer stands, or what else tells it from others; `asker` is a user id here, and a keyed hash wherever it is
    written."""

    asker: str
    message: str
    verdict: Literal["right", "wrong"]
    question: str
    fact: str  # the id of a fact or box; empty for what was calculated
    printed: str  # the figure that led
    revision: str
    note: str | None = None
    kind: Literal["feedback"] = "feedback"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question whose figure somebody asks an admin to add. `person` is a user id: they want to be told, in the place
    of the `Kept`, or directly if that names no channel."""

    person: str
    question: str
    kind: Literal["wanted"] = "wanted"


@dataclass(frozen=True, slots=True)
class Watch:
    """A fact of which somebody wants to be told when a figure of it changes, or (`on` is false) no longer. They are told
    in the place of the `Kept`, or directly if that names no channel."""

    person: str
    fact: str
    printed: str  # the figure that led when they asked
    revision: str
    on: bool = True
    kind: Literal["watch"] = "watch"


Said = Feedback | Wanted | Watch
"""What people tell Factbox by pressing something, apart from questions."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn of a conversation: the person, when they asked, as Slack's timestamp of the message, and the fact that a
    follow-up would be about; NOTHING if there is none, None if the turn left it what it was ("thanks"). `person` is a
    user id here, and a keyed hash wherever it is written."""

    person: str
    asked: str
    fact: str | None = None
    edited: str | None = None  # when the message was changed to what this tells, if it was


@dataclass(frozen=True, slots=True)
class Kept:
    """All that follows from one thing that Slack sent: written and posted as one, once for each team and key.

    Without a key there is nothing to tell a repetition by, and it is kept each time.
    """

    key: str
    place: Place
    posts: tuple[Post, ...] = ()
    question: Question | None = None
    figures: tuple[Given, ...] = ()
    said: tuple[Said, ...] = ()
    turn: Turn | None = None
    revision: str = ""  # of the knowledge base that the figures are from, if no question tells it


class Memory(Protocol):
    """Each returns at once, whatever the database and Slack are doing. Only the office's rooms may say that they cannot."""

    office: Office

    def followed(self, place: Place, asked: str) -> str | None:
        """The fact that the last answer in a conversation, or in a thread of it, was about before a message of that time."""

    def answer_to(self, place: Place, asked: str) -> str | None:
        """The key of the post that answered the message of that time; None if nothing did."""

    def keep(self, kept: Kept) -> bool:
        """Writes it and posts what it says. False, and nothing done, if this team and key were kept before."""

    def note(self, kept: Kept) -> None:
        """Writes it soon: for what was answered in the ack, where nothing is left to post."""

    def forget(self, team: str, at: float) -> None:
        """Erases, soon, everything of a workspace up to that time (seconds since 1970): it may be installed again."""
