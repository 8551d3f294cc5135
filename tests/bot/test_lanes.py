"""Which letter may go when. The time is an argument, so an hour passes in no time."""

from __future__ import annotations

from dataclasses import replace

from bot.outbox.lanes import Lanes
from bot.outbox.letter import Letter
from handlers.memory import RESPOND


def letter(key: str, channel: str = "C1", team: str = "T1") -> Letter:
    return Letter(key, team, None, "chat.postMessage", {"channel": channel, "text": key}, 0.0)


def lanes(*letters: Letter) -> Lanes:
    lanes = Lanes()
    for each in letters:
        lanes.put(each)
    return lanes


def key(letter: Letter | None) -> str | None:
    return letter.key if letter else None


def test_a_letter_goes_at_once() -> None:
    assert key(lanes(letter("a")).next(0.0)) == "a"


def test_a_channel_gets_one_a_second_in_their_order() -> None:
    line = lanes(letter("a"), letter("b"))
    first = line.next(10.0)
    assert first is not None

    assert line.next(10.0) is None
    line.sent(first, 10.3)
    assert (line.next(11.2), line.wait(11.2)) == (None, 11.3 - 11.2)
    assert key(line.next(11.3)) == "b"


def test_channels_do_not_wait_for_each_other() -> None:
    line = lanes(letter("a", "C1"), letter("b", "C1"), letter("c", "C2"))

    assert [key(line.next(0.0)) for _ in range(3)] == ["a", "c", None]


def test_channels_of_one_name_in_two_workspaces_are_two() -> None:
    line = lanes(letter("a", team="T1"), letter("b", team="T2"))

    assert [key(line.next(0.0)), key(line.next(0.0))] == ["a", "b"]


def test_a_letter_that_failed_goes_again_before_those_behind_it() -> None:
    line = lanes(letter("a"), letter("b"))
    first = line.next(0.0)
    assert first is not None

    line.later(first, 5.0)
    assert line.next(4.9) is None
    again = line.next(5.0)
    assert (key(again), again and again.attempts) == ("a", 1)


def test_a_workspace_that_is_limited_waits_as_a_whole_and_alone() -> None:
    line = lanes(letter("a", "C1"), letter("b", "C2"), letter("c", "C3", team="T2"))
    first = line.next(0.0)
    assert first is not None

    line.later(first, 20.0, whole_team=True)

    assert [key(line.next(1.0)), key(line.next(1.0)), key(line.next(19.9))] == ["c", None, None]
    assert {key(line.next(20.0)), key(line.next(20.0))} == {"a", "b"}


def test_a_channel_keeps_its_pace_after_a_pause() -> None:
    line = lanes(letter("a"))
    first = line.next(0.0)
    assert first is not None
    line.sent(first, 0.1)
    line.put(letter("b"))

    assert line.next(1.0) is None
    assert key(line.next(1.1)) == "b"


def test_a_lane_without_letters_is_forgotten() -> None:
    line = lanes(letter("a"))
    first = line.next(0.0)
    assert first is not None
    line.sent(first, 0.0)

    assert (line.next(2.0), line.wait(2.0), len(line)) == (None, None, 0)


def test_responses_are_paced_by_their_address() -> None:
    urls = ("https://hooks.slack.test/1", "https://hooks.slack.test/2")
    line = lanes(*(Letter(url, "T1", None, RESPOND, {"url": url}, 0.0) for url in urls))

    assert [key(line.next(0.0)), key(line.next(0.0))] == [*urls]


def test_two_people_do_not_wait_for_each_others_pages() -> None:
    home = replace(letter("a"), method="views.publish", arguments={"user_id": "UANNA"})
    line = lanes(home, replace(home, key="b", arguments={"user_id": "UBEN"}), replace(home, key="c"))

    assert [key(line.next(10.0)) for _ in range(3)] == ["a", "b", None]
