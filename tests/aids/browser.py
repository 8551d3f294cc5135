"""The playground as people use it: in a Chromium without a window, by mouse and keyboard."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest
from selenium import webdriver
from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException, TimeoutException
from selenium.webdriver import Chrome, ChromeOptions, Keys
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select, WebDriverWait

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
PATIENCE = 60
"""Seconds that anything on the page may take on a busy machine."""

QUIET = (
    "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --disable-background-networking "
    "--disable-component-update --disable-sync --no-first-run --hide-scrollbars "
    "--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4"
)
"""The last line gives it a mouse, which a browser without a window has not."""

WIDE, NARROW = (1280, 800), (390, 800)

needs_chromium = pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="the page is not tried: apt-get install chromium chromium-driver"
)


class Page:
    """The page before somebody's eyes. What is named is found by its text or its label, as a reader finds it."""

    def __init__(self, driver: Chrome, address: str) -> None:
        self.driver = driver
        self._address = address

    def open(self, size: tuple[int, int] = WIDE, *, dark: bool = False) -> Page:
        """Opens it anew, as the first person, in a window of that size, on a day or a night."""
        metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})
        self.driver.get(self._address)
        self.driver.execute_script("sessionStorage.clear()")
        self.driver.get(self._address)
        self.find("#composer")
        return self

    def find(self, css: str, text: str = "") -> WebElement:
        """The first visible element with that text in it, or that label, as soon as there is one."""

        def look(_: Chrome) -> WebElement | bool:
            found = (each for each in self.driver.find_elements(By.CSS_SELECTOR, css) if each.is_displayed())
            return next((each for each in found if text in _said(each)), False)

        ignored = (NoSuchElementException, StaleElementReferenceException)
        try:
            found = WebDriverWait(self.driver, PATIENCE, 0.05, ignored).until(look)
        except TimeoutException:
            there = [_said(each) for each in self.driver.find_elements(By.CSS_SELECTOR, css)]
            raise AssertionError(f"no {css} says {text!r}; there is {there}") from None
        assert isinstance(found, WebElement)
        return found

    def all(self, css: str) -> list[WebElement]:
        """All that are there now."""
        return self.driver.find_elements(By.CSS_SELECTOR, css)

    def gone(self, css: str) -> bool:
        """Whether no such element is visible, at once or soon."""

        def look(_: Chrome) -> bool:
            return not any(each.is_displayed() for each in self.driver.find_elements(By.CSS_SELECTOR, css))

        return WebDriverWait(self.driver, PATIENCE, 0.05, (StaleElementReferenceException,)).until(look)

    def hover(self, css: str, text: str = "") -> None:
        """Puts the mouse there."""
        webdriver.ActionChains(self.driver).move_to_element(self.find(css, text)).perform()

    def press(self, label: str, inside: str = "body") -> None:
        """Presses the button with that text or label, scrolled into sight and hovered over as by a hand. What is drawn
        anew meanwhile is looked for again."""
        while True:
            button = self.find(f"{inside} :is(button, a, summary, [role=option], [role=menuitem])", label)
            with suppress(StaleElementReferenceException):
                self.driver.execute_script("arguments[0].scrollIntoView({block: 'nearest'})", button)
                webdriver.ActionChains(self.driver).move_to_element(button).click().perform()
                return

    def ask(self, text: str, field: str = "#composer") -> None:
        """Types into the field at the foot of the channel, or of the thread, and sends it."""
        self.find(field).send_keys(text + Keys.ESCAPE + Keys.ENTER)

    def choose(self, css: str, option: str) -> None:
        """Chooses in a menu of the browser's own."""
        Select(self.find(css)).select_by_visible_text(option)

    def type(self, *keys: str) -> None:
        """Types wherever the focus is."""
        webdriver.ActionChains(self.driver).send_keys(*keys).perform()

    @property
    def focused(self) -> WebElement:
        return self.driver.switch_to.active_element

    def answer(self, text: str) -> WebElement:
        """The message of the app that says so."""
        return self.find(".message:has(.app, [src='factbox.svg']) .body, .message.private .body", text)

    def complaints(self) -> list[str]:
        """What the browser's console says is wrong. The answer 409 is how a refusal in words comes."""
        entries: list[dict[str, Any]] = self.driver.get_log("browser")  # type: ignore[no-untyped-call]
        return [entry["message"] for entry in entries if " 409 " not in entry["message"]]


def _said(element: WebElement) -> str:
    return f"{element.text}\n{element.get_attribute('aria-label') or ''}"


@contextmanager
def chromium() -> Iterator[Chrome]:
    """A browser that calls nobody."""
    options = ChromeOptions()
    options.binary_location = CHROMIUM or ""
    for option in QUIET.split():
        options.add_argument(option)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = Chrome(options, Service(DRIVER))
    try:
        yield driver
    finally:
        driver.quit()


@contextmanager
def opened(browser: Chrome, address: str) -> Iterator[Page]:
    """The page at an address; nothing may have gone wrong in it at the end."""
    page = Page(browser, address)
    yield page.open()
    assert page.complaints() == []
