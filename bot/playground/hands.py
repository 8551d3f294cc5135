"""What a person can do in the playground: each thing is delivered to the app as Slack would, and its ack obeyed."""

from __future__ import annotations

import json
from dataclasses import replace
from urllib.parse import urlencode

from bot.playground import payloads
from bot.playground.delivery import FORM, Ack, Delivery
from bot.playground.exchanges import Exchange, Exchanges, json_or_text
from bot.playground.hearing import Hearing, view_of
from bot.playground.people import CHANNEL_BY_ID, FACTBOX, as_slack_writes, direct_with
from bot.playground.standin import StandIn
from bot.playground.workspace import Message, Thing, View, Workspace

MENTION = f"<@{FACTBOX.id}>"
NOT_REACHED = "Factbox did not answer; the log in the terminal may say why."


class NotDone(Exception):
    """What somebody asked for cannot be done; said to them in words."""


class Hands:
    """The people's hands. `commands` are the slash commands that there are."""

    def __init__(
        self, slack: StandIn, workspace: Workspace, exchanges: Exchanges, hearing: Hearing, delivery: Delivery,
        commands: frozenset[str],
    ) -> None:  # fmt: skip
        self._slack = slack
        self._workspace = workspace
        self._exchanges = exchanges
        self._hearing = hearing
        self._delivery = delivery
        self._commands = commands

    def say(self, person: str, channel: str, text: str, thread: str | None = None) -> None:
        """Sends a message, or a slash command; those work in channels, not in threads."""
        if not text.strip() or not CHANNEL_BY_ID[channel].open_to(person):
            raise NotDone("There is nothing to send.")
        if text.startswith("/") and not text.startswith("//"):
            self._command(person, channel, text.strip(), thread)
            return
        ts = self._slack.web_api.timestamp()
        message = Message(channel, ts, person, as_slack_writes(text.strip()), thread=thread)
        self._workspace.post(message)
        self._tell(message, "direct message" if CHANNEL_BY_ID[channel].kind == "im" else "mention")

    def edit(self, person: str, channel: str, ts: str, text: str) -> None:
        """Changes one of one's own messages."""
        before = self._own(person, channel, ts)
        after = replace(before, text=as_slack_writes(text.strip()), edited=True)
        if after.text in ("", before.text):
            return
        self._workspace.post(after)
        if CHANNEL_BY_ID[channel].kind == "im":
            event = payloads.edited(after, before, self._slack.web_api.timestamp())
            self._deliver_event(self._about(after, "edit"), event)
        else:
            self._tell(after, "edited mention")

    def delete(self, person: str, channel: str, ts: str) -> None:
        """Takes back one of one's own messages."""
        message = self._own(person, channel, ts)
        self._workspace.remove(message.key)
        if CHANNEL_BY_ID[channel].kind == "im":
            event = payloads.deleted(message, self._slack.web_api.timestamp())
            self._deliver_event(self._about(message, "deletion"), event)

    def press(self, person: str, place: Thing, action: Thing, state: Thing) -> None:
        """Presses a button, chooses in a menu: in a message, a modal or the Home."""
        message, view = self._at(person, place)
        label = str(action.get("action_id", ""))
        exchange = self._in(person, f"click on {label}", message, view)
        action = {**action, "action_ts": self._slack.web_api.timestamp()}
        body = payloads.clicked(exchange, action, state, message, view, self._hook(exchange))
        self._deliver(exchange, body)

    def options(self, person: str, place: Thing, block: str, action: str, typed: str) -> Thing:
        """What the app offers for what has been typed so far."""
        message, view = self._at(person, place)
        exchange = self._in(person, f"type-ahead “{typed}”", message, view)
        ack = self._deliver(exchange, payloads.typed_ahead(exchange, block, action, typed, message, view))
        said = json_or_text(ack.body)
        return said if isinstance(said, dict) else {}

    def submit(self, person: str, view_id: str, state: Thing) -> None:
        """Sends a modal off, and does to it what the app says."""
        view = self._modal(person, view_id)
        exchange = self._in(person, "modal sent off", None, view)
        ack = self._deliver(exchange, payloads.submitted(exchange, view, state))
        self._obey(json_or_text(ack.body) or {}, view, exchange)

    def close(self, person: str, view_id: str) -> None:
        """Closes a modal; the app is told if it wanted to be."""
        view = self._modal(person, view_id)
        self._workspace.close(person, view_id)
        if view.view.get("notify_on_close"):
            exchange = self._in(person, "modal closed", None, view)
            self._deliver(exchange, payloads.closed(exchange, view))

    def open_home(self, person: str, tab: str) -> None:
        """Looks at the app's Home, or at its direct messages."""
        channel = direct_with(person) or ""
        exchange = self._exchanges.begin(person, f"look at the {tab} tab", channel=channel)
        home = self._workspace.homes.get(person)
        event = payloads.opened_home(person, channel, tab, home, self._slack.web_api.timestamp())
        self._deliver_event(exchange, event)

    def shortcut(self, person: str, callback_id: str, place: Thing | None = None) -> None:
        """A shortcut: of a message, or of no message in particular."""
        message = self._at(person, place)[0] if place else None
        exchange = self._in(person, f"shortcut {callback_id}", message, None)
        if message:
            body = payloads.message_shortcut(exchange, callback_id, message, self._hook(exchange))
        else:
            body = payloads.global_shortcut(exchange, callback_id)
        self._deliver(exchange, body)

    def _command(self, person: str, channel: str, typed: str, thread: str | None) -> None:
        name, _, text = typed.partition(" ")
        if thread:
            raise NotDone(f"{name} does not work in threads: Slack has it so. Mention Factbox instead.")
        if name not in self._commands:
            raise NotDone(f"There is no command {name} here. A message that begins with // is sent as it is.")
        exchange = self._exchanges.begin(person, name, question=text.strip(), channel=channel)
        form = payloads.command(name, as_slack_writes(text.strip()), exchange, self._hook(exchange))
        exchange.body = form
        exchange.ack = self._delivery.send(urlencode(form), FORM)
        self._reached(exchange.ack)
        said = json_or_text(exchange.ack.body)
        if said:
            self._hearing.respond(said if isinstance(said, dict) else {"text": said}, exchange)

    def _tell(self, message: Message, what: str) -> None:
        """The app hears of direct messages, and of channels that it is in only where it is mentioned."""
        channel = CHANNEL_BY_ID[message.channel]
        if channel.kind == "im" or (MENTION in message.text and FACTBOX.id in channel.members):
            self._deliver_event(self._about(message, what), payloads.posted(message))

    def _about(self, message: Message, what: str) -> Exchange:
        """An exchange about a message of a person; it is found again at that message."""
        thread = message.thread or message.ts
        question = message.text.replace(MENTION, "").strip()
        exchange = self._exchanges.begin(
            message.user, what, question=question, channel=message.channel, thread=thread, message=message.ts
        )
        self._workspace.change(message.key, exchange=exchange.number)
        return exchange

    def _in(self, person: str, what: str, message: Message | None, view: View | None) -> Exchange:
        exchange = self._exchanges.begin(person, what, view=view.id if view else None)
        if message:
            exchange.channel, exchange.message, exchange.thread = message.channel, message.ts, message.thread
            exchange.ephemeral = message.only_for is not None
        return exchange

    def _deliver_event(self, exchange: Exchange, event: Thing) -> None:
        exchange.body = event
        exchange.ack = self._delivery.event(event)
        self._reached(exchange.ack)

    def _deliver(self, exchange: Exchange, body: Thing) -> Ack:
        exchange.body = body
        exchange.ack = self._delivery.send(urlencode({"payload": json.dumps(body)}), FORM)
        return self._reached(exchange.ack)

    def _reached(self, ack: Ack) -> Ack:
        """What was delivered changes what *Inspect* shows."""
        with self._workspace.changing():
            pass
        if ack.status != 200:
            raise NotDone(NOT_REACHED)
        return ack

    def _obey(self, said: Thing, view: View, exchange: Exchange) -> None:
        action = said.get("response_action")
        if action == "errors":
            self._workspace.replace_view(replace(view, errors=said.get("errors") or {}))
        elif action == "update":
            number = {"id": view.id, "hash": f"{view.hash}+"}
            self._workspace.replace_view(view_of(said["view"] | number, view.person, exchange.number))
        elif action == "push":
            number = {"id": f"{view.id}+{exchange.number}"}
            self._workspace.open(view_of(said["view"] | number, view.person, exchange.number))
        else:
            self._workspace.close(view.person, "" if action == "clear" else view.id)

    def _own(self, person: str, channel: str, ts: str) -> Message:
        message = self._workspace.messages.get((channel, ts))
        if message is None or message.user != person:
            raise NotDone("That message is not yours, or it is gone.")
        return message

    def _at(self, person: str, place: Thing) -> tuple[Message | None, View | None]:
        """The message, modal or Home that something was done in."""
        if "view" in place:
            home = self._workspace.homes.get(person)
            view = home if home and home.id == place["view"] else self._modal(person, place["view"])
            return None, view
        message = self._workspace.messages.get((place["channel"], place["ts"]))
        if message is None or message.only_for not in (None, person):
            raise NotDone("That message is gone.")
        return message, None

    def _modal(self, person: str, view_id: str) -> View:
        view = self._workspace.modal(person, view_id)
        if view is None:
            raise NotDone("That window is closed.")
        return view

    def _hook(self, exchange: Exchange) -> str:
        return f"{self._slack.hooks}{exchange.number}"
