"""The app as it is put together: without Slack, and whatever else stands in the environment."""

from __future__ import annotations

import pytest
from slack_sdk import WebClient

from bot.app import build_app
from bot.settings import Settings
from knowledge.library import Library
from tests.aids.slack import Slack
from tests.handlers.test_conversations import HEIGHT


@pytest.fixture
def unreachable(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Slack that nobody can call."""

    def refuse(*_: object, **__: object) -> None:
        raise ConnectionError("no network here")

    monkeypatch.setattr(WebClient, "api_call", refuse)


@pytest.mark.usefixtures("unreachable")
def test_nothing_waits_for_slack(slack: Slack) -> None:
    assert slack.command("/fact zenda dam height") == HEIGHT
    assert slack.mention("zenda dam height") == HEIGHT


def test_the_command_may_have_another_name(ruritania: Library) -> None:
    slack = Slack(ruritania, slash="/figure")

    assert slack.command("/figure zenda dam height") == HEIGHT
    assert "• /figure and your question" in (slack.command("/figure help") or "")


def test_the_credentials_of_an_installation_change_nothing_yet(
    ruritania: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bolt reads them by itself and would look for a stored installation, which there is none of."""
    for name in ("SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_BOT_TOKEN"):
        monkeypatch.setenv(name, "xoxb-2")

    assert Slack(ruritania).mention("zenda dam height") == HEIGHT


def test_the_web_api_may_live_elsewhere(slack: Slack, ruritania: Library) -> None:
    settings = Settings(bot_token="xoxb-1", signing_secret="s", api_url="http://127.0.0.1:9/api")

    app = build_app(settings, ruritania, slack.memory)

    assert app.client.base_url == "http://127.0.0.1:9/api/"
