"""manifest.json: the one copy of what Factbox asks of a workspace."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from bot.settings import Settings

FILE = Path(__file__).parent.parent / "manifest.json"


@cache
def manifest() -> dict[str, Any]:
    """The manifest. Raises OSError where the project's folder is not at hand."""
    read: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return read


def scopes(settings: Settings) -> list[str]:
    """The scopes that these settings need: those of the manifest, and the one that asking Slack for admins takes."""
    asked = ["users:read"] if settings.workspace_admins else []
    return sorted({*manifest()["oauth_config"]["scopes"]["bot"], *asked})
