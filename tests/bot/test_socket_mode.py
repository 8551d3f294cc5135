"""`python -m bot` over Socket Mode's own protocol: a command, a mention, a button, each as Slack delivers it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.playground.standin import StandIn
from tests import HOUSE
from tests.aids.screen import words_in
from tests.aids.socket_mode import SocketMode
from tests.bases import RURITANIA
from tests.handlers.test_conversations import HEIGHT

Message = dict[str, Any]
WHO = {"team_id": "T1", "user_id": "UANNA", "channel_id": "C1"}


@contextmanager
def connected(standin: StandIn, state: Path) -> Iterator[SocketMode]:
    """The bot as a process of its own, once it has come to our end of the line."""
    line = SocketMode()
    standin.web_api._methods["apps.connections.open"] = lambda _: {"ok": True, "url": line.url}
    others = {name: value for name, value in os.environ.items() if not name.startswith(("SLACK_", "DATABASE_"))}
    tokens = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1", "SLACK_API_URL": standin.url}
    env = {**others, **tokens, "FACTBOX_STATE": str(state), "KNOWLEDGE": str(RURITANIA)}
    bot = subprocess.Popen([sys.executable, "-m", "bot"], env=env, cwd=HOUSE, stderr=subprocess.DEVNULL)
    try:
        line.accept()
        yield line
    finally:
        bot.terminate()
        bot.wait(60)
        line.close()


@pytest.fixture
def line(standin: StandIn, tmp_path: Path) -> Iterator[SocketMode]:
    with connected(standin, tmp_path) as line:
        yield line


def test_what_slack_delivers_is_acknowledged_and_answered(line: SocketMode, standin: StandIn) -> None:
    command = {**WHO, "command": "/fact", "response_url": standin.hook, "trigger_id": "1"}
    assert line.deliver("slash_commands", {**command, "text": "zenda dam height"})["text"] == HEIGHT

    event = {
        "type": "app_mention",
        "user": "UANNA",
        "channel": "C1",
        "ts": "1700000000.000001",
        "text": "zenda dam height",
    }
    about = {"type": "event_callback", "team_id": "T1", "event_id": "Ev1", "authorizations": []}
    assert line.deliver("events_api", {**about, "event": event}) == {}
    assert standin.wait_for(lambda: any(call.method == "chat.postMessage" for call in standin.posted), 30)
    (post,) = [call for call in standin.posted if call.method == "chat.postMessage"]
    assert (post.text, post.arguments["thread_ts"]) == (HEIGHT, "1700000000.000001")

    offered = line.deliver("slash_commands", {**command, "text": "strelsau zenda railway carried", "trigger_id": "2"})
    button = next(each for block in offered["blocks"] if block["type"] == "actions" for each in block["elements"])
    person = {"team": {"id": "T1"}, "user": {"id": "UANNA"}, "channel": {"id": "C1"}, "trigger_id": "3"}
    click = {"type": "block_actions", **person, "response_url": standin.hook, "actions": [button]}
    assert line.deliver("interactive", click) == {}
    assert standin.wait_for(lambda: any(call.method == "/hooks/1" for call in standin.posted), 30)
    assert "Source: " in next(call.text for call in standin.posted if call.method == "/hooks/1")


def test_a_home_a_shortcut_and_its_window_come_over_the_same_line(line: SocketMode, standin: StandIn) -> None:
    def called(method: str) -> Message:
        assert standin.wait_for(lambda: any(call.method == method for call in standin.posted), 30)
        return [call for call in standin.posted if call.method == method][-1].arguments

    def act(**what: Any) -> Message:
        return line.deliver("interactive", {"team": {"id": "T1"}, "user": {"id": "UANNA"}, "trigger_id": "1", **what})

    opened = {"type": "app_home_opened", "tab": "home", "user": "UANNA", "channel": "D1"}
    about = {"type": "event_callback", "team_id": "T1", "event_id": "Ev1", "authorizations": []}
    assert line.deliver("events_api", {**about, "event": opened}) == {}
    assert "water (1)" in str(called("views.publish")["view"]["blocks"])

    said = {"text": "how high is the zenda dam", "ts": "1.0"}
    act(type="message_action", callback_id="find_figure", message=said, channel={"id": "C1"})
    assert HEIGHT in words_in(called("views.open")["view"]["blocks"])

    act(type="shortcut", callback_id="ask_factbox")
    view = {**called("views.open")["view"], "id": "V1"}
    options = act(type="block_suggestion", action_id="pick", block_id="1", value="height", view=view)["options"]
    view["state"] = {"values": {"1": {"pick": {"type": "external_select", "selected_option": options[0]}}}}
    assert HEIGHT in words_in(act(type="view_submission", view=view)["view"]["blocks"])
