"""Texts that would mention, link or format, wherever people or editors can put a text; and everywhere they turn up."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from knowledge.library import Served, served
from knowledge.model import Box, Citation, Fact, Knowledge, Source, Subject
from tests.aids.harmless import MARK
from tests.aids.made import figure
from tests.aids.screen import pressable_in
from tests.aids.slack import PERSON, Slack

EVIL = f"{MARK} <!channel> <@U1> <!subteam^S1> <https://evil.example|x> &lt;!here&gt; & *b* _i_ ~s~ `c` > q"
PIECES = ["<!channel>", "<@U1>", "<!subteam^S1|@all>", "<http://x|y>", "&lt;!here&gt;", "*", "`", "_", "~", "&", "<", ">",
          "zenda dam", "strelsau zenda railway carried", "\u202e", "\ud800", "\n", "\x00", "|", "&amp;"]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=12).map(lambda parts: MARK + " ".join(parts))


Way = Callable[[Slack, str], object]

ASKING: tuple[Way, ...] = (
    lambda slack, text: slack.command(f"/fact {text}"),
    lambda slack, text: slack.command(f"/fact why {text}"),
    lambda slack, text: slack.command(f"/fact box {text}"),
    lambda slack, text: slack.mention(text),
    lambda slack, text: slack.dm(text),
    lambda slack, text: slack.shortcut_on(text),
    lambda slack, text: _home(slack).search(text),
)
"""Every way of asking something."""

LOOKING: tuple[Way, ...] = (
    lambda slack, name: _asked(slack).click("Share in channel", user={"id": PERSON, "name": name}),
    lambda slack, _: _asked(slack).click("Copy with citation"),
    lambda slack, _: _asked(slack).menu("How it got here"),
    lambda slack, _: _asked(slack).menu("More on this"),
    lambda slack, _: slack.command("/fact box hill panel"),
    lambda slack, _: slack.command("/fact how wide is the hill"),
    lambda slack, _: slack.command("/fact sources"),
    lambda slack, _: slack.command("/fact topics"),
    lambda slack, _: _opened(_home(slack, "Sources"), "source/"),
    lambda slack, _: _opened(_home(slack), "topic/"),
)
"""Every way in which somebody, of some name, sees what `written` holds."""


def _asked(slack: Slack) -> Slack:
    slack.command("/fact How high is the hill?")
    return slack


def _home(slack: Slack, page: str = "") -> Slack:
    slack.home = {}
    slack.open_home()
    if page:
        slack.turn(page)
    return slack


def _opened(slack: Slack, leads_to: str) -> None:
    doors = [each for each in pressable_in(slack.home["blocks"]) if leads_to in each.get("value", "")]
    slack._press(doors[0], slack._in_home())


def written(text: str) -> Served:
    """A knowledge base in which every text is this one: of facts, figures, sources and boxes, and in the addresses."""
    book = Source("book", f"Book {text}", short=text, author=text, publisher=text, url=f"https://example.org/?{text}")
    other = Source("other", f"Other {text}", url=text)
    hill = Subject("hill", f"Hill {text}", topic=f"Topic {text}")
    high = figure(f"87 meters {text}", book, as_of="2023", says=text, note=text)
    low = figure("86 meters", other, as_of="2022")
    wide = figure(f"9 meters {text}", book, when=text)
    facts = {
        "hill/height": Fact(
            "hill/height", hill, f"height {text}", (high, low), note=text, ask=("How high is the hill?",)
        ),
        "hill/width": Fact("hill/width", hill, f"width {text}", (wide,)),
    }
    box = Box("panel", f"Panel {text}", ("hill panel",), text, (*facts,), Citation(book, "1"))
    return served(Knowledge({"book": book, "other": other}, facts, {"panel": box}, revision="1"))
