"""YAML bytes -> plain text, lists and mappings with their lines, and nothing else that YAML can do.

Read through libyaml's events: `safe_load` turns 3.10 into 3.1, `no` into False and 02134 into 1116, keeps the last of
two equal keys, hangs on 677 bytes of merge keys and dies of 26 KB of brackets. Here every scalar stays text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml import MappingEndEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent, StreamEndEvent

from knowledge.read.cures import cure
from knowledge.read.decode import FORBIDDEN, INVISIBLE, decoded, named
from knowledge.read.explain import KEYS_BELOW_IDS
from knowledge.read.tree import Entries, Flaw, Items, Node

MAX_NODES = 200_000
MAX_DEPTH = 20
MAX_TEXT = 20_000
MAX_KEY = 200
WRITE = "write an entry into it, or delete it"

COMMENT = re.compile("[ \t]+#")
LISTED = re.compile("- *$")
CURLY = ("“", "”", "„", "‘")
DOUBTFUL = (" #", "\t#", *CURLY)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a file holds, and doubts about how it is written."""

    root: Node
    doubts: tuple[Flaw, ...] = ()


def parse(data: bytes) -> Parsed | Flaw:
    """Reads one YAML document. A file that is refused comes back as the first flaw in it; nothing is raised."""
    try:
        return _Reader(decoded(data)).parsed()
    except Flaw as flaw:
        return flaw


def events(text: str) -> Iterator[Any]:
    """libyaml's events for a text that was read without a flaw, for those who need to know where everything stands."""
    read = yaml.CLoader(text).get_event
    while type(event := read()) is not StreamEndEvent:
        yield event


@dataclass(slots=True)
class _Reader:
    """Walks the events and stops at whatever plain text, lists and mappings do not need."""

    text: str
    nodes: int = 0
    doubts: list[Flaw] = field(default_factory=list)
    quoted: Any = None  # the last text in quotes: where one is not closed, it ends too late
    keys: dict[str, str] = field(default_factory=dict)  # good ones, each with what look-alikes have in common
    escapes: bool = field(init=False)
    doubtful: bool = field(init=False)
    next: Callable[[], Any] = field(init=False)

    def __post_init__(self) -> None:
        self.escapes, self.doubtful = "\\" in self.text, any(sign in self.text for sign in DOUBTFUL)
        self.next = yaml.CLoader(self.text).get_event

    def parsed(self) -> Parsed:
        try:
            return Parsed(self.document(), tuple(self.doubts))
        except yaml.MarkedYAMLError as error:
            raise Flaw(*cure(self.text, _lost(error), self._opened(error))) from None
        except (yaml.YAMLError, RecursionError, ValueError) as error:
            raise Flaw(1, f"this is not YAML: {error}".splitlines()[0]) from None

    def _opened(self, error: yaml.MarkedYAMLError) -> int | None:
        """The line of a quote that is not closed, if that is what the parser stumbled over."""
        if error.context == "while scanning a quoted scalar" and error.context_mark:
            return int(error.context_mark.line) + 1
        begun, ended = (self.quoted.start_mark.line, self.quoted.end_mark.line) if self.quoted else (0, 0)
        return int(begun) + 1 if begun < ended == _lost(error) - 1 else None

    def document(self) -> Node:
        if not self.text.strip():
            raise Flaw(1, f"the file is empty: {WRITE}")
        self.next()  # the stream's start
        start = self.next()
        if isinstance(start, StreamEndEvent):
            raise Flaw(1, f"the file holds comments only: {WRITE}")
        if start.version or start.tags:
            raise Flaw(_line(start), "a % directive: delete it")
        root = self.node(self.next(), depth=1)
        self.next()  # the document's end
        if not isinstance(after := self.next(), StreamEndEvent):
            raise Flaw(_line(after), "a second document begins here: a file holds one")
        return root

    def node(self, event: Any, depth: int) -> Node:
        self.nodes += 1
        if event.anchor or event.tag or depth > MAX_DEPTH or self.nodes > MAX_NODES:
            raise _refused(event, depth)
        if type(event) is not ScalarEvent:
            return self._items(event, depth) if type(event) is SequenceStartEvent else self._entries(event, depth)
        text: str = event.value
        style = event.style
        if len(text) > MAX_TEXT:
            raise Flaw(_line(event), f"a text of more than {MAX_TEXT:,} characters")
        if style == '"' or style == "'":
            self.quoted = event
            return self._unescaped(text, event) if self.escapes else text
        if style == "|" or style == ">":
            return text.rstrip("\n")  # that the last line ends is no part of the text
        if text and (self.doubtful or text[-1] == '"'):
            self._doubt_plain(text, event)
        return text

    def _unescaped(self, text: str, event: Any) -> str:
        """The same check as for the whole file: escapes such as "\\0" are decoded only now."""
        if bad := FORBIDDEN.search(text):
            said = f"a backslash in double quotes makes {named(bad[0])} of what follows: write it twice"
            raise Flaw(_line(event), said)
        return text

    def _doubt_plain(self, text: str, event: Any) -> None:
        """`place: room #5` reads as "room"; and curly quotes are letters to YAML."""
        if COMMENT.match(self.text, event.end_mark.index):
            said = "what follows ' #' is read as a comment: put the text in double quotes if it belongs to it"
            self.doubts.append(Flaw(int(event.end_mark.line) + 1, said))
        if text.startswith(CURLY):
            said = f'the quotes of {_brief(text)} are read as a part of it: write straight ones (")'
            self.doubts.append(Flaw(_line(event), said))
        elif text.endswith('"') and text.count('"') % 2:
            said = f"the quote at the end of {_brief(text)} is read as a part of it: one is missing before the text"
            self.doubts.append(Flaw(_line(event), said))

    def _items(self, start: Any, depth: int) -> Items:
        items, read = Items(_line(start)), self.next
        lines = items.lines
        while type(event := read()) is not SequenceEndEvent:
            lines.append(event.start_mark.line + 1)
            items.append(self.node(event, depth + 1))
        return items

    def _entries(self, start: Any, depth: int) -> Entries:
        entries, read = Entries(_line(start)), self.next
        lines = entries.lines
        seen: dict[str, str] = {}
        while type(event := read()) is not MappingEndEvent:
            key, line = self.node(event, depth + 1), event.start_mark.line + 1
            folded = self.keys.get(key) if type(key) is str else None
            first = seen.setdefault(folded or self._new_key(key, line), key)
            if first in entries:
                raise _again(key, line, entries, first, self._is_listed(start), depth == 2)
            lines[key] = line
            entries[key] = self.node(read(), depth + 1)
        return entries

    def _is_listed(self, start: Any) -> bool:
        """Whether these keys are an entry of a list: a dash stands before the first."""
        return bool(
            LISTED.search(self.text, int(start.start_mark.index) - int(start.start_mark.column), start.start_mark.index)
        )

    def _new_key(self, key: Node, line: int) -> str:
        if flaw := _flaw_of(key):
            raise Flaw(line, flaw)
        self.keys[key] = _folded(key)
        return self.keys[key]


def _line(event: Any) -> int:
    return event.start_mark.line + 1  # type: ignore[no-any-return]


def _lost(error: yaml.MarkedYAMLError) -> int:
    mark = error.problem_mark or error.context_mark
    return int(mark.line) + 1 if mark else 1


def _refused(event: Any, depth: int) -> Flaw:
    if event.anchor:  # an alias has one too
        return Flaw(_line(event), "an anchor (&) or alias (*): write the text out, or put it in quotes")
    if event.tag:
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        return Flaw(_line(event), f"a tag ({_brief(tag)}): delete it, or put the text in quotes")
    if depth > MAX_DEPTH:
        return Flaw(_line(event), f"nested deeper than {MAX_DEPTH} levels")
    return Flaw(_line(event), f"more than {MAX_NODES:,} entries: split the file")


def _flaw_of(key: Node) -> str | None:
    if not isinstance(key, str):
        return "a key that is a list or a mapping: put it in quotes"
    if key == "<<":
        return "a merge key (<<): write the entries out"
    if len(key) > MAX_KEY:
        return f"a key of more than {MAX_KEY} characters"
    if key.strip() != key.strip(" "):
        return f"{named(key[-1] if key[-1].isspace() else key[0])} stands beside the key '{key.strip()}': delete it"
    hidden = None if key.isascii() else INVISIBLE.search(key)
    return f"{named(hidden[0])} is invisible in the key '{INVISIBLE.sub('', key)}': delete it" if hidden else None


def _folded(key: str) -> str:
    """What look-alike keys have in common: "Café" in any case, width or way of composing its accent."""
    return key.lower() if key.isascii() else unicodedata.normalize("NFKC", key).casefold()


def _again(key: str, line: int, entries: Entries, first: str, listed: bool, below_id: bool) -> Flaw:
    """A key that stands twice: often the dash of a list is missing, or what stands above is indented too far."""
    unlike = "" if key == first else f" as '{first}', too alike to tell apart"
    above = next(reversed(entries))
    if not unlike and listed and first == next(iter(entries)):
        unlike = "; the next entry of a list begins with '- '"
    elif not unlike and below_id and key in KEYS_BELOW_IDS and first == next(iter(entries)) != above:
        unlike = "; is the id missing that it belongs to, in a line above it?"
    elif not unlike and entries[above] == "":
        unlike = f"; is '{_brief(above)}' in line {entries.lines[above]} indented too far?"
    return Flaw(line, f"the key '{key}' stands here again: it is already in line {entries.lines[first]}{unlike}")


def _brief(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"
