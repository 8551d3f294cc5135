"""The bot beside the page: the web process of production, under gunicorn, with the stand-in for its Slack."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from bot.playground.people import PEOPLE
from bot.settings import Settings

STARTS_IN, ENDS_IN = 110.0, 20.0
"""Seconds."""

TOKEN = "xoxb-playground"


class NotStarted(Exception):
    """The web process ended before it answered; its log says why."""


class Starting:
    """A web process that has begun, and will answer."""

    def __init__(self, process: subprocess.Popen[bytes], port: int, log: Path) -> None:
        self._process = process
        self._port = port
        self._log = log

    def wait(self) -> None:
        """Waits until it answers. Raises NotStarted if it ends before."""
        if not _answers(self._process, self._port):
            raise NotStarted(self._log.read_text(encoding="utf-8", errors="replace"))


@contextmanager
def web_process(settings: Settings, port: int, api_url: str, secret: str, state: Path) -> Iterator[Starting]:
    """The bot at a port of this machine, until it is no longer needed."""
    log = state / "bot.log"
    gunicorn = [sys.executable, "-m", "gunicorn", "bot.web:application()", "--bind", f"127.0.0.1:{port}"]
    threads = ["--worker-class", "gthread", "--threads", "16", "--graceful-timeout", "2", "--log-level", "warning"]
    with log.open("wb") as said:
        process = subprocess.Popen(
            [*gunicorn, *threads],
            env=_environment(settings, api_url, secret, state),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            start_new_session=True,  # Ctrl+C is for us; we end it in our own time
        )
    try:
        yield Starting(process, port, log)
    finally:
        _end(process)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _environment(settings: Settings, api_url: str, secret: str, state: Path) -> Mapping[str, str]:
    """Nothing of a real workspace and of a real database reaches it."""
    real = (
        "SLACK_",
        "DATABASE_URL",
        "ASKER_SECRET",
        "KNOWLEDGE_KEPT_IN",
        "PORT",
        "WEB_CONCURRENCY",
        "GUNICORN_CMD_ARGS",
    )
    kept = {name: value for name, value in os.environ.items() if not name.startswith(real)}
    ours = {"SLACK_BOT_TOKEN": TOKEN, "SLACK_SIGNING_SECRET": secret, "SLACK_API_URL": api_url}
    admins = ",".join(person.id for person in PEOPLE if person.admin)
    where = {"KNOWLEDGE": str(settings.knowledge), "FACTBOX_STATE": str(state), "SLACK_COMMAND": settings.slash}
    return {**kept, **ours, **where, "ADMINS": admins}


def _answers(process: subprocess.Popen[bytes], port: int) -> bool:
    end = time.monotonic() + STARTS_IN
    while time.monotonic() < end and process.poll() is None:
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
        with suppress(OSError, http.client.HTTPException):
            line.request("GET", "/healthz")
            return line.getresponse().status == 200
        line.close()
        time.sleep(0.05)
    return False


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(ENDS_IN)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
