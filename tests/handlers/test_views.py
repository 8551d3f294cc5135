"""Windows: made within Slack's limits, and opened in the time that an ack has."""

from __future__ import annotations

import pytest
from slack_sdk import WebClient

from bot.playground.moods import RESET, hanging
from bot.playground.standin import StandIn
from bot.playground.view_flaws import flaws_of_view
from handlers import views
from handlers.render import render_words
from handlers.views import modal, opened

WINDOW = modal("How it got here", render_words("so").blocks)


def client(standin: StandIn) -> WebClient:
    return WebClient("xoxb-1", base_url=standin.url)


def test_a_title_too_long_for_slack_is_cut() -> None:
    view = modal(
        "a & <b> *name* that goes on and on", render_words("so").blocks, name="x", submit="Send", metadata="{}"
    )

    assert view["title"]["text"] == "a & <b> *name* that goe…"
    assert [*flaws_of_view(view)] == []


@pytest.mark.parametrize(
    ("click", "method"),
    [({}, "views.open"), ({"view": {"type": "home"}}, "views.open"), ({"view": {"type": "modal"}}, "views.push")],
)
def test_a_window_opens_over_the_one_that_was_pressed_in(
    standin: StandIn, click: dict[str, object], method: str
) -> None:
    opened(client(standin), {"trigger_id": "1", **click}, WINDOW)

    assert [call.method for call in standin.calls] == [method]


def test_a_slack_that_says_nothing_is_not_waited_for(standin: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "PATIENCE", 0.2)
    standin.mood = hanging(1.0)

    with pytest.raises(OSError, match="timed out"):
        opened(client(standin), {"trigger_id": "1"}, WINDOW)


def test_a_connection_that_breaks_is_not_tried_again(standin: StandIn) -> None:
    standin.mood = RESET

    with pytest.raises(OSError, match=r"[Cc]onnection|closed|reset"):
        opened(client(standin), {"trigger_id": "1"}, WINDOW)
    assert len(standin.calls) == 1
