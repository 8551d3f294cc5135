"""The web process without the log of questions, to measure what the log costs: gunicorn "tests.soak.forgetful_web:application()"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import web
from bot.memory import LastingMemory
from handlers.memory import Kept

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication


def application() -> WSGIApplication:
    setattr(LastingMemory, "note", _nothing)  # noqa: B010 - a plain assignment is none that mypy lets through
    return web.application()


def _nothing(_: LastingMemory, __: Kept) -> None:
    """In the place of `note`."""
