"""`python -m bot`: Socket Mode with the two tokens; without any the playground, or answers to a pipe; or a command."""

from __future__ import annotations

import logging
import os
import signal
import stat
import sys
from collections.abc import Iterable
from contextlib import closing, suppress
from io import TextIOWrapper

from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk.errors import SlackApiError

from bot import commands
from bot.app import build_app, log_to_stderr
from bot.check import check
from bot.desk import Desk
from bot.keeping.shelf import library_for
from bot.office.trouble import tell_admins_of_trouble
from bot.playground.play import play
from bot.prompt import converse
from bot.recall.recaller import begin_recall
from bot.settings import Settings, settings_in
from bot.stopping import stop_at, work_on
from knowledge.library import Broken, Library

GOOD, BROKEN, MISSET = 0, 1, 2


def main() -> int:
    arguments = sys.argv[1:]
    if arguments == ["check"]:
        return check(os.environ)
    settings, problems = settings_in(os.environ, "command" if arguments else "bot")
    if problems:
        return _named(problems, MISSET)
    if arguments == ["playground"] or (not arguments and not settings.bot_token and not _is_asked_in_a_pipe()):
        return play(settings, os.environ)
    if arguments and arguments != ["prompt"]:
        return commands.run(arguments, settings)
    try:
        if arguments or not settings.bot_token:
            return prompt(settings, library_for(settings))
        return connect(settings)
    except Broken as broken:
        return _named(broken.problems, BROKEN)


def _is_asked_in_a_pipe() -> bool:
    """Whether standard input is a pipe or a file, so that what stands in it are questions. A terminal is none, nor is
    /dev/null, which it is for whatever is started in the background."""
    try:
        kind = os.fstat(sys.stdin.fileno()).st_mode
    except (AttributeError, OSError, ValueError):  # it is closed
        return False
    return stat.S_ISFIFO(kind) or stat.S_ISREG(kind) or stat.S_ISSOCK(kind)


def connect(settings: Settings) -> int:
    """Socket Mode, until the process is told to stop; answers that are on their way still go out. Raises Broken."""
    log_to_stderr()
    stop_at(signal.SIGTERM)
    desk = Desk.open(settings)
    library = library_for(settings, desk.keeper)
    begin_recall(desk, library)
    tell_admins_of_trouble(desk, library)
    app = build_app(settings, library, desk.memory, desk.tokens.in_time)
    handler = SocketModeHandler(app, settings.app_token, concurrency=settings.threads)
    with suppress(KeyboardInterrupt), closing(handler.client):
        try:
            handler.client.connect()
        except SlackApiError as refusal:
            return _named([f"Slack does not accept SLACK_APP_TOKEN: {refusal.response['error']}"], MISSET)
        work_on()
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
