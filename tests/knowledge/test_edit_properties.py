"""Whatever is written reads back, and nothing else changes: RELIABILITY.md, tests 14 and 15."""

from __future__ import annotations

from codecs import BOM_UTF8
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.edit import Correct, Held, Refusal, edited
from knowledge.edit.rewrite import rewritten
from knowledge.read.decode import FORBIDDEN
from knowledge.read.pages import Place
from knowledge.read.spots import spots
from knowledge.read.tree import Node
from tests.aids.commented import FILES, commented, deleted, inserted, tree_of
from tests.aids.commented import edited as changed
from tests.aids.figures import told

KNOWLEDGE = {
    "sources.yaml": b'a:\n  title: "A"\n',
    "facts/a.yaml": b'a:\n  name: "A"\n  facts:\n    b:\n      measure: "b"\n      figures:\n        - figure: "1"  # b\n          cite: "a 1"\n',
}
NOTE = Place("facts/a.yaml", ("a", "facts", "b", "figures", 0, "note"))
TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60) | st.from_regex(
    r"[-?:,\[\]{}#&*!|>'\"%@`\\ \ta-z0-9.~é\n]{1,20}", fullmatch=True
)


def kept(text: str) -> str | None:
    """A text through the path that a modal's takes, read back; None if it was refused."""
    try:
        return Held(edited(KNOWLEDGE, Correct("a/b", 0, {"note": text}))).at(NOTE)  # type: ignore[no-any-return]
    except Refusal:
        return None


@given(TEXTS)
def test_a_text_reads_back_as_it_was_or_is_refused_for_a_character_in_it(text: str) -> None:
    assert kept(text) == (None if FORBIDDEN.search(text) else text)


@pytest.mark.soak
def test_14_ten_thousand_texts_read_back() -> None:
    count = {"kept": 0, "refused": 0, "other": 0}

    @settings(max_examples=10_000, deadline=None)
    @given(TEXTS)
    def one(text: str) -> None:
        read = kept(text)
        refused = FORBIDDEN.search(text) is not None
        count["refused" if read is None and refused else "kept" if read == text and not refused else "other"] += 1

    one()
    measured = f"{count['other']} differ; {count['kept']:,} read back, {count['refused']:,} refused, each for a control character in it"
    told(14, "texts through a modal's save path", "0 of 10,000 differ", measured, met=count["other"] == 0)
    assert count["other"] == 0


def _lines(data: bytes) -> list[bytes]:
    return data.removeprefix(BOM_UTF8).split(b"\n")


def _differing(old: list[bytes], new: list[bytes]) -> tuple[list[bytes], list[bytes]]:
    """What is left of two lists of lines without what they begin and end with in common."""
    while old and new and old[0] == new[0]:
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    return old, new


def _comments(lines: list[bytes]) -> list[bytes]:
    return sorted(line.strip() for line in lines if line.strip().startswith(b"#"))


def _file(random: Random) -> tuple[bytes, Node]:
    """One of the shipped files, with comments all over it."""
    data = commented(random.choice(FILES).read_bytes(), random)
    return data, tree_of(data)


def edit_touches_its_line(random: Random) -> bool:
    data, tree = _file(random)
    new = rewritten(data, changed(tree, random).wanted)
    gone, come = _differing(_lines(data), _lines(new))
    return (len(gone), len(come)) == (1, 1) and gone[0].count(b"  #") == come[0].count(b"  #")


def insert_only_adds(random: Random) -> bool:
    data, tree = _file(random)
    new = rewritten(data, inserted(tree, random).wanted)
    gone, come = _differing(_lines(data), _lines(new))
    if _in_flow(gone):
        return len(gone) == len(come) == 1
    return _without_line_ends(gone) in ([], [b""]) or (bool(gone) and gone[0].strip() in come[0])


def delete_takes_only_its_own(random: Random) -> bool:
    data, tree = _file(random)
    change = deleted(tree, random)
    new = rewritten(data, change.wanted)
    gone, come = _differing(_lines(data), _lines(new))
    if come and _in_flow(gone):
        return len(gone) == len(come) == 1
    inside = _comments(_own_lines(data, tree, change.path))
    return (
        sorted([*_comments(_lines(new)), *inside]) == _comments(_lines(data))
        and not "".join(map(bytes.decode, come)).strip()
    )


def _in_flow(gone: list[bytes]) -> bool:
    return len(gone) == 1 and b"[" in gone[0]


def _without_line_ends(lines: list[bytes]) -> list[bytes]:
    return [line.strip() for line in lines]


def _own_lines(data: bytes, tree: Node, path: tuple[str | int, ...]) -> list[bytes]:
    """The lines of what stands at a path, from its key to its last character."""
    text = data.decode().removeprefix("\ufeff")
    node, spot, start = tree, spots(text, tree), 0
    for step in path:
        number = list(node).index(step) if isinstance(node, dict) else int(step)
        start = spot.keys[number].start if spot.keys else spot.items[number].start
        node, spot = node[step], spot.items[number]
    return _lines(text[start : spot.end].encode())


KINDS = {
    "edits of one field": (edit_touches_its_line, 200),
    "inserts": (insert_only_adds, 100),
    "deletes": (delete_takes_only_its_own, 100),
}


@pytest.mark.parametrize("kind", KINDS)
@given(seed=st.integers(0, 10**9))
@settings(max_examples=15, deadline=None)
def test_an_edit_touches_only_its_lines(kind: str, seed: int) -> None:
    touches_only_its_own, _ = KINDS[kind]

    assert touches_only_its_own(Random(seed))


@pytest.mark.soak
@pytest.mark.parametrize("kind", KINDS)
def test_15_an_edit_touches_only_its_lines(kind: str) -> None:
    good, count = KINDS[kind]
    count *= 3

    right = sum(good(Random(seed)) for seed in range(count))

    goal = "changed lines = edited lines, 0 comments lost that do not belong to what is deleted"
    told(15, f"{kind} in commented files", goal, f"{right:,}/{count:,}", met=right == count)
    assert right == count
