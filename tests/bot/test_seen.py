"""An event is answered once, for an hour, in bounded memory."""

from __future__ import annotations

from bot.seen import Seen


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_an_event_comes_for_the_first_time_once() -> None:
    seen = Seen()

    assert [seen.first_time("T1", "Ev1"), seen.first_time("T1", "Ev1")] == [True, False]


def test_an_event_is_forgotten_after_an_hour() -> None:
    clock = Clock()
    seen = Seen(clock=clock)
    seen.first_time("T1", "Ev1")

    clock.now = 3599.0
    assert not seen.first_time("T1", "Ev1")
    clock.now = 3601.0
    assert seen.first_time("T1", "Ev1")


def test_only_so_many_are_remembered_and_the_newest_are() -> None:
    seen = Seen(most=2)

    for event in ("Ev1", "Ev2", "Ev3"):
        seen.first_time("T1", event)

    assert not seen.first_time("T1", "Ev3")
    assert seen.first_time("T1", "Ev1")
