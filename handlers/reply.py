"""What is said, as Slack takes it: lines of words that become blocks and plain text alike.

Both are made of the same lines, so a phone's notification, a screen reader and the message itself never differ.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any
from urllib.parse import urlsplit

from slack_sdk.models.blocks import RichTextBlock, RichTextElementParts, RichTextSectionElement

ROOM = 4000
"""How many characters a reply may have. Slack refuses a message whose blocks are longer than about 13,000 as JSON
(slackapi/bolt-js#2509), and a line takes two to three times its length there."""

IN_A_BLOCK = 3000
MARKS = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


@dataclass(frozen=True, slots=True)
class Words:
    """A run of words in one manner."""

    text: str
    bold: bool = False
    link: str | None = None


Line = tuple[Words, ...]
"""Words that belong together, such as a figure and its citation: kept whole or left out, never cut."""

Block = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reply:
    """What is posted. `text` says everything that `blocks` say."""

    text: str
    blocks: tuple[Block, ...]

    def message(self, **where: Any) -> dict[str, Any]:
        """The reply as Slack's methods take it; `where` adds a channel, a thread or a response type."""
        return {**self.words(**where), "unfurl_links": False, "unfurl_media": False}

    def words(self, **where: Any) -> dict[str, Any]:
        """As a message, for the methods that unfold no links: an ephemeral message, a change of a message."""
        given = {name: value for name, value in where.items() if value is not None}
        return {"text": self.text, "blocks": list(self.blocks), **given}


BREAK = Words("\n")
"""A new line inside a `Line`: what follows still belongs to it."""


def line(*parts: str | Words) -> Line:
    """A line of plain words and words with a manner; the empty ones are dropped, as Slack refuses them."""
    words = (part if isinstance(part, Words) else Words(clean(part)) for part in parts)
    return tuple(word for word in words if word.text)


def bold(text: str) -> Words:
    return Words(clean(text), bold=True)


def linked(text: str, url: str | None) -> Words:
    """Words that lead to a web page; plain words if the address is one that Slack would refuse."""
    return Words(clean(text), link=url if url and is_web_address(url) else None)


def is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:  # "http://[" is not an address at all
        return False
    return parts.scheme in ("http", "https") and "." in (parts.hostname or "") and len(url) <= 3000 and " " not in url


def clean(text: str) -> str:
    """Text on one line, without what would break the line, turn the direction of the rest, or not be UTF-8."""
    return "".join(_clean(character) for character in text)


def _clean(character: str) -> str:
    if unicodedata.bidirectional(character) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"):
        return ""
    if unicodedata.category(character) in ("Cc", "Zl", "Zp"):
        return " "
    return "\N{REPLACEMENT CHARACTER}" if unicodedata.category(character) == "Cs" else character


def cut(text: str, most: int) -> str:
    """A name that fits; never used for a figure."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def fitting(lines: Sequence[Line], room: int) -> tuple[Line, ...]:
    """As many of the first lines as fit, each of them whole."""
    kept: list[Line] = []
    for each in lines:
        room -= len(text_of(each)) + 1
        if room < 0:
            break
        kept.append(each)
    return tuple(kept)


def text_of(words: Line) -> str:
    return "".join(word.text for word in words)


def escaped(text: str) -> str:
    """Text that Slack shows as it is. Only these three are escaped; `text` is posted with `mrkdwn` off."""
    return "".join(MARKS.get(character, character) for character in text)


def reply(paragraphs: Iterable[Sequence[Line]], below: Sequence[Block] = ()) -> Reply:
    """Paragraphs of lines, and the buttons below them."""
    written = [lines for lines in paragraphs if lines]
    text = "\n\n".join("\n".join(escaped(text_of(each)) for each in lines) for lines in written)
    return Reply(text, (*(block for lines in written for block in _blocks(lines)), *below))


def joined(replies: Iterable[Reply]) -> Reply:
    """Several replies as one, in their order."""
    parts = [*replies]
    return Reply("\n\n".join(each.text for each in parts if each.text), tuple(chain(*(each.blocks for each in parts))))


def _blocks(lines: Sequence[Line]) -> Iterable[Block]:
    """Rich text, where what we are given stays what it is: in mrkdwn a `*` or `_` out of a figure would format,
    there is no way to escape it, and an invisible joiner beside it would be copied along with the figure."""
    rest = tuple(lines)
    while rest:
        first = fitting(rest, IN_A_BLOCK) or rest[:1]
        rest = rest[len(first) :]
        yield rich_text(first)


def rich_text(lines: Sequence[Line]) -> Block:
    """Lines as one block."""
    broken = [word for each in lines for word in (*each, BREAK)][:-1]
    section = RichTextSectionElement(elements=[_element(word) for word in broken])
    return dict(RichTextBlock(elements=[section]).to_dict())


def _element(word: Words) -> RichTextElementParts.Text | RichTextElementParts.Link:
    style = RichTextElementParts.TextStyle(bold=True) if word.bold else None
    if word.link:
        return RichTextElementParts.Link(url=word.link, text=word.text, style=style)
    return RichTextElementParts.Text(text=word.text, style=style)
