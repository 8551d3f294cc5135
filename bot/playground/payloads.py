"""What Slack sends an app when somebody does something, in Slack's own shapes: pure."""

from __future__ import annotations

from bot.playground.delivery import BOT, TEAM
from bot.playground.exchanges import Exchange
from bot.playground.people import BY_ID, CHANNEL_BY_ID
from bot.playground.workspace import Message, Thing, View

DOMAIN = "playground"


def posted(message: Message) -> Thing:
    """The event of a new message: a mention in a channel, or a direct message."""
    if _kind(message.channel) == "channel":
        return {**_about(message), "type": "app_mention"}
    return {**_about(message), "channel_type": "im"}


def edited(message: Message, before: Message, ts: str) -> Thing:
    """The event of an edit, in a direct message."""
    new = _inner(message) | {"edited": {"user": message.user, "ts": ts}}
    return _hidden(message, ts, "message_changed") | {"message": new, "previous_message": _inner(before)}


def deleted(message: Message, ts: str) -> Thing:
    """The event of a deletion, in a direct message."""
    return _hidden(message, ts, "message_deleted") | {"deleted_ts": message.ts, "previous_message": _inner(message)}


def opened_home(person: str, channel: str, tab: str, view: View | None, ts: str) -> Thing:
    """The event of a look at the app's Home, or at its direct messages."""
    shown = {"view": _view(view)} if view and tab == "home" else {}
    return {"type": "app_home_opened", "user": person, "channel": channel, "tab": tab, "event_ts": ts, **shown}


def command(name: str, text: str, exchange: Exchange, hook: str) -> dict[str, str]:
    """A slash command: a form, not JSON."""
    channel = exchange.channel or ""
    who = {"user_id": exchange.person, "user_name": _handle(exchange.person), "team_id": TEAM, "team_domain": DOMAIN}
    where = {"channel_id": channel, "channel_name": _channel_name(channel), "is_enterprise_install": "false"}
    return {**who, **where, "command": name, "text": text, "trigger_id": exchange.trigger, "response_url": hook}


def clicked(
    exchange: Exchange, action: Thing, state: Thing, message: Message | None, view: View | None, hook: str
) -> Thing:
    """A click, a choice or an entry in a message, or in a modal or Home."""
    body = {"type": "block_actions", **_who(exchange), "trigger_id": exchange.trigger, "actions": [action]}
    if view:
        container = {"type": "view", "view_id": view.id}
        return {**body, "container": container, "view": _view(view, state)}
    return {**body, **_in_message(exchange, message), "state": {"values": state}, "response_url": hook}


def typed_ahead(
    exchange: Exchange, block: str, action: str, typed: str, message: Message | None, view: View | None
) -> Thing:
    """A request for the options of a type-ahead."""
    what = {"type": "block_suggestion", **_who(exchange), "block_id": block, "action_id": action, "value": typed}
    if view:
        return {**what, "container": {"type": "view", "view_id": view.id}, "view": _view(view)}
    return {**what, **_in_message(exchange, message)}


def submitted(exchange: Exchange, view: View, state: Thing) -> Thing:
    """A modal, sent off."""
    return {"type": "view_submission", **_who(exchange), "trigger_id": exchange.trigger,
            "view": _view(view, state), "response_urls": []}  # fmt: skip


def closed(exchange: Exchange, view: View) -> Thing:
    """A modal, closed without being sent off."""
    return {"type": "view_closed", **_who(exchange), "view": _view(view), "is_cleared": False}


def global_shortcut(exchange: Exchange, callback_id: str) -> Thing:
    """A shortcut out of the menu beside the field one types in."""
    what = {"type": "shortcut", "callback_id": callback_id, "action_ts": f"{exchange.number}.0"}
    return {**what, **_who(exchange), "trigger_id": exchange.trigger}


def message_shortcut(exchange: Exchange, callback_id: str, message: Message, hook: str) -> Thing:
    """A shortcut out of a message's menu."""
    where = {"channel": _channel(message.channel), "message_ts": message.ts, "message": _inner(message)}
    what = {"type": "message_action", "callback_id": callback_id, "action_ts": f"{exchange.number}.0"}
    return {**what, **_who(exchange), **where, "trigger_id": exchange.trigger, "response_url": hook}


def _about(message: Message) -> Thing:
    edits = {"edited": {"user": message.user, "ts": message.ts}} if message.edited else {}
    return {**_inner(message), "channel": message.channel, "event_ts": message.ts, **edits}


def _inner(message: Message) -> Thing:
    """A message as it stands in events and clicks."""
    thread = {"thread_ts": message.thread} if message.thread else {}
    ours = {"bot_id": "BBOT", "app_id": "APLAYGROUND"} if message.user == BOT else {}
    blocks = {"blocks": [*message.blocks]} if message.blocks else {}
    said = {"type": "message", "user": message.user, "team": TEAM, "ts": message.ts, "text": message.text}
    return {**said, **thread, **ours, **blocks}


def _hidden(message: Message, ts: str, subtype: str) -> Thing:
    where = {"channel": message.channel, "channel_type": _kind(message.channel)}
    return {"type": "message", "subtype": subtype, **where, "hidden": True, "ts": ts, "event_ts": ts}


def _in_message(exchange: Exchange, message: Message | None) -> Thing:
    """Of an ephemeral message Slack hands over where it stands, and not what it says."""
    channel = exchange.channel or ""
    thread = {"thread_ts": exchange.thread} if exchange.thread else {}
    where = {"type": "message", "message_ts": exchange.message, "channel_id": channel, **thread}
    whole = {"message": _inner(message)} if message and not message.only_for else {}
    return {"container": where | {"is_ephemeral": exchange.ephemeral}, "channel": _channel(channel), **whole}


def _who(exchange: Exchange) -> Thing:
    person = {"id": exchange.person, "username": _handle(exchange.person), "name": _handle(exchange.person)}
    team = {"id": TEAM, "domain": DOMAIN}
    return {"team": team, "user": {**person, "team_id": TEAM}, "api_app_id": "APLAYGROUND", "token": "unused",
            "enterprise": None, "is_enterprise_install": False}  # fmt: skip


def _view(view: View, state: Thing | None = None) -> Thing:
    given = {name: value for name, value in view.view.items() if value is not None}
    ids = {"id": view.id, "team_id": TEAM, "hash": view.hash, "app_id": "APLAYGROUND", "bot_id": "BBOT"}
    kept = {"private_metadata": "", "callback_id": "", "root_view_id": view.id, "previous_view_id": None}
    return {**kept, **given, **ids, "state": {"values": state or {}}}


def _channel(channel: str) -> Thing:
    return {"id": channel, "name": _channel_name(channel)}


def _channel_name(channel: str) -> str:
    return CHANNEL_BY_ID[channel].name if _kind(channel) == "channel" else "directmessage"


def _kind(channel: str) -> str:
    return CHANNEL_BY_ID[channel].kind


def _handle(person: str) -> str:
    return BY_ID[person].name.casefold().replace(" ", ".")
