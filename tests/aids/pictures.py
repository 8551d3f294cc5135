"""Takes the pictures of docs/pictures anew, out of the playground: `python -m tests.aids.pictures [name …]`.

Those of the README show the project's own knowledge base, those of the editor's guide the examples of that guide.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Collection, Mapping
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from selenium.webdriver import Chrome

from bot.playground.play import playing
from bot.playground.process import free_port
from bot.settings import Settings
from knowledge.library import DEFAULT_FOLDER
from tests import HOUSE
from tests.aids.browser import Page, chromium
from tests.aids.guide import GOOD
from tests.playground.test_page_admin import admin, fill

PICTURES = HOUSE / "docs/pictures"
WINDOW, TALL, PHONE = (1200, 680), (1200, 1000), (390, 660)
SMALL = ("pngquant", "--force", "--skip-if-larger", "--strip", "--speed", "1", "--ext", ".png", "--")
"""A program that leaves a picture a third of its size; without it, it is as good, and larger."""


class Shot(NamedTuple):
    """What is done first, on the page and in the folder of the knowledge base; the size of the window; day or night;
    what is shown of it, if not all."""

    prepare: Callable[[Page, Path], None]
    size: tuple[int, int] = WINDOW
    dark: bool = False
    part: str = "body"


def channel(page: Page, _: Path) -> None:
    page.ask("@Factbox how many pasengers has the kenya sgr carried")
    page.find("#side .message:nth-child(2)")


def inspected(page: Page, folder: Path) -> None:
    channel(page, folder)
    page.hover("#side .message:nth-child(2)")
    page.press("Inspect", "#side .message:nth-child(2)")
    page.find("#side", "What was weighed")


def home(page: Page, _: Path) -> None:
    page.press("Factbox", "#sidebar")
    page.press("Home", ".tabs")
    page.find("#home .header")


def choices(page: Page, _: Path) -> None:
    page.ask("/fact mombasa nairobi railway")
    page.find("#main .actions")


def refusal(page: Page, _: Path) -> None:
    page.press("Channels", "#main")
    page.press("Factbox", "#sidebar")
    page.ask("what did it cost to build the mombasa nairobi railway?")
    page.find("#main .message:nth-child(2)")


def mistake(page: Page, folder: Path) -> None:
    page.press("Knowledge base", "#sidebar")
    page.find("#side", "3 of 3 find")
    _write(folder, 'as_of: "2024-05-31"', 'as_of: "May 31, 2024"')
    page.find("#side .findings code", "facts/railways.yaml:")
    page.ask("/fact SZR ridership so far")
    page.find("#main .message.private", "more than 1.2 million passengers")


def mended(page: Page, folder: Path) -> None:
    page.press("Knowledge base", "#sidebar")
    page.find("#side", "3 of 3 find")
    _write(folder, "more than 1.2 million passengers", "more than 1.3 million passengers")
    page.find("#side .changes", "1.3 million")
    page.ask("/fact SZR ridership so far")
    page.find("#main .message.private", "more than 1.3 million passengers")


def form(page: Page, _: Path) -> None:
    admin(page)
    page.find("#main .message.private [role=combobox]").send_keys("passengers")
    page.press("passengers carried", "#main .options")
    page.press("Correct a figure", "#modal")
    fill(page, figure="more than 1.3 million passengers", as_of="May 31, 2024")
    page.press("Preview", "#modal footer")
    page.find("#modal", "is no date")


def preview(page: Page, folder: Path) -> None:
    form(page, folder)
    fill(page, as_of="2024-05-31")
    page.press("Preview", "#modal footer")
    page.find("#modal", "then:")


OF_THE_README: Mapping[str, Shot] = {
    "channel": Shot(channel),
    "inspect": Shot(inspected),
    "home": Shot(home, dark=True),
    "choices-on-a-phone": Shot(choices, PHONE),
    "refusal-on-a-phone": Shot(refusal, PHONE, dark=True),
}
OF_THE_GUIDE: Mapping[str, Shot] = {
    "files-mistake": Shot(mistake),
    "files-mended": Shot(mended),
    "slack-form": Shot(form, TALL, part="#modal"),
    "slack-preview": Shot(preview, TALL, part="#modal"),
}


def main(names: Collection[str] = ()) -> None:
    """Takes those that are named, or all."""
    PICTURES.mkdir(exist_ok=True)
    with chromium() as driver, TemporaryDirectory() as folder, chdir(folder):  # so that its path is short
        for name, shot in OF_THE_README.items():
            if not names or name in names:
                take(driver, name, shot, DEFAULT_FOLDER)
        for name, shot in OF_THE_GUIDE.items():
            if not names or name in names:
                take(driver, name, shot, _guides_folder(Path("our-facts")))


def take(driver: Chrome, name: str, shot: Shot, folder: Path) -> None:
    """Takes a picture in a playground of its own."""
    with playing(Settings(knowledge=folder), free_port()) as playground:
        page = Page(driver, playground.address).open(shot.size, dark=shot.dark)
        shot.prepare(page, folder)
        page.hover(f"{shot.part} :is(textarea, h2)")  # so that no tools are over what was pressed last
        time.sleep(1)  # for what is still being drawn
        picture = PICTURES / f"{name}.png"
        page.find(shot.part).screenshot(str(picture))
    if shutil.which(SMALL[0]):
        subprocess.run([*SMALL, picture], check=False)  # 98: it would be larger, and stays as it is


def _guides_folder(folder: Path) -> Path:
    for name, text in GOOD.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text)
    return folder


def _write(folder: Path, before: str, after: str) -> None:
    file = folder / "facts/railways.yaml"
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
