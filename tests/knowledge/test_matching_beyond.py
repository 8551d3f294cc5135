"""What goes beyond the nearest fact, however alike the words: a table of questions that get no figure, beside those that do."""

from __future__ import annotations

import pytest

from knowledge.match import Index, matches, read_question
from tests.aids.made import index_of
from tests.knowledge.test_matching import said

FACTS = """
strelsau-zenda-railway:
  name: "Strelsau–Zenda Railway"
  also: ["Zenda line"]
  facts:
    passengers:
      measure: "passengers carried"
      ask: ["How many passengers has the Strelsau–Zenda Railway carried?"]
      figures: [{figure: "2.4 million passengers", cite: "review 1"}]
    trains:
      measure: "passenger trains per day"
      ask: ["How many passenger trains run daily on the Strelsau–Zenda Railway?"]
      figures: [{figure: "6 passenger trains per day", cite: "review 1"}]
    plums:
      measure: "plums carried"
      ask: ["How many tons of plums came by the Strelsau–Zenda Railway?"]
      figures: [{figure: "73,000 tons", cite: "review 1"}]
    plums-growth:
      measure: "growth of plums carried"
      ask: ["By how much did plums on the Strelsau–Zenda Railway grow?"]
      figures: [{figure: "74.2 percent", cite: "review 1"}]
    crossings:
      measure: "border crossings"
      ask: ["How many border crossings does the Strelsau–Zenda Railway count?"]
      figures: [{figure: "810,000", cite: "review 1"}]
    record:
      measure: "most excursionists in a single day"
      ask: ["What is the record of excursionists in a day on the Strelsau–Zenda Railway?"]
      figures: [{figure: "9,120 excursionists", cite: "review 1"}]
    period:
      measure: "years that the passengers are counted for"
      figures: [{figure: "From 2013 to 2022", cite: "review 1"}]
ruritanian-development-bank:
  name: "Ruritanian Development Bank"
  facts:
    members:
      measure: "member countries"
      figures: [{figure: "21 countries", cite: "review 2"}]
royal-scholarship-program:
  name: "Royal Scholarship Program"
  facts:
    models:
      measure: "models of cooperation"
      figures: [{figure: "three models of cooperation", cite: "review 2"}]
reading-rooms:
  name: "Ruritanian reading rooms"
  also: ["Ruritania's reading rooms"]
  facts:
    rooms:
      measure: "reading rooms"
      ask: ["How many Ruritanian reading rooms are there?"]
      figures: [{figure: "313 reading rooms", cite: "review 2"}]
hofbau-paper:
  name: "Hofbau Institute paper on plums"
  also: ["Hofbau Institute's study of plums"]
  facts:
    published:
      measure: "publication of the paper"
      ask: ["When was the Hofbau Institute's paper on plums published?"]
      figures: [{figure: "April 2023", cite: "review 3"}]
"""


@pytest.fixture(scope="module")
def facts() -> Index:
    return index_of(_in_block_style(FACTS))


def _in_block_style(text: str) -> str:
    """The lists above, one entry a line, as editors write them."""
    lines = []
    for line in text.splitlines():
        key, bracket, inside = line.partition(": [")
        indent = " " * (len(line) - len(line.lstrip()) + 2)
        if not bracket:
            lines.append(line)
        elif inside.startswith("{"):
            figure, cite = inside.strip("{}]").split(", cite: ")
            lines += [f"{key}:", f"{indent}- {figure}", f"{indent}  cite: {cite}"]
        else:
            lines += [f"{key}:", f"{indent}- {inside.strip(']')}"]
    return "\n".join(lines)


GIVEN = {
    "how many passengers has the Strelsau–Zenda Railway carried": "2.4 million passengers",
    "how many passenger trains per day on the zenda line": "6 passenger trains per day",
    "how much plums came by the Strelsau–Zenda Railway": "73,000 tons",
    "by how much did plums on the Strelsau–Zenda Railway grow": "74.2 percent",
    "how many boarder crossings does the Strelsau–Zenda Railway count": "810,000",
    "how many members does the Ruritanian Development Bank have": "21 countries",
    "how many ruritanian reading rooms are there": "313 reading rooms",
    "when was the Hofbau Institute's paper on plums published": "April 2023",
    "most excursionists in a day on the Strelsau–Zenda Railway": "9,120 excursionists",
}


@pytest.mark.parametrize("question", GIVEN)
def test_what_the_facts_tell_is_given(question: str, facts: Index) -> None:
    assert said(question, facts) == GIVEN[question]


BEYOND = {
    "people, where their trains are counted": "Strelsau–Zenda Railway passengers per day",
    "another institution": "How many members does the Elphberg Development Bank have?",
    "what only the name counts": "how many scholarships has the Royal Scholarship Program handed out",
    "some of those that are held": "number of Ruritanian reading rooms that have been closed",
    "a share of what is held": "share of women among the passengers carried by the Strelsau–Zenda Railway",
    "a speaker": "How many passengers has the Strelsau–Zenda Railway carried, according to the Duke of Hentzau?",
    "a report": "what did the Evening Courier report about passengers carried by the Strelsau–Zenda Railway",
    "the founding of who wrote a paper": "When was the Hofbau Institute founded?",
    "anything else of what only a day is held of": "hofbau plum paper published jam recipes",
    "any day, where a record is held": "excursionists in a day on the Strelsau–Zenda Railway",
    "a time that the question says itself": "who rode the Strelsau–Zenda Railway in the years from 2013 to 2022",
}


@pytest.mark.parametrize("kind", BEYOND)
def test_what_goes_beyond_the_facts_gets_no_figure(kind: str, facts: Index) -> None:
    outcome = said(BEYOND[kind], facts)

    assert outcome.startswith(("choices: ", "not held"))


def test_of_one_date_what_was_before_a_change_stands_last() -> None:
    held = index_of(
        'dam:\n  name: "Zenda Dam"\n  facts:\n    towns:\n      measure: "towns with light"\n      figures:\n'
        '        - figure: "9 towns"\n          when: "before the dam"\n          cite: "review 1"\n'
        '        - figure: "14 towns"\n          when: "after the dam"\n          cite: "review 1"\n'
        '        - figure: "16 towns"\n          as_of: "2024-05"\n          cite: "review 1"\n'
    )

    figures = held.knowledge.facts["dam/towns"].figures
    assert [figure.printed for figure in figures] == ["16 towns", "14 towns", "9 towns"]


def test_what_there_was_on_a_day_is_not_what_came_about_in_its_year() -> None:
    held = index_of(
        'bonds:\n  name: "Plum bonds"\n  facts:\n    number:\n      measure: "bonds issued"\n      figures:\n'
        '        - figure: "99 bonds"\n          as_of: "2023-06"\n          cite: "review 1"\n'
    )

    assert said("how many plum bonds had been issued by June 2023", held) == "99 bonds"
    assert said("how many plum bonds were issued in 2023", held) == "choices: bonds/number"


def test_a_period_is_asked_for_by_the_months_that_it_begins_and_ends_in() -> None:
    held = index_of(
        'trains:\n  name: "Plum trains"\n  facts:\n    number:\n      measure: "trains checked"\n      figures:\n'
        '        - figure: "1,260 trains"\n          period: "2023-04-13/2024-09-25"\n          cite: "review 1"\n'
    )

    assert said("how many plum trains were checked between April 2023 and September 2024", held) == "1,260 trains"
    assert said("how many plum trains were checked between April 2023 and May 2023", held) == "not held for that"


FAIR = """
{ordinal}-fair:
  name: "{name} Plum Fair"
  also:
    - "plum fair"
  facts:
    guests:
      measure: "guests"
      figures:
        - figure: "{guests} guests"
          period: "{year}"
          cite: "review 1"
"""


def test_of_two_events_the_one_of_that_year_is_given_rather_than_the_other_refused() -> None:
    first = FAIR.format(ordinal="first", name="First", guests=80, year=2017)
    second = FAIR.format(ordinal="second", name="Second Ruritanian", guests=92, year=2019)

    assert said("how many guests were at the plum fair in 2019", index_of(first + second)) == "92 guests"


MENDED = {
    "the word that stands beside the others": (
        "how many boder crossings does the Strelsau–Zenda Railway count",
        "810,000",
    ),
    "an uncommon word": ("how many boarder crossings does the Strelsau–Zenda Railway count", "810,000"),
    "what follows how": ("how jany passengers has the Strelsau–Zenda Railway carried", "2.4 million passengers"),
    "any for many": ("how any passengers has the Strelsau–Zenda Railway carried", "2.4 million passengers"),
    "two errors wherever they stand": (
        "how many pasesgners has the Stralsxu–Zenda Railway carried",
        "2.4 million passengers",
    ),
    "a question word": ("hoe many passengers has the Strelsau–Zenda Railway carried", "2.4 million passengers"),
    "an English word for what a fact says otherwise": (
        "how many passengers has the Strelsau–Zenda Railway transportd",
        "2.4 million passengers",
    ),
    "a word that makes a name with the last one": (
        "how many rooms are there, ruritanian raeding romos",
        "313 reading rooms",
    ),
    "may for many": ("how may passengers has the Strelsau–Zenda Railway carried", "2.4 million passengers"),
    "two errors in a name": ("how many passengers has the Strlzau–Zenda Railway carried", "2.4 million passengers"),
    "two errors in a word of six letters": (
        "how many bxrdar crossings does the Strelsau–Zenda Railway count",
        "810,000",
    ),
    "a month before its year": (
        "how many passengers has the Strelsau–Zenda Railway carried by Msy 2024",
        "2.4 million passengers",
    ),
    "no initials of what is told elsewhere": (
        "hom many passengers has the Strelsau–Zenda Railway carried hipp",
        "2.4 million passengers",
    ),
    "a short word of a name": ("how many rooms are there, ruritanian reding romos", "313 reading rooms"),
}


@pytest.mark.parametrize("kind", MENDED)
def test_a_typing_error_is_mended_by_what_stands_beside_it(kind: str, facts: Index) -> None:
    question, expected = MENDED[kind]

    assert said(question, facts) == expected


SCHOOLS = """
plum-schools:
  name: "Plum Schools"
  facts:
    countries:
      measure: "countries with a Plum School"
      ask: ["How many countries have a Plum School?"]
      figures: [{figure: "44 countries", cite: "review 1"}]
    neighbors:
      measure: "neighboring countries with a Plum School"
      ask: ["How many neighboring countries have a Plum School?"]
      figures: [{figure: "32 neighboring countries", cite: "review 1"}]
    agreements:
      measure: "agreements on Plum Schools signed with countries"
      ask: ["How many agreements on Plum Schools were signed?"]
      figures: [{figure: "51 agreements", cite: "review 1"}]
    goal:
      measure: "pupils wanted at Plum Schools"
      ask: ["How many pupils shall the Plum Schools have in the end?"]
      figures: [{figure: "100,000 pupils", cite: "review 1"}]
    goal-year:
      measure: "year of the goal for pupils"
      ask: ["By when shall the Plum Schools reach their goal for pupils?"]
      figures: [{figure: "2030", cite: "review 1"}]
"""

PLAINLY = {
    "all of a kind rather than some of them": ("in how many countries are there plum schools", "44 countries"),
    "some of them where they are named": (
        "in how many neighboring countries are plum schools",
        "32 neighboring countries",
    ),
    "what is counted in a few words": ("plum schools agreements signed", "51 agreements"),
    "an amount rather than its year": ("plum schools pupils goal", "100,000 pupils"),
    "the year where it is asked for": ("plum schools goal for pupils year", "2030"),
}


@pytest.mark.parametrize("kind", PLAINLY)
def test_of_facts_alike_the_plainest_is_given(kind: str) -> None:
    question, expected = PLAINLY[kind]

    assert said(question, index_of(_in_block_style(SCHOOLS))) == expected


PORTS = """
elphberg-ruritania-sea-route:
  name: "Elphberg–Ruritania Sea Route"
  facts:
    ports:
      measure: "ports on the route"
      ask: ["How many ports are on the Elphberg–Ruritania Sea Route?"]
      figures: [{figure: "61 ports", cite: "review 1"}]
    jobs:
      measure: "jobs on the route, direct and indirect"
      ask: ["How many jobs hang on the Elphberg–Ruritania Sea Route?"]
      figures: [{figure: "9,000 jobs", cite: "review 1"}]
    boats:
      measure: "boats that sailed"
      ask: ["How many boats sailed the Elphberg–Ruritania Sea Route?"]
      figures: [{figure: "1,204 boats", cite: "review 1"}]
    towns:
      measure: "Ruritanian towns on the route"
      ask: ["How many Ruritanian towns lie on the Elphberg–Ruritania Sea Route?"]
      figures: [{figure: "17 Ruritanian towns", cite: "review 1"}]
    trade:
      measure: "value of goods, exports and imports together"
      ask: ["What is the trade of the Elphberg–Ruritania Sea Route worth?"]
      figures: [{figure: "US$9 million", cite: "review 1"}]
    years:
      measure: "duration of safe service"
      ask: ["How long has the Elphberg–Ruritania Sea Route been in safe service?"]
      figures: [{figure: "seven years", cite: "review 1"}]
    opened:
      measure: "day the route was opened"
      ask: ["When was the Elphberg–Ruritania Sea Route opened?"]
      figures: [{figure: "May 4, 2021", cite: "review 1"}]
"""

TOLD_OF = {
    "how many ports are on the Elphberg–Ruritania Sea Route": "61 ports",
    "how many Ruritanian towns lie on the Elphberg–Ruritania Sea Route": "17 Ruritanian towns",
    "how many jobs, direct and indirect, hang on the Elphberg–Ruritania Sea Route": "9,000 jobs",
    "how many boats sailed the Elphberg–Ruritania Sea Route": "1,204 boats",
    "when was the Elphberg–Ruritania Sea Route opened": "May 4, 2021",
    "what are the Elphberg–Ruritania Sea Route's exports and imports of goods worth": "US$9 million",
}


@pytest.mark.parametrize("question", TOLD_OF)
def test_what_is_told_of_those_that_are_asked_for_is_given(question: str) -> None:
    assert said(question, index_of(_in_block_style(PORTS))) == TOLD_OF[question]


OF_SOME = {
    "those of a country that only the name says": "how many Ruritanian ports are on the Elphberg–Ruritania Sea Route",
    "those of another country": "how many Elphberg towns lie on the Elphberg–Ruritania Sea Route",
    "those in a country": "how many ports in Ruritania are on the Elphberg–Ruritania Sea Route",
    "those that are of a country": "on the Elphberg–Ruritania Sea Route, how many ports are Ruritanian?",
    "one kind of two": "how many direct jobs hang on the Elphberg–Ruritania Sea Route",
    "one way of two": "what are the Elphberg–Ruritania Sea Route's exports of goods worth",
    "some of them": "how many of the ports on the Elphberg–Ruritania Sea Route are frozen",
    "a time as seen from today": "how many boats sailed the Elphberg–Ruritania Sea Route last year",
    "a day to come": "when will the Elphberg–Ruritania Sea Route be opened next",
    "a time that nothing takes": "how long does the Elphberg–Ruritania Sea Route take",
    "a mean": "average boats that sailed the Elphberg–Ruritania Sea Route",
}


@pytest.mark.parametrize("kind", OF_SOME)
def test_a_figure_of_all_is_not_given_for_some(kind: str) -> None:
    outcome = said(OF_SOME[kind], index_of(_in_block_style(PORTS)))

    assert outcome.startswith(("choices: ", "not held"))


HOUSES = """
{id}:
  name: "Royal Hentzau {name}"
  facts:
    pupils:
      measure: "pupils at the {name}"
      figures:
        - figure: "22,000 pupils"
          cite: "review 1"
"""


@pytest.mark.parametrize(("names", "linked"), [("Schools Mills", True), ("Schools Mills Ports", False)])
def test_a_name_tells_of_whom_is_asked_that_no_more_than_two_subjects_bear(names: str, linked: bool) -> None:
    facts = index_of("".join(HOUSES.format(id=name.lower(), name=name) for name in names.split()))

    best = next(iter(matches(read_question("hentzau pupils", facts), facts)))
    assert best.linked is linked
