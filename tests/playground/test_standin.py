"""The stand-in for Slack refuses what Slack refuses, or the other tests would prove nothing."""

from __future__ import annotations

import time
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.playground.block_flaws import flaws
from bot.playground.moods import slow
from bot.playground.refusals import refusal_of_message
from bot.playground.standin import StandIn

Block = dict[str, Any]


def client(standin: StandIn, token: str = "xoxb-1") -> WebClient:
    return WebClient(token, base_url=standin.url, retry_handlers=[])


def text(characters: int, kind: str = "plain_text") -> Block:
    return {"type": kind, "text": "x" * characters}


def button(characters: int = 5, **more: Any) -> Block:
    return {"type": "button", "text": text(characters), **more}


def actions(*elements: Block) -> Block:
    return {"type": "actions", "elements": [*elements]}


def rich(*runs: Block) -> Block:
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [*runs]}]}


def test_what_is_posted_is_kept_with_its_token(standin: StandIn) -> None:
    client(standin).chat_postMessage(channel="C1", text="87 meters", thread_ts="5.0")

    (call,) = standin.posted
    assert (call.method, call.channel, call.text, call.token) == ("chat.postMessage", "C1", "87 meters", "xoxb-1")
    assert call.arguments["thread_ts"] == "5.0"


def test_each_message_has_a_timestamp_of_its_own(standin: StandIn) -> None:
    posts = [client(standin).chat_postMessage(channel="C1", text="87 meters") for _ in range(2)]

    assert posts[0]["ts"] < posts[1]["ts"]


@pytest.mark.parametrize(
    ("method", "arguments", "token", "error"),
    [
        ("chat.postEverywhere", {"channel": "C1", "text": "87"}, "xoxb-1", "unknown_method"),
        ("chat.postMessage", {"channel": "C1", "text": "87"}, None, "not_authed"),
        ("chat.postMessage", {"channel": "C1", "text": "87"}, "secret", "invalid_auth"),
        ("chat.postMessage", {"text": "87"}, "xoxb-1", "channel_not_found"),
        ("chat.postMessage", {"channel": "C1"}, "xoxb-1", "no_text"),
        ("chat.postMessage", {"channel": "C1", "text": "x" * 40_001}, "xoxb-1", "msg_too_long"),
        ("chat.postMessage", {"channel": "C1", "text": "87", "blocks": [{"type": "poem"}]}, "xoxb-1", "invalid_blocks"),
        ("chat.postEphemeral", {"channel": "C1", "text": "87"}, "xoxb-1", "user_not_in_channel"),
        ("chat.update", {"channel": "C1", "text": "87"}, "xoxb-1", "message_not_found"),
        ("views.open", {"view": {"blocks": []}}, "xoxb-1", "invalid_arguments"),
    ],
)
def test_what_slack_refuses_is_refused_by_the_same_name(
    standin: StandIn, method: str, arguments: dict[str, Any], token: str | None, error: str
) -> None:
    with pytest.raises(SlackApiError) as refused:
        client(standin, token or "").api_call(method, json=arguments)

    assert refused.value.response["error"] == error
    assert standin.posted == []


@pytest.mark.parametrize(
    "blocks",
    [
        [{"type": "divider"}] * 51,
        [{"type": "section", "text": text(3001)}],
        [{"type": "section", "text": text(0)}],
        [{"type": "section"}],
        [{"type": "header", "text": text(151)}],
        [actions()],
        [actions(*[button()] * 26)],
        [actions(button(76))],
        [actions(button(value="x" * 2001))],
        [actions(button(action_id="a"), button(action_id="a"))],
        [{"type": "divider", "block_id": "a"}, {"type": "divider", "block_id": "a"}],
        [rich({"type": "text", "text": ""})],
        [rich({"type": "link", "url": "javascript:alert(1)"})],
        [rich({"type": "verse", "text": "x"})],
        "blocks",
        [None],
    ],
    ids=lambda blocks: str(blocks)[:40],
)
def test_blocks_over_a_limit_are_invalid(blocks: object) -> None:
    assert refusal_of_message({"channel": "C1", "text": "87", "blocks": blocks}) == "invalid_blocks"


def test_blocks_at_every_limit_are_good() -> None:
    good = [
        {"type": "section", "text": text(3000)},
        {"type": "header", "text": text(150)},
        actions(*(button(75, action_id=f"{number}", value="x" * 2000) for number in range(25))),
        rich({"type": "text", "text": "87"}, {"type": "link", "url": "https://example.org"}),
        *[{"type": "divider"}] * 46,
    ]

    assert [*flaws(good, 50)] == []


def test_it_can_be_slow(standin: StandIn) -> None:
    standin.mood = slow(0.2)
    began = time.monotonic()

    client(standin).auth_test()

    assert time.monotonic() - began >= 0.2


def test_it_can_be_dead_and_live_again_at_the_same_address(standin: StandIn) -> None:
    standin.die()
    with pytest.raises(OSError, match="refused"):
        client(standin).auth_test()

    standin.revive()

    assert client(standin).auth_test()["ok"]
