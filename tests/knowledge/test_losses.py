"""An airline's annual reports: losses, cents and fiscal years, as they are asked for, calculated with and checked."""

from __future__ import annotations

from decimal import Decimal

import pytest

from knowledge.calculate import calculated
from knowledge.match import Index, matches, read_question
from knowledge.outcome import CalculatedAnswer, Found
from knowledge.read import read
from tests.aids.made import index_of
from tests.knowledge.test_matching import said

FACTS = """
zenda-airways:
  name: "Zenda Airways"
  facts:
    revenue:
      measure: "operating revenue"
      figures:
        - {figure: "$49,046 million", period: "2023", cite: "review 2"}
        - {figure: "$17,337 million", period: "2020", cite: "review 2"}
    net-income:
      measure: "net income"
      figures:
        - {figure: "$846 million", period: "2023", cite: "review 2"}
        - {figure: "$(8,885) million", period: "2020", cite: "review 2"}
    margin:
      measure: "operating margin"
      figures:
        - {figure: "5.7%", period: "2023", cite: "review 2"}
        - {figure: "(60.3)%", period: "2020", cite: "review 2"}
    unit-cost:
      measure: "operating expense per available seat mile"
      figures:
        - {figure: "17.93 cents", period: "2023", cite: "review 3"}
    tax:
      measure: "profit before tax"
      figures:
        - {figure: "(1,025)", period: "2023", cite: "review 3"}
    cargo:
      measure: "cargo carried"
      figures:
        - {figure: "1,200 tonnes", period: "2023-H1", cite: "review 3"}
        - {figure: "1,100 tonnes", period: "2022-H1", cite: "review 3"}
"""


@pytest.fixture(scope="module")
def airline() -> Index:
    return index_of(FACTS)


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("Zenda Airways revenue FY20", "$17,337 million"),
        ("What was the operating revenue of Zenda Airways in FY2020?", "$17,337 million"),
        ("Zenda Airways revenue for the year ended December 31, 2020", "$17,337 million"),
        ("Zenda Airways revenue FY19", "not held for that"),
        ("Zenda Airways cargo 1H22", "1,100 tonnes"),
        ("Zenda Airways cargo H1 22", "1,100 tonnes"),
        ("What did it cost Zenda Airways per available seat mile?", "17.93 cents"),
        ("Zenda Airways operating expense per available seat mile in cents", "17.93 cents"),
        ("Zenda Airways operating expense per available seat mile in dollars", "not held"),
        ("How much money was the profit before tax of Zenda Airways?", "(1,025)"),
    ],
)
def test_figures_are_found_as_those_who_report_ask_for_them(question: str, answered: str, airline: Index) -> None:
    assert said(question, airline) == answered


@pytest.mark.parametrize(
    ("question", "result"),
    [
        ("By how much did the net income of Zenda Airways grow from FY20 to FY23?", "up by $ 9,731,000,000"),
        (
            "By how much did the operating margin of Zenda Airways change from 2020 to 2023?",
            "up by 66 percentage points",
        ),
    ],
)
def test_a_change_from_a_loss_is_told_as_an_amount_and_never_as_a_share(
    question: str, result: str, airline: Index
) -> None:
    asked = read_question(question, airline)

    found = calculated(asked, matches(asked, airline), airline)

    assert isinstance(found, Found) and isinstance(found.answers[0], CalculatedAnswer)
    assert found.answers[0].result == result


@pytest.mark.parametrize(
    ("print", "value"),
    [
        ("$(8,885) million", "-8885000000"),
        ("-$7,885 million", "-7885000000"),
        ("(3.2)%", "-3.2"),
        ("($1,025 million)", "-1025000000"),
        ("($1,025 million)", "1025000000"),
        ("(2019)", "-2019"),
        ("– 3.5 percent", "-3.5"),
    ],
)
def test_an_editors_value_beside_a_loss_is_accepted_and_settles_what_it_means(print: str, value: str) -> None:
    known, problems = checked(f'figure: "{print}", value: "{value}"')

    assert (known, problems) == (Decimal(value), [])


def test_a_print_that_may_be_a_loss_or_not_is_doubted() -> None:
    assert checked('figure: "($1,025 million)"') == (
        Decimal(1025000000),
        [
            "`figure`: '($1,025 million)' is read as 1025000000, not -1,025,000,000: write it as printed; if it is printed so, "
            '`value: "1025000000"` or `value: "-1025000000"` says what is meant'
        ],
    )


def checked(keys: str) -> tuple[object, list[str]]:
    """The value of a figure with these keys, and what is told of it."""
    facts = f'a:\n  name: "Zenda Airways"\n  facts:\n    a:\n      measure: "net income"\n      figures:\n        - {{{keys}, cite: "review 1"}}\n'
    known, problems = read({"sources.yaml": b'review:\n  title: "A review"\n', "facts/all.yaml": facts.encode()})
    assert known, problems
    return known.facts["a/a"].figures[0].quantity.value, [problem.message for problem in problems]
