"""What admins are told when the files cannot be served: pure."""

from __future__ import annotations

from handlers.admin import wording
from handlers.reply import Reply, clean, line, reply
from knowledge.library import Trouble

MOST = 10


def told(trouble: Trouble, revision: str) -> Reply:
    """Every problem with its file and line, the first ten; and that the bot answers all the same."""
    problems = [line(clean(f"• {problem}")) for problem in trouble.problems[:MOST]]
    more = len(trouble.problems) - MOST
    rest = [line(wording.more_problems(more))] if more > 0 else []
    return reply([[line(wording.trouble(revision)), *problems, *rest]])
