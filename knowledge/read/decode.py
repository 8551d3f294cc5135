"""A file's bytes -> its text, without what has no place in a text."""

from __future__ import annotations

import re
import unicodedata

from knowledge.read.tree import Flaw

MAX_BYTES = 2_000_000
MADE_ELSEWHERE = (
    b"PK\x03\x04",
    b"{\\rtf",
    b"%PDF-",
    b"\xd0\xcf\x11\xe0",
    b"<!DOCTYPE",
    b"<html",
)  # Word, RTF, PDF, a web page

# C0 and C1 controls (tab and line feed are fine), line separators, bidirectional controls, surrogates, byte order mark.
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")  # fmt: skip
SIGNS = bytes([*b"\t\n", *range(0x20, 0x7F)])
INVISIBLE = re.compile("[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200d\u2060-\u2065\u3164\ufe00-\ufe0f\uffa0]")  # fmt: skip


def decoded(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        raise Flaw(1, f"the file has more than {MAX_BYTES:,} bytes: split it")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Flaw(1, "the file is UTF-16: save it as UTF-8")
    if data.startswith(MADE_ELSEWHERE):
        raise Flaw(1, "this is no plain text but a document of another program: save its text alone, as UTF-8")
    try:
        text = data.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Flaw(line, f"byte {error.start} is not UTF-8: save the file as UTF-8") from None
    if bad := FORBIDDEN.search(_unusual(text)):
        raise Flaw(text.count("\n", 0, text.index(bad[0])) + 1, f"{named(bad[0])} may not stand in a text: delete it")
    return text


def _unusual(text: str) -> str:
    """What stands in a text beside ASCII's signs: next to nothing, so that a search through it costs nothing."""
    return text.encode().translate(None, SIGNS).decode()


def unseen(text: str) -> str | None:
    """What is told of a text in which a character stands that nobody can see; emoji are joined by some of them."""
    hidden = None if text.isascii() else INVISIBLE.search(text)
    joins = hidden and any(unicodedata.category(each) == "So" for each in text)
    return (
        f"{named(hidden[0])} is invisible in '{INVISIBLE.sub('', text)}': delete it" if hidden and not joins else None
    )


def named(character: str) -> str:
    name = unicodedata.name(character, "a control character").lower()
    return f"the character U+{ord(character):04X} ({name})"
