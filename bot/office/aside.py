"""Work that no ack waits for."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Thread

log = logging.getLogger(__name__)


def aside(work: Callable[[], None]) -> None:
    """Does it in a thread of its own; what goes wrong is logged."""

    def done() -> None:
        try:
            work()
        except Exception:
            log.exception("work aside failed")

    Thread(target=done, daemon=True, name="aside").start()
