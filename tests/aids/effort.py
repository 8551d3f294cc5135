"""How much work something is, beside other work done in the same test: a busy machine is slow at both."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from time import thread_time

LINEAR = 10.0
"""At four times the size four times the work is expected; whatever grows with the square takes sixteen times."""


def times_the_work(one: Callable[[], object], other: Callable[[], object], tries: int = 5) -> float:
    """How many times the CPU time of the other one takes: the least of several tries of each, made in turns."""
    pairs = [(_seconds(one), _seconds(other)) for _ in range(tries)]
    return min(first for first, _ in pairs) / max(min(second for _, second in pairs), 1e-6)


def least_seconds(work: Callable[[], object], tries: int = 3) -> float:
    """The least CPU time of several tries: to be held against that of something else, never against a number."""
    return min(_seconds(work) for _ in range(tries))


def _seconds(work: Callable[[], object]) -> float:
    began = thread_time()
    work()
    return thread_time() - began


class Hanging:
    """Work that hangs until the end of a `with`. Whoever waits for it all the same finds it done, after a while."""

    def __init__(self) -> None:
        self.waited_for = False
        self._over = Event()

    def __enter__(self) -> Hanging:
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()

    def __call__(self, *_: object) -> None:
        if not self._over.wait(30.0):
            self.waited_for = True
