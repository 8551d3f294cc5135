"""What editors see in the playground as they save: problems, doubts, and the answers that changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.playground.examiner import Examiner
from bot.playground.mirror import Mirror
from knowledge.library import Broken
from tests.bases import RURITANIA

HEIGHT = 'figure: "87 meters"'
SHEEP = """\
    sheep:
      measure: "sheep that live in the country"
      ask:
        - "What is the number of sheep in Ruritania?"
      figures:
        - figure: "3 million sheep"
          cite: "yearbook-2023 I.1"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(RURITANIA, tmp_path / "theirs"))


@pytest.fixture
def examiner(folder: Path) -> Examiner:
    examiner = Examiner(folder, folder)
    examiner.open()
    examiner.ask_questions()
    return examiner


def change(folder: Path, before: str, after: str, file: str = "facts/works.yaml") -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_at_first_nothing_has_changed(examiner: Examiner) -> None:
    told = examiner.examined.told()

    assert (told["problemCount"], told["changedCount"], told["missed"], told["asking"]) == (0, 0, 0, False)
    assert told["comparedWith"] == "when the playground was started"


def test_a_problem_is_told_with_its_file_and_line_while_the_last_good_state_goes_on(
    examiner: Examiner, folder: Path
) -> None:
    before = examiner.examined.revision
    change(folder, HEIGHT, "figure: 87 meters: tall")
    examiner.look()

    (problem, *_) = examiner.examined.told()["problems"]
    line = (folder / "facts/works.yaml").read_text(encoding="utf-8").splitlines().index(
        "        - figure: 87 meters: tall"
    ) + 1
    assert (problem["file"], problem["line"]) == ("facts/works.yaml", line)
    assert examiner.examined.revision == before
    assert examiner.weighed("zenda dam height")[3].endswith("zenda-dam/height: 87 meters")


def test_an_answer_that_changed_is_told_with_what_it_was(examiner: Examiner, folder: Path) -> None:
    change(folder, '"1.2 million people"', '"1.3 million people"', "facts/country.yaml")
    examiner.look()

    assert examiner.examined.told()["changed"] == [
        {
            "ask": "how many live in ruritnia",
            "where": "questions.yaml:1",
            "before": "ruritania/population: 1.2 million people",
            "after": "ruritania/population: 1.3 million people",
            "turn": "other",
        }
    ]


def test_an_answer_that_was_right_and_is_not_any_more_is_worse(examiner: Examiner, folder: Path) -> None:
    change(folder, "    area:\n", SHEEP + "    area:\n", "facts/country.yaml")
    examiner.look()

    (changed,) = examiner.examined.changed
    assert (changed["before"], changed["after"]) == ("nothing", "ruritania/sheep: 3 million sheep")
    assert (changed["turn"], examiner.examined.missed) == ("worse", 1)


def test_a_folder_that_cannot_be_served_is_refused_at_the_start(tmp_path: Path) -> None:
    with pytest.raises(Broken):
        Examiner(tmp_path, tmp_path).open()


def test_suggestions_are_questions_of_the_editors(examiner: Examiner) -> None:
    suggestions = examiner.suggestions()

    asked = {each for fact in examiner.knowledge.facts.values() for each in fact.ask}
    assert len(suggestions) == 4
    assert set(suggestions) <= asked


def test_the_copy_takes_over_what_is_saved_and_never_gives_anything_back(folder: Path, tmp_path: Path) -> None:
    mirror = Mirror(folder, tmp_path / "copy")
    mirror.take_over()
    (mirror.copy / "facts/country.yaml").write_text("changed on the page", encoding="utf-8")
    change(folder, HEIGHT, 'figure: "88 meters"')
    (folder / "questions.yaml").unlink()
    mirror.take_over()

    assert 'figure: "88 meters"' in (mirror.copy / "facts/works.yaml").read_text(encoding="utf-8")
    assert (mirror.copy / "facts/country.yaml").read_text(encoding="utf-8") == "changed on the page"
    assert not (mirror.copy / "questions.yaml").exists()
    assert (folder / "facts/country.yaml").read_bytes() == (RURITANIA / "facts/country.yaml").read_bytes()
