"""The editor's guide keeps its word: its good examples are clean, its bad ones get the message printed beside them."""

from __future__ import annotations

import re
from itertools import accumulate
from pathlib import Path

import pytest

from knowledge.read import read
from knowledge.read.explain import entries_in
from knowledge.read.schema import FILES
from tests.aids.guide import EXAMPLES, GOOD, GUIDE, Example, Files
from tests.aids.terminal import typed

ROW = re.compile(r"^\| `(?P<key>[a-z_]+):(?P<rest>[^`]*)` \| `(?P<told>.+)` \|$", re.M)
RAILWAYS = GOOD["facts/railways.yaml"].decode()


def told(files: Files) -> str:
    return "".join(f"{problem}\n" for problem in read(files)[1])


def test_the_good_examples_together_are_a_knowledge_base() -> None:
    assert set(GOOD) == {
        "sources.yaml", "facts/railways.yaml", "boxes/railways.yaml", "vocabulary.yaml", "questions.yaml", "left-out.yaml",
    }  # fmt: skip
    assert told(GOOD) == ""


def test_the_good_examples_are_clean_one_after_the_other() -> None:
    states = accumulate(GOOD.items(), lambda files, file: {**files, file[0]: file[1]}, initial=dict[str, bytes]())

    assert [told(state) for state in states if "facts/railways.yaml" in state] == [""] * 5


@pytest.mark.parametrize("example", [example for example in EXAMPLES if example.told], ids=lambda each: each.told[:60])
def test_a_bad_example_gets_the_message_beside_it(example: Example) -> None:
    assert told({**GOOD, example.file: example.text.encode()}) == example.told


@pytest.mark.parametrize("row", list(ROW.finditer(GUIDE)), ids=lambda row: row[0][:40])
def test_a_line_typed_wrong_gets_the_message_beside_it(row: re.Match[str]) -> None:
    near = {"as_off": "as_of", "mesure": "measure"}.get(row["key"], row["key"])
    typed_wrong = re.sub(rf"\b{near}: .*", lambda _: f"{row['key']}:{row['rest']}", RAILWAYS, count=1)

    said = told({**GOOD, "facts/railways.yaml": typed_wrong.encode()})

    assert said.replace("`", "'") == f"{row['told']}\n"


def test_there_are_more_than_a_dozen_bad_examples() -> None:
    assert len(list(ROW.finditer(GUIDE))) + sum(bool(example.told) for example in EXAMPLES) > 14


def test_the_questions_of_the_guide_find_what_they_must(tmp_path: Path) -> None:
    for file, data in GOOD.items():
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_bytes(data)

    done = typed("check", "--strict", "--questions", folder=tmp_path)

    assert (done.code, done.out) == (0, "")


def test_every_key_is_explained() -> None:
    keys = {key for form in FILES.values() for entry in entries_in(form.entry) for key in entry.model_fields}
    of_outlines = {"heading", "starts", "ends", "parts"}

    assert {key for key in keys - of_outlines if not re.search(rf"`{key}`|\b{key}:", GUIDE)} == set()
