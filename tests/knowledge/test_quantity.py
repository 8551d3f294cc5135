"""What prints say: a table of forms that documents really use, and what holds for all of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from knowledge.model import Quantity
from knowledge.quantity import date_of, dates_in, days, elsewhere, numbers_in, quantity

FORMS = [
    [cell.strip() for cell in line.split(" | ")]
    for line in (Path(__file__).parent / "quantity_forms.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
WHOLE = st.integers(min_value=0, max_value=10**30)
DECIMALS = st.decimals(min_value=0, max_value=10**12, places=3, allow_nan=False)
SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}


def row(printed: str, read: Quantity) -> list[str]:
    value, values = "-" if read.value is None else str(read.value), " ".join(map(str, read.values)) or "-"
    return [printed, read.kind, value, read.unit or "-", read.bound or "-", values]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form[0])
def test_a_print_is_read_as_the_table_says(form: list[str]) -> None:
    assert row(form[0], quantity(form[0])) == form


def test_there_are_more_than_a_hundred_and_twenty_forms() -> None:
    assert len({form[0] for form in FORMS}) > 120


def test_an_editor_adds_units_of_their_own() -> None:
    read = quantity("about 300 bushels", {"bushel": "bu", "bushels": "bu"})

    assert read == Quantity((Decimal(300),), Decimal(300), "bu", "about", "count")


def test_an_editors_name_for_a_measure_keeps_its_kind() -> None:
    assert quantity("5 kilometres", {"kilometres": "km"}).kind == "length"


def test_straight_and_curly_quotes_and_all_dashes_read_alike() -> None:
    assert quantity("6–7 of the island’s trains") == quantity("6-7 of the island's trains")


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("As of August 31, 2023", "2023-08-31"),
        ("by the end of June 2023", "2023-06"),
        ("By June 2023", "2023-06"),
        ("in 2022", "2022"),
        ("31 May 2024", "2024-05-31"),
        ("Sept. 5, 2024", "2024-09-05"),
        ("the first half of 2024", "2024-H1"),
        ("mid-2024", "2024-H1"),
        ("H2 2023", "2023-H2"),
        ("2024-Q1", "2024-Q1"),
        ("mid-August 2024", "2024-08"),
        ("FY15", "2015"),
        ("FY98", "1998"),
        ("FY2015", "2015"),
        ("FY 2015", "2015"),
        ("FY’23", "2023"),
        ("fiscal 2015", "2015"),
        ("fiscal year 2015", "2015"),
        ("the financial year 2015", "2015"),
        ("year ended 2019", "2019"),
        ("for the year ended December 31, 2019", "2019-12-31"),
        ("year to March 2020", "2020-03"),
        ("H1 24", "2024-H1"),
        ("H1 of FY2024", "2024-H1"),
        ("1H24", "2024-H1"),
        ("1H 2024", "2024-H1"),
        ("Q3 2023", "2023-Q3"),
        ("Q3 23", "2023-Q3"),
        ("Q3'23", "2023-Q3"),
        ("Q3/2023", "2023-Q3"),
        ("3Q23", "2023-Q3"),
        ("FY24 Q3", "2024-Q3"),
        ("first half of FY24", "2024-H1"),
        ("July 3", None),
        ("late September", None),
        ("February 30, 2023", None),
        ("03/07/2024", None),
        ("since opening", None),
        ("2013 to 2022", None),
        ("FY2015/16", None),
        ("1h24", None),
        ("3H24", None),
        ("", None),
    ],
)
def test_a_date_is_as_precise_as_it_is_printed(text: str, iso: str | None) -> None:
    assert date_of(text) == iso


def test_dates_are_found_where_they_stand_with_the_year_only_if_printed() -> None:
    text = "Opened on July 3, it carried 2,000 people by May 2024 and may carry more in 2025."

    assert [(text[d.start : d.end], d.iso) for d in dates_in(text)] == [
        ("July 3", None),
        ("May 2024", "2024-05"),
        ("2025", "2025"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("IAG revenue FY23", ["2023"]),
        ("revenue in FY2015/16", ["2015"]),
        ("from FY15-16 to fiscal 2018", ["2015", "2018"]),
        ("IAG 1H24 profit", ["2024-H1"]),
        ("FYI 20 people", []),
        ("it took 1h 24 min", []),
        ("In Q3 23 million passengers, in Q4 20.5 million", []),
        ("a Q320 and an H1 24 km long", []),
    ],
)
def test_short_forms_of_those_who_report_are_dates(text: str, found: list[str]) -> None:
    assert [date.iso for date in dates_in(text)] == found


def test_numbers_are_found_in_running_text_in_digits_and_words() -> None:
    text = "Over 2.5 million of the twelve lakes’ 3,178 fish (half of them the third kind) doubled in 2016."

    assert [(text[n.start : n.end], n.value and str(n.value)) for n in numbers_in(text)] == [
        ("2.5 million", "2500000"),
        ("twelve", "12"),
        ("3,178", "3178"),
        ("half", "0.5"),
        ("third", "3"),
        ("doubled", "2"),
        ("2016", "2016"),
    ]


def test_names_and_pronouns_are_not_numbers() -> None:
    assert numbers_in("One of the 5G masts of BDS-3 on the K2, in the Covid-19 years, helped no one.") == []


def test_inexact_numbers_are_found_without_a_value() -> None:
    assert [
        number.value for number in numbers_in("dozens of lakes, tens of thousands of fish, a third of them old")
    ] == [
        None,
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("940.000 passengers", ("940.000", "940000 passengers")),
        ("1.234,5 tons", ("1.234,5", "1234.5 tons")),
        ("1.234.500 tons", ("1.234.500", "1234500 tons")),
        ("1'234'500 tons", ("1'234'500", "1234500 tons")),
        ("some 31 500 sheep", ("31 500", "some 31500 sheep")),
        ("45,6 million crowns", ("45,6", "45.6 million crowns")),
        ("1,234,50 tons", ("1,234,50", None)),
        ("3.584 million tons", None),
        ("12.125 percent", None),
        ("0.125 tons", None),
        ("1,234,500.25 tons", None),
        ("more than 6,000 in 2016, 2017", None),
        ("version 1.2.3", None),
        ("-940.000 passengers", ("940.000", "-940000 passengers")),
        ("(US$1,025 million)", ("(US$1,025 million)", "-US$1,025 million")),
        ("(3.2%)", ("(3.2%)", "-3.2%")),
        ("(2019)", ("(2019)", "-2019")),
        ("(1,025) people", ("(1,025) people", "-1,025 people")),
        ("– 3.5 percent", ("– 3.5 percent", "-3.5 percent")),
        ("$(8,885) million", None),
        ("(592 kilometers)", None),
        ("phase (2)", None),
        ("03/05/2024", None),
    ],
)
def test_what_is_written_as_elsewhere_is_found_and_not_taken_for_what_it_may_mean(
    printed: str, found: tuple[str, str | None] | None
) -> None:
    assert elsewhere(printed) == found


def test_a_day_in_digits_may_be_two() -> None:
    assert days("03/05/2024") == ["2024-05-03", "2024-03-05"]
    assert days("31.5.2024") == ["2024-05-31"]
    assert days("4-4-2024") == ["2024-04-04"]
    assert days("31/31/2024") == days("2024/05") == days("May 31, 2024") == []


@given(st.text())
@example("ten-fold twenty-one thirds and a half a million")
@example("９９ percent ⁵ ½")
@example("1" * 5000 + " million")
def test_no_text_makes_it_raise(text: str) -> None:
    quantity(text), date_of(text), numbers_in(text), elsewhere(text), days(text)


HEAP = (
    "a an the one two ten twelve twenty sixty-three first third half halves quarters dozen hundred thousand million of and"
    " to - or ( ) -$ minus FY15 US$ 5 2.9 6,000 1,2 ½ 2016 July mid-2024 st fold -fold twice percent km h per century BC s"
)
WORDS = st.lists(st.sampled_from(HEAP.split()), max_size=9).map(" ".join)


@given(WORDS)
def test_no_heap_of_number_words_makes_it_raise(text: str) -> None:
    read = quantity(text)

    assert all(value.is_finite() and "E" not in str(value) for value in read.values)
    assert list(numbers_in(text)) == sorted(numbers_in(text), key=lambda number: number.start)


@given(WHOLE)
def test_digits_with_and_without_commas_are_exact(number: int) -> None:
    assert quantity(f"nearly {number:,} people").value == number
    assert quantity(f"nearly {number} people").values == (Decimal(number),)


@given(DECIMALS, st.sampled_from(sorted(SCALES)))
def test_a_scale_moves_the_point_and_changes_no_digit(number: Decimal, scale: str) -> None:
    read = quantity(f"{number} {scale} tons")

    assert read.value == number.scaleb(SCALES[scale])
    assert str(read.value).replace(".", "").strip("0") == str(number).replace(".", "").strip("0")


@given(st.dates(date(1000, 1, 1), date(2199, 12, 31)))
def test_every_date_comes_back_as_it_was(day: date) -> None:
    assert quantity(f"{day:%B} {day.day}, {day.year}").value == day.isoformat()
    assert date_of(f"{day.day} {day:%b} {day.year}") == day.isoformat()
