"""A stand-in for Slack's Web API and its response URLs, on the loopback address: it keeps what was posted, refuses
what Slack refuses, and can be told to be slow, to limit, to fail, to break connections, to hang and to be dead."""

from __future__ import annotations

import json
import socket
import struct
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition, Thread
from typing import Any
from urllib.parse import parse_qsl

from bot.playground.moods import GOOD, Call, Mood, now
from bot.playground.web_api import WebApi

API, HOOKS = "/api/", "/hooks/"


class StandIn:
    """Slack, as far as Factbox can tell. `with StandIn() as slack:` runs it. `heard` is told each call."""

    def __init__(self, web_api: WebApi | None = None, heard: Callable[[Call], None] = lambda _: None) -> None:
        self.web_api = web_api or WebApi()
        self.heard = heard
        self.mood: Mood = GOOD
        self.headers: dict[str, str] = {}  # beside its answers: the scopes of a token, say
        self.calls: list[Call] = []
        self._changed = Condition()
        self._server: _Server | None = None
        self._port = 0

    def __enter__(self) -> StandIn:
        self.revive()
        return self

    def __exit__(self, *_: object) -> None:
        self.die()

    @property
    def url(self) -> str:
        """The base address of the Web API, for SLACK_API_URL."""
        return f"http://127.0.0.1:{self._port}{API}"

    @property
    def hooks(self) -> str:
        """What every `response_url` begins with."""
        return f"http://127.0.0.1:{self._port}{HOOKS}"

    @property
    def hook(self) -> str:
        """A `response_url`."""
        return f"{self.hooks}1"

    @property
    def posted(self) -> list[Call]:
        """What was posted: messages, and responses; not what was only asked."""
        return [call for call in [*self.calls] if call.posted and call.method != "auth.test"]

    def revive(self) -> None:
        """Listens, at the same address as before."""
        self._server = _Server(("127.0.0.1", self._port), self)
        self._port = self._server.server_address[1]
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def die(self) -> None:
        """Stops listening: whoever calls is refused the connection."""
        if self._server:
            self._server.shutdown()
            self._server.server_close()
        self._server = None

    def wait_for(self, condition: Callable[[], bool], seconds: float) -> bool:
        """Whether the condition came true within so many seconds; it is looked at after each call."""
        with self._changed:
            return self._changed.wait_for(condition, seconds)

    def wait_for_posts(self, number: int, seconds: float) -> list[Call]:
        """The posts, when there are so many, or after so many seconds."""
        self.wait_for(lambda: len(self.posted) >= number, seconds)
        return self.posted

    def take(self, path: str, arguments: dict[str, Any], token: str) -> Call:
        """Answers a call in the present mood, and keeps it."""
        mood, at = self.mood, now()
        if mood.kind in ("good", "hanging"):
            time.sleep(mood.seconds)
        status = {"good": 200, "limited": 429, "failing": mood.status}.get(mood.kind, 0)
        answer = self._answer(path, arguments, token) if status == 200 else {}
        call = Call(at, path.removeprefix(API), arguments, token, status, answer)
        self.heard(call)
        with self._changed:
            self.calls.append(call)
            self._changed.notify_all()
        return call

    def _answer(self, path: str, arguments: dict[str, Any], token: str) -> dict[str, Any]:
        if path.startswith(HOOKS):
            return {"ok": True}
        return self.web_api.answer(path.removeprefix(API), arguments, token)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256

    def __init__(self, address: tuple[str, int], standin: StandIn) -> None:
        self.standin = standin
        super().__init__(address, _Handler)

    def handle_error(self, *_: object) -> None:
        """Whoever called was killed meanwhile, and does not wait for the answer."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        self._take(self.path, self._arguments(body))

    def do_GET(self) -> None:
        """What only reads may be asked so, as slack_sdk does."""
        path, _, query = self.path.partition("?")
        self._take(path, dict(parse_qsl(query)))

    def _take(self, path: str, arguments: dict[str, Any]) -> None:
        token = self.headers.get("Authorization", "").removeprefix("Bearer ")
        call = self.server.standin.take(path, arguments, token)
        if not call.status:
            self._break()
        elif self.path.startswith(HOOKS) and call.status == 200:
            self._say(200, b"ok", {})
        else:
            self._say(call.status, json.dumps(call.answer).encode() if call.answer else b"", self._headers(call))

    def log_message(self, *_: object) -> None:
        """Whoever wants to know reads `calls`."""

    def _arguments(self, body: str) -> dict[str, Any]:
        if "json" in self.headers.get("Content-Type", ""):
            given = json.loads(body or "{}")
            return given if isinstance(given, dict) else {}
        return dict(parse_qsl(body))

    def _headers(self, call: Call) -> dict[str, str]:
        retry_after = {"Retry-After": f"{self.server.standin.mood.seconds:.0f}"} if call.status == 429 else {}
        return {"Content-Type": "application/json", **retry_after, **self.server.standin.headers}

    def _say(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _break(self) -> None:
        """Not an end but a break: with no time to linger, closing sends a reset."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
