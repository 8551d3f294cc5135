"""YAML bytes -> plain text, lists and mappings with their lines, and nothing else that YAML can do.

Read through PyYAML's (libyaml's) events: `safe_load` turns 3.10 into 3.1, `no` into False and 02134 into 1116, keeps the
last of two equal keys, hangs on 677 bytes of merge keys and dies of 26 KB of brackets. Here every scalar stays text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

MAX_BYTES = 2_000_000
MAX_NODES = 200_000
MAX_DEPTH = 20
MAX_TEXT = 20_000
MAX_KEY = 200

# C0 and C1 controls (tab and line feed are fine), line separators, bidirectional controls, surrogates, byte order mark.
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")  # fmt: skip
INVISIBLE = re.compile("[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200d\u2060-\u2065\u3164\ufe00-\ufe0f\uffa0]")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar: its text, the line it stands in, and where it begins and ends in the file's text."""

    value: str
    line: int
    start: int = 0
    end: int = 0
    plain: bool = True


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Entries:
    """A mapping: each key with its line, and its value."""

    entries: tuple[tuple[Text, Node], ...]
    line: int


Node = Text | Items | Entries


@dataclass(frozen=True, slots=True)
class Flaw(Exception):
    """Why a file is refused, and where."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a file holds, and doubts about how it was written, each with its line."""

    root: Node
    doubts: tuple[Flaw, ...] = ()


def parse(data: bytes) -> Parsed | Flaw:
    """Reads one YAML document. A file that is refused comes back as the first flaw in it; nothing is raised."""
    try:
        text = _decoded(data)
        root = _Reader(text).document()
    except Flaw as flaw:
        return flaw
    except yaml.MarkedYAMLError as error:
        return _explained(error)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        return Flaw(1, f"this is not YAML: {error}".splitlines()[0])
    return Parsed(root, tuple(_swallowed_comments(text)))


def _decoded(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        raise Flaw(1, f"the file has {len(data):,} bytes, more than {MAX_BYTES:,}: split it")
    try:
        text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Flaw(line, f"byte {error.start} is not UTF-8: save the file as UTF-8") from None
    text = text.replace("\r\n", "\n")
    if bad := FORBIDDEN.search(text):
        line = text.count("\n", 0, bad.start()) + 1
        raise Flaw(line, f"{_named(bad[0])} may not stand in a text: delete it")
    return text


def _named(character: str) -> str:
    name = unicodedata.name(character, "a control character").lower()
    return f"the character U+{ord(character):04X} ({name})"


@dataclass(slots=True)
class _Reader:
    """Walks the events and stops at whatever plain text, lists and mappings do not need."""

    text: str
    nodes: int = 0
    events: Iterator[yaml.Event] = field(init=False)

    def __post_init__(self) -> None:
        self.events = yaml.parse(self.text, Loader=yaml.CLoader)

    def document(self) -> Node:
        if not self.text.strip():
            raise Flaw(1, "the file is empty")
        next(self.events)  # the stream's start
        start = next(self.events)
        if isinstance(start, yaml.StreamEndEvent):
            raise Flaw(1, "the file holds comments only")
        if getattr(start, "version", None) or getattr(start, "tags", None):
            raise Flaw(_line(start), "a % directive: delete it")
        root = self.node(next(self.events), depth=1)
        next(self.events)  # the document's end
        after = next(self.events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise Flaw(_line(after), "a second document begins here: a file holds one")
        return root

    def node(self, event: yaml.Event, depth: int) -> Node:
        self._allowed(event, depth)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return Items(tuple(self._items(depth)), _line(event))
        return Entries(tuple(self._entries(depth)), _line(event))

    def _allowed(self, event: yaml.Event, depth: int) -> None:
        self.nodes += 1
        if getattr(event, "anchor", None):  # an alias has one too
            raise Flaw(_line(event), "an anchor (&) or alias (*): write the text out, or put it in quotes")
        if tag := getattr(event, "tag", None):
            raise Flaw(_line(event), f"a tag ({tag}): delete it, or put the text in quotes")
        if depth > MAX_DEPTH:
            raise Flaw(_line(event), f"nested deeper than {MAX_DEPTH} levels")
        if self.nodes > MAX_NODES:
            raise Flaw(_line(event), f"more than {MAX_NODES:,} entries: split the file")

    def _scalar(self, event: yaml.ScalarEvent) -> Text:
        line = _line(event)
        if len(event.value) > MAX_TEXT:
            raise Flaw(line, f"a text of more than {MAX_TEXT:,} characters")
        if bad := FORBIDDEN.search(event.value):  # again: escapes such as "\0" are decoded only now
            raise Flaw(line, f"{_named(bad[0])} may not stand in a text: delete it")
        return Text(event.value, line, event.start_mark.index, event.end_mark.index, plain=not event.style)  # type: ignore[union-attr]

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            yield self.node(event, depth + 1)

    def _entries(self, depth: int) -> Iterator[tuple[Text, Node]]:
        seen: dict[str, int] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._key(event, depth, seen)
            yield key, self.node(next(self.events), depth + 1)

    def _key(self, event: yaml.Event, depth: int, seen: dict[str, int]) -> Text:
        key = self.node(event, depth + 1)
        if not isinstance(key, Text):
            raise Flaw(_line(event), "a key that is a list or a mapping: put it in quotes")
        if key.value == "<<":
            raise Flaw(key.line, "a merge key (<<): write the entries out")
        if len(key.value) > MAX_KEY:
            raise Flaw(key.line, f"a key of more than {MAX_KEY} characters")
        if hidden := INVISIBLE.search(key.value):
            raise Flaw(key.line, f"{_named(hidden[0])} is invisible in the key '{key.value}': delete it")
        alike = unicodedata.normalize("NFKC", key.value).casefold()
        if alike in seen:
            raise Flaw(key.line, f"the key '{key.value}' stands here again: it is already in line {seen[alike]}")
        seen[alike] = key.line
        return key


def _line(event: yaml.Event) -> int:
    return int(event.start_mark.line) + 1  # type: ignore[union-attr]


CURES = (
    ("mapping values are not allowed", "a text with ': ' in it must stand in double quotes"),
    ("cannot start any token", "a text that begins with this character must stand in double quotes"),
    ("found character '\\t'", "indent with spaces, not with tabs"),
    ("while scanning a quoted scalar", "a quote that opens here is not closed; inside a text it is written \\\""),
    ("found unknown escape character", "a backslash in double quotes is written twice"),
    ("did not find expected", "check the indentation and the quotes of this line and of the one before"),
    ("could not find expected ':'", "a key ends with a colon; check the quotes and the indentation"),
)  # fmt: skip


def _explained(error: yaml.MarkedYAMLError) -> Flaw:
    said = " ".join(filter(None, (error.context, error.problem)))
    cure = next((cure for words, cure in CURES if words in said), "check the indentation and the quotes")
    mark = error.problem_mark or error.context_mark
    return Flaw(mark.line + 1 if mark else 1, f"this is not YAML ({error.problem or error.context}): {cure}")


UNQUOTED_COMMENT = re.compile(r"""^\s*(?:- )?(?:[\w-]+:\s+)?[^\s"'#\[{|>&*!%@`-][^"'#]*\S #""")


def _swallowed_comments(text: str) -> Iterator[Flaw]:
    """`place: room #5` reads as "room": what follows ' #' in a text without quotes is a comment."""
    for number, line in enumerate(text.split("\n"), start=1):
        if " #" in line and UNQUOTED_COMMENT.match(line) and not re.match(r"^\s*[\w-]+:\s+#", line):
            yield Flaw(
                number, "what follows ' #' is read as a comment: put the text in double quotes if it belongs to it"
            )
