"""What every test can ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.library import Library
from tests.slack import Slack

RURITANIA = Path(__file__).parent / "ruritania"


@pytest.fixture(scope="session")
def ruritania() -> Library:
    """The knowledge base of an invented country."""
    return Library.open(RURITANIA)


@pytest.fixture
def slack(ruritania: Library, monkeypatch: pytest.MonkeyPatch) -> Slack:
    """A workspace in which Factbox knows Ruritania."""
    return Slack(ruritania, monkeypatch)
