"""The playground for those who keep a knowledge base: what they save is tried on the page before it goes live."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from bot.playground.play import playing
from bot.playground.process import free_port
from bot.settings import Settings
from tests.aids.browser import Page, needs_chromium, opened
from tests.bases import RURITANIA
from tests.playground.test_examiner import HEIGHT, SHEEP, change

pytestmark = needs_chromium


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(RURITANIA, tmp_path / "theirs"))


@pytest.fixture
def page(browser: Chrome, folder: Path) -> Iterator[Page]:
    with playing(Settings(knowledge=folder), free_port()) as playground, opened(browser, playground.address) as page:
        yield page


def test_an_editor_makes_a_mistake_mends_it_and_sees_which_answer_changed(page: Page, folder: Path) -> None:
    page.press("Knowledge base", "#sidebar")
    page.find("#side", "No answer has changed")

    change(folder, HEIGHT, "figure: 87 meters: tall")
    page.find("#sidebar", "1 problem")
    page.find("#side .findings code", "facts/works.yaml:")
    page.ask("/fact zenda dam height")
    page.find("#main .message", "87 meters")

    change(folder, "figure: 87 meters: tall", HEIGHT)
    change(folder, "    area:\n", SHEEP + "    area:\n", "facts/country.yaml")
    page.find("#side .changes .worse", "How many sheep live in Ruritania?")
    page.press("How many sheep live in Ruritania?", "#side .changes")
    page.find("#main .message", "3 million sheep")
