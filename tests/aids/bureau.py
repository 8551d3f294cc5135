"""A workspace with a database behind it, whose admins open forms: Slack as in tests/aids/slack.py, with modals and people."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from slack_bolt import BoltRequest
from slack_sdk import WebClient

from bot.app import build_app
from bot.desk import Desk, desk_for
from bot.outbox.letter import Letter
from bot.settings import Settings
from knowledge.library import Library
from tests.aids.payloads import examined
from tests.aids.slack import BOT, CHANNEL, HOOK, PERSON, TEAM

Message = dict[str, Any]
BOSS, OTHER = "UBOSS", "UOTHER"


class Bureau:
    """What people do is a method; `at` says who and where. Posts go out at once, and modals are kept in a stack."""

    def __init__(self, library: Library, desk: Desk, settings: Settings, slash: str = "/fact") -> None:
        self.library, self.desk, self.slash = library, desk, slash
        self.app = build_app(settings, library, desk.memory)
        self.posts: list[Letter] = []
        self.acks: list[Message] = []
        self.views: list[Message] = []
        self.person, self.team = BOSS, TEAM
        self.refused: set[str] = set()  # channels that take no post any more
        self.more: Message = {}  # what else Slack says of whoever acts: their enterprise, their home
        self._numbers = count(1)
        desk.outbox.put = self._post  # type: ignore[method-assign]
        self._aside: list[Callable[[], None]] = []
        desk.memory.office = replace(desk.memory.office, aside=self._aside.append)

    # What people do

    def command(self, typed: str) -> Message:
        """Types a slash command; gives what it is acknowledged with."""
        command, _, text = typed.partition(" ")
        who = {"team_id": self.team, "user_id": self.person, "channel_id": CHANNEL, "channel_name": "general"}
        body = {"command": command, "text": text, **who, "response_url": HOOK, "trigger_id": self._number()}
        return self.send(body)

    def ask(self, question: str, channel: str = CHANNEL, ts: str = "", **event: Any) -> None:
        """Mentions the bot; or, in a channel that begins with D, writes to it."""
        number = self._number()
        kind = {"type": "message", "channel_type": "im"} if channel.startswith("D") else {"type": "app_mention"}
        asked = {"user": PERSON, "ts": ts or f"{number}.0", "channel": channel, "text": question, **kind, **event}
        ours = [{"team_id": self.team, "user_id": BOT, "is_bot": True}]
        body = {"type": "event_callback", "team_id": self.team, "event_id": f"Ev{number}", "event_time": 1}
        self.send({**body, "authorizations": ours, "event": asked})

    def press(self, label: str, within: Message | None = None) -> Message:
        """Clicks a button by its label: of the modal on top, or else of the last message."""
        place = within or (self.views[-1] if self.views else self.acks[-1])
        button = next(each for each in buttons_in(place) if each["text"]["text"] == label)
        return self._click(button, place)

    def _click(self, action: Message, place: Message) -> Message:
        in_message = {"channel": {"id": CHANNEL}, "response_url": HOOK}
        inside = {"view": place, "container": {"type": "view"}} if place.get("type") == "modal" else in_message
        return self.send({"type": "block_actions", **self._who, **inside, "actions": [action]})

    def home(self) -> Message:
        """Opens the admins' page from the Home."""
        inside = {"view": {"type": "home", "id": "VHOME"}, "container": {"type": "view"}}
        return self.send({"type": "block_actions", **self._who, **inside, "actions": [{"action_id": "admin:page"}]})

    def menu(self, value: str) -> Message:
        """Chooses an entry of the menu under the last answer."""
        block, element = next(
            (block, each)
            for block in self.acks[-1]["blocks"]
            for each in block.get("elements", [])
            if each.get("type") == "overflow"
        )
        chosen = {"type": "overflow", "block_id": block["block_id"], "selected_option": {"value": value}}
        return self._click({**element, **chosen}, self.acks[-1])

    def submit(self, **filled: Any) -> Message:
        """Fills in the modal on top, as far as it is not left as it was, and sends it."""
        view = self.views[-1]
        return self.send_view({**view, "state": {"values": values_of(view, filled)}})

    def send_view(self, view: Message) -> Message:
        """Sends a form, whoever made it up."""
        return self.send({"type": "view_submission", **self._who, "view": view})

    def send(self, body: Message) -> Message:
        """Sends anything; gives the body of the ack."""
        response = self.app.dispatch(BoltRequest(mode="socket_mode", body=body))
        assert response.status == 200, response.body
        answer: Message = json.loads(response.body) if response.body else {}
        examined("ack", answer)
        if answer and "response_action" not in answer and "options" not in answer:
            self.acks.append(answer)
        if body.get("type") == "view_submission":
            self._follow(answer)
        assert len(self.views) <= 3, "Slack stacks three modals at most"
        while self._aside:
            self._aside.pop(0)()
        return answer

    # What they see

    @property
    def top(self) -> Message:
        return self.views[-1]

    @property
    def shown(self) -> str:
        """All the words of the modal on top, a line each."""
        return "\n".join([self.top["title"]["text"], *texts_in(self.top["blocks"])])

    @property
    def direct(self) -> list[str]:
        """What was written to people directly, by the bot itself."""
        return [
            f"{each.arguments['channel']}: {each.arguments['text']}"
            for each in self.posts
            if str(each.arguments.get("channel", "")).startswith("U")
        ]

    def called(self, method: str, arguments: Message) -> Message:
        """In the place of Slack's Web API."""
        examined(method, arguments)
        if method == "views.open":
            self.views = [_with_id(arguments["view"], "V0")]
        elif method == "views.push":
            self.views.append(_with_id(arguments["view"], f"V{len(self.views)}"))
        elif method == "views.update":
            self._update(arguments)
        assert len(self.views) <= 3, "Slack stacks three modals at most"
        return {"ok": True, "view": {"id": f"V{len(self.views)}", "hash": "1"}}

    def choose(self, fact: str) -> Message:
        """Chooses a fact from the list that opens while typing."""
        place = self.views[-1] if self.views else self.acks[-1]
        select = next(each["accessory"] for each in place["blocks"] if "accessory" in each)
        return self._click({**select, "selected_option": {"value": fact}}, place)

    def _update(self, arguments: Message) -> None:
        for number, view in enumerate(self.views):
            if arguments.get("view_id") == view["id"] or arguments.get("external_id", "") == view.get("external_id"):
                self.views[number] = _with_id(arguments["view"], view["id"])

    def _follow(self, answer: Message) -> None:
        match answer.get("response_action"):
            case None:
                self.views = self.views[:-1]
            case "clear":
                self.views = []
            case "update":
                self.views[-1] = _with_id(answer["view"], self.top["id"])
            case "push":
                self.views.append(_with_id(answer["view"], f"V{len(self.views)}"))

    def _post(self, letters: Iterable[Letter]) -> None:
        for letter in letters:
            examined(letter.method, letter.arguments)
            self.posts.append(letter)
            taken = letter.method.startswith("chat.") and letter.arguments["channel"] not in self.refused
            self.desk.memory.done(letter, f"{self._number()}.5" if taken else None)

    def _number(self) -> str:
        return str(next(self._numbers))

    @property
    def _who(self) -> Message:
        who = {"team": {"id": self.team}, "user": {"id": self.person, "team_id": self.team}}
        return {**who, "trigger_id": self._number(), **self.more}


def buttons_in(place: Message) -> Iterator[Message]:
    for block in place["blocks"]:
        yield from (each for each in block.get("elements", []) if each.get("type") == "button")
        if (block.get("accessory") or {}).get("type") == "button":
            yield block["accessory"]


def texts_in(thing: Any) -> Iterator[str]:
    """Every text in blocks, labels and hints too."""
    if isinstance(thing, list):
        for each in thing:
            yield from texts_in(each)
    elif isinstance(thing, dict):
        if isinstance(thing.get("text"), str):
            yield thing["text"]
        for each in thing.values():
            if isinstance(each, dict | list):
                yield from texts_in(each)


def values_of(view: Message, filled: Message) -> Message:
    """The state of a form: what was filled in, and what stood there already."""
    values = {}
    for block in view["blocks"]:
        if block["type"] == "input":
            element = block["element"]
            values[block["block_id"]] = {element["action_id"]: _value(element, filled.get(block["block_id"]))}
    assert set(filled) <= set(values), f"there is no field {set(filled) - set(values)}, but {set(values)}"
    return values


def _value(element: Message, given: Any) -> Message:
    kind = element["type"]
    if kind == "multi_users_select":
        return {"type": kind, "selected_users": given if given is not None else element.get("initial_users", [])}
    if "options" in element:
        option = (
            next((each for each in element["options"] if each["value"] == given), None)
            if given is not None
            else element.get("initial_option")
        )
        return {"type": kind, "selected_option": option}
    return {"type": kind, "value": given if given is not None else element.get("initial_value")}


@contextmanager
def bureau(library: Library, database: str, state: Path, **settings: Any) -> Iterator[Bureau]:
    """A bureau on a database that has its tables; whoever is named by `admins` may, by default BOSS."""
    own = {"bot_token": "xoxb-1", "signing_secret": "secret", "admins": frozenset({BOSS}), **settings}
    chosen = Settings(state=state, database_url=database, **own)
    desk = desk_for(chosen)
    desk.memory._circuit.budget = 30.0  # a busy machine is no database that is away
    desk.clerk.round()
    ours = Bureau(library, desk, chosen)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.office.rooms.PATIENCE", 30.0)
        patch.setattr(WebClient, "api_call", lambda _, method, **more: ours.called(method, _arguments(more)))
        yield ours
    desk.store.dispose()


def _arguments(more: Message) -> Message:
    given = more.get("json") or more.get("params") or {}
    return {
        name: json.loads(value) if name == "view" and isinstance(value, str) else value for name, value in given.items()
    }


def _with_id(view: Message, id: str) -> Message:
    return {**view, "id": id}
