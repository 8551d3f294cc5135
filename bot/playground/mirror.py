"""A copy of the knowledge base that follows what its editors save; what is changed on the page changes the copy alone."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from pathlib import Path
from threading import Thread
from time import sleep

from knowledge.folder import files_in

PACE = 0.4
"""Seconds between two looks at the folder."""

log = logging.getLogger(__name__)


class Mirror:
    """Takes over each file as it is saved, and only those: a correction published on the page stays until then."""

    def __init__(self, folder: Path, copy: Path) -> None:
        self.folder = folder
        self.copy = copy
        self._taken: Mapping[str, bytes] = {}

    def start(self) -> None:
        """Begins to follow, in a thread."""
        Thread(target=self._follow, daemon=True, name="mirror").start()

    def take_over(self) -> None:
        """Takes over what was saved, added or removed since the last time."""
        held = {name: content for name, content in files_in(self.folder).items() if isinstance(content, bytes)}
        for name, content in held.items():
            if self._taken.get(name) != content:
                self._write(self.copy / name, content)
        for name in self._taken.keys() - held.keys():
            (self.copy / name).unlink(missing_ok=True)
        self._taken = held

    def _write(self, path: Path, content: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}")  # by this name it is no part of a knowledge base
        beside.write_bytes(content)
        os.replace(beside, path)

    def _follow(self) -> None:
        while True:
            sleep(PACE)
            try:
                self.take_over()
            except OSError as error:
                log.warning("the knowledge base could not be followed: %s", error)
