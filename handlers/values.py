"""What is put into a button and comes back from a click: a few texts, in the characters that Slack allows."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping


def packed(texts: Mapping[str, str]) -> str:
    """JSON without `&`, `<` and `>`: Slack hands those back from a click as entities (bolt-python#513)."""
    text = json.dumps(texts, ensure_ascii=False, separators=(",", ":"))
    return re.sub("[&<>]", lambda found: f"\\u{ord(found[0]):04x}", text)


def unpacked(value: str) -> dict[str, str]:
    """The texts again."""
    return {str(name): str(text) for name, text in json.loads(value).items()}
