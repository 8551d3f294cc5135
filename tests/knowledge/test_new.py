"""`new` writes a knowledge base to start from, `schema` what an editor such as VS Code checks and completes it by."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from knowledge.read.json_schema import schema_files
from tests import HOUSE
from tests.aids.terminal import Done, typed


@pytest.fixture
def started(tmp_path: Path) -> Path:
    folder = tmp_path / "ours"
    assert typed("new", folder, folder=None).code == 0
    return folder


def test_a_new_knowledge_base_is_clean(started: Path) -> None:
    done = typed("check", "--strict", folder=started)

    assert done == Done(0, "", "2 facts, 3 figures, 1 box of 1 source; 0 doubts\n")


def test_a_new_knowledge_base_answers_its_own_questions(started: Path) -> None:
    done = typed("check", "--strict", "--questions", folder=started)

    assert (done.code, done.out) == (0, "")
    assert "3 questions: 3 find what they must, 0 do not\n" in done.err


def test_a_new_knowledge_base_can_be_asked(started: Path) -> None:
    done = typed("ask", "How many people visit the Harbour Library?", folder=started)

    assert done.out.startswith(
        "Harbour Library: visitors a year\n  more than 310,000 visitors · 2024 · Harbour Library, Annual Report"
    )


def test_what_to_do_next_is_told(tmp_path: Path) -> None:
    done = typed("new", tmp_path / "ours", folder=None)

    assert done == Done(
        0, "", f"Edit the files in {tmp_path}/ours, then: python -m knowledge check --folder {tmp_path}/ours\n"
    )


def test_every_file_explains_itself_and_names_its_schema(started: Path) -> None:
    for file in started.rglob("*.yaml"):
        first, second = file.read_text(encoding="utf-8").splitlines()[:2]
        assert (file.parent / first.removeprefix("# yaml-language-server: $schema=")).is_file()
        assert re.match("# [A-Z].*[.,a-z]$", second)


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    assert typed("new", tmp_path, folder=None).code == 0


@pytest.mark.parametrize("inside", ["notes.txt", ".git"])
def test_a_folder_with_anything_in_it_is_left_alone(tmp_path: Path, inside: str) -> None:
    (tmp_path / inside).mkdir()

    done = typed("new", tmp_path, folder=None)

    assert done == Done(2, "", f"{tmp_path}: there is something already; name an empty folder, or a new one\n")
    assert [path.name for path in tmp_path.iterdir()] == [inside]


def test_a_file_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("Mine.", encoding="utf-8")

    assert typed("new", file, folder=None).code == 2
    assert file.read_text(encoding="utf-8") == "Mine."


@pytest.mark.parametrize("command", ["new", "schema"])
def test_where_nothing_can_be_written_that_is_told(command: str) -> None:
    done = typed(command, "/proc/ours", folder=None)

    assert done == Done(2, "", "/proc/ours: nothing can be written there: No such file or directory\n")


def test_a_folder_is_started_though_the_environment_names_one_that_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KNOWLEDGE", str(tmp_path / "ours"))

    assert typed("new", tmp_path / "ours", folder=None).code == 0
    assert typed("check", folder=None).code == 0


# JSON Schema


def test_the_schemas_in_the_house_are_those_of_the_forms() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in (HOUSE / "knowledge" / "schemas").iterdir()}

    assert written == schema_files(), "run: python -m knowledge schema knowledge/schemas"


def test_there_is_a_schema_for_each_kind_of_file(tmp_path: Path) -> None:
    done = typed("schema", tmp_path, folder=None)

    kinds = {"sources", "facts", "boxes", "vocabulary", "questions", "left-out", "calibration"}
    assert (done, {path.stem for path in tmp_path.iterdir()}) == (Done(0, "", ""), kinds)


def test_a_compiled_box_says_so_with_a_yes_or_no_of_yaml() -> None:
    box = json.loads(schema_files()["boxes.json"])["$defs"]["BoxEntry"]["properties"]

    assert box["compiled"]["enum"] == [True, False, "true", "false"]


def test_a_schema_knows_no_other_keys_and_no_other_ids() -> None:
    facts = json.loads(schema_files()["facts.json"])

    assert facts["additionalProperties"] is facts["$defs"]["FigureEntry"]["additionalProperties"] is False
    assert list(facts["patternProperties"]) == ["^[a-z0-9]+(?:-[a-z0-9]+)*$"]


def test_every_key_is_explained_to_the_editor() -> None:
    schemas = [json.loads(text) for text in schema_files().values()]
    forms = [form for schema in schemas for form in [schema, *schema.get("$defs", {}).values()] if "properties" in form]

    silent = [key for form in forms for key, told in form["properties"].items() if "description" not in told]
    assert silent == []
