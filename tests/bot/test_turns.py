"""The turns of conversations, as the store and as memory know them: over a restart, and between processes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.circuit import Away, Circuit
from bot.conversations import Conversations
from bot.desk import Desk
from bot.outbox.call import Overtaken
from bot.playground.moods import GOOD, failing
from bot.playground.standin import StandIn
from bot.store.turns import Heard
from bot.turns import TURNS, Turns
from handlers.memory import ANSWER, EDITED, NOTHING, Kept, Place, Post, Turn
from tests.aids.slack import ts
from tests.bot.test_desk import away, until, working

DIRECT = Place("T1", None, "D1")
ANSWERED = Kept(
    "Ev1", DIRECT, (Post("chat.postMessage", {"channel": "D1", "text": "87"}),), turn=Turn("U1", ts(1), "dam")
)
CHANGED = Kept(
    "Ev2",
    DIRECT,
    (Post("chat.update", {"channel": "D1", "text": "88", ANSWER: "T1/Ev1#0", EDITED: ts(2)}),),
    turn=Turn("U1", ts(1), "hill", edited=ts(2)),
)


def edit(number: int, text: str) -> Kept:
    """A change of the question that ANSWERED answers: a later one has a greater number."""
    change = {"channel": "D1", "text": text, ANSWER: "T1/Ev1#0", EDITED: ts(number)}
    turn = Turn("U1", ts(1), f"fact of {text}", edited=ts(number))
    return Kept(f"Ev{number}", DIRECT, (Post("chat.update", change),), turn=turn)


def turn(asked: int, fact: str | None, place: Place = DIRECT) -> Kept:
    return Kept(f"Ev{asked}", place, turn=Turn("U1", ts(asked), fact))


@pytest.fixture
def desk(database: str, tmp_path: Path, standin: StandIn) -> Iterator[Desk]:
    with working(database, tmp_path, standin) as desk:
        desk.memory._circuit.budget = 30.0  # a busy machine is no database that is away
        yield desk


@pytest.fixture
def later(desk: Desk) -> Conversations:
    """Another process, which heard nothing itself."""
    return another(desk)


def another(desk: Desk) -> Conversations:
    return Conversations(desk.store, Circuit(budget=30.0))


def test_another_process_goes_on_where_this_one_was(desk: Desk, later: Conversations) -> None:
    desk.memory.keep(ANSWERED)

    assert later.followed(DIRECT, ts(2)) == "dam"
    assert later.followed(DIRECT, ts(1)) is None
    assert later.followed(replace(DIRECT, channel="D2"), ts(2)) is None
    assert later.followed(replace(DIRECT, team="T2"), ts(2)) is None


def test_what_another_process_heard_later_counts(desk: Desk, later: Conversations) -> None:
    later.newest.hear(DIRECT, Heard(ts(1), None, "hill", None))
    desk.memory.keep(turn(2, "dam"))

    assert later.followed(DIRECT, ts(3)) == "dam"


def test_what_gave_no_figure_ends_it_and_thanks_do_not(desk: Desk, later: Conversations) -> None:
    desk.memory.keep(turn(1, "dam"))
    desk.memory.keep(turn(2, None))
    assert [each.followed(DIRECT, ts(9)) for each in (desk.memory, later)] == ["dam", "dam"]

    desk.memory.keep(turn(3, NOTHING))
    assert [each.followed(DIRECT, ts(9)) for each in (desk.memory, later)] == [None, None]


def test_a_thread_under_an_answer_goes_on_from_it(desk: Desk, later: Conversations, standin: StandIn) -> None:
    desk.memory.keep(ANSWERED)
    assert desk.outbox.drain(5)
    begun = replace(DIRECT, thread=str(standin.posted[0].answer["ts"]))

    assert [each.followed(begun, ts(9)) for each in (desk.memory, later)] == ["dam", "dam"]


def test_while_the_database_is_away_memory_alone_knows(desk: Desk, later: Conversations) -> None:
    desk.memory._circuit.budget = 0.3
    with away(desk):
        desk.memory.keep(ANSWERED)

        assert desk.memory.followed(DIRECT, ts(2)) == "dam"
        assert later.followed(DIRECT, ts(2)) is None
    assert until(lambda: another(desk).followed(DIRECT, ts(2)) == "dam")


def test_an_edit_changes_the_message_that_was_posted(desk: Desk, later: Conversations, standin: StandIn) -> None:
    desk.memory.keep(ANSWERED)
    assert later.answer_to(DIRECT, ts(1)) == desk.memory.answer_to(DIRECT, ts(1)) == "T1/Ev1#0"

    desk.memory.keep(CHANGED)

    assert desk.outbox.drain(5)
    posted, changed = standin.posted
    assert (changed.method, changed.arguments["ts"]) == ("chat.update", posted.answer["ts"])
    assert later.followed(DIRECT, ts(2)) == "hill"
    assert later.answer_to(DIRECT, ts(1)) == "T1/Ev1#0"


def test_an_edit_that_another_process_takes_waits_for_the_answer(
    desk: Desk, database: str, tmp_path: Path, standin: StandIn
) -> None:
    standin.mood = failing(503)
    desk.memory.keep(ANSWERED)
    with working(database, tmp_path, standin) as other:
        other.memory.keep(CHANGED)
        assert standin.wait_for(lambda: bool(standin.calls), 5)
        standin.mood = GOOD

        assert other.outbox.drain(10)
    posted, changed = standin.posted
    assert (changed.method, changed.arguments["ts"]) == ("chat.update", posted.answer["ts"])


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.parametrize("order", [(2, 3), (3, 2)], ids=["in order", "the later one first"])
def test_of_two_edits_the_later_one_stays(
    desk: Desk, database: str, tmp_path: Path, standin: StandIn, order: tuple[int, int], processes: int
) -> None:
    desk.memory.keep(ANSWERED)
    assert desk.outbox.drain(5)
    with working(database, tmp_path, standin) as other:
        for number, process in zip(order, [desk, other if processes == 2 else desk], strict=True):
            process.memory.keep(edit(number, f"{number}"))
            assert process.outbox.drain(5)

        assert [call.text for call in standin.posted[1:]] == [str(each) for each in order if order[0] <= each]
        assert [each.followed(DIRECT, ts(9)) for each in (desk.memory, another(desk))] == ["fact of 3"] * 2


def test_an_edit_waits_while_another_process_changes_the_message(desk: Desk, later: Conversations) -> None:
    desk.memory.keep(ANSWERED)
    assert desk.outbox.drain(5)
    desk.memory.keep(edit(3, "88"))
    assert desk.outbox.drain(5)
    message = later.message_of("T1/Ev1#0")

    with another(desk).changing("T1/Ev1#0", ts(3)) as first, later.changing("T1/Ev1#0", ts(3)) as second:
        assert first == message
        assert second == (None if desk.store.engine.dialect.name == "postgresql" else message)  # SQLite: one process
    with later.changing("T1/Ev1#0", ts(3)) as now:
        assert now == message
    with pytest.raises(Overtaken), later.changing("T1/Ev1#0", ts(2)):
        pass


def test_a_second_edit_is_answered_by_a_process_that_heard_the_first_alone(desk: Desk, later: Conversations) -> None:
    desk.memory.keep(ANSWERED)
    later.newest.hear(DIRECT, Heard(ts(1), None, "hill", None, edited=ts(2)))

    assert later.answer_to(DIRECT, ts(1)) == "T1/Ev1#0"


def test_what_was_given_up_is_not_changed(desk: Desk, standin: StandIn) -> None:
    desk.memory.keep(replace(ANSWERED, posts=(Post("chat.postMessage", {"channel": "D1"}),)))
    desk.memory.keep(CHANGED)

    assert desk.outbox.drain(5)
    assert [call.method for call in standin.calls] == ["chat.postMessage"]


def test_which_message_it_is_nobody_knows_while_the_database_is_away(later: Conversations) -> None:
    later._circuit.open(OSError("gone"))

    with pytest.raises(Away):
        later.message_of("T1/Ev1#0")


def test_a_workspace_that_removes_us_is_forgotten_at_once(desk: Desk, later: Conversations) -> None:
    desk.memory.keep(ANSWERED)

    desk.memory.forget("T1", 9e9)

    assert until(lambda: later.followed(DIRECT, ts(2)) is None)
    assert desk.memory.followed(DIRECT, ts(2)) is None


def test_memory_holds_the_newest_turns_of_a_conversation() -> None:
    turns = Turns()

    for number in range(TURNS + 1):
        turns.hear(DIRECT, Heard(ts(number), None, f"{number}", None))

    assert turns.at(DIRECT, ts(0)) is None
    assert turns.at(DIRECT, ts(1))
