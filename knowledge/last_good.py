"""The last good copy of a knowledge base: one zip file outside its folder, for a restart while the folder is broken."""

from __future__ import annotations

import hashlib
import logging
import os
import tempfile
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from knowledge.folder import Shelf
from knowledge.read import Content

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class LastGood:
    """Where the copy is kept. To go back to it by hand, unzip it over the folder."""

    path: Path

    @classmethod
    def of(cls, shelf: Shelf, state: Path) -> LastGood:
        """Of the folder by the name it is called by: that may be a link, to this version today and that one tomorrow."""
        name = hashlib.sha256(os.fsencode(os.path.abspath(shelf.name))).hexdigest()
        return cls(state / f"knowledge-{name[:12]}.zip")

    def files(self) -> dict[str, bytes]:
        """What was kept; nothing if there is no copy, or none that can be read."""
        try:
            with zipfile.ZipFile(self.path) as copy:
                return {name: copy.read(name) for name in copy.namelist()}
        except FileNotFoundError:
            return {}
        except (OSError, EOFError, zipfile.BadZipFile, zlib.error) as error:
            log.warning("the last good copy cannot be read: %s", error)
            return {}

    def keep(self, files: Mapping[str, Content]) -> None:
        """Replaces the copy, wholly or not at all. Where that is impossible, a warning has to do."""
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _replace(self.path, files)
        except OSError as error:
            log.warning("no last good copy is kept, set FACTBOX_STATE to a folder that can be written: %s", error)


def _replace(path: Path, files: Mapping[str, Content]) -> None:
    handle, aside = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".new")
    try:
        with os.fdopen(handle, "wb") as file:
            _write(file, files)
            file.flush()
            os.fsync(handle)
        os.replace(aside, path)
    except BaseException:
        os.unlink(aside)
        raise


def _write(file: IO[bytes], files: Mapping[str, Content]) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as copy:
        for name, content in files.items():
            if isinstance(content, bytes):
                copy.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
