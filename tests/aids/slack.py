"""A Slack workspace that fits in memory: what people type goes into the real Bolt app, what it says comes back."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import count
from typing import Any

from slack_bolt import BoltContext, BoltRequest, BoltResponse
from slack_sdk import WebClient

from bot.app import build_app
from bot.circuit import Circuit
from bot.conversations import Conversations
from bot.desk import desk_for
from bot.playground.web_api import WebApi
from bot.records import Written
from bot.seen import Seen
from bot.settings import Settings
from handlers.memory import RESPOND, SHARE, WINDOW, Kept, Place, Post
from knowledge.library import Library
from tests.aids.payloads import examined
from tests.aids.screen import button_in, field_in, menu_in, pressable_in, words_in

TEAM, BOT, PERSON, CHANNEL, DIRECT = "T1", "UBOT", "UANNA", "C1", "D1"
HOOK = "https://hooks.slack.test/1"
Message = dict[str, Any]


def ts(number: int) -> str:
    """A timestamp as Slack writes it: later ones come later in the alphabet too."""
    return f"1700000000.{number:06}"


class Remembered:
    """A memory that posts where it stands, so that a test needs neither threads nor patience nor a database."""

    def __init__(self, post: Callable[[Post], None]) -> None:
        desk = desk_for(Settings(database_url="sqlite://"))  # without tables: out of reach
        self.office = desk.memory.office
        self.kept: list[Kept] = []
        self.forgotten: list[tuple[str, float]] = []
        self._post = post
        self._seen = Seen()
        self._conversations = Conversations(desk.store, Circuit())

    def keep(self, kept: Kept) -> bool:
        first = not kept.key or self._seen.first_time(kept.place.team, kept.key)
        if first:
            self.kept.append(kept)
            self._conversations.hear(Written(kept, 0.0))
            for post in kept.posts:
                self._post(post)
        return first

    def followed(self, place: Place, asked: str) -> str | None:
        return self._conversations.followed(place, asked)

    def answer_to(self, place: Place, asked: str) -> str | None:
        return self._conversations.answer_to(place, asked)

    def note(self, kept: Kept) -> None:
        self.kept.append(kept)

    def forget(self, team: str, at: float) -> None:
        self.forgotten.append((team, at))


class Slack:
    """What people do is a method, and gives the `text` they are answered with; `None` is silence."""

    def __init__(self, library: Library, slash: str = "/fact", **more: Any) -> None:
        settings = Settings(bot_token="xoxb-1", signing_secret="secret", slash=slash, **more)
        self.library = library
        self.memory = Remembered(self._posted)
        self.app = build_app(settings, library, self.memory)
        self.app.use(self._with_our_client)
        self._slack = WebApi()
        self.said: list[Message] = []
        self.windows: list[Message] = []
        self.home: Message = {}
        self.prompts: Message = {}
        self.calls: list[str] = []
        self._numbers = count(1)

    def command(self, typed: str, **where: Any) -> str | None:
        """Types a slash command; the answer comes in the ack."""
        command, _, text = typed.partition(" ")
        body = {"command": command, "text": text, "team_id": TEAM, "user_id": PERSON, "channel_id": CHANNEL}
        return self._answer_to({**body, "response_url": HOOK, "trigger_id": f"{next(self._numbers)}", **where})

    def mention(self, text: str, **event: Any) -> str | None:
        """Mentions the bot in a channel."""
        return self.event({"type": "app_mention", "channel": CHANNEL, "text": f"<@{BOT}> {text}", **event})

    def dm(self, text: str, **event: Any) -> str | None:
        """Writes to the bot directly."""
        return self.event({"type": "message", "channel_type": "im", "channel": DIRECT, "text": text, **event})

    def event(self, event: Message, event_id: str | None = None, team: str = TEAM) -> str | None:
        """Delivers an event, with an id of its own unless one is given."""
        number = next(self._numbers)
        body = {"type": "event_callback", "team_id": team, "event_id": event_id or f"Ev{number}", "event_time": number}
        ours = [{"team_id": team, "user_id": BOT, "is_bot": True}]
        return self._answer_to({**body, "authorizations": ours, "event": {"user": PERSON, "ts": ts(number), **event}})

    def click(self, label: str, **where: Any) -> str | None:
        """Clicks a button of the last message."""
        return self._press(button_in(self.last["blocks"], label), {**self._in_message(), **where})

    def menu(self, label: str, **where: Any) -> str | None:
        """Picks an entry of the menu under the last message."""
        return self._press(menu_in(self.last["blocks"], label), {**self._in_message(), **where})

    def judge(self, value: str) -> str | None:
        """Presses one of the two feedback buttons under the last message."""
        return self._press({**field_in(self.last["blocks"], "feedback"), "value": value}, self._in_message())

    def press(self, label: str) -> str | None:
        """Clicks a button of the window on top."""
        blocks, place = self.windows[-1]["blocks"], {"view": self.windows[-1], "container": {"type": "view"}}
        return self._press(button_in(blocks, label), place)

    def submit(self, **filled: Any) -> Message:
        """Fills in the window on top and sends it; a field is known by its `action_id`. Gives what was acknowledged."""
        view = self.windows[-1]
        asked = [(block["block_id"] if "block_id" in block else str(number), block["element"]) for number, block in
                 enumerate(view["blocks"]) if block["type"] == "input"]  # fmt: skip
        values = {name: {each["action_id"]: _filled(each, filled.get(each["action_id"]))} for name, each in asked}
        body = {"type": "view_submission", **self._who, "view": {**view, "state": {"values": values}}}
        answer = self.send(body)
        if answer.get("response_action") == "update":
            self._shown("views.update", {"view_id": view["id"], "view": answer["view"]})
        return answer

    def open_home(self, tab: str = "home", **event: Any) -> None:
        """Opens one of the tabs of the app."""
        standing = {"view": self.home} if self.home and tab == "home" else {}
        self.event({"type": "app_home_opened", "tab": tab, "channel": DIRECT, **standing, **event})

    def turn(self, label: str) -> str | None:
        """Clicks a button of the Home tab."""
        return self._press(button_in(self.home["blocks"], label), self._in_home())

    def search(self, text: str) -> str | None:
        """Types into the search field of the Home tab and presses Enter."""
        return self._press({**field_in(self.home["blocks"], "search"), "value": text}, self._in_home())

    def shortcut_on(self, text: str, **message: Any) -> None:
        """Uses *Find the figure* on somebody's message."""
        told = {"user": "UBEN", "ts": "3.0", "text": text, **message}
        body = {"type": "message_action", "callback_id": "find_figure", "message": told, "channel": {"id": CHANNEL}}
        self.send({**body, **self._who, "response_url": HOOK})

    def ask_factbox(self) -> None:
        """Uses *Ask Factbox*."""
        self.send({"type": "shortcut", "callback_id": "ask_factbox", **self._who})

    def options(self, typed: str) -> list[Message]:
        """What the type-ahead offers."""
        body = {"type": "block_suggestion", "action_id": "pick", "block_id": "1", "value": typed, **self._who}
        return list(self.send({**body, "view": self.windows[-1]})["options"])

    def send(self, body: Message) -> Message:
        """Sends anything; gives the body of the ack."""
        response: BoltResponse = self.app.dispatch(BoltRequest(mode="socket_mode", body=body))
        assert response.status == 200, response.body
        answer: Message = json.loads(response.body) if response.body else {}
        examined("ack", answer)
        return answer

    @property
    def last(self) -> Message:
        return self.said[-1]

    @property
    def shown(self) -> str:
        """All the words of the window on top."""
        return "\n".join([self.windows[-1]["title"]["text"], words_in(self.windows[-1]["blocks"])])

    @property
    def buttons(self) -> list[Message]:
        return [each for each in pressable_in(self.last["blocks"]) if each["type"] == "button"]

    @property
    def _who(self) -> Message:
        number = next(self._numbers)
        return {"team": {"id": TEAM}, "user": {"id": PERSON, "name": "anna"}, "trigger_id": f"{number}"}

    def _in_message(self) -> Message:
        private = self.last.get("response_type") == "ephemeral"
        where = {"type": "message", "message_ts": f"{len(self.said)}.5", "is_ephemeral": private}
        thread = {"thread_ts": self.last["thread_ts"]} if "thread_ts" in self.last else {}
        channel = {"channel": {"id": self.last.get("channel", CHANNEL)}}
        return {"container": {**where, **thread}, **channel, "response_url": HOOK}

    def _in_home(self) -> Message:
        return {"view": self.home, "container": {"type": "view", "view_id": self.home["id"]}}

    def _press(self, action: Message, place: Message) -> str | None:
        return self._answer_to(
            {
                "type": "block_actions",
                **self._who,
                **place,
                "actions": [{**action, "action_ts": ts(next(self._numbers))}],
            }
        )

    def _answer_to(self, body: Message) -> str | None:
        before = len(self.said)
        if answer := self.send(body):
            self.said.append(answer)
        assert len(self.said) <= before + 1, "one answer to one message"
        return self.said[-1]["text"] if len(self.said) > before else None

    def _posted(self, post: Post) -> None:
        self.calls.append(post.method)
        self._shown(post.method, dict(post.arguments))

    def _shown(self, method: str, arguments: Message) -> Message:
        """What Slack shows of a call, unless it refuses it."""
        examined(method, arguments)
        told = arguments.get(WINDOW, {})
        for how in [name for name in ("shared", "refused") if name in told]:
            examined("views.update", {"view_id": told["view_id"], "view": told[how]})
        asked = "chat.postMessage" if method in (RESPOND, SHARE) else method
        where = {RESPOND: {"channel": CHANNEL}, "chat.update": {"ts": "1.0"}}.get(method, {})
        answer = self._slack.answer(asked, {**where, **arguments}, "xoxb-1")
        assert answer["ok"], f"Slack refuses {method}: {answer['error']}: {arguments}"
        match method:
            case "views.open" | "views.push":
                self.windows = [*(self.windows if method == "views.push" else []), answer["view"]]
            case "views.update":
                self.windows[-1] = answer["view"]
            case "views.publish":
                self.home = answer["view"]
            case "assistant.threads.setSuggestedPrompts":
                self.prompts = arguments
            case _:
                self.said.append(arguments)
        return answer

    def _with_our_client(self, context: BoltContext, next: Callable[[], None]) -> None:
        context["client"] = _Client(self._shown)
        next()


class _Client(WebClient):
    """Slack's Web API, as far as it shows windows."""

    def __init__(self, shown: Callable[[str, Message], Message]) -> None:
        super().__init__("xoxb-1")
        self._shown = shown

    def api_call(self, api_method: str, **more: Any) -> Any:
        return self._shown(api_method, more["json"])


def _filled(element: Message, given: Any) -> Message:
    if element["type"] == "external_select":
        return {"type": "external_select", "selected_option": given}
    return {"type": element["type"], "value": given if given is not None else element.get("initial_value")}
