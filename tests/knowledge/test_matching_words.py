"""Words that look like a rate, a limit, a denial or a record, and are none; and questions that are mostly unexplained."""

from __future__ import annotations

import pytest

from knowledge.match import Index
from tests.aids.made import index_of
from tests.knowledge.test_matching import said

FACTS = """
card:
  name: "Ruritanian bank card"
  facts:
    shops: {measure: "shops that take it", ask: ["How many shops take the Ruritanian bank card?"], figures: [{figure: "17.7 million shops", cite: "review 1"}]}
swaps:
  name: "currency swap deals"
  facts:
    countries: {measure: "countries with a swap deal", ask: ["With how many countries has Ruritania currency swap deals?"], figures: [{figure: "20 countries", cite: "review 1"}]}
charities:
  name: "Zenda charities"
  facts:
    schemes: {measure: "schemes that better lives", ask: ["How many schemes have the Zenda charities carried out?"], figures: [{figure: "300 schemes", cite: "review 1"}]}
    members: {measure: "members", ask: ["How many members do the Zenda charities have?"], figures: [{figure: "48 members", cite: "review 1"}]}
plums:
  name: "plum grass"
  facts:
    countries: {measure: "countries where it grows", ask: ["In how many countries does plum grass grow?"], figures: [{figure: "100 countries", cite: "review 1"}]}
corridor:
  name: "Hentzau corridor"
  facts:
    freight:
      measure: "planned annual freight"
      ask: ["How much freight do the states of the Hentzau corridor plan to move each year?", "Hentzau corridor freight by 2027"]
      figures: [{figure: "more than double the annual freight", status: "target", due: "2027", cite: "review 1"}]
    ports-countries:
      measure: "countries whose ports it serves"
      ask: ["How many countries does the Hentzau corridor serve?"]
      figures: [{figure: "124 countries", cite: "review 1"}]
harbor:
  name: "Strelsau harbor"
  facts:
    containers: {measure: "annual container throughput", ask: ["How many containers does Strelsau harbor handle a year?"], figures: [{figure: "5 million containers", cite: "review 1"}]}
principles:
  name: "Principles on Financing"
  facts:
    countries: {measure: "countries that endorsed them", ask: ["How many countries endorsed the Principles on Financing?"], figures: [{figure: "28 countries", cite: "review 1"}]}
course:
  name: "Luzau audit course"
  facts:
    officials: {measure: "officials taught", ask: ["How many officials did the Luzau audit course teach?", "auditors at the Luzau audit course"], figures: [{figure: "over 20 officials", cite: "review 1"}]}
academy:
  name: "Tarlenheim railway academy"
  facts:
    opened: {measure: "opening of the academy for teachers", ask: ["Tarlenheim railway academy inaugurated"], figures: [{figure: "May 2023", cite: "review 1"}]}
    staff: {measure: "core staff that is to teach there", ask: ["How many teachers will the Tarlenheim railway academy in Hofbau have among its staff?"], figures: [{figure: "60 teachers", status: "projection", cite: "review 1"}]}
study:
  name: "trade study of the Bank of Ruritania"
  facts:
    growth: {measure: "growth of world trade", ask: ["By how much could trade grow, according to the Bank of Ruritania?"], figures: [{figure: "6%", says: "Bank of Ruritania", cite: "review 1"}]}
clinic:
  name: "Hofbau children's clinic"
  facts:
    doctors: {measure: "doctors", ask: ["How many doctors work at the Hofbau children's clinic?"], figures: [{figure: "120 doctors", cite: "review 1"}]}
    patients: {measure: "patients treated", ask: ["How many children has the Hofbau clinic treated?"], figures: [{figure: "3,100 children", cite: "review 1"}]}
    begun: {measure: "start of building", ask: ["When did building the Hofbau clinic begin?"], figures: [{figure: "May 2019", cite: "review 1"}]}
    opening: {measure: "opening", ask: ["When will the Hofbau clinic open?"], figures: [{figure: "2031", status: "projection", due: "2031", cite: "review 1"}]}
screening:
  name: "Zenda screening"
  facts:
    attendance: {measure: "share of the women invited who attended", ask: ["What share of the women invited to the Zenda screening attended?"], figures: [{figure: "77 percent", cite: "review 1"}]}
night-train:
  name: "Strelsau night train"
  facts:
    rank: {measure: "first night train across the border", ask: ["Is the Strelsau night train the first across the border?", "Strelsau first night train across the border"], figures: [{figure: "first night train across the border", cite: "review 1"}]}
    tourists: {measure: "tourists on it", ask: ["How many tourists rode the first Strelsau night train across the border?"], figures: [{figure: "over 200 tourists", cite: "review 1"}]}
railway:
  name: "Gribau railway"
  facts:
    length: {measure: "kilometers of railway built by Ruritania", figures: [{figure: "752 kilometers", cite: "review 1"}]}
agreement:
  name: "Luzau agreement"
  facts:
    parts: {measure: "countries that signed parts of it", ask: ["How many countries signed parts of the Luzau agreement?"], figures: [{figure: "150 countries", cite: "review 1"}]}
scholarship:
  name: "Zenda scholarship"
  facts:
    founded: {measure: "founding", ask: ["When was the Zenda scholarship founded?"], figures: [{figure: "2017", cite: "review 1"}]}
"""  # fmt: skip


@pytest.fixture(scope="module")
def facts() -> Index:
    return index_of(FACTS)


STILL_GIVEN = {
    "best-known is no record": ("How many shops take the best-known Ruritanian bank card?", "17.7 million shops"),
    "each other is no rate": ("With how many countries has Ruritania deals to swap each other's currency?", "20 countries"),
    "nor is daily life": ("How many schemes for better daily life have the Zenda charities carried out?", "300 schemes"),
    "per its minister is no rate": ("How many shops take the Ruritanian bank card, per its trade minister?", "17.7 million shops"),
    "not long ago": ("Building the Hofbau clinic began not long ago. When did building the Hofbau clinic begin?", "May 2019"),
    "round that clinic is no clause": ("How many doctors are standing round that Hofbau children's clinic?", "120 doctors"),
    "what one knows, but not how many": ("I know what the Zenda charities do, but not how many members there are. How many members do the Zenda charities have?", "48 members"),
    "what a relative clause denies": ("It grows 'all over the world', which won't get past my editor. In how many countries does plum grass grow?", "100 countries"),
    "the plan to multiply what there is today": ("How many times today's freight do the states of the Hentzau corridor plan to move each year by 2027?", "more than double the annual freight"),
    "in how many countries those are that …": ("In how many countries are the ports that the Hentzau corridor serves?", "124 countries"),
    "a count of boxes is no box": ("Strelsau harbor is in, but its box count is missing from my table. What is the annual container throughput of Strelsau harbor?", "5 million containers"),
    "what is told beside what is counted": ("How many countries endorsed, at once or later, the Principles on Financing or paying?", "28 countries"),
    "those by whom a word is quoted": ("By how much could trade grow, according to the Bank of Ruritania forecast cited by the press?", "6%"),
    "docs where no documents are held": ("how many docs work at the hofbau children's clinic", "120 doctors"),
    "kids": ("How many kids has the Hofbau clinic treated?", "3,100 children"),
    "a doubt that one has": ("I read May 2018, which I'm sure is wrong. When did building the Hofbau clinic begin?", "May 2019"),
    "when it opens, which is to come": ("When does the Hofbau clinic open?", "2031"),
    "what somebody else will ask": ("A class is visiting, and the kids will ask how many doctors there are at the Hofbau clinic", "120 doctors"),
    "a share within a share": ("Was the share of the women invited who attended the Zenda screening over 70 percent?", "77 percent"),
    "what somebody is who says it": ("By how much could trade grow, according to governor Bank of Ruritania?", "6%"),
    "whom an academy employs, of whom it says that they work there": ("How many doctors does the Hofbau children's clinic employ?", "120 doctors"),
    "a count before a rank": ("Strelsau first night train across the border tourists", "over 200 tourists"),
    "a count before a day for which nothing asks": ("Tarlenheim railway academy teaching staff", "60 teachers"),
}  # fmt: skip


@pytest.mark.parametrize("kind", STILL_GIVEN)
def test_it_is_given_all_the_same(kind: str, facts: Index) -> None:
    question, figure = STILL_GIVEN[kind]

    assert said(question, facts) == figure


NOT_GIVEN = {
    "a part of whom a deed is asked": ("How many of the Hofbau clinic's doctors live abroad?", "120 doctors"),
    "those who are employed": ("How many auditors does the Luzau audit course employ?", "over 20 officials"),
    "more than half unexplained": ("How many shops near stadiums sold lottery tickets at night beside the Ruritanian bank card?", "17.7 million shops"),
    "one line for all that was built": ("How many kilometers of railway has Ruritania built?", "752 kilometers"),
    "a whole for its wing": ("How many doctors does the old wing of the Hofbau children's clinic have?", "120 doctors"),
    "a clinic for its garden": ("How many patients did the Hofbau clinic's roof garden treat?", "3,100 children"),
    "a share for a limit of age": ("How many of the women invited to the Zenda screening were over 60?", "77 percent"),
    "a city that is almost a word": ("How many countries signed the Paris agreement?", "150 countries"),
    "what is told per month": ("What is the monthly stipend of the Zenda scholarship?", "2017"),
}  # fmt: skip


@pytest.mark.parametrize("kind", NOT_GIVEN)
def test_a_figure_is_not_given_for(kind: str, facts: Index) -> None:
    question, figure = NOT_GIVEN[kind]

    assert said(question, facts) != figure


TREATIES = """
treaties:
  name: "treaties of Norway"
  facts:
    number: {measure: "treaties", ask: ["How many treaties has Norway concluded?"], figures: [{figure: "31 treaties", cite: "review 1"}]}
    trade: {measure: "foreign trade", ask: ["What was the foreign trade of Norway worth?"], figures: [{figure: "$40 billion", cite: "review 1"}]}
museums:
  name: "museums of Sweden"
  facts:
    number: {measure: "museums", figures: [{figure: "12 museums", cite: "review 1"}]}
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How many treaties has Oslo concluded?", "31 treaties"),
        ("How many treaties signed with Oslo are there?", "31 treaties"),
        ("How many treaties have Oslo's ministers concluded?", "31 treaties"),
        ("How many treaties does Oslo have?", "not held"),
        ("Oslo trade", "not held"),
        ("How many treaties were concluded in Oslo?", "not held"),
        ("What was the trade on the Oslo–Bergen line worth?", "not held"),
    ],
)
def test_a_capital_stands_for_its_country_unless_the_city_is_meant(question: str, expected: str) -> None:
    assert said(question, index_of(TREATIES)) == expected
