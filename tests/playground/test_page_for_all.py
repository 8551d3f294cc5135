"""The playground's page for people who use the keyboard, a screen reader, a small window or a dark screen."""

from __future__ import annotations

import json

import pytest
from selenium.webdriver import Keys

from tests import HOUSE
from tests.aids.browser import NARROW, WIDE, Page, needs_chromium

pytestmark = needs_chromium

AXE = HOUSE / ".ci/node/node_modules/axe-core/axe.min.js"
needs_axe = pytest.mark.skipif(
    not AXE.exists(), reason="the page is not held against axe-core: npm install --prefix .ci/node"
)


def tab_to(page: Page, label: str, most: int = 40) -> None:
    """Goes on with the tab key until the focus is on what has that text or label."""
    for _ in range(most):
        page.type(Keys.TAB)
        if label in (page.focused.get_attribute("aria-label") or page.focused.text):
            return
    raise AssertionError(f"{label} is not reached by the tab key")


def violations(page: Page) -> list[str]:
    """What axe-core finds wrong: its rule, and where."""
    page.driver.execute_script(AXE.read_text(encoding="utf-8"))
    found = page.driver.execute_async_script(
        "const done = arguments[arguments.length - 1];"
        "axe.run(document, {resultTypes: ['violations']}).then(done, error => done({violations: [{id: String(error), nodes: []}]}))"
    )
    return [
        f"{each['id']}: {json.dumps([node['html'][:200] for node in each['nodes']])}" for each in found["violations"]
    ]


def test_a_question_is_asked_and_inspected_by_keyboard_alone(page: Page) -> None:
    page.type(Keys.TAB)
    assert page.focused.text == "Skip to the message field"
    page.type(Keys.ENTER)
    page.type("@fac", Keys.ENTER, "zenda dam height", Keys.ENTER)
    page.find("#side .message", "87 meters")

    tab_to(page, "Inspect")
    page.type(Keys.ENTER)
    page.find("#side h2", "Inspect")
    tab_to(page, "Back to the thread")
    page.type(Keys.ENTER)

    page.find("#side h2", "Thread")
    assert page.focused.get_attribute("aria-label") == "Reply…"


def test_a_command_is_completed_by_keyboard(page: Page) -> None:
    page.find("#composer").send_keys("/", Keys.ARROW_DOWN, Keys.TAB, "zenda dam height", Keys.ENTER)

    page.find("#main .message.private", "87 meters")


def test_arrows_go_from_message_to_message(page: Page) -> None:
    for text in ("one", "two"):
        page.ask(text)
        page.find("#main .message", text)
    page.driver.execute_script("document.querySelector('#main .message').focus()")
    page.type(Keys.ARROW_DOWN)

    assert "two" in page.focused.text


def test_a_screen_reader_is_told_the_answer(page: Page) -> None:
    page.ask("@Factbox zenda dam height")
    page.find("#side .message", "87 meters")

    announced = page.driver.execute_script("return document.getElementById('announcer').textContent")
    assert announced.startswith("Factbox: 87 meters")


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1920])
def test_nothing_is_wider_than_the_window(page: Page, width: int) -> None:
    page.open((width, 700))
    page.ask("/fact strelsau zenda railway carried")
    page.find("#main .message", "Which of these")

    assert page.driver.execute_script("return document.documentElement.scrollWidth") == width
    assert page.driver.execute_script(
        "return [...document.querySelectorAll('#main *')].every(each => each.getBoundingClientRect().right <= innerWidth + 1)"
    )


@needs_axe
@pytest.mark.parametrize("dark", [False, True], ids=["day", "night"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_axe_finds_nothing_wrong(page: Page, size: tuple[int, int], dark: bool) -> None:
    page.open(size, dark=dark)
    assert violations(page) == []

    page.ask("@Factbox zenda dam height")
    page.press("1 reply")
    page.find("#side .message", "87 meters")
    assert violations(page) == []

    page.press("Close the panel")
    page.ask("/fact strelsau zenda railway carried")
    page.find("#main .message", "Which of these")
    page.press("Channels", "#main") if size == NARROW else None
    page.press("Knowledge base", "#sidebar")
    page.find("#side .state")
    assert violations(page) == []
