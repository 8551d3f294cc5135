"""What Slack sends, as a question and where to answer it: pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from handlers.memory import Place
from handlers.strangers import installed_in

MARKUP = re.compile(r"<([@#!]|(?:https?|mailto|tel):)([^<>|]*)(?:\|([^<>]*))?>")
"""What Slack writes in angle brackets: people, channels, groups and special words, links, each perhaps with a label."""

EMPHASIS = re.compile(r"(?<!\w)[*_~`]+|[*_~`]+(?!\w)")
"""The marks of bold, italic, struck and code where they stand: at the edge of a word, unlike the one in `a_b`."""

ENTITIES = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}


@dataclass(frozen=True, slots=True)
class Incoming:
    """A person's question, and where it was asked: the answer goes there."""

    text: str
    team: str
    channel: str
    user: str
    event_id: str
    thread: str | None = None  # where to answer: None is the conversation itself
    asked_in: str | None = None  # the thread it was asked in, if it was asked in one
    enterprise: str | None = None
    at: str = ""  # the timestamp of the message
    mentioned: bool = False  # in a channel, where others read along
    edited: str | None = None  # when it was changed to this, as a timestamp that no other change has

    @property
    def place(self) -> Place:
        """Where the answer goes."""
        return Place(self.team, self.enterprise, self.channel, self.thread)


def question_in(body: dict[str, Any]) -> Incoming | None:
    """The question that an event asks; None if no person asks us anything by it."""
    event = body["event"]
    bot_user = _bot_user(body)
    if not _is_from_a_person(event, bot_user) or not _is_to_us(event):
        return None
    return _incoming(body, event, event["channel"])


def edit_in(body: dict[str, Any]) -> Incoming | None:
    """The question as its asker has changed it, in a direct message; None if that is not what happened.

    A message changes in other ways too: a link in it unfolds, its thread grows, a deletion leaves a tombstone.
    """
    event = body["event"]
    if event.get("subtype") != "message_changed" or event.get("channel_type") != "im":
        return None
    now, before = event.get("message") or {}, event.get("previous_message") or {}
    changed = now.get("edited") and _text_of(now) != _text_of(before)
    if not changed or not _is_from_a_person({**now, "edited": None}, _bot_user(body)):
        return None
    asked = _incoming(body, {**now, "type": "message"}, event["channel"])
    return replace(asked, edited=event.get("event_ts") or event.get("ts") or now["edited"].get("ts"))


def _incoming(body: dict[str, Any], message: dict[str, Any], channel: str) -> Incoming:
    team, enterprise = _workspace(body)
    return Incoming(
        text=readable(_text_of(message), _bot_user(body)),
        team=team,
        channel=channel,
        user=message["user"],
        event_id=body.get("event_id") or f"{channel}/{message['ts']}",
        thread=_thread(message),
        asked_in=message.get("thread_ts"),
        enterprise=enterprise,
        at=message["ts"],
        mentioned=message["type"] == "app_mention",
    )


def question_in_command(command: dict[str, Any]) -> str:
    """What stands behind a slash command."""
    return readable(command.get("text") or "")


def place_of(command: Mapping[str, Any]) -> Place:
    """Where a slash command was typed."""
    return Place(command.get("team_id") or "", command.get("enterprise_id"), command.get("channel_id"))


def place_of_click(click: Mapping[str, Any]) -> Place:
    """Where a button was clicked: the message that it stands in, unless only one person sees that."""
    enterprise, channel = (_id_in(click.get(each)) for each in ("enterprise", "channel"))
    where = click.get("container") or {}
    message = None if where.get("is_ephemeral") else where.get("message_ts")
    return Place(installed_in(click), enterprise, channel, where.get("thread_ts"), message)


def told_at(click: Mapping[str, Any]) -> Place:
    """Where to tell somebody something later: where they clicked if all there could see it, else (no channel) directly."""
    where, place = click.get("container") or {}, place_of_click(click)
    if where.get("is_ephemeral") or not where.get("message_ts"):
        return Place(place.team, place.enterprise)
    thread = place.thread or (click.get("message") or {}).get("thread_ts")
    return Place(place.team, place.enterprise, place.channel, thread)


def readable(text: str, bot_user: str | None = None) -> str:
    """Text as its writer saw it: without Slack's markup, without the mention of us, on one line."""
    without_us = text.replace(f"<@{bot_user}>", " ") if bot_user else text
    plain = EMPHASIS.sub("", MARKUP.sub(lambda found: _label(found, bot_user), without_us))
    return " ".join(re.sub("&(?:lt|gt|amp);", lambda found: ENTITIES[found[0]], plain).split())


def _label(found: re.Match[str], bot_user: str | None) -> str:
    """The words of a piece of markup; a bare id says nothing to a reader, so it goes."""
    sign, target, label = found.groups()
    if sign in ("@", "#"):
        return f"{sign}{label}" if label and target != bot_user else " "
    if sign == "!":
        return label or f"@{target.partition('^')[0]}"
    return label or sign + target


def _id_in(thing: Mapping[str, Any] | None) -> str | None:
    return thing["id"] if thing else None


def _is_from_a_person(event: dict[str, Any], bot_user: str | None) -> bool:
    """Not a bot, not ourselves, not an edit, a deletion or anything else that Slack marks with a subtype.

    An edited mention comes as an event of its own, with an id of its own: it was answered when it was asked.
    """
    other = ("bot_id", "bot_profile", "subtype", "edited", "hidden")
    return bool(event.get("user")) and event["user"] not in (bot_user, "USLACKBOT") and not any(map(event.get, other))


def _is_to_us(event: dict[str, Any]) -> bool:
    return event.get("type") == "app_mention" or event.get("channel_type") == "im"


def _text_of(event: dict[str, Any]) -> str:
    return event.get("text") or ""


def _thread(event: dict[str, Any]) -> str | None:
    """A mention is answered in its thread, or starts one; a direct message in place."""
    started = event["ts"] if event["type"] == "app_mention" else None
    return event.get("thread_ts") or started


def _workspace(body: dict[str, Any]) -> tuple[str, str | None]:
    """Ours, and its enterprise: in a channel that two workspaces share, the event itself may carry the other one's id."""
    ours: dict[str, Any] = next(iter(body.get("authorizations") or ()), {})
    if ours.get("team_id"):
        return ours["team_id"], ours.get("enterprise_id")
    return body.get("team_id") or "", body.get("enterprise_id")


def _bot_user(body: dict[str, Any]) -> str | None:
    """Our own user id, which comes with every event: to ask Slack for it would be a call before the ack."""
    ours = (each["user_id"] for each in body.get("authorizations") or () if each.get("is_bot"))
    return next(ours, None)
