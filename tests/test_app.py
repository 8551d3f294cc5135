"""The app as it is put together: without Slack, and whatever else stands in the environment."""

from __future__ import annotations

import pytest
from slack_bolt import BoltRequest
from slack_sdk import WebClient

from bot.app import build_app
from bot.settings import Settings
from knowledge.library import Library
from tests.slack import AtOnce, Slack
from tests.test_conversations import HEIGHT


@pytest.fixture
def unreachable(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Slack that nobody can call."""

    def refuse(*_: object, **__: object) -> None:
        raise ConnectionError("no network here")

    monkeypatch.setattr(WebClient, "api_call", refuse)


@pytest.mark.usefixtures("unreachable")
def test_a_command_is_answered_while_slack_cannot_be_called(ruritania: Library) -> None:
    app = build_app(Settings(bot_token="xoxb-1", signing_secret="s"), ruritania, AtOnce())
    body = {"command": "/fact", "text": "zenda dam height", "team_id": "T1", "user_id": "U1"}

    response = app.dispatch(BoltRequest(mode="socket_mode", body=body))

    assert response.status == 200
    assert "87 meters" in response.body


def test_the_command_may_have_another_name(ruritania: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    slack = Slack(ruritania, monkeypatch, slash="/figure")

    assert slack.command("/figure zenda dam height") == HEIGHT
    assert "• /figure and your question" in (slack.command("/figure help") or "")


def test_the_credentials_of_an_installation_change_nothing_yet(
    ruritania: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bolt reads them by itself and would look for a stored installation, which there is none of."""
    for name in ("SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_BOT_TOKEN"):
        monkeypatch.setenv(name, "xoxb-2")

    assert Slack(ruritania, monkeypatch).mention("zenda dam height") == HEIGHT


def test_the_web_api_may_live_elsewhere(ruritania: Library) -> None:
    app = build_app(Settings(bot_token="xoxb-1", signing_secret="s", api_url="http://127.0.0.1:9/api"), ruritania)

    assert app.client.base_url == "http://127.0.0.1:9/api/"
