"""Knowledge that was a table: provinces, the towns and rivers called after them, companies by the year of their report."""

from __future__ import annotations

import pytest

from knowledge.match import Index
from tests.aids.made import index_of
from tests.knowledge.test_matching import said

PROVINCES = {
    "Zenda": ("4,210,300", "61,200 square kilometers", "Tarlenheim", "Hofbau, Festenburg", "Zenda River, Oder Brook"),
    "Hentzau": ("1,822,000", "18,940 square kilometers", "Festenburg", "Zenda, Hofbau", "Hentzau River, Oder Brook"),
    "Hofbau": ("903,450", "7,310 square kilometers", "Grauburg", "Zenda, Hentzau", "Oder Brook"),
    "Festenburg": ("2,400,118", "30,004 square kilometers", "Brunn", "Zenda", "Luzau River"),
}
MEASURES = ("population", "area", "largest city", "bordering provinces", "rivers")
TOWNS = {"Tarlenheim": "Zenda", "Brunn": "Festenburg", "Grauburg": "Hofbau", "Teschen": "Zenda"}
RIVERS = {"Zenda River": "412 kilometers", "Hentzau River": "95 kilometers", "Luzau River": "77 kilometers"}
REPORTS = {
    "Skyline": ("$410", "11.02", "$1.10"),
    "Jetstar Blue": ("$298", "9.87", "$0.74"),
    "Windhoek": ("$77", "13.5", "$0.09"),
}
LINES = ("net income", "cost per available seat mile", "earnings per share")


def _subject(name: str, **measures: str) -> str:
    facts = "".join(
        f'    {measure.replace("_", "-")}:\n      measure: "{measure.replace("_", " ")}"\n      figures:\n'
        f'        - figure: "{figure}"\n          cite: "atlas 1"\n'
        for measure, figure in measures.items()
    )
    return f'{name.lower().replace(",", "").replace(" ", "-")}:\n  name: "{name}"\n  facts:\n{facts}'


def _subjects() -> list[str]:
    provinces = [
        _subject(name, **dict(zip((each.replace(" ", "_") for each in MEASURES), row, strict=True)))
        for name, row in PROVINCES.items()
    ]
    towns = [
        _subject(f"{town}, {province}", population=f"{len(town)}8,0{len(province)}1", province=province)
        for town, province in TOWNS.items()
    ]
    rivers = [_subject(river, length=length, provinces="Zenda, Hofbau, Hentzau") for river, length in RIVERS.items()]
    reports = [
        _subject(
            f"{company} {year} annual report",
            **{each.replace(" ", "_"): f"{figure}{year - 2010}" for each, figure in zip(LINES, row, strict=True)},
        )
        for company, row in REPORTS.items()
        for year in range(2011, 2016)
    ]
    return provinces + towns + rivers + reports


@pytest.fixture(scope="module")
def tables() -> Index:
    return index_of("".join(_subjects()), 'atlas:\n  title: "An atlas"\n  issued: "2020"\n')


FOUND = {
    "what is the population of zenda": "4,210,300",
    "how many people live in Hentzau": "1,822,000",
    "population of tarlenheim zenda": "108,051",
    "what is the largest city in festenburg": "Brunn",
    "how long is the zenda river": "412 kilometers",
    "what rivers run through hofbau": "Oder Brook",
    "net income of skyline in 2013": "$4103",
    "skyline 2012 casm": "11.022",
    "windhoek EPS 2015": "$0.095",
    "what was jet star blue's net income in 2011": "$2981",
}


@pytest.mark.parametrize("question", FOUND)
def test_a_row_of_a_table_is_found(question: str, tables: Index) -> None:
    assert said(question, tables) == FOUND[question]


NO_FIGURE = {
    "a town of another province": "population of Tarlenheim, Hofbau",
    "one thing of another": "what is the population of the largest city in zenda",
    "what borders what borders": "which provinces are bordering provinces that are bordering zenda",
    "a year that is not held": "net income of skyline in 2009",
    "a company that is not held": "net income of Moonshine in 2013",
}


@pytest.mark.parametrize("kind", NO_FIGURE)
def test_what_a_table_does_not_tell_gets_no_figure(kind: str, tables: Index) -> None:
    outcome = said(NO_FIGURE[kind], tables)

    assert outcome.startswith("choices") or outcome in ("not held", "not held for that")


COMPANIES = """
windhoek:
  name: "Windhoek"
  also: ["WHK"]
  facts:
    revenue:
      measure: "operating revenue"
      figures:
        - {figure: "$77 million", period: "2013", cite: "windhoek-2013 1"}
        - {figure: "$81 million", period: "2014", cite: "windhoek-2014 1"}
    staff: {measure: "employees", figures: [{figure: "2,140 employees", as_of: "2014", cite: "windhoek-2014 1"}]}
skyline:
  name: "Air Skyline"
  facts:
    revenue: {measure: "operating revenue", figures: [{figure: "$410 million", period: "2014", cite: "skyline-2014 1"}]}
    cargo: {measure: "cargo revenue", figures: [{figure: "$12 million", period: "2014", cite: "skyline-2014 1"}]}
jetstar:
  name: "flyStar"
  facts:
    profit: {measure: "net profit", figures: [{figure: "$29 million", period: "2014", cite: "jetstar-2014 1"}]}
"""  # fmt: skip
ANNUAL_REPORTS = """
windhoek-2013: {title: "Annual report 2013", author: "Windhoek", issued: "2014"}
windhoek-2014: {title: "Annual report 2014", author: "Windhoek", issued: "2015"}
skyline-2014: {title: "Annual report for 2014", author: "Air Skyline", issued: "2015"}
jetstar-2014: {title: "Report for 2014", author: "flyStar", issued: "2015"}
"""


@pytest.fixture(scope="module")
def companies() -> Index:
    return index_of(COMPANIES, ANNUAL_REPORTS)


OF_ONE_COMPANY = {
    "whoever writes a report on itself is what is asked of": ("operating revenue of Air Skyline in 2014", "$410 million"),
    "the year of several": ("Windhoek operating revenue 2013", "$77 million"),
    "initials that open key words": ("WHK employees 2014", "2,140 employees"),
    "a name with its capital inside": ("flyStar net profit 2014", "$29 million"),
}  # fmt: skip


@pytest.mark.parametrize("kind", OF_ONE_COMPANY)
def test_the_figure_is_of_the_company_that_is_named(kind: str, companies: Index) -> None:
    question, figure = OF_ONE_COMPANY[kind]

    assert said(question, companies) == figure


def test_an_author_who_is_a_subject_too_is_a_source_of_what_he_says_of_others() -> None:
    facts = index_of(
        """
bank:
  name: "Bank of Zenda"
  facts:
    members: {measure: "members", figures: [{figure: "18 members", cite: "outlook 1"}]}
ruritania:
  name: "Ruritania"
  facts:
    gdp:
      measure: "gross domestic product"
      figures:
        - {figure: "$30 billion", as_of: "2023", cite: "outlook 1"}
        - {figure: "$28 billion", as_of: "2023", cite: "almanac 1"}
""",
        'outlook: {title: "Outlook", author: "Bank of Zenda", issued: "2024"}\nalmanac: {title: "Almanac", issued: "2024"}\n',
    )

    assert said("gross domestic product of Ruritania according to the Bank of Zenda", facts) == "$30 billion"


OF_NO_COMPANY = {
    "another that is named at the beginning, and has none": "WHK cargo revenue 2014",
    "one whose author it is, and has none": "cargo revenue of Windhoek in 2014",
    "two together": "net profit of Air Skyline and flyStar added together, 2014",
    "another sort of it": "Windhoek charter revenue 2014",
}


@pytest.mark.parametrize("kind", OF_NO_COMPANY)
def test_no_other_companys_figure_is_given(kind: str, companies: Index) -> None:
    assert "$" not in said(OF_NO_COMPANY[kind], companies)


def test_a_place_comes_before_all_that_lies_in_it() -> None:
    letters = [one + two for one in "abcdefghklmnoprs" for two in "aeiou"]
    towns = [
        _subject(f"Town{letter}, Texonia", population=f"{place + 10},000 people")
        for place, letter in enumerate(letters)
    ]
    rivers = [_subject(f"River{letter}", length=f"{place + 10} kilometers") for place, letter in enumerate(letters)]

    atlas = index_of(
        "".join([*towns, *rivers, _subject("Texonia", population="14,229,000 people")]),
        'atlas:\n  title: "An atlas"\n  issued: "2020"\n',
    )

    assert said("how many residents live in texonia", atlas) == "14,229,000 people"


def test_an_area_is_asked_for_in_square_kilometers_and_a_density_is_no_population() -> None:
    atlas = index_of(
        _subject("Lake Tarlen", area="59,570 square kilometers")
        + _subject("Lake Grauen", area="31 square kilometers", length="12 kilometers")
        + _subject("Hofstadt, MN", population="118,690 people"),
        'atlas:\n  title: "An atlas"\n  issued: "2020"\n',
    )  # fmt: skip

    assert said("how many square kilometers is lake tarlen", atlas) == "59,570 square kilometers"
    assert said("how many people live in hofstadt per square mile", atlas) != "118,690 people"
    assert said("hofstadt mn population", atlas) == "118,690 people"


def test_a_mount_may_be_cut_short() -> None:
    atlas = index_of(_subject("Mount Zenda", height="4,392 meters"), 'atlas:\n  title: "An atlas"\n  issued: "2020"\n')

    assert said("how tall is mt. zenda", atlas) == "4,392 meters"
