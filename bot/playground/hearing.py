"""What the app calls Slack for, as it changes the workspace: messages posted and updated, modals opened, Homes published."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.playground.exchanges import Exchange, Exchanges
from bot.playground.moods import Call
from bot.playground.people import CHANNEL_BY_ID, FACTBOX
from bot.playground.standin import HOOKS
from bot.playground.workspace import Message, View, Workspace, with_ids

Arguments = Mapping[str, Any]


class Hearing:
    """Hears every call that Slack would accept, and does to the workspace what Slack would do."""

    def __init__(self, workspace: Workspace, exchanges: Exchanges, timestamp: Callable[[], str]) -> None:
        self._workspace = workspace
        self._exchanges = exchanges
        self._timestamp = timestamp
        self._does: dict[str, Callable[[Arguments, Mapping[str, Any], Exchange | None], None]] = {
            "chat.postMessage": self._post,
            "chat.postEphemeral": self._post_ephemeral,
            "chat.update": self._update,
            "chat.delete": self._delete,
            "views.open": self._open,
            "views.push": self._open,
            "views.update": self._update_view,
            "views.publish": self._publish,
            "assistant.threads.setSuggestedPrompts": self._suggest,
        }

    def hear(self, call: Call) -> None:
        if call.method == "auth.test":
            return
        exchange = self._exchanges.add(call)
        if not call.posted:
            return
        if call.method.startswith(HOOKS):
            if exchange:
                self.respond(call.arguments, exchange)
        elif does := self._does.get(call.method):
            does(call.arguments, call.answer, exchange)

    def respond(self, body: Arguments, exchange: Exchange) -> None:
        """What the app said to a `response_url`, or in the ack of a command."""
        at = (exchange.channel or "", exchange.message or "")
        if body.get("delete_original"):
            self._workspace.remove(at)
        elif body.get("replace_original") and exchange.message:
            self._workspace.change(at, **_said(body), exchange=exchange.number)
        elif body.get("text") or body.get("blocks"):
            seen_by = None if body.get("response_type") == "in_channel" else exchange.person
            self._say(body, at[0], self._timestamp(), exchange, seen_by)

    def _post(self, message: Arguments, answer: Arguments, exchange: Exchange | None) -> None:
        self._say(message, str(answer["channel"]), str(answer["ts"]), exchange)

    def _post_ephemeral(self, message: Arguments, answer: Arguments, exchange: Exchange | None) -> None:
        self._say(message, str(message["channel"]), str(answer["message_ts"]), exchange, str(message["user"]))

    def _say(
        self, message: Arguments, channel: str, ts: str, exchange: Exchange | None, only_for: str | None = None
    ) -> None:
        if channel in CHANNEL_BY_ID:
            number = exchange.number if exchange else None
            where: dict[str, Any] = {"thread": message.get("thread_ts"), "only_for": only_for, "exchange": number}
            self._workspace.post(Message(channel, ts, FACTBOX.id, **_said(message), **where))

    def _update(self, message: Arguments, _: Arguments, exchange: Exchange | None) -> None:
        number = exchange.number if exchange else None
        self._workspace.change((message["channel"], message["ts"]), **_said(message), exchange=number)

    def _delete(self, message: Arguments, _: Arguments, __: Exchange | None) -> None:
        self._workspace.remove((message["channel"], message["ts"]))

    def _open(self, _: Arguments, answer: Arguments, exchange: Exchange | None) -> None:
        if exchange:
            self._workspace.open(view_of(answer["view"], exchange.person, exchange.number))

    def _update_view(self, _: Arguments, answer: Arguments, exchange: Exchange | None) -> None:
        number = exchange.number if exchange else None
        for held in self._workspace.views():
            if held.id == answer["view"]["id"]:
                self._workspace.replace_view(view_of(answer["view"], held.person, number))

    def _publish(self, arguments: Arguments, answer: Arguments, exchange: Exchange | None) -> None:
        person, number = str(arguments["user_id"]), exchange.number if exchange else None
        with self._workspace.changing():
            self._workspace.homes[person] = view_of(answer["view"], person, number)

    def _suggest(self, arguments: Arguments, _: Arguments, __: Exchange | None) -> None:
        with self._workspace.changing():
            self._workspace.prompts[str(arguments["channel_id"])] = dict(arguments)


def view_of(view: Mapping[str, Any], person: str, exchange: int | None) -> View:
    """A view as the page shows it, its blocks and elements named."""
    named = {**view, "blocks": list(with_ids(view.get("blocks")))}
    return View(str(view["id"]), str(view.get("hash", "")), named, person, exchange=exchange)


def _said(message: Arguments) -> dict[str, Any]:
    plain = message.get("mrkdwn") is False
    return {"text": str(message.get("text") or ""), "blocks": with_ids(message.get("blocks")), "plain": plain}
