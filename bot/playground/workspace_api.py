"""The Web API of a workspace that is there: it knows who and what is in it, and refuses what cannot be done in it."""

from __future__ import annotations

import time

from bot.playground.delivery import TEAM
from bot.playground.exchanges import Exchanges
from bot.playground.moods import now
from bot.playground.people import BY_ID, CHANNEL_BY_ID, FACTBOX, Channel, Person, direct_with
from bot.playground.web_api import Answer, Arguments, WebApi
from bot.playground.workspace import View, Workspace

TRIGGER_LIVES = 3.0
"""Seconds after which a `trigger_id` opens nothing any more."""

MOST_MODALS = 3


class WorkspaceApi(WebApi):
    """Answers out of the workspace, and refuses by it before anything else is looked at."""

    def __init__(self, workspace: Workspace, exchanges: Exchanges) -> None:
        super().__init__(time.time)
        self._workspace = workspace
        self._exchanges = exchanges
        self._methods |= {
            "chat.delete": self._delete,
            "chat.getPermalink": self._permalink,
            "conversations.info": self._conversation,
            "conversations.members": self._members,
            "conversations.open": self._direct,
            "users.info": self._user,
        }

    def answer(self, method: str, arguments: Arguments, token: str) -> Answer:
        arguments = _addressed(arguments)
        if refusal := self._refusal(method, arguments):
            return {"ok": False, "error": refusal}
        return super().answer(method, arguments, token)

    def _refusal(self, method: str, arguments: Arguments) -> str:
        if method in ("chat.postMessage", "chat.postEphemeral", "chat.update", "chat.delete"):
            return self._refusal_of_post(method, arguments)
        if method in ("views.open", "views.push"):
            return self._refusal_of_modal(arguments)
        return ""

    def _refusal_of_post(self, method: str, arguments: Arguments) -> str:
        channel = CHANNEL_BY_ID.get(str(arguments.get("channel")))
        if channel is None:
            return "channel_not_found"
        if FACTBOX.id not in channel.members:
            return "not_in_channel"
        if method in ("chat.postMessage", "chat.postEphemeral"):
            return ""
        message = self._workspace.messages.get((channel.id, str(arguments.get("ts"))))
        if message is None or message.only_for:
            return "message_not_found"
        return "" if message.user == FACTBOX.id else "cant_update_message"

    def _refusal_of_modal(self, arguments: Arguments) -> str:
        exchange = self._exchanges.by_trigger(arguments.get("trigger_id"))
        if exchange is None:
            return "invalid_trigger_id"
        if now() - exchange.began > TRIGGER_LIVES:
            return "expired_trigger_id"
        return "push_limit_reached" if len(self._workspace.modals.get(exchange.person, ())) >= MOST_MODALS else ""

    def _update_view(self, arguments: Arguments) -> Answer:
        """A view keeps its id, and whoever read an older state of it is refused."""
        held = next((each for each in self._workspace.views() if _is_meant(each, arguments)), None)
        if held is None:
            return {"ok": False, "error": "not_found"}
        if arguments.get("hash") not in (None, held.hash):
            return {"ok": False, "error": "hash_conflict"}
        answer = super()._update_view(arguments)
        return {**answer, "view": {**answer["view"], "id": held.id}} if answer["ok"] else answer

    def _delete(self, arguments: Arguments) -> Answer:
        return {"ok": True, "channel": arguments["channel"], "ts": arguments["ts"]}

    def _permalink(self, arguments: Arguments) -> Answer:
        channel, ts = arguments.get("channel"), str(arguments.get("message_ts"))
        permalink = f"https://playground.slack.com/archives/{channel}/p{ts.replace('.', '')}"
        return {"ok": True, "channel": channel, "permalink": permalink}

    def _conversation(self, arguments: Arguments) -> Answer:
        channel = CHANNEL_BY_ID.get(str(arguments.get("channel")))
        return {"ok": True, "channel": _channel(channel)} if channel else {"ok": False, "error": "channel_not_found"}

    def _members(self, arguments: Arguments) -> Answer:
        channel = CHANNEL_BY_ID.get(str(arguments.get("channel")))
        return (
            {"ok": True, "members": sorted(channel.members)} if channel else {"ok": False, "error": "channel_not_found"}
        )

    def _direct(self, arguments: Arguments) -> Answer:
        channel = direct_with(str(arguments.get("users")))
        return {"ok": True, "channel": {"id": channel}} if channel else {"ok": False, "error": "user_not_found"}

    def _user(self, arguments: Arguments) -> Answer:
        person = BY_ID.get(str(arguments.get("user")))
        return {"ok": True, "user": _user(person)} if person else {"ok": False, "error": "user_not_found"}


def _addressed(arguments: Arguments) -> Arguments:
    """What is posted to a person goes to the direct message with them."""
    direct = direct_with(str(arguments.get("channel")))
    return {**arguments, "channel": direct} if direct else arguments


def _is_meant(view: View, arguments: Arguments) -> bool:
    """By its own id, or by the one that the app gave it."""
    named = arguments.get("external_id")
    return view.id == arguments.get("view_id") or (bool(named) and view.view.get("external_id") == named)


def _channel(channel: Channel) -> Answer:
    direct = channel.kind == "im"
    return {"id": channel.id, "name": channel.name, "is_im": direct, "is_channel": not direct, "is_private": direct,
            "is_member": FACTBOX.id in channel.members, "is_archived": False, "is_ext_shared": False}  # fmt: skip


def _user(person: Person) -> Answer:
    profile = {"real_name": person.name, "display_name": person.name}
    rights = {"is_admin": person.admin, "is_owner": False, "is_bot": person is FACTBOX, "is_restricted": False}
    return {"id": person.id, "team_id": TEAM, "name": person.name, "real_name": person.name, "deleted": False,
            "locale": "en-GB", "tz": "UTC", "tz_offset": 0, "profile": profile, **rights}  # fmt: skip
