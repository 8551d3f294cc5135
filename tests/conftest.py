"""What every test can ask for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.playground.standin import StandIn
from knowledge.library import Library
from tests.aids.databases import database_at
from tests.aids.payloads import write_gathered
from tests.aids.slack import Slack
from tests.bases import RURITANIA


@pytest.fixture(scope="session", autouse=True)
def _state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What bots started by tests keep for a restart stays out of the house."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FACTBOX_STATE", str(tmp_path_factory.mktemp("state")))
        yield


def pytest_sessionfinish() -> None:
    """Hands over what Factbox sent, if somebody wants it."""
    write_gathered()


@pytest.fixture(scope="session")
def ruritania() -> Library:
    """The knowledge base of an invented country."""
    return Library.open(RURITANIA)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database: each test that asks for it runs on both kinds."""
    with database_at(request.param, tmp_path) as address:
        yield address


@pytest.fixture
def standin() -> Iterator[StandIn]:
    """A stand-in for Slack that runs."""
    with StandIn() as standin:
        yield standin


@pytest.fixture
def slack(ruritania: Library) -> Slack:
    """A workspace in which Factbox knows Ruritania."""
    return Slack(ruritania)
