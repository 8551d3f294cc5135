"""Several changes as one: all of them or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.edit.changes import Change
from knowledge.edit.held import Held, Misfit, Refusal, Trees
from knowledge.read.pages import Place
from knowledge.read.tree import Node


@dataclass(frozen=True, slots=True)
class Together:
    """Changes, each made to what the one before left. A field of theirs is known by the number of the change, then its name."""

    changes: tuple[Change, ...]

    @property
    def entry(self) -> str:
        return ", ".join(dict.fromkeys(change.entry for change in self.changes))

    def place(self, held: Held) -> Place:
        return self.changes[0].place(held)

    def places(self, held: Held) -> Sequence[Place]:
        """Of each change."""
        return self._made(held)[0]

    def trees(self, held: Held) -> Trees:
        return self._made(held)[1]

    def _made(self, held: Held) -> tuple[list[Place], Trees]:
        """Every change that cannot be made is told, not the first alone."""
        now, new, places, misfits = held, dict[str, Node](), list[Place](), list[Misfit]()
        for number, change in enumerate(self.changes):
            try:
                places.append(change.place(now))
                new |= change.trees(now)
            except Refusal as refused:
                misfits += [Misfit((number, *each.field), each.problem) for each in refused.misfits]
            now = Held({**held.files, **dict.fromkeys(new, b"")}, {**now.parsed, **new})
        if misfits:
            raise Refusal(tuple(misfits))
        return places, new
