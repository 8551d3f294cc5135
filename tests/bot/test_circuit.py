"""Nobody waits for the database longer than the budget, and nobody at all while it is away."""

from __future__ import annotations

import pytest

from bot.circuit import Away, Circuit, within
from tests.aids.effort import Hanging


def test_what_the_work_gives_comes_back() -> None:
    assert Circuit().run(lambda: 7) == 7


def test_work_that_hangs_is_not_waited_for() -> None:
    with Hanging() as work, pytest.raises(Away):
        Circuit(budget=0.05).run(work)

    assert not work.waited_for


def test_while_the_circuit_is_open_nothing_is_tried() -> None:
    circuit, tried = Circuit(), []
    circuit.open(OSError("connection refused"))

    with pytest.raises(Away, match="OSError: connection refused"):
        circuit.run(lambda: tried.append(1))
    assert tried == []


def test_a_circuit_that_is_closed_again_works() -> None:
    circuit = Circuit()
    circuit.open(OSError("connection refused"))

    circuit.close()

    assert circuit.run(lambda: 7) == 7


def test_an_error_is_raised_where_it_is_awaited() -> None:
    with pytest.raises(ZeroDivisionError):
        within(1.0, lambda: 1 / 0)


def test_what_people_asked_is_not_told_in_a_reason() -> None:
    circuit = Circuit()

    circuit.open(ValueError("too long\n[parameters: how high is the dam]"))

    assert circuit.reason == "ValueError: too long"
