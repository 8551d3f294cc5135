"""A clock that is not Slack's is noticed before it costs an answer."""

from __future__ import annotations

import logging

import pytest

from bot.clock import ClockWatch


@pytest.mark.parametrize(
    ("timestamp", "trouble"),
    [
        (10_000, ""),
        (9_880, ""),
        (9_879, "clock: 121 s ahead of Slack's"),
        (10_121, "clock: 121 s behind Slack's"),
        (6_400, "clock: 3600 s ahead of Slack's"),
    ],
)
def test_two_minutes_apart_are_told(timestamp: int, trouble: str) -> None:
    watch = ClockWatch(lambda: 10_000.0)

    watch.saw(timestamp)

    assert watch.trouble() == trouble


def test_a_clock_that_was_set_right_is_no_trouble_any_more() -> None:
    watch = ClockWatch(lambda: 10_000.0)
    watch.saw(9_000)

    watch.saw(10_000)

    assert watch.trouble() == ""


def test_the_log_is_told_once_in_ten_minutes(caplog: pytest.LogCaptureFixture) -> None:
    watch = ClockWatch(lambda: 10_000.0)

    with caplog.at_level(logging.ERROR):
        watch.saw(9_000)
        watch.saw(9_001)

    assert len(caplog.records) == 1
