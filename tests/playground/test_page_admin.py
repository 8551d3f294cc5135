"""An admin's path through the playground: a question that nobody could answer becomes a fact, and a figure is corrected
wherever it was given."""

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

pytestmark = needs_chromium

GOATS = "How many goats live in Ruritania?"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(RURITANIA, tmp_path_factory.mktemp("admin") / "theirs"))


@pytest.fixture
def page(browser: Chrome, folder: Path) -> Iterator[Page]:
    with playing(Settings(knowledge=folder), free_port()) as playground, opened(browser, playground.address) as page:
        yield page
    files = {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.yaml")}
    assert files == {path.relative_to(RURITANIA): path.read_bytes() for path in RURITANIA.rglob("*.yaml")}


def fill(page: Page, **fields: str) -> None:
    """Fills in fields of the modal by their labels, in the place of what stands there."""
    page.find("#modal label", next(iter(fields)))
    for name, text in fields.items():
        label = next(each for each in page.all("#modal label") if each.text.removesuffix(" (optional)") == name)
        field = page.find(f"#{label.get_attribute('for')}")
        page.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", field)
        field.clear()
        field.send_keys(text)


def publish(page: Page) -> None:
    """Sends the form off, looks at the preview and publishes."""
    page.press("Preview", "#modal footer")
    page.find("#modal h3", "What changes in the files")
    page.press("Publish", "#modal footer")
    page.find("#modal", "Published.")
    while page.all("#modal[open]"):  # the form may have been opened out of another window
        before = page.find("#modal").get_attribute("data-view")
        page.press("Close", "#modal header")
        assert page.gone(f"#modal[open][data-view='{before}']")


def admin(page: Page) -> None:
    page.choose("#who", "Flavia Strakencz (admin)")
    page.find("#main[data-place^=UFLAVIA]")
    page.ask("/fact admin")
    page.find("#main .message.private", "facts (revision")


def test_an_unanswered_question_becomes_a_fact_and_is_answered(page: Page) -> None:
    page.ask(f"@Factbox {GOATS}")
    page.find("#side .message", "I do not guess")

    admin(page)
    page.press("Unanswered", "#main .message.private")
    page.find("#modal", GOATS)
    page.press("A new fact", "#modal")
    fill(
        page,
        subject="goats",
        name="Goats",
        measure="number of goats",
        figure="3 million goats",
        cite="yearbook-2023 I.1",
    )
    publish(page)

    page.ask(f"/fact {GOATS}")
    page.find("#main .message.private", "3 million goats")


def test_a_corrected_figure_reaches_the_thread_it_was_given_in(page: Page) -> None:
    page.ask("@Factbox zenda dam height")
    page.find("#side .message", "87 meters")

    admin(page)
    page.find("#main .message.private [role=combobox]").send_keys("dam height")
    page.press("height of the dam", "#main .options")
    page.press("Correct a figure", "#modal")
    fill(page, figure="88 meters")
    publish(page)

    page.find("#main .thread-bar", "2 replies")
    page.press("2 replies", "#main")
    note = page.find("#side .message:nth-child(3)").text
    assert "87 meters" in note
    assert "88 meters" in note
