"""The web process: what Slack has signed is answered, everything else is refused before it is parsed."""

from __future__ import annotations

import hashlib
import hmac
import io
import json
import re
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest

from bot import web as front
from bot.desk import Desk, desk_for
from bot.guard import MOST
from bot.health import health
from bot.settings import Settings
from knowledge.library import Library
from tests.bases import RURITANIA
from tests.handlers.test_conversations import HEIGHT

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication

SECRET = "secret"
COMMAND = urlencode({"command": "/fact", "text": "zenda dam height", "team_id": "T1", "user_id": "U1"})
FORM, JSON = "application/x-www-form-urlencoded", "application/json"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk that remembers nothing, as nobody has opened it."""
    return desk_for(Settings(state=tmp_path))


@pytest.fixture
def web(ruritania: Library, desk: Desk) -> WSGIApplication:
    return front.web(Settings(bot_token="xoxb-1", signing_secret=SECRET), ruritania, desk)


def signed(body: str, secret: str = SECRET, age: float = 0) -> dict[str, str]:
    """The two headers that Slack sends."""
    timestamp = str(int(time.time() - age))
    digest = hmac.new(secret.encode(), f"v0:{timestamp}:{body}".encode(), hashlib.sha256).hexdigest()
    return {"HTTP_X_SLACK_REQUEST_TIMESTAMP": timestamp, "HTTP_X_SLACK_SIGNATURE": f"v0={digest}"}


def post(web: WSGIApplication, body: str | bytes, headers: dict[str, str], kind: str = FORM) -> tuple[int, str]:
    data = body.encode() if isinstance(body, str) else body
    length = {"CONTENT_LENGTH": str(len(data)), "CONTENT_TYPE": kind, "wsgi.input": io.BytesIO(data)}
    return asked(web, "POST", "/slack/events", {**length, **headers})


def asked(web: WSGIApplication, method: str, path: str, more: dict[str, Any] | None = None) -> tuple[int, str]:
    """The status and the body of an answer."""
    statuses: list[str] = []

    def start_response(status: str, *_: object) -> Any:
        statuses.append(status)

    environ = {"REQUEST_METHOD": method, "PATH_INFO": path, "SERVER_PROTOCOL": "HTTP/1.1", "QUERY_STRING": ""}
    parts: Iterable[bytes] = web({**environ, "wsgi.input": io.BytesIO(), **(more or {})}, start_response)
    return int(statuses[0][:3]), b"".join(parts).decode()


def test_a_signed_command_is_answered(web: WSGIApplication) -> None:
    status, body = post(web, COMMAND, signed(COMMAND))

    assert (status, json.loads(body)["text"]) == (200, HEIGHT)


def test_a_signed_mention_is_kept_before_it_is_acknowledged(web: WSGIApplication, desk: Desk) -> None:
    event = {"type": "app_mention", "user": "U1", "channel": "C1", "ts": "5.0", "text": "<@UBOT> zenda dam height"}
    body = json.dumps({"type": "event_callback", "team_id": "T1", "event_id": "Ev1", "event": event})

    assert post(web, body, signed(body), JSON)[0] == 200
    assert len(desk.outbox) == 1


def test_slack_may_verify_the_address(web: WSGIApplication) -> None:
    body = json.dumps({"type": "url_verification", "challenge": "abc"})

    status, answer = post(web, body, signed(body), JSON)

    assert (status, json.loads(answer)) == (200, {"challenge": "abc"})


def test_slack_may_look_at_the_certificate(web: WSGIApplication) -> None:
    assert post(web, "ssl_check=1&token=abc", {})[0] == 200


@pytest.mark.parametrize(("age", "status"), [(-302, 401), (-299, 200), (0, 200), (299, 200), (302, 401)])
def test_five_minutes_are_allowed(web: WSGIApplication, age: int, status: int) -> None:
    assert post(web, COMMAND, signed(COMMAND, age=age))[0] == status


def test_no_headers_no_answer(web: WSGIApplication) -> None:
    assert post(web, COMMAND, {}) == (401, "Unauthorized")


def test_another_secret_is_refused(web: WSGIApplication) -> None:
    assert post(web, COMMAND, signed(COMMAND, secret="another")) == (401, "Unauthorized")


def test_a_changed_body_is_refused(web: WSGIApplication) -> None:
    assert post(web, COMMAND + "&text=changed", signed(COMMAND)) == (401, "Unauthorized")


@pytest.mark.parametrize("signature", ["", "v0=é", "v1=" + "0" * 64, "v0=" + "0" * 64])
def test_a_wrong_signature_is_refused(web: WSGIApplication, signature: str) -> None:
    assert post(web, COMMAND, signed(COMMAND) | {"HTTP_X_SLACK_SIGNATURE": signature}) == (401, "Unauthorized")


@pytest.mark.parametrize("time", ["", "now", "1.5", "-1", "1e9", " 1", "9" * 5000, "٣"], ids=lambda time: time[:9])
def test_a_wrong_timestamp_is_refused(web: WSGIApplication, time: str) -> None:
    assert post(web, COMMAND, signed(COMMAND) | {"HTTP_X_SLACK_REQUEST_TIMESTAMP": time}) == (401, "Unauthorized")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 401),
        (b"null", 401),
        (b"[1]", 401),
        (b"[" * 100_000, 401),
        (b"\xff\xfe", 400),
        (b"a=1&" * 240_000, 401),
        (b"{" + b'"k":1,' * 160_000 + b'"z":1}', 401),
        (b"x" * (MOST + 1), 413),
    ],
    ids=["{", "null", "[1]", "deep", "not UTF-8", "many fields", "many keys", "too large"],
)
def test_an_unsigned_body_is_refused_unparsed(
    web: WSGIApplication, body: bytes, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[object] = []
    for parser in ("json.loads", "slack_bolt.request.internals.parse_qsl"):
        monkeypatch.setattr(parser, parsed.append)

    refused = post(web, body, {"HTTP_X_SLACK_REQUEST_TIMESTAMP": "1", "HTTP_X_SLACK_SIGNATURE": "v0=0"}, JSON)[0]

    assert (refused, parsed) == (status, [])


@pytest.mark.parametrize(
    ("length", "status"), [("-1", 400), ("many", 400), ("1.5", 400), ("9" * 19, 400), ("9" * 9, 413)]
)
def test_a_wrong_length_is_refused_unread(web: WSGIApplication, length: str, status: int) -> None:
    assert post(web, COMMAND, signed(COMMAND) | {"CONTENT_LENGTH": length})[0] == status


def test_a_body_in_chunks_is_read_to_its_end_and_no_further(web: WSGIApplication) -> None:
    chunks = {"CONTENT_LENGTH": "", "HTTP_TRANSFER_ENCODING": "chunked"}

    assert post(web, COMMAND, signed(COMMAND) | chunks)[0] == 200
    assert post(web, "x" * (MOST + 2), signed(COMMAND) | chunks)[0] == 413


def test_health_tells_the_revision_of_the_knowledge_base(web: WSGIApplication, ruritania: Library) -> None:
    assert asked(web, "GET", "/healthz") == (200, health(ruritania))


@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", "/"), ("GET", "/slack/events"), ("POST", "/healthz"), ("GET", "/slack/install"), ("GET", "/privacy/")],
)
def test_there_is_nothing_else(web: WSGIApplication, method: str, path: str) -> None:
    assert asked(web, method, path) == (404, "Not Found")


def test_gunicorn_is_told_to_stop_when_a_setting_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET"):
        monkeypatch.delenv(name, raising=False)

    with pytest.raises(SystemExit) as stopped:
        front.application()

    assert stopped.value.code == 3
    assert capsys.readouterr().err.startswith("SLACK_BOT_TOKEN is missing: ")


def test_gunicorn_gets_the_application_when_all_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "s", "KNOWLEDGE": str(RURITANIA)}.items():
        monkeypatch.setenv(name, value)

    assert asked(front.application(), "GET", "/healthz")[0] == 200


def test_a_request_that_is_signed_but_old_tells_of_a_wrong_clock(web: WSGIApplication) -> None:
    assert post(web, COMMAND, signed(COMMAND, age=3600))[0] == 401

    word, *lines = asked(web, "GET", "/healthz")[1].splitlines()
    assert word.startswith("degraded ")
    assert re.fullmatch(r"clock: 36\d\d s ahead of Slack's", lines[-1])


def test_a_request_that_is_not_signed_tells_nothing_of_the_clock(web: WSGIApplication) -> None:
    post(web, COMMAND, signed(COMMAND, secret="another", age=3600))

    assert asked(web, "GET", "/healthz")[1].startswith("ok ")
