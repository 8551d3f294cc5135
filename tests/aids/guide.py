"""The examples of the editor's guide, as the files of a knowledge base."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tests import HOUSE

GUIDE = (HOUSE / "knowledge" / "README.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(
    r"^```yaml\n# (?P<file>\S+\.yaml)\n(?P<text>.*?)^```\n(?:```text\n(?P<told>.*?)^```\n)?", re.M | re.S
)
Files = dict[str, bytes]


@dataclass(frozen=True)
class Example:
    """A file as the guide shows it, and what is told of it; nothing if it is a good one."""

    file: str
    text: str
    told: str = ""


EXAMPLES = [
    Example(match["file"], f"# {match['file']}\n{match['text']}", match["told"] or "")
    for match in EXAMPLE.finditer(GUIDE)
]
GOOD: Files = {example.file: example.text.encode() for example in EXAMPLES if not example.told}
