"""manifest.json is the one copy of scopes, events and commands: it says what the code registers, and no more."""

from __future__ import annotations

import ast
import json
import re

from knowledge.library import Library
from tests import HOUSE
from tests.aids.registered import registered

MANIFEST = json.loads((HOUSE / "manifest.json").read_text())

EVENT_TYPES = {"message.im": "message"}  # where an event is subscribed to by another name than it comes by
RECEIVED: dict[str, str | None] = {  # what each thing that Slack sends asks for
    "command": "commands",
    "message_shortcut": "commands",
    "global_shortcut": "commands",
    "app_mention": "app_mentions:read",
    "message": "im:history",
    "app_home_opened": None,
    "app_uninstalled": None,
    "tokens_revoked": None,
}
CALLED: dict[str, str | None] = {  # … and each method that we call
    "chat.postMessage": "chat:write",
    "chat.postEphemeral": "chat:write",
    "chat.update": "chat:write",
    "views.open": None,
    "views.push": None,
    "views.update": None,
    "views.publish": None,
    "assistant.threads.setSuggestedPrompts": "assistant:write",
    "auth.test": None,
    "apps.connections.open": None,  # by the app's own token
    "users.info": "users:read",
}
BY_SETTING = {"users:read"}  # only with WORKSPACE_ADMINS=yes (bot/manifest.py)
FAMILIES = "admin|apps|assistant|auth|bookmarks|bots|calls|canvases|chat|conversations|dnd|emoji|files|functions|lists|pins|reactions|reminders|search|slackLists|stars|team|tooling|usergroups|users|views|workflows"
METHOD = re.compile(rf"(?:{FAMILIES})(?:\.[a-zA-Z]+)+")
ON_A_CLIENT = re.compile(rf"(?:{FAMILIES})_\w+")


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


def test_nothing_is_registered_that_this_test_does_not_know(ruritania: Library) -> None:
    within = {"action", "view", "options"}  # by the interactivity that the manifest switches on

    assert set(registered(ruritania)) == {
        "use",
        "error",
        "command",
        "event",
        "message_shortcut",
        "global_shortcut",
        *within,
    }
    assert MANIFEST["settings"]["interactivity"]["is_enabled"]


def test_the_scopes_are_those_we_use_and_no_more(ruritania: Library) -> None:
    names = registered(ruritania)
    received = {*names["event"], *(set(names) & set(RECEIVED))}
    used = {*(RECEIVED[each] for each in received), *(CALLED[each] for each in called())}

    assert MANIFEST["oauth_config"]["scopes"]["bot"] == sorted(used - {None} - BY_SETTING)  # type: ignore[type-var]
    assert used >= BY_SETTING


def test_every_method_that_the_source_names_has_its_scope_here() -> None:
    assert called() <= set(CALLED)


def called() -> set[str]:
    """The methods of Slack's Web API that our source calls: by name, or on a client."""
    rooms = [
        path for room in ("bot", "handlers") for path in (HOUSE / room).rglob("*.py") if "playground" not in path.parts
    ]
    nodes = [node for path in rooms for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    named = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    attributes = {
        node.attr for node in nodes if isinstance(node, ast.Attribute) and "client" in ast.unparse(node.value).lower()
    }
    by_name = {name for name in named if METHOD.fullmatch(name) and not name.endswith((".json", ".py"))}
    return by_name | {
        METHOD_OF.get(name, name.replace("_", ".", 1)) for name in attributes if ON_A_CLIENT.fullmatch(name)
    }


METHOD_OF = {
    "assistant_threads_setSuggestedPrompts": "assistant.threads.setSuggestedPrompts",
    "apps_connections_open": "apps.connections.open",
}


def test_people_can_write_to_us() -> None:
    assert MANIFEST["features"]["app_home"]["messages_tab_enabled"]
    assert not MANIFEST["features"]["app_home"]["messages_tab_read_only_enabled"]
