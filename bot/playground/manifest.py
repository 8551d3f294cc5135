"""What the app's manifest promises: its slash commands, its shortcuts, its Home."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FILE = Path(__file__).parents[2] / "manifest.json"
WITHOUT: dict[str, Any] = {
    "features": {"slash_commands": [{"command": "/fact", "description": "A figure and where it was printed"}]}
}


def promised(slash: str) -> dict[str, Any]:
    """For the page. `slash` is the first command's name, which is a setting; an installation without the project's
    folder has no manifest at hand, and knows the command alone."""
    features = (json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else WITHOUT)["features"]
    first, *others = features["slash_commands"]
    home: bool = features.get("app_home", {}).get("home_tab_enabled", False)
    return {"commands": [first | {"command": slash}, *others], "shortcuts": features.get("shortcuts", []), "home": home}
