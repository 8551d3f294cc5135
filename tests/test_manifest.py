"""manifest.json is the one copy of scopes, events and commands: it says what the code registers, and no more."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

from slack_bolt import App

from handlers import register
from knowledge.library import Library
from tests.slack import Slack

MANIFEST = json.loads((Path(__file__).parent.parent / "manifest.json").read_text())

EVENT_TYPES = {"message.im": "message"}  # where an event is subscribed to by another name than it comes by
WITHOUT_SCOPE = {"app_home_opened", "app_uninstalled", "tokens_revoked"}
SCOPES = {  # what each thing we receive, and each method we call, asks for
    "command": "commands",
    "app_mention": "app_mentions:read",
    "message.im": "im:history",
    "chat.postMessage": "chat:write",
    "chat.postEphemeral": "chat:write",
    "assistant.threads.setSuggestedPrompts": "assistant:write",
}
ASKED_FOR = ("chat.postMessage", "chat.postEphemeral", "assistant.threads.setSuggestedPrompts")


class Registered:
    """Notes what is registered on it, in the place of an app."""

    def __init__(self) -> None:
        self.names: dict[str, list[Any]] = {}

    def __getattr__(self, kind: str) -> Any:
        def note(name: Any, **_: Any) -> Any:
            self.names.setdefault(kind, []).append(name)
            return lambda listener: listener

        return note


def registered(library: Library) -> dict[str, list[Any]]:
    app = Registered()
    register(cast(App, app), library, Slack(library).memory)
    return app.names


def test_the_commands_are_those_we_answer(ruritania: Library) -> None:
    assert [each["command"] for each in MANIFEST["features"]["slash_commands"]] == [
        *dict.fromkeys(registered(ruritania)["command"])
    ]


def test_the_events_are_those_we_answer(ruritania: Library) -> None:
    events = MANIFEST["settings"]["event_subscriptions"]["bot_events"]

    assert [EVENT_TYPES.get(event, event) for event in events] == registered(ruritania)["event"]


def test_the_shortcuts_are_those_we_answer(ruritania: Library) -> None:
    shortcuts = [(each["type"], each["callback_id"]) for each in MANIFEST["features"]["shortcuts"]]
    names = registered(ruritania)

    answered = [(kind, name) for kind in ("message", "global") for name in names[f"{kind}_shortcut"]]
    assert shortcuts == answered


def test_clicks_are_let_through_if_we_answer_any(ruritania: Library) -> None:
    assert MANIFEST["settings"]["interactivity"]["is_enabled"] == ("action" in registered(ruritania))


def test_the_scopes_are_those_we_use_and_no_more() -> None:
    received = {"command", *MANIFEST["settings"]["event_subscriptions"]["bot_events"]} - WITHOUT_SCOPE
    used = {SCOPES[each] for each in [*received, *ASKED_FOR]}

    assert MANIFEST["oauth_config"]["scopes"]["bot"] == sorted(used)


def test_people_can_write_to_us() -> None:
    assert MANIFEST["features"]["app_home"]["messages_tab_enabled"]
    assert not MANIFEST["features"]["app_home"]["messages_tab_read_only_enabled"]


def test_every_method_we_call_has_its_scope(slack: Slack) -> None:
    slack.mention("zenda dam height")
    slack.dm("zenda dam height")
    slack.open_home("messages")

    assert set(slack.calls) <= set(SCOPES)
