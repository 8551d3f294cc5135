"""Who and what there is in the playground's workspace."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Literal

from bot.playground.delivery import BOT


@dataclass(frozen=True, slots=True)
class Person:
    """Someone with a name and a Slack id; the app is one too."""

    id: str
    name: str
    admin: bool = False


@dataclass(frozen=True, slots=True)
class Channel:
    """A conversation: a channel that all people see, or a direct message of one of them with the app."""

    id: str
    name: str
    members: frozenset[str]
    kind: Literal["channel", "im"] = "channel"

    def open_to(self, person: str) -> bool:
        return self.kind == "channel" or person in self.members


FACTBOX = Person(BOT, "Factbox")
PEOPLE = (Person("UANNA", "Anna Held"), Person("UFLAVIA", "Flavia Strakencz", admin=True))
EVERYBODY = frozenset(each.id for each in PEOPLE)
CHANNELS = (
    Channel("C1", "figures", EVERYBODY | {BOT}),
    Channel("C2", "lobby", EVERYBODY),  # where nobody has invited Factbox
    *(Channel(f"D{each.id[1:]}", FACTBOX.name, frozenset({each.id, BOT}), "im") for each in PEOPLE),
)
BY_ID = {each.id: each for each in (FACTBOX, *PEOPLE)}
CHANNEL_BY_ID = {each.id: each for each in CHANNELS}

LINK = re.compile(r"https?://[^\s<>|]+")


def direct_with(person: str) -> str | None:
    """The direct message of a person with the app."""
    return next((each.id for each in CHANNELS if each.kind == "im" and person in each.members - {BOT}), None)


def as_slack_writes(typed: str) -> str:
    """What somebody typed, as Slack hands it on: escaped, with mentions, channels and links in angle brackets."""
    text = html.escape(typed, quote=False)
    for person in BY_ID.values():
        text = re.sub(rf"@{re.escape(person.name)}(?!\w)", f"<@{person.id}>", text)
    for channel in CHANNELS:
        if channel.kind == "channel":
            text = re.sub(rf"(?<![\w&])#{channel.name}(?!\w)", f"<#{channel.id}|{channel.name}>", text)
    return LINK.sub(lambda link: f"<{link[0]}>", text)
