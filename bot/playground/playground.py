"""The playground: a workspace, the stand-in that the app talks to, the people's hands, and the examiner of its knowledge base."""

from __future__ import annotations

from dataclasses import asdict

from bot.playground.delivery import Delivery
from bot.playground.examiner import Examiner
from bot.playground.exchanges import Exchanges
from bot.playground.hands import Hands, NotDone
from bot.playground.hearing import Hearing
from bot.playground.people import BY_ID, CHANNELS, FACTBOX, PEOPLE, Channel
from bot.playground.promised import promised
from bot.playground.standin import StandIn
from bot.playground.workspace import Thing, View, Workspace
from bot.playground.workspace_api import WorkspaceApi
from handlers.incoming import readable

VERBS = frozenset({"say", "edit", "delete", "press", "options", "submit", "close", "open_home", "shortcut"})


class Playground:
    """All of it but the app. `url` is where that takes Slack's requests, `secret` what they are signed with."""

    def __init__(self, examiner: Examiner, url: str, secret: str, slash: str = "/fact") -> None:
        self.workspace = Workspace()
        self.examiner = examiner
        self._promised = promised(slash)
        self._exchanges = Exchanges()
        web_api = WorkspaceApi(self.workspace, self._exchanges)
        hearing = Hearing(self.workspace, self._exchanges, web_api.timestamp)
        self.slack = StandIn(web_api, hearing.hear)
        commands = frozenset(each["command"] for each in self._promised["commands"])
        delivery = Delivery(url, secret)
        self._hands = Hands(self.slack, self.workspace, self._exchanges, hearing, delivery, commands)
        examiner.told = self._wake

    def do(self, verb: str, arguments: Thing) -> Thing:
        """Does what a person wants done. Raises NotDone, TypeError or KeyError if it cannot be."""
        if verb not in VERBS:
            raise NotDone(f"Nobody can {verb} here.")
        if not isinstance(arguments, dict):
            raise TypeError("not an object")
        if arguments.get("person") not in BY_ID:
            raise NotDone("There is no such person here.")
        said = getattr(self._hands, verb)(**arguments)
        return said or {}

    def seen_by(self, person: str) -> Thing:
        """Everything that the page shows to a person."""
        workspace = self.workspace
        messages = [_message(asdict(each)) for each in workspace.seen_by(person)]
        return {
            "person": person,
            "people": [asdict(each) for each in PEOPLE],
            "app": asdict(FACTBOX),
            "channels": [_channel(each) for each in CHANNELS if each.open_to(person)],
            "messages": messages,
            "modals": [_view(each) for each in workspace.modals.get(person, ())],
            "home": _view(home) if (home := workspace.homes.get(person)) else None,
            "prompts": workspace.prompts,
            "suggestions": self.examiner.suggestions(),
            "knowledge": {"folder": str(self.examiner.editors), **self.examiner.examined.told()},
            "promised": self._promised,
        }

    def exchange(self, number: str) -> Thing | None:
        """An exchange with what was weighed for its question."""
        found = self._exchanges.by_number(int(number)) if number.isdigit() else None
        if found is None:
            return None
        question = readable(found.question or "", FACTBOX.id)
        return {**found.told(), "question": question, "weighed": self.examiner.weighed(question) if question else []}

    def _wake(self) -> None:
        with self.workspace.changing():
            pass


def _channel(channel: Channel) -> Thing:
    return {"id": channel.id, "name": channel.name, "kind": channel.kind, "joined": FACTBOX.id in channel.members}


def _message(message: Thing) -> Thing:
    """Without what is the same for most."""
    return {name: value for name, value in message.items() if value not in (None, False, ())}


def _view(view: View) -> Thing:
    return {"id": view.id, "view": view.view, "errors": view.errors, "exchange": view.exchange}
