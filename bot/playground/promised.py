"""What the app's manifest promises the page: its slash commands, its shortcuts, its Home."""

from __future__ import annotations

from typing import Any

from bot.manifest import manifest

WITHOUT: dict[str, Any] = {"slash_commands": [{"command": "/fact", "description": "A figure and where it was printed"}]}


def promised(slash: str) -> dict[str, Any]:
    """For the page. `slash` is the first command's name, which is a setting; an installation without the project's
    folder has no manifest at hand, and knows the command alone."""
    try:
        features = manifest()["features"]
    except OSError:
        features = WITHOUT
    first, *others = features["slash_commands"]
    home: bool = features.get("app_home", {}).get("home_tab_enabled", False)
    return {"commands": [first | {"command": slash}, *others], "shortcuts": features.get("shortcuts", []), "home": home}
