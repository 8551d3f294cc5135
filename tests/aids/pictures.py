"""Takes the pictures of docs/pictures anew, out of the playground: `python -m tests.aids.pictures`."""

from __future__ import annotations

import time
from collections.abc import Callable

from bot.playground.play import playing
from bot.playground.process import free_port
from bot.settings import Settings
from tests import HOUSE
from tests.aids.browser import Page, chromium

PICTURES = HOUSE / "docs/pictures"
WINDOW, PHONE = (1200, 680), (390, 660)


def channel(page: Page) -> None:
    page.ask("@Factbox how many pasengers has the kenya sgr carried")
    page.find("#side .message:nth-child(2)")


def inspected(page: Page) -> None:
    channel(page)
    page.hover("#side .message:nth-child(2)")
    page.press("Inspect", "#side .message:nth-child(2)")
    page.find("#side", "What was weighed")


def home(page: Page) -> None:
    page.press("Factbox", "#sidebar")
    page.press("Home", ".tabs")
    page.find("#home .header")


def choices(page: Page) -> None:
    page.ask("/fact mombasa nairobi railway")
    page.find("#main .actions")


def refusal(page: Page) -> None:
    page.press("Channels", "#main")
    page.press("Factbox", "#sidebar")
    page.ask("what did it cost to build the mombasa nairobi railway?")
    page.find("#main .message:nth-child(2)")


TAKEN: dict[str, tuple[Callable[[Page], None], tuple[int, int], bool]] = {
    "channel": (channel, WINDOW, False),
    "inspect": (inspected, WINDOW, False),
    "home": (home, WINDOW, True),
    "choices-on-a-phone": (choices, PHONE, False),
    "refusal-on-a-phone": (refusal, PHONE, True),
}
"""Each with what is done first, the size of the window, and whether it is night."""


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    with playing(Settings(), free_port()) as playground, chromium() as driver:
        for name, (prepare, size, dark) in TAKEN.items():
            playground.playground.workspace.clear()
            page = Page(driver, playground.address).open(size, dark=dark)
            prepare(page)
            page.hover("textarea, h2")  # so that no tools are over what was pressed last
            time.sleep(1)  # for what is still being drawn
            driver.save_screenshot(str(PICTURES / f"{name}.png"))


if __name__ == "__main__":
    main()
