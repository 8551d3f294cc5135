"""What the commands say when they stop, and what to do next."""

from __future__ import annotations

from handlers.keeping import Overtaken
from knowledge.edit import Refusal


class Stopped(Exception):
    """A command that did nothing, and why."""


def refused(refusal: Refusal) -> str:
    """The problems of a knowledge base that cannot be served."""
    problems = "\n".join(str(misfit.problem) for misfit in refusal.misfits)
    return f"{problems}\nnothing was changed: mend this, and try again"


def overtaken(by: Overtaken) -> str:
    """Who was quicker, and what they changed."""
    who = [f"revision {each.number} by {each.author}: {each.reason}" for each in by.since]
    return "\n".join(["it was edited meanwhile:", *who, by.difference.rstrip("\n")])
