"""Load as it comes from Slack: at a constant rate, whatever the answers take, and timed from when it was due."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from bot.playground.delivery import Ack

Send = Callable[[], Ack]


def at_rate(rate: float, sends: Iterable[Send]) -> list[Ack]:
    """Sends so many a second; each ack's seconds count from the moment at which it was due (RELIABILITY.md, 2)."""
    began = time.monotonic()
    with ThreadPoolExecutor(64) as pool:
        waiting = [pool.submit(_sent_at, began + number / rate, send) for number, send in enumerate(sends)]
        return [each.result() for each in waiting]


def at_once(sends: Iterable[Send]) -> list[Ack]:
    """Sends them together."""
    with ThreadPoolExecutor(64) as pool:
        return [each.result() for each in [pool.submit(send) for send in sends]]


def _sent_at(due: float, send: Send) -> Ack:
    time.sleep(max(0.0, due - time.monotonic()))
    ack = send()
    return replace(ack, seconds=time.monotonic() - due)
