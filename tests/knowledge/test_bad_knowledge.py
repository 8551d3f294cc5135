"""One mistake a file, named for it; the file's first lines say what its editor is told. All of it, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.folder import files_in
from knowledge.read import Content, read

BAD = Path(__file__).parent / "bad_knowledge"
GOOD = files_in(BAD / "good")
MISTAKES = sorted(file for file in BAD.glob("*/*.yaml") if file.parent.name != "good")
FOLDERS = sorted(path for path in (BAD / "folders").iterdir())
SAYS = "# says: "


def told(files: dict[str, Content]) -> list[str]:
    return [str(problem) for problem in read(files)[1]]


def beside_good_files(mistake: Path) -> dict[str, Content]:
    """The good knowledge base, with one more file of facts or boxes, or another of its other files."""
    room = mistake.parent.name
    name = f"{room}/{mistake.name}" if room in ("facts", "boxes") else f"{room}.yaml"
    return {**GOOD, name: mistake.read_bytes()}


def expected(mistake: Path) -> list[str]:
    lines = mistake.read_text(encoding="utf-8").split("\n")
    return [line.removeprefix(SAYS) for line in lines if line.startswith(SAYS)]


def test_the_good_files_beside_which_each_mistake_stands_are_good() -> None:
    assert told(GOOD) == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_mistake_is_told_with_its_place_and_its_cure(mistake: Path) -> None:
    assert told(beside_good_files(mistake)) == expected(mistake) != []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_what_is_wrong_with_a_folder_is_told(folder: Path) -> None:
    assert told(files_in(folder)) == (folder / "expected.txt").read_text(encoding="utf-8").splitlines() != []


def test_all_mistakes_of_a_knowledge_base_are_told_at_once() -> None:
    alone = {file: beside_good_files(file)[f"facts/{file.name}"] for file in MISTAKES if file.parent.name == "facts"}
    broken = {f"facts/{file.name}" for file in alone if ": doubt: " not in expected(file)[0]}

    problems = read({**GOOD, **{f"facts/{file.name}": data for file, data in alone.items()}})[1]

    assert {problem.file for problem in problems} >= broken
