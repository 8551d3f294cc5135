"""One writer at a time in a folder, over all processes of a machine."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

try:
    import fcntl
except ImportError:  # Windows: one process
    fcntl = None  # type: ignore[assignment]

STEP = 0.005
_HERE = Lock()  # where there are no locks on folders


@contextmanager
def locked(folder: Path, seconds: float) -> Iterator[None]:
    """Holds the folder. The lock is gone with the process, however that ends. Raises OSError (TimeoutError) if others
    hold it for so long."""
    if fcntl is None:
        with _HERE:
            yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        _wait(handle, time.monotonic() + seconds)
        yield
    finally:
        os.close(handle)


def _wait(handle: int, until: float) -> None:
    while True:
        try:
            return fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                raise TimeoutError("others are writing there") from None
            time.sleep(STEP)
