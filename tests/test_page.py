"""The playground's page in a browser: the paths that people take through it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from selenium.webdriver import Chrome

from bot.playground.play import playing
from bot.playground.process import free_port
from bot.playground.server import PageServer
from bot.settings import Settings
from tests.browser import NARROW, Page, chromium, needs_chromium
from tests.conftest import RURITANIA

pytestmark = needs_chromium


@pytest.fixture(scope="module")
def browser() -> Iterator[Chrome]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def playground() -> Iterator[PageServer]:
    with playing(Settings(knowledge=RURITANIA), free_port()) as playground:
        yield playground


@pytest.fixture
def page(browser: Chrome, playground: PageServer) -> Iterator[Page]:
    """The page of an empty workspace; nothing may have gone wrong in it at the end."""
    playground.playground.workspace.clear()
    page = Page(browser, playground.address)
    yield page.open()
    assert page.complaints() == []


def test_a_newcomer_asks_one_of_the_suggested_questions(page: Page) -> None:
    page.press("How many people live in Ruritania?")

    assert page.find("#side .message .body", "1.2 million").text.startswith("1.2 million")


def test_a_newcomer_mentions_the_bot_with_a_typo_and_reads_the_answer_in_the_thread(page: Page) -> None:
    page.find("#composer").send_keys("@fac")
    page.press("Factbox", "[role=listbox]")
    page.ask("how many peple live in ruritnia")

    answer = page.find("#side .message:nth-child(2)", "1.2 million")
    assert "Source: " in answer.text
    assert page.find("#main .thread-bar").text.startswith("1 reply")


def test_what_is_not_held_is_refused(page: Page) -> None:
    page.ask("@Factbox how many sheep live in Ruritania")

    page.find("#side .message", "I do not guess")


def test_a_mention_where_the_bot_is_not_gets_no_answer_and_the_page_says_so(page: Page) -> None:
    page.press("# lobby")
    page.find("#main h1", "# lobby")
    page.find("#composer").send_keys("how many people live in Ruritania")

    page.find(".hint", "Factbox is not in this channel")


def test_a_slash_command_is_completed_and_answered_for_ones_own_eyes(page: Page) -> None:
    page.find("#composer").send_keys("/f")
    page.press("/fact", "[role=listbox]")
    page.ask("zenda dam height")

    answer = page.find("#main .message.private")
    assert "Only visible to you" in answer.text
    assert "87 meters" in answer.text


def test_a_direct_message_is_answered_in_place(page: Page) -> None:
    page.press("Factbox", "#sidebar")
    page.find("#main h1", "Factbox")
    page.ask("zenda dam height")

    page.find("#main .message:nth-child(2)", "87 meters")


def test_inspect_shows_what_was_weighed_and_sent(page: Page) -> None:
    page.ask("/fact zenda dam height")
    page.find("#main .message.private", "87 meters")
    page.hover("#main .message", "87 meters")
    page.press("Inspect", "#main .message")

    page.find("#side", "What was weighed")
    page.press("Delivered to Factbox", "#side")
    assert '"text": "zenda dam height"' in page.find("#side details[open] pre", "command").text


def test_on_a_phone_the_answer_is_a_touch_away(page: Page) -> None:
    page.open(NARROW)
    page.ask("@Factbox zenda dam height")
    page.press("1 reply")

    page.find("#side .message", "87 meters")
    page.press("Close the panel")
    assert page.gone("#side")
    assert page.driver.execute_script("return document.documentElement.scrollWidth <= innerWidth")


def test_what_people_write_is_text_and_nothing_else(page: Page) -> None:
    page.ask("<img src=x onerror=alert(1)> *bold* <b>b</b>")

    said = page.find("#main .message .text", "<img src=x onerror=alert(1)>")
    assert said.text == "<img src=x onerror=alert(1)> bold <b>b</b>"
