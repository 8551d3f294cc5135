"""The web process: Slack's signed requests at /slack/events, and /healthz, as a WSGI application for gunicorn."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from http import HTTPStatus
from typing import TYPE_CHECKING, NoReturn

from slack_bolt.adapter.wsgi import SlackRequestHandler

from bot.app import build_app, log_to_stderr
from bot.clock import ClockWatch
from bot.desk import Desk
from bot.guard import answered, guarded
from bot.health import health
from bot.keeping.shelf import library_for
from bot.recall.recaller import begin_recall
from bot.settings import Settings, settings_in
from knowledge.library import Broken, Library

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

CANNOT_START = 3
"""gunicorn stops at this exit code; at any other it starts its worker again and again."""


def application() -> WSGIApplication:
    """What gunicorn serves: `gunicorn "bot.web:application()"`. What stands in its way is named, all at once."""
    log_to_stderr()
    settings, problems = settings_in(os.environ, "web")
    if problems:
        _stop(problems)
    try:
        desk = Desk.open(settings)
        library = library_for(settings, desk.keeper)
        begin_recall(desk, library)
        return web(settings, library, desk)
    except Broken as broken:
        _stop(broken.problems)


def web(settings: Settings, library: Library, desk: Desk) -> WSGIApplication:
    """The application for these settings, this library and this desk."""
    watch = ClockWatch()
    slack = guarded(SlackRequestHandler(build_app(settings, library, desk.memory)), settings.signing_secret, watch)

    def serve(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        asked = environ.get("REQUEST_METHOD"), environ.get("PATH_INFO")
        if asked == ("POST", "/slack/events"):
            return slack(environ, start_response)
        if asked in (("GET", "/healthz"), ("HEAD", "/healthz")):
            return answered(start_response, HTTPStatus.OK, health(library, desk.trouble(), watch.trouble()))
        return answered(start_response, HTTPStatus.NOT_FOUND)

    return serve


def _stop(problems: Iterable[object]) -> NoReturn:
    print(*problems, sep="\n", file=sys.stderr)
    raise SystemExit(CANNOT_START)
