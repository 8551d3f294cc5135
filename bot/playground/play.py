"""`python -m bot` without tokens, and `python -m bot playground`: the page, for as long as somebody wants it."""

from __future__ import annotations

import os
import signal
import sys
import threading
import webbrowser
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory

from bot.playground.examiner import Examiner
from bot.playground.mirror import Mirror
from bot.playground.playground import Playground
from bot.playground.process import NotStarted, free_port, web_process
from bot.playground.server import PageServer
from bot.settings import Settings
from bot.stopping import stop_at, work_on
from knowledge.library import Broken

GOOD, BROKEN, MISSET = 0, 1, 2
PORTS = range(8001, 8021)
"""The ports that are tried for the page: the address is the same one each time, if nobody else has it."""

REAL = ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_CLIENT_SECRET")


def play(settings: Settings, env: Mapping[str, str]) -> int:
    """Serves the playground until it is told to stop; gives the exit code."""
    if real := [name for name in REAL if env.get(name, "").strip()]:
        print(f"The playground does not start beside real tokens: unset {', '.join(real)}.", file=sys.stderr)
        return MISSET
    if sys.platform == "win32":
        print("There is no playground on Windows: use WSL, or python -m bot prompt.", file=sys.stderr)
        return MISSET
    stop_at(signal.SIGTERM, signal.SIGHUP)  # the latter when its terminal is closed
    try:
        with suppress(KeyboardInterrupt), playing(settings, int(env.get("PORT") or 0)) as page:
            _greet(page)
            work_on()
    except Broken as broken:
        print(*broken.problems, sep="\n", file=sys.stderr)
        return BROKEN
    except NotStarted as reason:
        print(f"The bot did not start:\n{reason}", file=sys.stderr)
        return BROKEN
    return GOOD


@contextmanager
def playing(settings: Settings, port: int = 0) -> Iterator[PageServer]:
    """A playground at work. Raises Broken if the knowledge base cannot be served, NotStarted if the bot cannot."""
    with TemporaryDirectory(prefix="factbox-", ignore_cleanup_errors=True) as state:
        mirror = Mirror(settings.knowledge, Path(state) / "knowledge")
        mirror.take_over()
        examiner = Examiner(mirror.copy, settings.knowledge)
        secret, bot_port = token_hex(16), free_port()
        playground = Playground(examiner, f"http://127.0.0.1:{bot_port}/slack/events", secret, settings.slash)
        with (
            playground.slack as slack,
            web_process(replace(settings, knowledge=mirror.copy), bot_port, slack.url, secret, Path(state)) as bot,
        ):
            examiner.open()  # while the bot starts: both read the knowledge base, each on a processor of its own
            bot.wait()
            with _server(port, playground) as page:
                mirror.start()
                examiner.start()
                yield page


@contextmanager
def _server(port: int, playground: Playground) -> Iterator[PageServer]:
    page = _at_a_port([port] if port else [*PORTS, 0], playground)
    threading.Thread(target=page.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
    try:
        yield page
    finally:
        page.shutdown()
        page.server_close()


def _at_a_port(ports: list[int], playground: Playground) -> PageServer:
    for port in ports:
        with suppress(OSError):
            return PageServer(port, playground)
    raise NotStarted(f"port {ports[0]} is taken: set PORT to a free one, or unset it")


def _greet(page: PageServer) -> None:
    print(f"Factbox is in the playground: {page.address}", flush=True)
    print("A page like Slack, on this machine alone; nothing in it is kept. Ctrl+C ends it.", flush=True)
    if _has_a_browser():
        threading.Thread(target=lambda: webbrowser.open(page.address), daemon=True).start()


def _has_a_browser() -> bool:
    """Whether somebody sits before a screen: in a terminal, and not at the far end of a line."""
    if not sys.stdout.isatty() or "SSH_CONNECTION" in os.environ or "CI" in os.environ:
        return False
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
