"""What Slack's answers to a post mean: posted, later, or never."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from typing import Any

import pytest

from bot.circuit import Away
from bot.outbox.call import Overtaken, Posted, Refused, Result, TryLater, backoff, call
from bot.outbox.late import LATE, RESPONSES_LIVE, TOO_LATE, in_time
from bot.outbox.letter import Letter
from bot.playground.moods import failing, limited
from bot.playground.standin import StandIn
from handlers.memory import ANSWER, EDITED, RESPOND, SHARE, WINDOW

LETTER = Letter("T1/Ev1#0", "T1", None, "chat.postMessage", {"channel": "C1", "thread_ts": "5.0", "text": "87"}, at=0.0)
CHANGE = replace(
    LETTER, method="chat.update", arguments={"channel": "C1", "text": "88", ANSWER: "T1/Ev1#0", EDITED: "6.0"}
)


def posted(standin: StandIn, letter: Letter = LETTER, message: str | None = None) -> Result:
    return call(letter, standin.url, lambda _: "xoxb-1", lambda *_: nullcontext(message))


def answered(standin: StandIn, monkeypatch: pytest.MonkeyPatch, answer: dict[str, Any]) -> Result:
    monkeypatch.setattr(standin.web_api, "answer", lambda *_: answer)
    return posted(standin)


def test_a_message_comes_back_with_its_timestamp(standin: StandIn) -> None:
    assert posted(standin) == Posted("1700000000.000001")


def test_an_ephemeral_message_does_too(standin: StandIn) -> None:
    letter = replace(LETTER, method="chat.postEphemeral", arguments={**LETTER.arguments, "user": "UANNA"})

    assert posted(standin, letter) == Posted("1700000000.000001")


@pytest.mark.parametrize("error", ["channel_not_found", "invalid_blocks", "is_archived", "not_in_channel"])
def test_what_slack_refuses_is_never_taken(standin: StandIn, monkeypatch: pytest.MonkeyPatch, error: str) -> None:
    assert answered(standin, monkeypatch, {"ok": False, "error": error}) == Refused(error)


@pytest.mark.parametrize("error", ["internal_error", "fatal_error", "service_unavailable", "token_expired"])
def test_what_passes_is_tried_again(standin: StandIn, monkeypatch: pytest.MonkeyPatch, error: str) -> None:
    later = answered(standin, monkeypatch, {"ok": False, "error": error})

    assert isinstance(later, TryLater)
    assert (later.reason, later.whole_team) == (error, False)


def test_a_limit_holds_for_the_whole_workspace_and_as_long_as_slack_says(standin: StandIn) -> None:
    standin.mood = limited(17)

    assert posted(standin) == TryLater("429", 17.0, whole_team=True)


def test_a_limited_response_address_waits_alike(standin: StandIn) -> None:
    standin.mood = limited(3)

    assert posted(standin, replace(LETTER, method=RESPOND, arguments={"url": standin.hook, "text": "87"})) == TryLater(
        "429", 3.0, whole_team=True
    )


def test_a_change_goes_to_the_message_that_the_post_became(standin: StandIn) -> None:
    assert posted(standin, CHANGE, message="5.0") == Posted("5.0")
    assert standin.calls[0].arguments == {"channel": "C1", "text": "88", "ts": "5.0"}


def test_a_change_waits_for_a_message_that_is_on_its_way_but_not_for_ever(standin: StandIn) -> None:
    assert isinstance(posted(standin, CHANGE), TryLater)
    assert posted(standin, replace(CHANGE, attempts=8)) == Refused("no message came")
    assert standin.calls == []


def test_what_was_never_posted_is_not_changed(standin: StandIn) -> None:
    def never(*_: str) -> AbstractContextManager[str | None]:
        raise LookupError("what it changes was never posted")

    assert call(CHANGE, standin.url, lambda _: "xoxb-1", never) == Refused("what it changes was never posted")


def test_a_change_that_a_later_one_has_overtaken_is_done_with(standin: StandIn) -> None:
    def overtaken(*_: str) -> AbstractContextManager[str | None]:
        raise Overtaken

    assert call(CHANGE, standin.url, lambda _: "xoxb-1", overtaken) == Posted(None)
    assert standin.calls == []


def test_a_breakdown_is_tried_again(standin: StandIn) -> None:
    standin.mood = failing(503)

    later = posted(standin)
    assert isinstance(later, TryLater)
    assert later.reason == "503"


def test_where_factbox_is_not_installed_nothing_is_posted(standin: StandIn) -> None:
    def nobody(_: Letter) -> str:
        raise LookupError("Factbox is not installed there")

    assert call(LETTER, standin.url, nobody, lambda *_: nullcontext()) == Refused("Factbox is not installed there")


def test_a_token_that_nobody_can_look_up_now_is_waited_for(standin: StandIn) -> None:
    def away(_: Letter) -> str:
        raise Away("gone")

    assert isinstance(call(LETTER, standin.url, away, lambda *_: nullcontext()), TryLater)


def test_attempts_become_rarer_but_never_rarer_than_every_twenty_seconds() -> None:
    assert [0.35 <= backoff(0) <= 0.5, 2.8 <= backoff(3) <= 4.0, 14.0 <= backoff(50) <= 20.0] == [True] * 3


# What comes too late


def test_an_answer_within_the_hour_is_posted_as_it_is() -> None:
    assert in_time(LETTER, LATE) == LETTER


def test_an_answer_that_is_late_is_replaced_by_an_apology() -> None:
    late = in_time(LETTER, LATE + 1)

    assert late
    assert (late.arguments["channel"], late.arguments["thread_ts"]) == ("C1", "5.0")
    assert late.arguments["text"].startswith("Sorry, I could not reach Slack for a long while")


def test_after_a_day_and_after_the_life_of_a_response_address_nothing_is_said() -> None:
    assert in_time(LETTER, TOO_LATE + 1) is None
    assert in_time(replace(LETTER, method=RESPOND), RESPONSES_LIVE + 1) is None


# Sharing

SHARED = replace(LETTER, method=SHARE, arguments={"channel": "C1", "text": "87 meters", "mrkdwn": False})


def shared(standin: StandIn) -> Result:
    return posted(standin, replace(SHARED, arguments={**SHARED.arguments, "url": standin.hook}))


def test_what_is_shared_is_posted_and_what_only_one_saw_goes_away(standin: StandIn) -> None:
    assert shared(standin) == Posted("1700000000.000001")

    post, tidied = standin.calls
    assert (post.method, post.arguments) == ("chat.postMessage", SHARED.arguments)
    assert tidied.arguments == {"delete_original": True}


def test_where_we_are_no_member_it_goes_out_as_a_response_that_nobody_can_reach_later(
    standin: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standin.web_api, "answer", lambda *_: {"ok": False, "error": "not_in_channel"})

    assert shared(standin) == Posted(None)

    for_all = standin.calls[1].arguments
    assert for_all == {"text": "87 meters", "response_type": "in_channel", "replace_original": False}


def test_what_slack_refuses_is_not_shared_in_another_way(standin: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standin.web_api, "answer", lambda *_: {"ok": False, "error": "is_archived"})

    assert shared(standin) == Refused("is_archived")
    assert len(standin.calls) == 1


VIEWS = {name: {"type": "modal", "title": {"type": "plain_text", "text": name}, "blocks": [{"type": "divider"}]}
         for name in ("shared", "refused")}  # fmt: skip


@pytest.mark.parametrize(
    ("error", "url", "how", "methods"),
    [
        ("", True, "shared", ["chat.postMessage", "views.update"]),
        ("not_in_channel", True, "shared", ["chat.postMessage", "/hooks/1", "views.update"]),
        ("not_in_channel", False, "refused", ["chat.postMessage", "views.update"]),
        ("is_archived", True, "refused", ["chat.postMessage", "views.update"]),
    ],
)
def test_a_window_says_how_sharing_went(
    standin: StandIn, monkeypatch: pytest.MonkeyPatch, error: str, url: bool, how: str, methods: list[str]
) -> None:
    if error:
        monkeypatch.setitem(standin.web_api._methods, "chat.postMessage", lambda _: {"ok": False, "error": error})
    from_it = {"url": standin.hook if url else "", WINDOW: {"view_id": "V1", **VIEWS}}

    result = posted(standin, replace(SHARED, arguments={**SHARED.arguments, **from_it}))

    assert isinstance(result, Posted if how == "shared" else Refused)
    assert [call.method for call in standin.calls] == methods
    assert standin.calls[-1].arguments == {"view_id": "V1", "view": VIEWS[how]}


def test_while_slack_is_down_nothing_is_said_of_sharing_yet(standin: StandIn) -> None:
    standin.mood = failing(503)
    from_it = {"url": standin.hook, WINDOW: {"view_id": "V1", **VIEWS}}

    assert isinstance(posted(standin, replace(SHARED, arguments={**SHARED.arguments, **from_it})), TryLater)
    assert len(standin.calls) == 1


def test_a_page_that_nobody_waits_for_any_more_is_not_shown() -> None:
    home = replace(LETTER, method="views.publish", arguments={"user_id": "UANNA", "view": {}})

    assert in_time(home, RESPONSES_LIVE) == home
    assert in_time(home, RESPONSES_LIVE + 1) is None
