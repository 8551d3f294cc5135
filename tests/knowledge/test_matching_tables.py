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
