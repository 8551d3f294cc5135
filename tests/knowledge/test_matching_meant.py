"""Which fact of a subject is meant, or none of them: by what it tells alone, by what the question tells itself, by how it is asked."""

from __future__ import annotations

import pytest

from knowledge.match import Index
from tests.aids.made import index_of
from tests.knowledge.test_matching import said

FACTS = """
zenda-railway:
  name: "Zenda–Hofbau Express Railway"
  also: ["Zenda Express"]
  facts:
    speed:
      measure: "top speed"
      ask: ["How fast does the Zenda–Hofbau Express Railway get?", "How high did the Zenda–Hofbau Express Railway get?", "How high a speed did the Zenda–Hofbau Express Railway get to?"]
      figures: [{figure: "350 km/h", cite: "review 1"}]
    occupancy:
      measure: "occupancy rate"
      ask: ["What share of the seats is taken?", "occupancy of the Zenda Express"]
      figures: [{figure: "99.6%", cite: "review 1"}]
    opened:
      measure: "opening to traffic"
      ask: ["When did the Zenda Express open?", "Since when has the Zenda Express been running?"]
      figures: [{figure: "April 13, 2023", cite: "review 1"}]
    length:
      measure: "length of the line"
      ask: ["How long is the Zenda Express?"]
      figures: [{figure: "142 kilometers", cite: "review 1"}]
freight-line:
  name: "Luzau freight line"
  facts:
    trains:
      measure: "freight trains a month"
      ask: ["How many trains run on the Luzau freight line each month?", "Luzau freight trains above 1,600"]
      figures: [{figure: "more than 1,600 trains", as_of: "2024-08", cite: "review 2"}]
    months:
      measure: "consecutive months above 1,600 trains"
      ask: ["For how many months in a row have more than 1,600 freight trains run on the Luzau line?"]
      figures: [{figure: "six consecutive months", as_of: "2024-08", cite: "review 2"}]
    routes:
      measure: "scheduled routes"
      ask: ["How many routes does the Luzau freight line have in total?"]
      figures: [{figure: "132 routes", as_of: "2024-09", cite: "review 2"}]
    new-routes:
      measure: "new routes added"
      ask: ["How many new routes were added to the Luzau freight line?", "routes that joined the Luzau freight line"]
      figures: [{figure: "ten new routes", as_of: "2024-09", cite: "review 2"}]
hospital:
  name: "Tarlenheim Hospital"
  facts:
    handover:
      measure: "handover of the hospital"
      ask: ["When did Ruritania give Tarlenheim Hospital away?"]
      figures: [{figure: "August 2024", cite: "review 3"}]
    assistance:
      measure: "duration of technical assistance"
      ask: ["How many years of technical help will Ruritania give Tarlenheim Hospital, as agreed?"]
      figures: [{figure: "three years", cite: "review 3"}]
fibre:
  name: "Hentzau fiber network"
  facts:
    cost-cut:
      measure: "cut in the cost of internet access"
      ask: ["By what percentage did the Hentzau fiber network cut internet costs?", "How much cheaper is the internet thanks to the Hentzau fiber network?"]
      figures: [{figure: "57%", cite: "review 4"}]
fund:
  name: "Strelsau Fund"
  facts:
    investment:
      measure: "committed investment"
      ask: ["How much investment has the Strelsau Fund committed?"]
      figures: [{figure: "$22 billion", cite: "review 5"}]
    projects:
      measure: "projects with signed agreements"
      ask: ["For how many projects has the Strelsau Fund signed agreements?"]
      figures: [{figure: "75 projects", cite: "review 5"}]
visa:
  name: "transit without a visa"
  facts:
    stay:
      measure: "stay allowed"
      ask: ["How long may foreigners stay in Ruritania without a visa?"]
      figures: [{figure: "144 hours", cite: "review 6"}]
power:
  name: "Gribau clean power"
  facts:
    share:
      measure: "planned share of power from clean sources"
      ask: ["What share of its power is Gribau to draw from clean sources?"]
      figures: [{figure: "45%", cite: "review 7"}]
    target-year:
      measure: "target year for the share of clean power"
      ask: ["By when is Gribau to draw its power from clean sources?"]
      figures: [{figure: "2030", cite: "review 7"}]
bank:
  name: "Strelsau Development Bank"
  facts:
    members:
      measure: "members"
      ask: ["How many members does the Strelsau Development Bank have?"]
      figures: [{figure: "106 members", cite: "review 9"}]
    ports:
      measure: "ports it has lent to"
      ask: ["How many ports has the Strelsau Development Bank lent to?"]
      figures:
        - {figure: "166 ports", as_of: "2019", when: "when its plan was issued", cite: "review 9"}
        - {figure: "523 ports", as_of: "2024", cite: "review 9"}
    clearance:
      measure: "time to clear a loan"
      ask: ["How many hours does it take the Strelsau Development Bank to clear a loan?"]
      figures:
        - {figure: "less than 5 hours", as_of: "2024", cite: "review 9"}
        - {figure: "over 40 hours", when: "at the bank's opening", cite: "review 9"}
    bond:
      measure: "release of its green bond"
      figures: [{figure: "May 2019", cite: "review 9"}]
"""


@pytest.fixture(scope="module")
def facts() -> Index:
    return index_of(FACTS)


MEANT = {
    "the only one that explains all, by what it measures": (
        "How high did the occupancy rate of the Zenda–Hofbau Express Railway get?",
        "99.6%",
    ),
    "how long it lasts, rather than its day": ("how long's ruritania gonna give tarlenheim hospital technical help", "three years"),
    "how long it is, rather than since when": ("how long's the zenda express?", "142 kilometers"),
    "what the question does not tell itself": ("Luzau freight trains above 1,600 consecutive months 2024", "six consecutive months"),
    "all, after the new ones that are told": (
        "How many routes does the Luzau freight line have in total after the latest ten joined?",
        "132 routes",
    ),
    "a relative clause asks for nothing": (
        "What is the investment committed to projects for which the Strelsau Fund had signed?",
        "$22 billion",
    ),
    "the longest that one may is how long": (
        "What's the longest that foreigners may stay in Ruritania without a visa while passing through?",
        "144 hours",
    ),
    "a target year is a day, whatever share is told": (
        "What is the target year for Gribau to draw 45% of its power from clean sources?",
        "2030",
    ),
    "the number that it grew to, and not the one that is told": (
        "The Strelsau Development Bank grew from 166 ports five years ago to how many ports?",
        "523 ports",
    ),
    "what there was originally": ("how many hours did it originally take the Strelsau Development Bank to clear a loan?", "over 40 hours"),
    "what was put out was issued": ("when did the Strelsau Development Bank put out its green bond", "May 2019"),
    "mgmt, of management, is no stranger": ("how much investment has the strelsau fund mgmt committed", "$22 billion"),
}  # fmt: skip


@pytest.mark.parametrize("kind", MEANT)
def test_the_fact_that_is_meant_is_given(kind: str, facts: Index) -> None:
    question, figure = MEANT[kind]

    assert said(question, facts) == figure


def test_what_is_apart_from_the_rest_is_told_without_it() -> None:
    facts = index_of(
        """
park:
  name: "Zenda solar park"
  facts:
    thermal: {measure: "solar thermal power", figures: [{figure: "700 megawatts", cite: "review 1"}]}
    photovoltaic: {measure: "photovoltaic power", figures: [{figure: "250 megawatts", cite: "review 1"}]}
""",
        vocabulary='contrasts:\n  - ["thermal", "photovoltaic"]\n',
    )

    assert (
        said("how many megawatts of photovoltaic power has the zenda solar park, apart from the thermal part", facts)
        == "250 megawatts"
    )


NOT_GIVEN = {
    "what one has already": "For the Strelsau Development Bank I have members and ports. What I still need is the registered capital, could you find it?",
    "those of another state, in small letters": "how many members of the strelsau development bank does the us have?",
}


@pytest.mark.parametrize("kind", NOT_GIVEN)
def test_no_figure_is_given_for(kind: str, facts: Index) -> None:
    assert said(NOT_GIVEN[kind], facts) == "not held"


NO_ANSWER = {
    "all of whom some are asked for": (
        "Of the members of the Strelsau Development Bank, how many come from overseas?",
        "106 members",
    ),
    "a cut, of a growth": ("By what percentage did internet use in the Hentzau fiber network increase?", "57%"),
    "members, of those that stay away": ("how many members boycotted the Strelsau Development Bank?", "106 members"),
    "all, of those from one place": (
        "I saw its 106 members. How many of them are Ruritanian and how many Kenyan members of the Strelsau Development Bank?",
        "106 members",
    ),
}


@pytest.mark.parametrize("kind", NO_ANSWER)
def test_a_question_is_not_answered_by(kind: str, facts: Index) -> None:
    question, figure = NO_ANSWER[kind]

    assert figure not in said(question, facts)


def test_politeness_around_an_editors_words_changes_nothing(facts: Index) -> None:
    assert (
        facts.as_written("hey, when did the Zenda Express open again?")
        is facts.as_written("When did the Zenda Express open?")
        is not None
    )


BASE = """
harbor:
  name: "Strelsau harbor"
  facts:
    ships:
      measure: "ships a year"
      ask: ["How many ships does Strelsau harbor handle a year?"]
      figures:
        - {figure: "1,200 ships", as_of: "2024", cite: "review 1"}
        - {figure: "900 ships", as_of: "2014", cite: "review 1"}
line-four:
  name: "Hentzau Line 4"
  facts:
    stations: {measure: "stations", figures: [{figure: "4 stations", cite: "review 1"}]}
    new-stations: {measure: "new stations planned", figures: [{figure: "2 stations", cite: "review 1"}]}
expo:
  name: "Expo 2023 in Zenda"
  facts:
    opening: {measure: "opening", ask: ["When did the Expo 2023 in Zenda start?"], figures: [{figure: "May 1, 2023", cite: "review 1"}]}
    closing: {measure: "closing", figures: [{figure: "January 2024", cite: "review 1"}]}
tunnels:
  name: "Hofbau tunnels"
  facts:
    total: {measure: "total length of the tunnels", ask: ["How long are the Hofbau tunnels?"], figures: [{figure: "80 kilometers", cite: "review 1"}]}
talks:
  name: "Luzau Pact talks"
  facts:
    participants: {measure: "participants", ask: ["How many participants did the Luzau Pact talks have?"], figures: [{figure: "100 participants", cite: "review 1"}]}
    observers: {measure: "observers", figures: [{figure: "12 observers", cite: "review 1"}]}
network:
  name: "Hentzau fiber network"
  facts:
    cut: {measure: "cut in internet costs", ask: ["By what percentage did the Hentzau fiber network cut internet costs?"], figures: [{figure: "57%", cite: "review 1"}]}
program:
  name: "Zenda program"
  facts:
    teachers: {measure: "teachers trained", ask: ["How many teachers has the Zenda program trained?"], figures: [{figure: "30 teachers", cite: "review 1"}]}
hall:
  name: "Hofbau Hall"
  facts:
    guests: {measure: "guests at the opening", ask: ["How many guests came to the Hofbau Hall opening?"], figures: [{figure: "300 guests", cite: "review 1"}]}
investment:
  name: "investment in Zenda"
  facts:
    direct: {measure: "direct investment", ask: ["How big was the rise in direct investment in Zenda?"], figures: [{figure: "9%", cite: "review 1"}]}
"""  # fmt: skip


@pytest.fixture(scope="module")
def base() -> Index:
    return index_of(BASE)


STILL_GIVEN = {
    "a figure that the question says to have it confirmed": ("How many ships a year does Strelsau harbor handle: is it 1,200?", "1,200 ships"),
    "as many as the number in its name": ("How many stations are there on Hentzau Line 4?", "4 stations"),
    "a day in the year of its name": ("When did the Expo 2023 in Zenda start?", "May 1, 2023"),
    "a cut by what grows": ("By what percentage did the growing Hentzau fiber network cut internet costs?", "57%"),
    "what was trained after another thirty": ("How many teachers has the Zenda program trained after the 30 schools opened?", "30 teachers"),
    "guests for an opening": ("guests for the Hofbau Hall opening", "300 guests"),
    "in direct investment, which is not indirect": ("How big was the rise in direct investment in Zenda?", "9%"),
}  # fmt: skip


@pytest.mark.parametrize("kind", STILL_GIVEN)
def test_what_only_looks_like_it_changes_nothing(kind: str, base: Index) -> None:
    question, figure = STILL_GIVEN[kind]

    assert said(question, base) == figure


NOT_TAKEN = {
    "the longest of several": ("What's the longest Hofbau tunnel that trains can use?", "80 kilometers"),
    "all, without some": ("How many participants did the Luzau Pact talks have without the observers?", "100 participants"),
}  # fmt: skip


@pytest.mark.parametrize("kind", NOT_TAKEN)
def test_what_is_asked_for_is_not(kind: str, base: Index) -> None:
    question, figure = NOT_TAKEN[kind]

    assert figure not in said(question, base)
