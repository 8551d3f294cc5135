"""Whatever people type and editors write, on every surface: it stays what it is. `examined` asks it of each payload."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings

from knowledge.folder import Folder
from knowledge.library import Library
from tests.aids.harmless import MARK, harms
from tests.aids.hostile_texts import ASKING, EVIL, LOOKING, TEXTS, written
from tests.aids.screen import pressable_in
from tests.aids.slack import Slack, ts
from tests.bases import RURITANIA


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


FACTS = f"""\
hill:
  name: {quoted("Hill " + EVIL)}
  topic: {quoted("Topic " + EVIL)}
  facts:
    height:
      measure: {quoted("height " + EVIL)}
      note: {quoted(EVIL)}
      ask: ["How high is the hill?"]
      figures:
        - {{figure: {quoted("87 meters " + EVIL)}, as_of: "2023", cite: "book 1", says: {quoted(EVIL)}, note: {quoted(EVIL)}}}
        - {{figure: "86 meters", as_of: "2022", cite: "book 2"}}
    width:
      measure: {quoted("width " + EVIL)}
      figures:
        - {{figure: "9 meters", as_of: "2023", when: {quoted(EVIL)}, cite: "book 1"}}
"""
SOURCES = f"""\
book:
  title: {quoted("Book " + EVIL)}
  short: {quoted("Book " + EVIL)}
  author: {quoted(EVIL)}
  publisher: {quoted(EVIL)}
  url: "https://example.org/?a=1&b=2"
"""
BOXES = f"""\
panel:
  title: {quoted("Panel " + EVIL)}
  cite: "book 1"
  names: ["hill panel"]
  summary: {quoted(EVIL)}
  facts: ["hill/height", "hill/width"]
"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A knowledge base in which every text is hostile."""
    folder: Path = tmp_path_factory.mktemp("hostile")
    for name, text in {"facts/hill.yaml": FACTS, "boxes/panel.yaml": BOXES, "sources.yaml": SOURCES}.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return Library.open(folder)


@pytest.mark.parametrize(
    "text",
    ["How high is the hill?", "hill", "box hill panel", "help", "topics", "sources", "why How high is the hill?",
     "how wide is the hill", "hill height difference 2022 2023", EVIL],
)  # fmt: skip
def test_what_editors_write_stays_what_it_is(hostile: Library, text: str) -> None:
    slack = Slack(hostile)

    assert slack.command(f"/fact {text}")
    assert slack.mention(text)
    assert slack.dm(text)


def test_it_does_in_windows_and_in_the_home_too(hostile: Library) -> None:
    slack = Slack(hostile)
    slack.command("/fact How high is the hill?")
    assert sum(MARK in str(window) for window in windows_under(slack)) >= 3
    slack.shortcut_on("How high is the hill?")
    slack.ask_factbox()
    slack.options("hill")
    slack.open_home()
    slack.search(EVIL)
    for button in [*pressable_in(slack.home["blocks"])]:
        slack.open_home()
        if button["type"] == "button":
            slack._press(button, slack._in_home())
    assert MARK in str(slack.home)


def windows_under(slack: Slack) -> Iterator[dict[str, Any]]:
    """What the row under an answer opens."""
    answer = slack.last
    for pressed in [*pressable_in(answer["blocks"])]:
        for value in [option["value"] for option in pressed.get("options", [])] or [None]:
            slack.windows, slack.said = [], [answer]
            chosen = {"selected_option": {"value": value}} if value else {}
            if pressed.get("action_id", "").startswith(("copy", "menu")) and value != "watch":
                slack._press({**pressed, **chosen}, slack._in_message())
                yield from slack.windows


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=TEXTS)
def test_what_people_type_stays_what_it_is(slack: Slack, text: str) -> None:
    for way in ASKING:
        way(slack, text)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=TEXTS)
@example(text=EVIL)
def test_so_does_what_editors_write_of_whatever_kind(text: str) -> None:
    slack = Slack(Library(Folder(RURITANIA), written(text)))
    for way in LOOKING:
        way(slack, text)


@pytest.mark.parametrize(
    ("method", "payload"),
    [
        ("ack", {"text": "a < b"}),
        ("ack", {"text": "<!channel>"}),
        ("ack", {"text": "R&D"}),
        ("ack", {"text": "cut &am"}),
        ("chat.postMessage", {"text": f"*{MARK}*"}),
        ("chat.postMessage", {"text": "x", "link_names": True}),
        ("chat.postMessage", {"text": "x", "unfurl_links": True}),
        (
            "ack",
            {"text": "x", "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "<https://x.org|y>"}}]},
        ),
        ("ack", {"text": "x", "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": MARK}}]}),
        ("ack", {"text": "x", "blocks": [{"type": "broadcast", "range": "here"}]}),
        ("ack", {"text": "x", "blocks": [{"type": "link", "url": "slack://x"}]}),
    ],
    ids=str,
)
def test_what_would_not_stay_what_it_is_is_found(method: str, payload: dict[str, Any]) -> None:
    assert [*harms(method, payload)] != []


def test_our_own_markup_is_none_of_it() -> None:
    assert [*harms("ack", {"text": f"Ask <@U0123>, R&amp;D, {ts(1)}"})] == []
