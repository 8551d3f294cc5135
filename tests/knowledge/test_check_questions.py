"""What an edit changes: the questions of questions.yaml asked before and after it, as `check --questions` tells it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from knowledge.findings import Finding, finds
from knowledge.model import LabelledQuestion
from tests import HOUSE
from tests.aids.terminal import Done, typed
from tests.bases import RURITANIA

WORKS, QUESTIONS = "facts/works.yaml", "questions.yaml"
DAM = '- ask: "How long is the Zenda Dam?"\n  finds: "zenda-dam/length"\n'
LONG = DAM.replace("Dam?", "Dam in all?").replace("zenda-dam/length", "nothing")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Ruritania in a git checkout, with one question more."""
    folder = shutil.copytree(RURITANIA, tmp_path / "checkout" / "ruritania")
    with (folder / QUESTIONS).open("a", encoding="utf-8") as file:
        file.write(DAM)
    git(folder, "init", "--quiet")
    commit(folder)
    return folder


def git(folder: Path, *words: str) -> None:
    us = ["-c", "user.name=Rudolf", "-c", "user.email=rudolf@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *us, *words], cwd=folder, check=True, capture_output=True)


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "--quiet", "--no-verify", "-m", "All is well")


def edit(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def checked(folder: Path, *words: str) -> Done:
    return typed("check", "--questions", *words, folder=folder)


def test_where_nothing_has_changed_nothing_is_told(folder: Path) -> None:
    done = checked(folder, "--strict")

    assert (done.code, done.out) == (0, "")
    assert done.err.startswith("4 questions: 4 find what they must, 0 do not, compared with the committed state ")


def test_another_figure_is_shown_before_and_after(folder: Path) -> None:
    edit(folder, WORKS, "1,420 meters", "1,430 meters")

    done = checked(folder, "--strict")

    assert done.code == 0
    assert done.out.splitlines() == [
        "1 question now gets another figure:",
        "  questions.yaml:7: How long is the Zenda Dam?",
        "    before: zenda-dam/length: 1,420 meters",
        "    after:  zenda-dam/length: 1,430 meters",
    ]


def test_a_question_that_finds_another_fact_is_shown_and_stops_the_commit(folder: Path) -> None:
    edit(
        folder,
        WORKS,
        '    length:\n      measure: "length of the dam"',
        '    extent:\n      measure: "length of the dam"',
    )
    edit(folder, QUESTIONS, DAM, DAM.replace("length", "height"))

    done = checked(folder)

    assert done.code == 1
    assert done.out.splitlines() == [
        "questions.yaml:7: 'How long is the Zenda Dam?' must find zenda-dam/height, and finds"
        " zenda-dam/extent: 1,420 meters now; in the committed state it was right",
        "1 question now finds another fact:",
        "  questions.yaml:7: How long is the Zenda Dam?",
        "    before: zenda-dam/length: 1,420 meters",
        "    after:  zenda-dam/extent: 1,420 meters",
    ]


def test_what_missed_before_as_well_is_a_doubt_in_short(folder: Path) -> None:
    edit(folder, QUESTIONS, DAM, LONG)
    commit(folder)

    usual, strict, every = checked(folder), checked(folder, "--strict"), checked(folder, "--all")

    assert (usual.code, strict.code, every.code) == (0, 1, 0)
    assert usual.out == strict.out == "1 question misses as it did before: `check --questions --all` lists it\n"
    assert every.out == (
        "questions.yaml:7: doubt: 'How long is the Zenda Dam in all?' must find nothing, and finds"
        " zenda-dam/length: 1,420 meters\n"
    )
    assert usual.err == every.err
    assert usual.err.endswith("; 1 doubt\n")


def test_what_the_edit_did_comes_before_what_it_has_nothing_to_do_with(folder: Path) -> None:
    edit(folder, QUESTIONS, DAM, LONG + LONG.replace("in all", "altogether"))
    commit(folder)
    edit(folder, WORKS, "1,420 meters", "1,430 meters")
    edit(folder, QUESTIONS, LONG, LONG + LONG.replace("in all", "by now"))

    done = checked(folder)

    assert done.code == 0
    assert [line for line in done.out.splitlines() if not line.startswith("  ")] == [
        "questions.yaml:9: doubt: 'How long is the Zenda Dam by now?' must find nothing, and finds"
        " zenda-dam/length: 1,430 meters",
        "2 questions now get another figure:",
        "2 questions miss as they did before: `check --questions --all` lists them",
    ]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (WORKS, '    length:\n      measure: "length', '    extent:\n      measure: "length'),  # it finds another fact
        (QUESTIONS, LONG, LONG.replace("nothing", "zenda-dam/height")),  # it must find another
    ],
)
def test_a_question_that_misses_in_another_way_than_before_is_listed(
    folder: Path, file: str, old: str, new: str
) -> None:
    edit(folder, QUESTIONS, DAM, LONG)
    commit(folder)
    edit(folder, file, old, new)

    done = checked(folder)

    assert done.code == 0
    assert done.out.startswith("questions.yaml:7: doubt: 'How long is the Zenda Dam in all?' must find ")
    assert "as it did before" not in done.out


def test_a_new_question_is_asked_and_compared_with_nothing(folder: Path) -> None:
    edit(folder, QUESTIONS, DAM, DAM + '- ask: "How tall is the Zenda Dam?"\n  finds: "nothing"\n')

    done = checked(folder)

    assert (done.code, done.out.count("\n")) == (0, 1)
    assert done.out.startswith(
        "questions.yaml:9: doubt: 'How tall is the Zenda Dam?' must find nothing, and finds zenda-dam/"
    )


def test_what_is_wrong_with_the_files_is_told_before_any_question_is_asked(folder: Path) -> None:
    edit(folder, WORKS, "measure:", "mesure:")

    done = checked(folder)

    assert (done.code, done.err) == (1, "1 problem: nothing is served until mended\n")


def test_without_git_every_question_that_misses_is_listed(folder: Path) -> None:
    edit(folder, QUESTIONS, DAM, DAM + LONG)
    commit(folder)
    shutil.rmtree(folder / ".git")

    done = checked(folder)

    assert (done.code, done.out.count("\n")) == (0, 1)
    assert done.out.startswith("questions.yaml:9: doubt: 'How long is the Zenda Dam in all?' must find nothing, ")
    assert done.err.splitlines()[:2] == [
        "nothing is committed to git here: no answers are compared",
        "5 questions: 4 find what they must, 1 do not",
    ]


def test_a_committed_state_with_problems_is_not_compared(folder: Path) -> None:
    edit(folder, WORKS, "measure:", "mesure:")
    commit(folder)
    edit(folder, WORKS, "mesure:", "measure:")

    assert checked(folder).err.startswith("the committed state has problems of its own: no answers are compared\n")


def test_the_variables_of_a_git_hook_do_not_lead_elsewhere(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", str(folder / "nowhere"))

    assert "compared with the committed state" in checked(folder).err


def test_the_hook_lets_good_edits_through_and_stops_bad_ones(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(HOUSE / "docs" / "pre-commit", folder / ".git" / "hooks" / "pre-commit")
    monkeypatch.setenv("KNOWLEDGE", str(folder))
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}:/usr/bin:/bin")
    edit(folder, WORKS, "1,420 meters", "1,430 meters")
    git(folder, "commit", "--all", "-m", "Measure the dam anew")
    edit(folder, WORKS, "1,430 meters", "")

    with pytest.raises(subprocess.CalledProcessError) as stopped:
        git(folder, "commit", "--all", "-m", "Forget the dam")

    assert b"`figure` is empty: write a text, or delete it" in stopped.value.stdout + stopped.value.stderr


NOTHING, ONE, OTHER = Finding("unknown"), Finding("found", ("a/b",), ("1",)), Finding("found", ("a/c",), ("2",))
BOTH = Finding("found", ("a/c", "a/b"), ("2", "1"))
CHOICE = Finding("unsure", ("a/c", "a/b"), ("2", "1"))


@pytest.mark.parametrize(
    ("wanted", "right", "wrong"),
    [
        (("nothing",), [NOTHING], [ONE, BOTH, CHOICE]),
        (("a/b",), [ONE], [NOTHING, OTHER, BOTH, CHOICE]),
        (("a/b", "a/c"), [BOTH, CHOICE], [NOTHING, ONE, OTHER]),
        (("a/b", "a/d"), [CHOICE], [NOTHING, ONE, BOTH]),
    ],
)
def test_what_a_question_must_find(wanted: tuple[str, ...], right: list[Finding], wrong: list[Finding]) -> None:
    question = LabelledQuestion("?", wanted)

    assert [finds(question, finding) for finding in (*right, *wrong)] == [True] * len(right) + [False] * len(wrong)


def test_facts_that_the_matcher_cannot_tell_apart_are_named(folder: Path) -> None:
    twin = (
        '    visits:\n      measure: "guests of the dam, in all"\n      figures:\n        - figure: "80,000"\n          cite: "review-2024 1.2"\n'
        '    visitors:\n      measure: "all guests of the dam"\n      figures:\n        - figure: "95,000"\n          cite: "review-2024 1.2"\n'
    )
    edit(
        folder,
        WORKS,
        '    length:\n      measure: "length of the dam"',
        f'{twin}    length:\n      measure: "length of the dam"',
    )
    commit(folder)

    done = checked(folder)

    assert [line for line in done.out.splitlines() if "as soon" in line] == [
        "facts/works.yaml:9: doubt: zenda-dam/visits: a question for it finds zenda-dam/visitors as soon"
        " (facts/works.yaml:14): add a contrast or a name"
    ]
