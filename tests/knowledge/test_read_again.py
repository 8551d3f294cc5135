"""Of an edit only the files that it changed are read anew; what is remembered is one state of a folder that is not too large."""

from __future__ import annotations

import pytest

from knowledge.read import Unreadable, memory
from knowledge.read.memory import Memory
from tests.knowledge.test_read import FIGURE, SOURCES

FILES = {"facts/zenda.yaml": FIGURE.format('"12 km"').encode(), "sources.yaml": SOURCES}
CHANGED = FIGURE.format('"13 km"').encode()


def test_only_a_changed_file_is_read_anew() -> None:
    remembered = Memory()

    before = remembered.read(FILES).by_file
    after = remembered.read({**FILES, "facts/zenda.yaml": CHANGED}).by_file

    assert after["sources.yaml"] is before["sources.yaml"]
    assert after["facts/zenda.yaml"].entries["zenda"].facts["a"].figures[0].figure == "13 km"


def test_the_same_text_by_another_name_is_another_file() -> None:
    remembered = Memory()
    remembered.read(FILES)

    renamed = remembered.read({"facts/hentzau.yaml": FILES["facts/zenda.yaml"], "sources.yaml": SOURCES})

    assert renamed.by_file["facts/hentzau.yaml"].file == "facts/hentzau.yaml"


def test_a_file_that_could_not_be_read_is_looked_at_again() -> None:
    remembered = Memory()

    barred = remembered.read({**FILES, "sources.yaml": Unreadable("permission denied")}).by_file["sources.yaml"]
    opened = remembered.read(FILES).by_file["sources.yaml"]

    assert [problem.message for problem in barred.problems] == ["this file cannot be read: permission denied"]
    assert list(opened.entries) == ["review"]


def test_no_more_than_the_last_state_is_remembered() -> None:
    remembered = Memory()
    for height in range(20):
        remembered.read({**FILES, "facts/zenda.yaml": FIGURE.format(f'"{height} km"').encode()})

    assert len(remembered.pages) == len(FILES)


def test_of_too_many_bytes_nothing_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "MOST", 10)
    remembered = Memory()

    assert list(remembered.read(FILES).by_file) == list(FILES)
    assert remembered.pages == {}
