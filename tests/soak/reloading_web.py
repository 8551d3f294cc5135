"""The web process, reloading 500 times within a minute, asked for directly: gunicorn "tests.soak.reloading_web:application()".

Every fifth state is a bad one; the others alternate between versions. What came of it stands in `reloads.json`.
"""

from __future__ import annotations

import json
import os
import time
from collections import Counter
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING
from unittest.mock import patch

from bot import web
from bot.keeping import shelf
from knowledge.folder import Folder
from knowledge.last_good import LastGood
from knowledge.library import Library
from knowledge.watch import Pace, Watcher, first, state_of
from tests.aids.almanac import almanac, in_place

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication

BAD = {"facts/towers.yaml": "adlersberg-tower:\n  name: [\n"}


def application() -> WSGIApplication:
    with patch.object(shelf, "watched", reloading):
        return web.application()


def reloading(kept: Folder, state: Path) -> Library:
    """In the place of `watched`."""
    files, copy = kept.files(), LastGood.of(kept, state)
    library = first(kept, files, copy)
    watcher = Watcher(library, copy, state_of(files), Pace(settle=0))
    count, seconds = int(os.environ["RELOADS"]), float(os.environ["SECONDS"])
    Thread(target=_reload, args=(watcher, kept.path, count, seconds, state / "reloads.json"), daemon=True).start()
    return library


def _reload(watcher: Watcher, folder: Path, count: int, seconds: float, report: Path) -> None:
    seen: Counter[str] = Counter()
    began, longest = time.monotonic(), 0.0
    for number in range(1, count + 1):
        time.sleep(max(0.0, began + number * seconds / count - time.monotonic()))
        in_place(folder, BAD if number % 5 == 0 else almanac(1000 + number))
        started, before = time.monotonic(), watcher.library.now
        watcher.look()
        watcher.look()
        longest = max(longest, time.monotonic() - started)
        seen["refused" if watcher.library.now is before else "served"] += 1
    report.write_text(json.dumps({**seen, "seconds": time.monotonic() - began, "longest": longest}))
