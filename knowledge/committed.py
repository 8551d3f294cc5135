"""A knowledge base as it was last committed to git, next to what stands in its folder now."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from knowledge.folder import ROOMS, YAML_NAME
from knowledge.read import Content

SECONDS = 30


def committed_files(folder: Path) -> dict[str, Content] | None:
    """The folder's files at git's HEAD; None if it is in no git checkout, or nothing was committed yet."""
    listed = _git(folder, "ls-tree", "-r", "-z", "--name-only", "HEAD", ".")
    if not listed:
        return None
    names = [name for name in os.fsdecode(listed).split("\0") if _belongs(name)]
    return {name: _git(folder, "show", f"HEAD:./{name}") or b"" for name in names} or None


def committed_revision(folder: Path) -> str:
    """What git calls that state: "3f2a9c1"."""
    return (_git(folder, "rev-parse", "--short", "HEAD") or b"?").decode().strip()


def _belongs(name: str) -> bool:
    room, _, file = name.rpartition("/")
    return (not room or room.partition("/")[0] in ROOMS) and YAML_NAME.match(file) is not None


def _git(folder: Path, *arguments: str) -> bytes | None:
    """What git prints; None if it fails or is not there. In a hook its own variables would point elsewhere."""
    bare = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments], env=bare, capture_output=True, timeout=SECONDS, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout
