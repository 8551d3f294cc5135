"""`python -m bot`: Socket Mode with the two tokens, a local prompt without any; or one of the commands."""

from __future__ import annotations

import logging
import os
import signal
import sys
from collections.abc import Iterable
from contextlib import closing, suppress
from io import TextIOWrapper
from threading import Event

from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk.errors import SlackApiError

from bot import commands
from bot.app import build_app, log_to_stderr
from bot.desk import Desk
from bot.prompt import converse
from bot.settings import Settings, settings_in
from knowledge.library import Broken, Library
from knowledge.watch import watched

GOOD, BROKEN, MISSET = 0, 1, 2


def main() -> int:
    arguments = sys.argv[1:]
    settings, problems = settings_in(os.environ, "command" if arguments else "bot")
    if problems:
        return _named(problems, MISSET)
    if arguments:
        return commands.run(arguments, settings)
    try:
        library = watched(settings.knowledge, settings.state)
    except Broken as broken:
        return _named(broken.problems, BROKEN)
    return connect(settings, library) if settings.bot_token else prompt(settings, library)


def connect(settings: Settings, library: Library) -> int:
    """Socket Mode, until the process is told to stop; answers that are on their way still go out."""
    log_to_stderr()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(GOOD))
    app = build_app(settings, library, Desk.open(settings).memory)
    handler = SocketModeHandler(app, settings.app_token, concurrency=settings.threads)
    with suppress(KeyboardInterrupt), closing(handler.client):
        try:
            handler.client.connect()
        except SlackApiError as refusal:
            return _named([f"Slack does not accept SLACK_APP_TOKEN: {refusal.response['error']}"], MISSET)
        Event().wait()
    return GOOD


def prompt(settings: Settings, library: Library) -> int:
    """A prompt in this terminal, or answers to the questions in a pipe; either way in UTF-8. What is reloaded is told beside them."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
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
