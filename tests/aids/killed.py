"""Work in a process of its own that is killed in the midst of it."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from sqlalchemy import Engine, event

Work = Callable[[], object]


def killed_after(seconds: float, work: Work) -> bool:
    """Whether the work came to its end before it was killed, so many seconds after it began."""
    began, begins = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(begins, b"!")
        _done(work)
    os.read(began, 1)
    os.close(began)
    os.close(begins)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1] == 0


def killed_at(step: int, work: Work) -> bool:
    """Whether the work came to its end before its so many-th step: a file synchronised or renamed, a transaction."""
    child = os.fork()
    if child == 0:
        with _counting(step):
            _done(work)
    return os.waitpid(child, 0)[1] == 0


def _done(work: Work) -> None:
    try:
        work()
        os._exit(0)
    except BaseException:
        os._exit(1)


@contextmanager
def _counting(step: int) -> Iterator[None]:
    """Kills this process before the step of that number."""
    left = [step]

    def count(*_: Any) -> None:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def counted(call: Callable[..., Any]) -> Callable[..., Any]:
        def then(*arguments: Any, **named: Any) -> Any:
            count()
            return call(*arguments, **named)

        return then

    event.listen(Engine, "commit", count)
    with patch.object(os, "replace", counted(os.replace)), patch.object(os, "fsync", counted(os.fsync)):
        yield
