"""How sure is sure enough: what a knowledge base's labelled questions say of its threshold."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from handlers.pressed.explained import what_was_weighed
from handlers.reply import text_of
from knowledge.calibration import Judged, at_most, chosen, cross_validated, grade, tallies
from knowledge.cli.calibrate import report, written
from knowledge.cli.why import why
from knowledge.findings import Finding
from knowledge.folder import files_in
from knowledge.library import opened
from knowledge.model import Calibration, LabelledQuestion, Tally
from knowledge.read import read
from knowledge.weighed import weighed
from tests.bases import RURITANIA

MEASURED = Calibration(
    0.8, 0.01, facts=30, revision="0123456789ab", held=Tally(90, 6, 3, 1), not_held=Tally(50, 0, 0, 0)
)


def held(ask: str, up_to: float, given: str = "right") -> Judged:
    return Judged(LabelledQuestion(ask, ("dam/length",)), up_to, given, "offered")  # type: ignore[arg-type]


def near_miss(ask: str, up_to: float) -> Judged:
    return Judged(LabelledQuestion(ask, ("nothing",)), up_to, "wrong", "right")


@pytest.mark.parametrize(
    ("wrong", "questions", "share"),
    [
        (0, 300, 0.0099),  # the "rule of three": about 3 / 300
        (0, 1, 0.95),
        (1, 10, 0.3942),  # Clopper and Pearson's table, as R's binom.test(1, 10, alternative = "less") gives it
        (5, 100, 0.1023),
        (10, 1000, 0.0169),
        (7, 7, 1.0),
    ],
)
def test_few_questions_leave_room_for_many_errors(wrong: int, questions: int, share: float) -> None:
    assert at_most(wrong, questions) == pytest.approx(share, abs=0.00005)


def test_no_questions_promise_nothing() -> None:
    assert at_most(0, 0) == 1.0


def test_the_threshold_lies_above_the_near_miss_that_costs_too_much() -> None:
    judged = [held("how long", 0.9), held("what length", 0.75), near_miss("how deep", 0.7)]

    level = chosen(judged, allowed=0.01)

    assert level == 0.75
    assert tallies(judged, level) == (Tally(right=2), Tally(right=1))


def test_a_right_answer_is_given_up_for_a_wrong_one() -> None:
    judged = [held("how long", 0.9), held("what length", 0.6), near_miss("how deep", 0.7)]

    assert chosen(judged, allowed=0.0) == 0.9


def test_a_share_of_wrong_answers_may_be_allowed() -> None:
    judged = [held("how long", 0.9), held("what length", 0.6), near_miss("how deep", 0.7), near_miss("how old", 0.0)]

    assert chosen(judged, allowed=0.5) == 0.6


def test_where_no_threshold_keeps_to_the_share_the_highest_is_taken() -> None:
    assert chosen([held("how long", 0.99, given="wrong")], allowed=0.01) == 0.99


def test_each_part_is_judged_by_the_threshold_of_the_others() -> None:
    judged = [held(f"how long is dam {number}", 0.9) for number in range(30)] + [near_miss("how deep is it", 0.7)]

    answered, not_held = cross_validated(judged, allowed=0.01)

    assert answered == Tally(right=30)
    assert not_held.questions == 1


@pytest.mark.parametrize(
    ("finds", "found", "worth"),
    [
        (("dam/length",), Finding("found", ("dam/length",)), "right"),
        (("dam/length",), Finding("found", ("dam/height",)), "wrong"),
        (("dam/length",), Finding("unsure", ("dam/height", "dam/length")), "offered"),
        (("dam/length",), Finding("unsure", ("dam/height",)), "missed"),
        (("dam/length",), Finding("unknown"), "missed"),
        (("dam/length", "dam/height"), Finding("unsure", ("dam/height",)), "right"),
        (("dam/length", "dam/height"), Finding("found", ("dam/height",)), "missed"),
        (("nothing",), Finding("unknown"), "right"),
        (("nothing",), Finding("unsure", ("dam/height",)), "offered"),
        (("nothing",), Finding("found", ("dam/height",)), "wrong"),
    ],
)
def test_a_finding_is_worth_what_a_reader_gets(finds: tuple[str, ...], found: Finding, worth: str) -> None:
    assert grade(LabelledQuestion("?", finds), found) == worth


def test_the_report_tells_the_error_that_the_questions_do_not_rule_out() -> None:
    assert list(report(MEASURED)) == [
        "a figure is given from a confidence of 0.80; 1.0% of wrong ones are allowed",
        "cross-validated in 10 parts, at revision 0123456789ab (30 facts):",
        "                      questions     right   offered    missed     wrong   at most",
        "the figure is held          100     90.0%      6.0%      3.0%      1.0%      4.7%",
        "near misses                  50    100.0%      0.0%      0.0%      0.0%      5.8%",
        "at most: the share of wrong answers that these questions do not rule out (95%, Clopper–Pearson)",
    ]


def test_a_calibration_is_read_as_it_was_written() -> None:
    files = {**files_in(RURITANIA), "calibration.yaml": written(MEASURED).encode()}

    knowledge, _ = read(files)

    assert knowledge is not None
    assert knowledge.calibration == MEASURED


def test_whoever_asks_what_was_weighed_is_told_the_threshold_that_decides() -> None:
    served = opened({**files_in(RURITANIA), "calibration.yaml": written(replace(MEASURED, sure=0.5)).encode()})
    question = "height of the Zenda Dam"

    assert weighed(question, served.index).enough == 0.5
    assert any("(50% or more" in said for said in why(question, served.index))
    assert any("from 50% I answer" in text_of(each) for said in what_was_weighed(question, served) for each in said)


def test_check_doubts_a_calibration_that_the_facts_have_outgrown() -> None:
    knowledge, _ = read(files_in(RURITANIA))
    assert knowledge is not None
    now = len(knowledge.facts)

    assert doubts_of(replace(MEASURED, facts=now)) == []
    assert doubts_of(replace(MEASURED, facts=now // 2)) == [
        f"it was measured on {now // 2} facts, and {now} are held now: run `python -m knowledge calibrate`"
    ]


def test_a_slip_in_a_calibration_is_a_problem() -> None:
    text = written(MEASURED).replace('sure: "0.80"', 'sure: "80 %"')

    _, problems = read({**files_in(RURITANIA), "calibration.yaml": text.encode()})

    assert [problem.message for problem in problems] == [
        "`sure`: '80 %' is no share: write a number from 0 to 1, such as 0.75"
    ]


def doubts_of(calibration: Calibration, folder: Path = RURITANIA) -> list[str]:
    _, found = read({**files_in(folder), "calibration.yaml": written(calibration).encode()})
    return [problem.message for problem in found if problem.file == "calibration.yaml"]
