"""An answer as it stands in a channel after its asker shared it: pure."""

from __future__ import annotations

from typing import Any

from handlers import wording_under as wording
from handlers.render import render_answer
from handlers.reply import Reply, joined, line, reply
from handlers.surface import Surface
from handlers.under.row import feedback, row
from knowledge.answer import Answer


def render_shared(answer: Answer, sharer: dict[str, Any]) -> Reply:
    """The answer and who shared it. The question is its asker's own business: not even the buttons know it."""
    name = sharer.get("name") or sharer.get("username")
    under = [*row(answer, "", Surface.OPEN), *feedback(answer, "", Surface.OPEN)]
    told = [line(wording.shared_by(name))] if name else []
    return joined([render_answer(answer, Surface.OPEN), reply([told], under)])
