"""The pages that a workspace reads before it installs Factbox: small, and readable by everybody."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from bot import web as front
from bot.desk import desk_for
from bot.manifest import scopes
from bot.pages import installed, landing, not_installed, privacy, support
from bot.settings import Settings
from knowledge.library import Library
from tests.bot.test_oauth import get

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication

SETTINGS = Settings(
    signing_secret="s",
    client_id="1.2",
    client_secret="s",
    bot_token="xoxb-1",
    support_contact="facts@example.org",
    slash="/f",
)
PAGES = {
    "landing": landing(SETTINGS), "privacy": privacy(SETTINGS), "support": support(SETTINGS),
    "installed": installed("A1", "T1"), "not installed": not_installed(),
}  # fmt: skip


class Outline(HTMLParser):
    """The tags of a page, the languages it says it is in, and where it leads."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attributes
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture
def web(ruritania: Library) -> WSGIApplication:
    return front.web(SETTINGS, ruritania, desk_for(Settings(database_url="sqlite://")))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_a_language_a_title_one_heading_and_a_main_part(name: str) -> None:
    outline = Outline(PAGES[name])

    assert outline.open == []
    assert [outline.tags.count(tag) for tag in ("html", "title", "h1", "main", "nav")] == [1] * 5
    assert ("lang", "en") in outline.attributes
    assert not {"script", "img", "iframe"} & {*outline.tags}


@pytest.mark.parametrize("path", ["/", "/privacy", "/support"])
def test_every_page_leads_to_the_others(web: WSGIApplication, path: str) -> None:
    status, headers, body = get(web, path)

    assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert {("href", "/"), ("href", "/privacy"), ("href", "/support")} <= {*Outline(body).attributes}


def test_the_landing_page_leads_to_the_installation() -> None:
    assert ("href", "/slack/install") in Outline(PAGES["landing"]).attributes
    assert "<code>/f</code>" in PAGES["landing"]


def test_where_it_is_not_to_be_installed_nothing_leads_there() -> None:
    assert ("href", "/slack/install") not in Outline(landing(Settings(bot_token="xoxb-1"))).attributes


def test_pages_load_nothing_from_elsewhere() -> None:
    for html in PAGES.values():
        assert not re.search(r"url\(|@import|src=|<link", html)


@pytest.mark.parametrize("workspace_admins", [False, True])
def test_the_privacy_page_tells_why_each_permission_is_asked_for(workspace_admins: bool) -> None:
    settings = Settings(workspace_admins=workspace_admins)

    told = re.findall(
        r"<dt><code>([a-z_:]+)</code></dt><dd>to|<dt><code>(commands)</code></dt><dd>for", privacy(settings)
    )
    assert ["".join(each) for each in told] == scopes(settings)


def test_the_privacy_page_tells_how_long_what_is_kept() -> None:
    assert "The text of a question is kept for 7 days" in privacy(Settings(keep_texts=7))


@pytest.mark.parametrize(
    ("contact", "shown"),
    [
        ("facts@example.org", '<a href="mailto:facts@example.org">facts@example.org</a>'),
        ("https://example.org/?a&b", '<a href="https://example.org/?a&amp;b">https://example.org/?a&amp;b</a>'),
        ("", "ask whoever runs this Factbox"),
    ],
)
def test_the_support_page_says_whom_to_write_to(contact: str, shown: str) -> None:
    assert shown.replace('"', "'") in support(Settings(support_contact=contact)).replace('"', "'")


def test_ids_cannot_leave_their_place_in_the_page() -> None:
    assert "<script>" not in installed("'><script>", "T1")
