"""A workspace whose admins keep the knowledge base."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.library import Library
from tests.aids.bureau import Bureau, bureau
from tests.bases import RURITANIA


@pytest.fixture
def ours(database: str, tmp_path: Path) -> Iterator[Bureau]:
    """A workspace that keeps a copy of Ruritania in a folder of its own."""
    folder = tmp_path / "knowledge"
    shutil.copytree(RURITANIA, folder)
    with bureau(Library.open(folder), database, tmp_path, knowledge=folder) as ours:
        yield ours
