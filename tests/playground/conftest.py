"""A browser, and the playground's page in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from selenium.webdriver import Chrome

from bot.playground.play import playing
from bot.playground.process import free_port
from bot.playground.server import PageServer
from bot.settings import Settings
from tests.aids.browser import Page, chromium, opened
from tests.aids.payloads import taken
from tests.bases import RURITANIA


@pytest.fixture(scope="session")
def browser() -> Iterator[Chrome]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def playground() -> Iterator[PageServer]:
    """The playground at work, with the real bot in a process of its own."""
    with playing(Settings(knowledge=RURITANIA), free_port()) as playground:
        yield playground
        taken(playground.playground.slack)


@pytest.fixture
def page(browser: Chrome, playground: PageServer) -> Iterator[Page]:
    """The playground's page, of an empty workspace."""
    playground.playground.workspace.clear()
    with opened(browser, playground.address) as page:
        yield page
