"""A process works until it is told to stop, by a signal."""

from __future__ import annotations

import signal
import sys
import time
from typing import NoReturn

LOOKS = 1.0
"""Seconds after which the main thread looks up: Python heeds a signal only there, and one that came as it fell asleep, or
to another thread, would not wake it."""


def stop_at(*signals: signal.Signals) -> None:
    """Ends the process, by SystemExit and with exit code 0, at any of these signals."""
    for each in signals:
        signal.signal(each, lambda *_: sys.exit(0))


def work_on() -> NoReturn:
    """Leaves the work to the other threads until the process is told to stop."""
    while True:
        time.sleep(LOOKS)
