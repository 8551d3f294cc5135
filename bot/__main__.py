"""`python -m bot`: Socket Mode with the two tokens, a local prompt without any."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable
from contextlib import closing, suppress
from io import TextIOWrapper
from threading import Event

from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk.errors import SlackApiError

from bot.app import build_app, log_to_stderr
from bot.prompt import converse
from bot.settings import Settings, settings_in
from knowledge.library import Broken, Library

GOOD, BROKEN, MISSET = 0, 1, 2


def main() -> int:
    settings, problems = settings_in(os.environ, "bot")
    if problems:
        return _named(problems, MISSET)
    try:
        library = Library.open(settings.knowledge)
    except Broken as broken:
        return _named(broken.problems, BROKEN)
    return connect(settings, library) if settings.bot_token else prompt(settings, library)


def connect(settings: Settings, library: Library) -> int:
    """Socket Mode, until the process is told to stop; answers that are on their way still go out."""
    log_to_stderr()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(GOOD))
    handler = SocketModeHandler(build_app(settings, library), settings.app_token, concurrency=settings.threads)
    with suppress(KeyboardInterrupt), closing(handler.client):
        try:
            handler.client.connect()
        except SlackApiError as refusal:
            return _named([f"Slack does not accept SLACK_APP_TOKEN: {refusal.response['error']}"], MISSET)
        Event().wait()
    return GOOD


def prompt(settings: Settings, library: Library) -> int:
    """A prompt in this terminal, or answers to the questions in a pipe; either way in UTF-8."""
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        converse(library, settings.slash, sys.stdin, sys.stdout)
    except BrokenPipeError:  # `| head`: what is left in the buffer must not be written at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        print()
    return GOOD


def _named(problems: Iterable[object], code: int) -> int:
    print(*problems, sep="\n", file=sys.stderr)
    return code


if __name__ == "__main__":
    raise SystemExit(main())
