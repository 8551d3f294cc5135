"""Every surface, tried against a running process: the web process over signed HTTP, `python -m bot` over Socket Mode.

Each process is installed as it is in production and served by a stand-in for Slack; what is delivered has Slack's form.
docs/surfaces.md is the table of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from inspect import signature
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from bot.playground.delivery import FORM, Delivery
from bot.playground.moods import Call
from bot.playground.standin import StandIn
from tests import HOUSE
from tests.aids.bots import bot
from tests.aids.installing import install
from tests.aids.payloads import examined, taken
from tests.aids.screen import button_in, menu_in, words_in
from tests.aids.socket_mode import SocketMode, connected
from tests.handlers.test_conversations import HEIGHT

Message = dict[str, Any]
PERSON = {"id": "UANNA", "name": "anna"}
_numbers = count(1)


class Http:
    """Slack's end of signed HTTP."""

    def __init__(self, line: Delivery) -> None:
        self._line = line

    def command(self, form: Message) -> Message:
        return self._sent(urlencode(form), FORM)

    def event(self, body: Message) -> Message:
        return self._sent(json.dumps(body), "application/json")

    def interaction(self, payload: Message) -> Message:
        return self._sent(urlencode({"payload": json.dumps(payload)}), FORM)

    def _sent(self, body: str, kind: str) -> Message:
        ack = self._line.send(body, kind)
        assert ack.status == 200
        said: Message = json.loads(ack.body) if ack.body else {}
        examined("ack", said)
        return said


class Socket:
    """Slack's end of Socket Mode."""

    def __init__(self, line: SocketMode) -> None:
        self._line = line

    def command(self, form: Message) -> Message:
        return self._line.deliver("slash_commands", form)

    def event(self, body: Message) -> Message:
        return self._line.deliver("events_api", body)

    def interaction(self, payload: Message) -> Message:
        return self._line.deliver("interactive", payload)


class Workspace:
    """What people do in a workspace, and what Factbox makes of it."""

    def __init__(self, line: Http | Socket, standin: StandIn, token: str) -> None:
        self._line = line
        self._standin = standin
        self.token = token

    def ask(self, text: str) -> Message:
        """Types a slash command; the answer comes in the ack."""
        where = {"team_id": "T1", "user_id": "UANNA", "channel_id": "C1", "response_url": self._standin.hook}
        return self._line.command({"command": "/fact", "text": text, "trigger_id": f"{next(_numbers)}", **where})

    def tell(self, **event: Any) -> Call:
        """Something happens in Slack; the first call that Factbox makes for it."""
        ours = [{"team_id": "T1", "user_id": "UBOT", "is_bot": True, "is_enterprise_install": False}]
        about = {"type": "event_callback", "team_id": "T1", "event_id": f"Ev{next(_numbers)}", "event_time": 1}
        before = len(self._standin.posted)
        assert self._line.event({**about, "authorizations": ours, "event": {"user": "UANNA", **event}}) == {}
        return self._next(before)

    def act(self, **what: Any) -> Call:
        """A click or a shortcut; the first call that Factbox makes for it."""
        before = len(self._standin.posted)
        assert self._interaction(**what) == {}
        return self._next(before)

    def then(self, method: str) -> Call:
        """A later call of that method."""
        assert self._standin.wait_for(lambda: any(call.method == method for call in self._standin.posted), 30)
        return [call for call in self._standin.posted if call.method == method][-1]

    def press(self, action: Message) -> Call:
        """A click under an answer that only one person sees."""
        place = {"container": {"type": "message", "message_ts": f"{next(_numbers)}.5", "is_ephemeral": True}}
        hook = {"channel": {"id": "C1"}, "response_url": self._standin.hook}
        return self.act(type="block_actions", actions=[action], **place, **hook)

    def type_ahead(self, typed: str, view: Message) -> list[Message]:
        """The options that are offered for what somebody has typed so far."""
        body = {"type": "block_suggestion", "action_id": "pick", "block_id": "1", "value": typed, "view": view}
        return list(self._interaction(**body)["options"])

    def submit(self, call: Call, **fields: Message) -> str:
        """Sends off the window that a call has opened, filled in; the words of the window that takes its place."""
        answer = self._interaction(type="view_submission", view={**view_of(call), "state": {"values": fields}})
        assert answer["response_action"] == "update"
        return words_in(answer["view"]["blocks"])

    def _interaction(self, **what: Any) -> Message:
        return self._line.interaction({"team": {"id": "T1"}, "user": PERSON, "trigger_id": f"{next(_numbers)}", **what})

    def _next(self, before: int) -> Call:
        posts = self._standin.wait_for_posts(before + 1, 30)
        assert len(posts) > before, "nothing was posted"
        return posts[before]


def view_of(call: Call) -> Message:
    """The window or the Home that a call shows, as it comes back from a click in it."""
    view: Any = call.answer["view"]
    return {**view, "state": {"values": {}}}


@pytest.fixture(scope="module", params=["signed HTTP", "Socket Mode"])
def slack(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A workspace in which Factbox was installed: over HTTP by OAuth, in Socket Mode by the tokens of its settings."""
    state = tmp_path_factory.mktemp("state")
    with StandIn() as standin:
        if request.param == "signed HTTP":
            yield from over_http(standin, state)
        else:
            with connected(standin, state) as line:
                yield Workspace(Socket(line), standin, "xoxb-1")
        taken(standin)


def over_http(standin: StandIn, state: Path) -> Iterator[Workspace]:
    with bot(standin, "", state, SLACK_BOT_TOKEN="", SLACK_CLIENT_ID="1.2", SLACK_CLIENT_SECRET="s3") as process:
        assert install(process.port) == 200
        yield Workspace(Http(process.slack), standin, "xoxe.xoxb-1")


def test_it_is_installed_and_posts_with_the_token_of_the_workspace(slack: Workspace) -> None:
    assert slack.tell(type="message", channel_type="im", channel="D1", ts="1.0", text="help").token == slack.token


def test_a_command_is_answered_in_its_ack(slack: Workspace) -> None:
    said = slack.ask("zenda dam height")

    assert (said["text"], said["response_type"]) == (HEIGHT, "ephemeral")


def test_a_mention_is_answered_in_its_thread(slack: Workspace) -> None:
    post = slack.tell(type="app_mention", channel="C1", ts="17.0", text="<@UBOT> zenda dam height")

    assert (post.method, post.text, post.arguments["thread_ts"]) == ("chat.postMessage", HEIGHT, "17.0")


def test_a_direct_message_is_answered_in_place(slack: Workspace) -> None:
    post = slack.tell(type="message", channel_type="im", channel="D1", ts="18.0", text="zenda dam height")

    assert (post.method, post.text, post.channel) == ("chat.postMessage", HEIGHT, "D1")


def test_a_button_chooses(slack: Workspace) -> None:
    offered = slack.ask("strelsau zenda railway carried")["blocks"]

    chosen = slack.press(button_in(offered, "Strelsau–Zenda Railway: freight carried since opening"))

    assert (chosen.method, chosen.arguments["replace_original"]) == ("/hooks/1", True)
    assert "Source: " in chosen.text


def test_a_window_opens_is_filled_in_and_sent(slack: Workspace) -> None:
    answer = slack.ask("zenda dam height")["blocks"]

    opened = slack.press(menu_in(answer, "Something wrong?"))
    thanked = slack.submit(opened, note={"note": {"type": "plain_text_input", "value": "it is 88"}})

    assert opened.method == "views.open"
    assert thanked == "Thank you. The admins of this Factbox will read it."


def test_the_home_opens_and_turns_its_pages(slack: Workspace) -> None:
    home = slack.tell(type="app_home_opened", tab="home", channel="D1")
    assert home.method == "views.publish"
    front = view_of(home)

    turned = slack.act(type="block_actions", view=front, actions=[button_in(front["blocks"], "water (1)")])
    assert turned.method == "views.publish"
    assert "Zenda Dam" in words_in(view_of(turned)["blocks"])


def test_an_empty_conversation_is_given_questions(slack: Workspace) -> None:
    suggested = slack.tell(type="app_home_opened", tab="messages", channel="D1")

    assert suggested.method == "assistant.threads.setSuggestedPrompts"


def test_the_shortcut_on_a_message_finds_its_figure(slack: Workspace) -> None:
    said = {"text": "how high is the zenda dam", "ts": "19.0", "user": "UBEN"}

    opened = slack.act(type="message_action", callback_id="find_figure", message=said, channel={"id": "C1"})

    assert opened.method == "views.open"
    assert HEIGHT in words_in(view_of(opened)["blocks"])


def test_what_it_found_is_shared_in_the_thread(slack: Workspace) -> None:
    said = {"text": "how high is the zenda dam", "ts": "20.0", "user": "UBEN", "thread_ts": "17.5"}
    opened = slack.act(type="message_action", callback_id="find_figure", message=said, channel={"id": "C3"})

    view = view_of(opened)
    post = slack.act(type="block_actions", view=view, actions=[button_in(view["blocks"], "Share in thread")])

    assert (post.method, post.channel, post.arguments["thread_ts"]) == ("chat.postMessage", "C3", "17.5")
    assert post.text == f"{HEIGHT}\n\nShared by anna"
    assert "It stands in the thread now" in words_in(view_of(slack.then("views.update"))["blocks"])


def test_the_shortcut_from_anywhere_offers_names_and_answers(slack: Workspace) -> None:
    opened = slack.act(type="shortcut", callback_id="ask_factbox")

    first = slack.type_ahead("height", view_of(opened))[0]
    answered = slack.submit(opened, a={"pick": {"type": "external_select", "selected_option": first}})

    assert HEIGHT in answered


def test_the_table_of_what_was_tried_tells_all_of_it() -> None:
    told = re.findall(r"`(test_\w+)` \| `", (HOUSE / "docs" / "surfaces.md").read_text(encoding="utf-8"))

    tried = [
        name for name, test in globals().items() if name.startswith("test_") and "slack" in signature(test).parameters
    ]
    assert sorted(told) == sorted(tried)
