"""A watcher with a clock of its own: a test looks, and time passes as the watcher would have slept."""

from __future__ import annotations

from pathlib import Path

from knowledge.folder import Folder, files_in
from knowledge.last_good import LastGood
from knowledge.library import Trouble
from knowledge.watch import Watcher, first, state_of
from tests.aids.almanac import Files, Write, almanac, in_place, versions_told


class Bot:
    """A folder, the library over it, and the looks of its watcher."""

    def __init__(self, folder: Path, files: Files | None = None) -> None:
        self.folder = folder / "kb"
        if files is not None:
            in_place(self.folder, files)
        self.copy = LastGood.of(Folder(self.folder), folder / "state")
        self.told: list[Trouble] = []
        self.seconds = 0.0
        self.start()

    def start(self) -> None:
        """As at every start of the process. Raises Broken."""
        files = files_in(self.folder)
        self.library = first(Folder(self.folder), files, self.copy)
        self.library.on_bad_state = self.told.append
        self.watcher = Watcher(self.library, self.copy, state_of(files), clock=lambda: self.seconds)

    def write(self, version: int, way: Write = in_place) -> None:
        way(self.folder, almanac(version))

    def look(self, looks: int = 2) -> None:
        for _ in range(looks):
            self.seconds += self.watcher.look()

    def wait(self, seconds: float) -> None:
        """So many seconds, in looks as far apart as the watcher wants them."""
        end = self.seconds + seconds
        while self.seconds < end:
            self.look(1)

    def answers(self, number: int = 0) -> set[int]:
        """The versions in an answer: of its figure, and of its citation."""
        return versions_told(self.library, number)

    @property
    def problems(self) -> list[list[str]]:
        """What was told, a list for each bad state."""
        return [[str(problem) for problem in trouble.problems] for trouble in self.told]
