"""The page's own server, on the loopback address: its files, what is seen (as server-sent events), and what is done."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from typing import Any

from bot.playground.hands import NotDone
from bot.playground.playground import Playground

KINDS = {"html": "text/html", "css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
HEARTBEAT = 10.0
"""Seconds after which a page that nothing happens on is sent a sign of life: so one that is gone is noticed."""

GUARD = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' https: data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
PAGE = files("bot.playground") / "page"


class PageServer(ThreadingHTTPServer):
    """Serves one playground to whoever sits at this machine."""

    daemon_threads = True

    def __init__(self, port: int, playground: Playground) -> None:
        self.playground = playground
        super().__init__(("127.0.0.1", port), _Handler)

    @property
    def address(self) -> str:
        return f"http://localhost:{self.server_address[1]}/"

    @property
    def hosts(self) -> frozenset[str]:
        """The names by which it is to be called: under another one, a page elsewhere would be listening in."""
        return frozenset(f"{name}:{self.server_address[1]}" for name in ("localhost", "127.0.0.1"))

    def handle_error(self, *_: object) -> None:
        """Pages are closed while they are being written to."""


class _Handler(BaseHTTPRequestHandler):
    server: PageServer

    def do_GET(self) -> None:
        path, _, asked = self.path.partition("?")
        if not self._is_at_home():
            self._say(403, "text/plain", b"This page is for this machine alone.")
        elif path == "/live":
            self._live(asked.removeprefix("person="))
        elif path.startswith("/exchange/"):
            self._json(200, self.server.playground.exchange(path.rpartition("/")[2]) or {})
        else:
            self._file(path.removeprefix("/") or "index.html")

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if not self._is_at_home() or "json" not in self.headers.get("Content-Type", ""):
            self._say(403, "text/plain", b"This page is for this machine alone.")
            return
        try:
            said = self.server.playground.do(self.path.removeprefix("/do/"), json.loads(body))
            self._json(200, said)
        except NotDone as problem:
            self._json(409, {"problem": str(problem)})
        except (KeyError, TypeError, ValueError) as error:
            self._json(400, {"problem": f"That was not understood: {error!r}"})

    def log_message(self, *_: object) -> None:
        """Nobody needs a line for each."""

    def _is_at_home(self) -> bool:
        """Whether the request comes from our own page, or from no page at all."""
        origin = self.headers.get("Origin", "")
        called = self.headers.get("Host", "")
        return called in self.server.hosts and (not origin or origin == f"http://{called}")

    def _live(self, person: str) -> None:
        """What a person sees, again whenever it changes, for as long as the page is open."""
        self._begin(200, "text/event-stream", {"Connection": "close"})
        seen, playground = -1, self.server.playground
        while True:
            if playground.workspace.wait(seen, HEARTBEAT):
                seen = playground.workspace.version
                self._write(f"data: {json.dumps(playground.seen_by(person))}\n\n")
            else:
                self._write(": still here\n\n")

    def _write(self, text: str) -> None:
        self.wfile.write(text.encode())
        self.wfile.flush()

    def _file(self, name: str) -> None:
        kind = KINDS.get(name.rpartition(".")[2])
        known = {each.name: each for room in (PAGE, PAGE / "blocks") for each in room.iterdir() if each.is_file()}
        found = known.get(name.removeprefix("blocks/"))
        if kind is None or found is None:
            self._say(404, "text/plain", b"There is no such page.")
        else:
            self._say(200, f"{kind}; charset=utf-8", found.read_bytes())

    def _json(self, status: int, value: Any) -> None:
        self._say(status, "application/json", json.dumps(value).encode())

    def _say(self, status: int, kind: str, body: bytes) -> None:
        self._begin(status, kind, {"Content-Length": str(len(body))})
        self.wfile.write(body)

    def _begin(self, status: int, kind: str, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, **GUARD, **headers}.items():
            self.send_header(name, value)
        self.end_headers()
