"""Numbers that count lines and pages, not things: "## 1.2 Heading", "3. Heading", "Heading ..... 12", "Figure 3"."""

from __future__ import annotations

import re

from knowledge.proof.fold import Span

COUNTER = re.compile(
    r"\s*(?:#+\s*\**\s*(?:[0-9]+|[IVX]+)(?:\.[0-9]+)*\b|(?:[0-9]{1,2}|[IVX]+)\.\s|\(?[0-9]{1,2}\)\s"
    r"|(?:[0-9]{1,2}|[IVX]+)(?:\.[0-9]{1,2})+\.?\s(?=[\W]*[A-Z])(?!(?:Hundred|Thousand|Million|Billion|Trillion)\b))"
)
LEADER = re.compile(r"\.{3,}\s*[0-9]+\s*$")
LABEL = re.compile(
    r"\b(?:Figure|Fig\.|Table|Chart|Panel|Box|Chapter|Section|Part|Annex|Appendix|Page|p\.|pp\.)\s*\**\s*$"
)


def is_counter(raw: str, span: Span) -> bool:
    """Whether the number that stands there counts a heading, a line or a page."""
    start, end = span
    line_start, line_end = raw.rfind("\n", 0, start) + 1, raw.find("\n", end)
    line = raw[line_start : line_end if line_end >= 0 else len(raw)]
    counter, leader = COUNTER.match(line), LEADER.search(line)
    begins = counter is not None and start < line_start + counter.end()
    ends = leader is not None and start >= line_start + leader.start()
    return begins or ends or bool(LABEL.search(raw, line_start, start))
