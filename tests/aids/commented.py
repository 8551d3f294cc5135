"""YAML files with comments everywhere, and changes made at random to what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from random import Random
from typing import Any, NamedTuple

from knowledge.read.strict_yaml import parse
from knowledge.read.tree import Flaw, Node
from tests.bases import SHIPPED

FILES = sorted([*SHIPPED.glob("*.yaml"), *SHIPPED.glob("facts/*.yaml"), *SHIPPED.glob("boxes/*.yaml")])
WORDS = (
    "no",
    "1:30",
    "010",
    "# no comment",
    "a: b",
    "- c",
    'say "so"',
    "back\\slash",
    "two\nlines",
    "tab\there",
    "é – 12 %",
)

Step = str | int
Steps = tuple[Step, ...]


class Changed(NamedTuple):
    """What was changed where, and what the file is to hold now."""

    path: Steps
    wanted: Node


def commented(data: bytes, random: Random) -> bytes:
    """The same file with comments, empty lines and trailing spaces in it, perhaps with CRLF, a BOM or without its last line end."""
    lines = list[str]()
    for line in data.decode().splitlines():
        indent = line[: len(line) - len(line.lstrip())]
        if random.random() < 0.15:
            lines.append(f"{indent}# {random.random()} above")
        if random.random() < 0.05:
            lines.append(random.choice(("", "  ")))
        lines.append(line + random.choice(("", "", "", "", "", "", "  ", f"  # {random.random()} behind")))
    lines.append("# the end")
    text = "\n".join(lines) + random.choice(("\n", ""))
    text = random.choice(("", "", "\ufeff")) + (text.replace("\n", "\r\n") if random.random() < 0.3 else text)
    return text.encode()


def tree_of(data: bytes) -> Node:
    read = parse(data)
    assert not isinstance(read, Flaw), read
    return read.root


def edited(tree: Node, random: Random) -> Changed:
    """Another text in the place of one."""
    path = random.choice([path for path, node in walked(tree) if isinstance(node, str)])
    return Changed(path, _with(tree, path, lambda old: random.choice([each for each in WORDS if each != old])))


def inserted(tree: Node, random: Random) -> Changed:
    """An item or a key more, somewhere."""
    path = random.choice([path for path, node in walked(tree) if isinstance(node, list | dict) and node])

    def one_more(old: Any) -> Any:
        new: Any = random.choice((random.choice(WORDS), {"figure": random.choice(WORDS), "cite": "a 1"}, ["a", "b"]))
        if isinstance(old, list):
            at = random.randrange(len(old) + 1)
            return [*old[:at], new, *old[at:]]
        at, items = random.randrange(1, len(old) + 1), list(old.items())
        return dict([*items[:at], ("new-key", new), *items[at:]])

    return Changed(path, _with(tree, path, one_more))


def deleted(tree: Node, random: Random) -> Changed:
    """An item or a key less; never the last one of its list, nor the first key of an item, which stands beside its dash."""
    paths = [(path, step) for path, node in walked(tree) for step in _may_go(node, path)]
    path, gone = random.choice(paths)

    def without(old: Any) -> Any:
        if isinstance(old, list):
            return [each for number, each in enumerate(old) if number != gone]
        return {key: value for key, value in old.items() if key != gone}

    return Changed((*path, gone), _with(tree, path, without))


def _may_go(node: Node, path: Steps) -> list[Step]:
    if isinstance(node, dict) and len(node) > 1:
        return list(node)[1 if path and isinstance(path[-1], int) else 0 :]
    return list(range(len(node))) if isinstance(node, list) and len(node) > 1 else []


def walked(node: Node, path: Steps = ()) -> Iterator[tuple[Steps, Node]]:
    """Everything in a tree, with where it stands."""
    yield path, node
    steps: Any = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for step, each in steps:
        yield from walked(each, (*path, step))


def _with(tree: Node, path: Steps, make: Callable[[Any], Any]) -> Node:
    if not path:
        return make(deepcopy(tree))
    new = deepcopy(tree)
    around = new
    for step in path[:-1]:
        around = around[step]
    around[path[-1]] = make(around[path[-1]])
    return new
