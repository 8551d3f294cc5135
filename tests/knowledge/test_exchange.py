"""A knowledge base as lines of JSON: out, and in again, all or nothing, with what each line comes to."""

from __future__ import annotations

import json

import pytest

from knowledge.edit import Draft, Together, exported, imported, tried
from knowledge.folder import files_in
from knowledge.library import DEFAULT_FOLDER
from tests import bases

RURITANIA = files_in(bases.RURITANIA)
AREA = '{"kind": "fact", "id": "ruritania/area", "measure": "surface"}'
LAKES = '{"kind": "fact", "id": "ruritania/lakes", "measure": "lakes", "figures": [{"figure": "7 lakes", "cite": "review-2024 1.1"}]}'
SHEEP = '{"kind": "question", "ask": "How many sheep live in Ruritania?", "finds": "ruritania/population"}'


def told(*lines: str) -> list[str]:
    return [f"{line.number}: {line.does or line.flaw}" for line in imported(lines, RURITANIA)]


def test_an_entry_is_a_line() -> None:
    lines = [json.loads(line) for line in exported(RURITANIA)]

    assert [line["kind"] for line in lines][:4] == ["source", "source", "subject", "fact"]
    assert lines[3] == {
        "kind": "fact",
        "id": "ruritania/population",
        "measure": "population",
        "ask": [
            "How many people live in Ruritania?",
            "Ruritania number of inhabitants",
            "How populous is the Ruritanian kingdom?",
        ],
        "figures": [
            {"figure": "1.2 million people", "as_of": "2024-05-31", "cite": "review-2024 1.1"},
            {"figure": "1.1 million people", "as_of": "2022-12-31", "cite": "yearbook-2023 I.1"},
        ],
    }


def test_what_comes_in_as_it_went_out_changes_nothing() -> None:
    files = files_in(DEFAULT_FOLDER)

    assert [line for line in imported(exported(files), files) if line.change or line.flaw] == []


def test_an_empty_knowledge_base_is_filled_with_what_went_out() -> None:
    changes = [line.change for line in imported(exported(RURITANIA), {}) if line.change]

    draft = tried({}, Together(tuple(changes)))

    assert isinstance(draft, Draft), draft
    assert list(exported(draft.files)) == list(exported(RURITANIA))


def test_each_line_says_what_it_adds_and_changes() -> None:
    assert told(AREA, LAKES, SHEEP, *exported({"sources.yaml": RURITANIA["sources.yaml"]})) == [
        "1: changes fact ruritania/area: measure",
        "2: adds fact ruritania/lakes",
        "3: changes question How many sheep live in Ruritania?: finds",
        "4: ",
        "5: ",
    ]


@pytest.mark.parametrize(
    ("line", "flaw"),
    [
        ("{", "this line is not JSON: Expecting property name enclosed in double quotes"),
        ("[]", 'a line is an object with a "kind"'),
        ('{"kind": "thing", "id": "a"}', 'a line is an object with a "kind"'),
        ('{"kind": "fact"}', 'a line is an object with a "kind"'),
        ('{"kind": "question", "id": "a"}', 'a line is an object with a "kind"'),
        ('{"kind": "fact", "id": "a/b", "figures": [{"figure": 3.10}]}', "3.1 is neither a text, nor a list"),
        ('{"kind": "fact", "id": "a/b", "ask": [null]}', "null is neither a text, nor a list"),
    ],
)
def test_a_line_that_cannot_be_taken_is_told(line: str, flaw: str) -> None:
    assert told(AREA, line)[1].startswith(f"2: {flaw}")


def test_a_line_for_what_stood_before_is_refused() -> None:
    assert told(AREA, AREA)[1] == "2: the fact 'ruritania/area' stands in a line before this one already"
