"""A source's text, opened: checked against its hash, and cut into the places and passages of its outline."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from knowledge.model import Source
from knowledge.proof.findings import Finding
from knowledge.proof.fold import Span
from knowledge.proof.layout import Passage, passages, places

PAGE = re.compile("\\f|\\r")  # a page break ends a paragraph, if only as it is set
WHOLE = ""  # the one place of a document without an outline


@dataclass(frozen=True)
class Document:
    """The text of a source, by places."""

    source: Source
    raw: str
    spans: Mapping[str, list[Span]]

    @cached_property
    def _passages(self) -> dict[str, list[Passage]]:
        return {locator: passages(self.raw, spans) for locator, spans in self.spans.items()}

    def at(self, locator: str) -> list[Passage]:
        """The passages of a place. Without an outline any locator means the whole text."""
        return self._passages.get(locator if self.source.outline else WHOLE, [])

    def section_of(self, locator: str) -> list[Passage]:
        """The passages of the whole section that a place is in, its parts included."""
        place = self.source.place(locator)
        if place is None:
            return self.at(locator)
        parts = [part for part in self.source.outline if part.section == place.section]
        return [passage for part in parts for passage in self.at(part.locator)]

    def places(self) -> Iterator[tuple[str, list[Passage]]]:
        """Every place with its passages, in the order of the text."""
        order = sorted(self.spans, key=lambda locator: self.spans[locator][:1])
        return ((locator, self._passages[locator]) for locator in order)


def opened(source: Source, data: bytes) -> tuple[Document | None, list[Finding]]:
    """The document, and what is wrong with its text or its outline."""
    try:
        raw = PAGE.sub("\n\n", unicodedata.normalize("NFC", data.decode("utf-8-sig")).replace("\r\n", "\n"))
    except UnicodeDecodeError:
        return None, [Finding(source.id, "its text is not UTF-8", "save it as UTF-8")]
    wrong = [*_changed(source, data)]
    if not source.outline:
        return Document(source, raw, {WHOLE: [(0, len(raw))]}), wrong
    spans, lost = places(raw, source.outline)
    cure = "mend the `outline` in sources.yaml"
    return Document(source, raw, spans), [*wrong, *(Finding(source.id, message, cure) for message in lost)]


def _changed(source: Source, data: bytes) -> Iterator[Finding]:
    found = hashlib.sha256(data).hexdigest()
    if source.sha256 and source.sha256.lower() != found:
        yield Finding(
            source.id,
            "its text is not the one that its figures were taken from: the SHA-256 differs",
            f'find the former text, or check every figure and write sha256: "{found}"',
        )
