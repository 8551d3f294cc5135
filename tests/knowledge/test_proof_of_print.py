"""The project's own knowledge base, held against the documents it quotes, where these are at hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from knowledge.model import Knowledge
from knowledge.proof import Findings, lines, prove
from knowledge.read import read
from tests import HOUSE
from tests.aids.changed_figures import Checked
from tests.bases import SHIPPED

SOURCES = Path(os.environ.get("SOURCES") or HOUSE.parent / "shared" / "sources")


@pytest.fixture(scope="module")
def known() -> Knowledge:
    files = {str(path.relative_to(SHIPPED)): path.read_bytes() for path in sorted(SHIPPED.rglob("*.yaml"))}
    found, problems = read(files)
    assert found, "\n".join(map(str, problems))
    return found


@pytest.fixture(scope="module")
def texts(known: Knowledge) -> dict[str, bytes]:
    paths = {id: SOURCES / f"{id}.txt" for id in known.sources}
    missing = [str(path) for path in paths.values() if not path.is_file()]
    if missing:
        pytest.skip(f"NOT PROVEN: no text at {', '.join(missing)}; set SOURCES to the folder that has them")
    return {id: path.read_bytes() for id, path in paths.items()}


@pytest.fixture(scope="module")
def found(known: Knowledge, texts: dict[str, bytes]) -> Findings:
    return prove(known, texts)


def test_every_figure_stands_where_it_is_cited(found: Findings) -> None:
    assert found.unproven == (), "\n".join(lines(found))


def test_nothing_is_printed_and_not_held(found: Findings) -> None:
    assert found.gaps == (), "\n".join(lines(found))


def test_any_one_thing_changed_in_any_figure_is_seen(known: Knowledge, texts: dict[str, bytes]) -> None:
    assert Checked(known, texts).unseen() == []
