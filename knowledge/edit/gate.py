"""The gate: whatever is changed from Slack passes the same reading and the same checks as an editor's file. Pure."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from knowledge.edit.changes import Change
from knowledge.edit.compare import compared
from knowledge.edit.held import Held, Misfit, Refusal, Trees
from knowledge.edit.rewrite import Unwritable, rewritten
from knowledge.edit.together import Together
from knowledge.model import Knowledge, Problem
from knowledge.read import Content, read
from knowledge.read.decode import FORBIDDEN, named
from knowledge.read.explain import Path
from knowledge.read.pages import Place
from knowledge.read.tree import Flaw, Node

Files = Mapping[str, Content]

Where = tuple[Path, Place]
"""Where the fields of a change stand; before them, among several changes, the number of the change."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A change that may be published: the files before and after it, what these serve, and doubts about what is new."""

    before: Files
    files: Files
    knowledge: Knowledge
    doubts: tuple[Misfit, ...]

    @property
    def difference(self) -> str:
        """What changes, as `diff -u` prints it."""
        return difference(self.before, self.files)


def tried(files: Files, change: Change) -> Draft | Refusal:
    """The change made to these files, and read as an editor's file is; or every problem, each with its field."""
    try:
        held = Held(files)
        places = _places(change, held)
        return judged(files, {**files, **_written(files, change.trees(held), places)}, places)
    except Refusal as refused:
        return refused


def judged(before: Files, after: Files, places: Sequence[Where] = ()) -> Draft | Refusal:
    """Files in the place of others, read; or every problem. `places` are where the fields of a change stand."""
    knowledge, problems = read(after)
    misfits = [Misfit(_field(problem, places), problem) for problem in problems]
    if knowledge is None:
        return Refusal(tuple(misfit for misfit in misfits if not misfit.problem.doubt))
    boxes = _boxes_about(before, after)
    doubts = [each for each in misfits if not places or _is_about(each.problem, places, boxes)]
    return Draft(before, after, knowledge, tuple(doubts))


def edited(files: Files, change: Change) -> Files:
    """The files after a change in which nothing else has changed. Raises Refusal if it cannot be made.

    What was written has been read back; what it says has not been checked: that is for `tried`.
    """
    held = Held(files)
    return {**files, **_written(files, change.trees(held), _places(change, held))}


def difference(before: Files, after: Files) -> str:
    """What differs between two states, file by file, as `diff -u` prints it."""
    return "".join(line for name in sorted({*before, *after}) for line in _difference(name, before, after))


def _boxes_about(before: Files, after: Files) -> set[Place]:
    """The boxes that list what differs: their summaries may tell the old number."""
    changed = {each.id for each in compared(before, after)}
    boxes = ((file, id, box) for file, tree in Held(after).of_kind("boxes/") for id, box in tree.items())
    return {Place(file, (id,)) for file, id, box in boxes if not changed.isdisjoint(box.get("facts", ()))}


def _difference(name: str, before: Files, after: Files) -> Iterator[str]:
    if before.get(name) == after.get(name):
        return
    old, new = (_lines(files.get(name)) for files in (before, after))
    was, now = (name if name in files else "/dev/null" for files in (before, after))
    for line in difflib.unified_diff(old, new, was, now):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(content: Content | None) -> list[str]:
    text = content.decode("utf-8", errors="replace") if isinstance(content, bytes) else ""
    return text.replace("\r\n", "\n").splitlines(keepends=True)


def _written(files: Files, trees: Trees, places: Sequence[Where]) -> dict[str, Content]:
    new = dict[str, Content]()
    for file, tree in trees.items():
        if misfits := [_misfit(file, path, said, places) for path, said in _forbidden(tree)]:
            raise Refusal(tuple(misfits))
        old = files.get(file)
        try:
            new[file] = rewritten(old if isinstance(old, bytes) else None, tree)
        except Flaw as flaw:
            raise Refusal((Misfit((), Problem(file, flaw.line, "", flaw.message)),)) from None
        except Unwritable as reason:
            raise Refusal((Misfit((), Problem(file, 0, "", str(reason))),)) from None
    return new


def _forbidden(tree: Node, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """The texts that no file may hold, with the reason; among the texts of a file they can only be new."""
    if isinstance(tree, str) and (bad := FORBIDDEN.search(tree)):
        yield path, f"{named(bad[0])} may not stand in a text: delete it"
    for step, each in tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ():
        yield from _forbidden(step if isinstance(step, str) else "", (*path, step))
        yield from _forbidden(each, (*path, step))


def _misfit(file: str, path: Path, said: str, places: Sequence[Where]) -> Misfit:
    problem = Problem(file, 0, str(path[0]) if path else "", said, path=path)
    return Misfit(_field(problem, places), problem)


def _places(change: Change, held: Held) -> Sequence[Where]:
    if isinstance(change, Together):
        return [((number,), place) for number, place in enumerate(change.places(held))]
    return [((), change.place(held))]


def _field(problem: Problem, places: Sequence[Where]) -> Path:
    """The field of the change that a problem belongs to, with the number of the change before it; () if to none."""
    inside = [(len(place.path), before) for before, place in places if _stands_in(problem, place)]
    depth, before = max(inside, default=(len(problem.path), ()))
    return (*before, *problem.path[depth:])


def _stands_in(problem: Problem, place: Place) -> bool:
    return problem.file == place.file and problem.path[: len(place.path)] == place.path


def _is_about(problem: Problem, places: Sequence[Where], boxes: Collection[Place]) -> bool:
    """Whether a doubt is about what was changed, or the entry around it, or a box that lists it."""
    around = (
        problem.file == place.file and place.path[: len(problem.path)] == problem.path[: len(place.path)]
        for _, place in places
    )
    return Place(problem.file, problem.path[:1]) in boxes or (bool(problem.path) and any(around))
