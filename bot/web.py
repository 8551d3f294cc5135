"""The web process: Slack's signed requests, installations, a few pages and /healthz, as a WSGI application for gunicorn."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterable
from http import HTTPStatus
from typing import TYPE_CHECKING, NoReturn

from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_sdk.errors import SlackClientError
from sqlalchemy.exc import SQLAlchemyError

from bot.app import build_app, log_to_stderr
from bot.clock import ClockWatch
from bot.desk import Desk
from bot.guard import answered, guarded
from bot.health import health
from bot.installation import INSTALL, REDIRECT, install_flow
from bot.keeping.shelf import library_for
from bot.office.trouble import tell_admins_of_trouble
from bot.pages import HTML, landing, not_installed, privacy, support
from bot.recall.recaller import begin_recall
from bot.settings import Settings, settings_in
from knowledge.library import Broken, Library

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

log = logging.getLogger(__name__)

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
        tell_admins_of_trouble(desk, library)
        return web(settings, library, desk)
    except Broken as broken:
        _stop(broken.problems)


def web(settings: Settings, library: Library, desk: Desk) -> WSGIApplication:
    """The application for these settings, this library and this desk."""
    watch = ClockWatch()
    flow = install_flow(settings, desk.store.engine) if settings.installs else None
    bolt = SlackRequestHandler(build_app(settings, library, desk.memory, desk.tokens.in_time, flow))
    slack = guarded(bolt, settings.signing_secret, watch)
    shown = {"/": landing(settings), "/privacy": privacy(settings), "/support": support(settings)}

    def serve(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        method, path = environ.get("REQUEST_METHOD", ""), environ.get("PATH_INFO", "")
        if (method, path) == ("POST", "/slack/events"):
            return slack(environ, start_response)
        if method in ("GET", "HEAD") and path == "/healthz":
            return answered(start_response, HTTPStatus.OK, health(library, desk.trouble(), watch.trouble()))
        if method in ("GET", "HEAD") and path in shown:
            return answered(start_response, HTTPStatus.OK, shown[path], HTML)
        if flow and method == "GET" and path in (INSTALL, REDIRECT):
            return installing(bolt, environ, start_response)
        return answered(start_response, HTTPStatus.NOT_FOUND)

    return serve


def installing(app: WSGIApplication, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """A step of an installation. Whatever is away, whoever installs gets a page and not a traceback."""
    try:
        return app(environ, start_response)
    except (SQLAlchemyError, SlackClientError, OSError) as error:
        log.error("an installation failed: %s", type(error).__name__)
        return answered(start_response, HTTPStatus.SERVICE_UNAVAILABLE, not_installed(), HTML)


def _stop(problems: Iterable[object]) -> NoReturn:
    print(*problems, sep="\n", file=sys.stderr)
    raise SystemExit(CANNOT_START)
