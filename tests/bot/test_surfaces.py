"""What is pressed under an answer reaches the database: signed requests in, a desk that writes, a stand-in for Slack."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest
from sqlalchemy import select

from bot import web as front
from bot.desk import Desk, desk_for
from bot.playground.standin import StandIn
from bot.settings import Settings
from bot.store.said import reports
from bot.store.tables import FIGURES_GIVEN, WANTED, WATCHES
from knowledge.library import Library
from tests.aids.screen import button_in, field_in, menu_in, words_in
from tests.bot.test_desk import until
from tests.bot.test_store import rows
from tests.bot.test_web import FORM, SECRET, post, signed
from tests.handlers.test_conversations import HEIGHT

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication

Message = dict[str, Any]


class Front:
    """A web process, as far as it goes without gunicorn."""

    def __init__(self, settings: Settings, library: Library, standin: StandIn) -> None:
        self.desk: Desk = desk_for(settings)
        self.desk.start()
        self.standin = standin
        self.web: WSGIApplication = front.web(settings, library, self.desk)
        self._triggers = 0

    def ask(self, text: str) -> Message:
        """Types a slash command."""
        body = {"command": "/fact", "text": text, "team_id": "T1", "user_id": "UANNA", "channel_id": "C1"}
        return self._sent(urlencode({**body, "trigger_id": self._trigger()}), FORM)

    def act(self, **what: Any) -> Message:
        """A click, a submission, a shortcut, a letter typed."""
        who = {"team": {"id": "T1"}, "user": {"id": "UANNA", "name": "anna"}, "trigger_id": self._trigger()}
        return self._sent(urlencode({"payload": json.dumps({**who, **what})}), FORM)

    def click(self, action: Message, **where: Any) -> None:
        """A click under the answer to a slash command."""
        seen = {"type": "message", "message_ts": "5.5", "is_ephemeral": True}
        place = {"container": seen, "channel": {"id": "C1"}, "response_url": self.standin.hook, **where}
        self.act(type="block_actions", actions=[action], **place)

    def called(self, method: str) -> Message:
        """The last call of that method, once it has come."""
        assert self.standin.wait_for(lambda: any(call.method == method for call in self.standin.posted), 10)
        return [call for call in self.standin.posted if call.method == method][-1].arguments

    def _sent(self, body: str, kind: str) -> Message:
        status, said = post(self.web, body, signed(body), kind)
        assert status == 200
        return json.loads(said) if said else {}

    def _trigger(self) -> str:
        self._triggers += 1
        return str(self._triggers)


@pytest.fixture
def factbox(database: str, tmp_path: Path, standin: StandIn, ruritania: Library) -> Iterator[Front]:
    given = {"state": tmp_path, "database_url": database, "api_url": standin.url}
    process = Front(Settings(bot_token="xoxb-1", signing_secret=SECRET, **given), ruritania, standin)  # type: ignore[arg-type]
    yield process
    process.desk.close(0.0)


def test_an_answer_is_shared_in_the_channel_and_its_figure_remembered_there(factbox: Front) -> None:
    blocks = factbox.ask("zenda dam height")["blocks"]
    factbox.click(button_in(blocks, "Share in channel"))

    assert factbox.called("chat.postMessage")["text"] == f"{HEIGHT}\n\nShared by anna"
    assert until(lambda: rows(factbox.desk.store, FIGURES_GIVEN) == 2)


def test_windows_open_and_what_is_said_in_them_is_written(factbox: Front) -> None:
    blocks = factbox.ask("zenda dam height")["blocks"]

    factbox.click(menu_in(blocks, "How it got here"))
    assert HEIGHT in words_in(factbox.called("views.open")["view"]["blocks"])

    factbox.click(menu_in(blocks, "Tell me if this changes"))
    factbox.click({**field_in(blocks, "feedback"), "value": "right"})
    factbox.click(menu_in(blocks, "Something wrong?"))
    view = {**factbox.called("views.open")["view"], "id": "V1"}
    view["state"] = {"values": {"note": {"note": {"type": "plain_text_input", "value": "it is 88"}}}}
    assert factbox.act(type="view_submission", view=view)["response_action"] == "update"

    def said() -> list[object]:
        with factbox.desk.store.engine.connect() as connection:
            told = [(each.verdict, each.note, each.question) for each in reports("T1", connection, "wrong")]
            return [told, *connection.execute(select(WATCHES.c.person, WATCHES.c.fact)).all()]

    assert until(lambda: said() == [[("wrong", "it is 88", "zenda dam height")], ("UANNA", "zenda-dam/height")])


def test_what_is_not_held_is_wanted(factbox: Front) -> None:
    blocks = factbox.ask("how many sheep live in ruritania")["blocks"]
    factbox.click(button_in(blocks, "Ask an admin to add it"))

    assert until(lambda: rows(factbox.desk.store, WANTED) == 1)
