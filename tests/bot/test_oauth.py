"""Installing in several workspaces, end to end: a browser, a stand-in for Slack, the web process, its database."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from sqlalchemy import select

from bot import web as front
from bot.desk import Desk, desk_for
from bot.manifest import manifest
from bot.playground.moods import Call
from bot.playground.standin import StandIn
from bot.settings import Settings
from bot.store.tables import BOTS, INSTALLATIONS, OAUTH_STATES
from knowledge.library import Library
from tests.bot.test_desk import until
from tests.bot.test_store import rows
from tests.bot.test_web import JSON, post, signed

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication

SECRET = "secret"


@pytest.fixture
def desk(database: str, tmp_path: Path, standin: StandIn) -> Iterator[Desk]:
    desk = desk_for(settings(database, tmp_path, standin))
    desk.start()
    yield desk
    desk.close(0.0)


@pytest.fixture
def web(ruritania: Library, desk: Desk, database: str, tmp_path: Path, standin: StandIn) -> WSGIApplication:
    return front.web(settings(database, tmp_path, standin), ruritania, desk)


def settings(database: str, state: Path, standin: StandIn) -> Settings:
    credentials = {"client_id": "1.2", "client_secret": "s3", "signing_secret": SECRET}
    return Settings(database_url=database, state=state, api_url=standin.url, **credentials)  # type: ignore[arg-type]


def get(web: WSGIApplication, path: str, query: str = "", cookie: str = "") -> tuple[int, dict[str, str], str]:
    """The status, the headers and the body of a page."""
    said: list[tuple[str, list[tuple[str, str]]]] = []

    def start_response(status: str, headers: list[tuple[str, str]], *_: object) -> Any:
        said.append((status, headers))

    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": query, "SERVER_PROTOCOL": "HTTP/1.1"}
    body = b"".join(web({**environ, "HTTP_COOKIE": cookie}, start_response))
    ((status, headers),) = said
    return int(status[:3]), {name.lower(): value for name, value in headers}, body.decode()


def begun(web: WSGIApplication) -> tuple[dict[str, list[str]], str]:
    """Somebody pressed the button: what Slack is asked for, and the cookie that their browser keeps."""
    status, headers, _ = get(web, "/slack/install")
    assert status == 302
    where = urlsplit(headers["location"])
    assert (where.scheme, where.netloc, where.path) == ("https", "slack.com", "/oauth/v2/authorize")
    return parse_qs(where.query), headers["set-cookie"].partition(";")[0]


def returned(web: WSGIApplication, **query: str) -> int:
    """Slack sent the browser back; the status of the page it got."""
    asked, cookie = begun(web)
    return get(web, "/slack/oauth_redirect", urlencode({"state": asked["state"][0], **query}), cookie)[0]


def ask(web: WSGIApplication, team: str = "T1") -> tuple[int, str]:
    event = {"type": "app_mention", "user": "U1", "channel": "C1", "ts": "5.0", "text": "<@UBOT> zenda dam height"}
    about = {"type": "event_callback", "team_id": team, "event_id": f"Ev{team}", "event_time": 9_000_000_000}
    return send(web, {**about, "event": event})


def send(web: WSGIApplication, body: dict[str, Any]) -> tuple[int, str]:
    return post(web, json.dumps(body), signed(json.dumps(body)), JSON)


def answers(standin: StandIn) -> list[Call]:
    return [call for call in [*standin.calls] if call.method == "chat.postMessage"]


def test_what_slack_is_asked_for_is_what_the_manifest_says(web: WSGIApplication) -> None:
    asked, cookie = begun(web)

    assert asked["client_id"] == ["1.2"]
    assert asked["scope"] == [",".join(manifest()["oauth_config"]["scopes"]["bot"])]
    assert "user_scope" not in asked
    assert cookie.startswith("slack-app-oauth-state=")


def test_a_workspace_installs_and_is_answered_with_its_own_token(
    web: WSGIApplication, desk: Desk, standin: StandIn
) -> None:
    assert returned(web, code="abc") == 200
    assert ask(web)[0] == 200

    assert standin.wait_for(lambda: bool(answers(standin)), 5)
    (call,) = answers(standin)
    assert call.token.startswith("xoxe.xoxb-")
    with desk.store.engine.connect() as connection:
        assert connection.execute(select(INSTALLATIONS.c.team_id, INSTALLATIONS.c.user_id)).all() == [("T1", "UANNA")]


def test_where_it_is_not_installed_nothing_is_posted(web: WSGIApplication, desk: Desk, standin: StandIn) -> None:
    assert returned(web, code="abc") == 200
    assert ask(web, team="T2")[0] == 200

    assert desk.outbox.drain(5)
    assert answers(standin) == []


def test_a_state_is_good_for_one_browser_and_one_time(web: WSGIApplication) -> None:
    asked, cookie = begun(web)
    query = urlencode({"state": asked["state"][0], "code": "abc"})

    assert get(web, "/slack/oauth_redirect", query, "slack-app-oauth-state=other")[0] == 400
    assert get(web, "/slack/oauth_redirect", query, cookie)[0] == 200
    assert get(web, "/slack/oauth_redirect", query, cookie)[0] == 401


@pytest.mark.parametrize(("query", "status"), [({"error": "access_denied"}, 200), ({}, 401)], ids=str)
def test_who_changes_their_mind_gets_a_page(web: WSGIApplication, query: dict[str, str], status: int) -> None:
    assert returned(web, **query) == status


def test_a_code_that_slack_does_not_know_installs_nothing(
    web: WSGIApplication, desk: Desk, standin: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standin.web_api, "answer", lambda *_: {"ok": False, "error": "invalid_code"})

    assert returned(web, code="abc") == 401
    assert rows(desk.store, INSTALLATIONS) == 0


def test_while_slack_is_away_whoever_installs_gets_a_page(web: WSGIApplication, standin: StandIn) -> None:
    standin.die()

    assert returned(web, code="abc") == 503


def test_uninstalling_erases_the_workspace_and_its_token(web: WSGIApplication, desk: Desk, standin: StandIn) -> None:
    returned(web, code="abc")
    ask(web)
    assert standin.wait_for(lambda: bool(answers(standin)), 5)

    removed = {"type": "event_callback", "team_id": "T1", "event_id": "Ev9", "event_time": 9_000_000_000}
    assert send(web, {**removed, "event": {"type": "app_uninstalled"}})[0] == 200

    assert until(lambda: rows(desk.store, INSTALLATIONS) + rows(desk.store, BOTS) == 0)
    assert rows(desk.store, OAUTH_STATES) == 0


def test_without_the_credentials_there_is_nothing_to_install(ruritania: Library, desk: Desk) -> None:
    web = front.web(Settings(bot_token="xoxb-1", signing_secret=SECRET), ruritania, desk)

    assert get(web, "/slack/install")[0] == 404
    assert "Add to Slack" not in get(web, "/")[2]
