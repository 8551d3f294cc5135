"""Questions that no document answers: a change, a series, two documents, two subjects, a count of what is held."""

from __future__ import annotations

from html import unescape

import pytest

from handlers.choices import name
from handlers.render import render
from knowledge.calculate import Calculated, calculated
from knowledge.cli.records import outcome_record
from knowledge.folder import files_in
from knowledge.match import Index, matches, read_question
from knowledge.outcome import CalculatedAnswer, Found, Unknown, Unsure
from knowledge.read import read
from tests.bases import HENTZAU

ROUNDED = "(rounded half to even to one decimal)"


@pytest.fixture(scope="module")
def ports() -> Index:
    """The knowledge base of two invented ports."""
    knowledge, problems = read(files_in(HENTZAU))
    assert knowledge, problems
    return Index.of(knowledge)


def outcome(question: str, index: Index) -> Calculated:
    asked = read_question(question, index)
    return calculated(asked, matches(asked, index), index)


def result(question: str, index: Index) -> str:
    """What came out, or why nothing did."""
    found = outcome(question, index)
    if isinstance(found, Found) and isinstance(found.answers[0], CalculatedAnswer):
        return found.answers[0].result
    return str(found.why) if isinstance(found, Unknown) else str(found)


def shown(question: str, index: Index) -> str:
    found = outcome(question, index)
    assert found
    return unescape(render(found).text)


# A series: "how has it changed"


@pytest.mark.parametrize(
    "question",
    [
        "How has the number of tugboats in Strelsau Port changed?",
        "Strelsau Port tugboats over time",
        "tugboats of the port of Strelsau: what's the trend?",
        "Has the number of Strelsau Port's tugboats changed?",
        "Strelsau Port: tugboats how has it changed?",
    ],
)
def test_a_series_stands_oldest_to_newest_with_the_change_that_was_calculated(question: str, ports: Index) -> None:
    assert result(question, ports) == (
        "10 tugboats (2020), then 12 tugboats (2022), then 14 tugboats (2024); "
        "calculated: up by 4 tugboats, or exactly 40.0%"
    )


def test_a_series_may_begin_at_a_date(ports: Index) -> None:
    assert result("How has the number of tugboats in Strelsau Port changed since 2022?", ports) == (
        f"12 tugboats (2022), then 14 tugboats (2024); calculated: up by 2 tugboats, or 16.7% {ROUNDED}"
    )


def test_times_in_words_are_ordered_by_the_event_they_stand_to(ports: Index) -> None:
    assert result("How has the waiting time for a berth at Strelsau Port changed?", ports) == (
        "nine hours (before the new lock opened), then six hours (since the new lock opened); "
        f"calculated: down by 3 hours, or 33.3% {ROUNDED}"
    )


def test_where_a_change_is_printed_none_is_calculated(ports: Index) -> None:
    assert result("How has the freight handled at Strelsau Port changed?", ports) == (
        "600,000 tonnes (2022), then 660,000 tonnes (2023)"
    )


def test_a_series_shows_what_cannot_be_subtracted_and_claims_no_order_it_does_not_know(ports: Index) -> None:
    assert result("How have the sailings a day at Strelsau Port changed?", ports) == (
        "52 sailings a day (in the high season), and 14 sailings a day (at the start of operations)"
    )


def test_a_projection_in_a_series_is_called_one(ports: Index) -> None:
    assert result("How has the turnover of Strelsau Port changed?", ports) == (
        "US$20 million (2023), then US$30 million (2030, a projection)"
    )


# A change: "by how much", "growth since"


@pytest.mark.parametrize(
    ("question", "difference"),
    [
        (
            "By how much did the ferry passengers of Strelsau Port grow between 2023 and 2024?",
            f"up by 0.3 million passengers, or 14.3% {ROUNDED}",
        ),
        (
            "growth in Strelsau Port's ferry passengers since May 2023",
            f"up by 0.3 million passengers, or 14.3% {ROUNDED}",
        ),
        ("How much did the ships on the register of Strelsau Port increase?", f"up by 2 ships, or 0.2% {ROUNDED}"),
        (
            "How many more tugboats did Strelsau Port have in 2022 than in 2020?",
            "up by 2 tugboats, or exactly 20.0%",
        ),
        ("Compare the tugboats of Strelsau Port in 2020 and 2024", "up by 4 tugboats, or exactly 40.0%"),
        (
            "By how much did the share of electric lorries at Strelsau Port rise from 2022 to 2024?",
            "up by 2.5 percentage points",
        ),
    ],
)
def test_a_difference_is_exact_and_its_percentage_says_how_it_is_rounded(
    question: str, difference: str, ports: Index
) -> None:
    assert result(question, ports) == difference


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("By how much did the cranes of Strelsau Port grow?", "“more than” is a bound, not an exact number"),
        ("By how much did the berths of Strelsau Port grow?", "one counts berths, the other covered berths"),
        ("By how much did the turnover of Strelsau Port grow?", "one is an outcome, the other a projection"),
        ("By how much did the share of content captains at Strelsau Port rise?", "they are not said by the same"),
        ("By how much did the dock workers of Strelsau Port fall?", "a note says what sets them apart"),
        (
            "By how much did the sailings a day at Strelsau Port grow?",
            "they are not told for times that can be compared",
        ),
        ("By how much did the fuel sold at Strelsau Port grow?", "they are not told for times that can be compared"),
    ],
)
def test_nothing_is_calculated_of_figures_that_are_not_told_alike(question: str, why: str, ports: Index) -> None:
    assert result(question, ports) == why


def test_a_date_that_is_not_held_is_said(ports: Index) -> None:
    assert shown("How much have Strelsau Port's ferry passengers grown since 2019?", ports).splitlines()[0] == (
        "I hold Strelsau Port: ferry passengers carried since opening for 31 May 2023 and 31 May 2024, not for 2019."
    )


def test_a_topic_that_fits_several_facts_is_asked_back(ports: Index) -> None:
    found = outcome("How has the share at Strelsau Port changed?", ports)

    assert isinstance(found, Unsure)
    assert [name(choice) for choice in found.choices] == [
        "Strelsau Port: share of lorries that are electric",
        "Strelsau Port: share of captains who are content",
    ]


# Two documents


def test_two_documents_are_held_against_each_other(ports: Index) -> None:
    for question in (
        "What is the difference between the two documents on the depth of the harbor basin of Strelsau Port?",
        "By how much do the yearbook and the review differ on the depth of the harbor basin of Strelsau Port?",
    ):
        assert result(question, ports) == "Review gives 2 m more than Yearbook, or exactly 12.5%"


def test_documents_that_agree_are_said_to_agree(ports: Index) -> None:
    assert result("Do the two documents differ on the length of the pier of Strelsau Port?", ports) == (
        "no difference: both documents give the same"
    )


def test_a_document_that_does_not_hold_the_fact_is_named(ports: Index) -> None:
    question = "difference between the yearbook and the review on the length of Hentzau Port's pier"

    assert shown(question, ports).splitlines()[0] == (
        "I hold Hentzau Port: length of the pier for Review, not for Yearbook."
    )


# Two subjects


@pytest.mark.parametrize(
    ("question", "sides"),
    [
        ("Compare Strelsau Port and Hentzau Port: length of the pier", "2,400 meters against 1,100 meters"),
        ("Hentzau Port vs Strelsau Port, pier length", "1,100 meters against 2,400 meters"),
        (
            "How does the length of the pier of Strelsau Port compare with Hentzau Port?",
            "2,400 meters against 1,100 meters",
        ),
    ],
)
def test_two_subjects_stand_side_by_side_by_the_measure_asked_for(question: str, sides: str, ports: Index) -> None:
    assert result(question, ports) == f"length of the pier: {sides}"


def test_only_equal_measures_stand_side_by_side_bounds_and_dates_and_all(ports: Index) -> None:
    assert result("Compare Strelsau Port and Hentzau Port", ports) == (
        "ferry passengers carried since opening: "
        "2.4 million passengers (31 May 2024) against over 1 million passengers (March 2024); "
        "length of the pier: 2,400 meters against 1,100 meters"
    )


def test_where_nothing_is_told_alike_nothing_stands_side_by_side(ports: Index) -> None:
    assert shown("Compare the cranes of Strelsau Port and Hentzau Port", ports) == (
        "I set nothing side by side here: no such measure is held alike of Strelsau Port and Hentzau Port."
    )


# A count of what is held


@pytest.mark.parametrize(
    ("question", "counted"),
    [
        ("How many facts do you hold on ports?", "20 facts with 36 figures, of 2 subjects"),
        ("how many facts about passengers do you have", "2 facts with 3 figures, of 2 subjects"),
        ("How many figures do you have about the Zenda Canal?", "1 figure in 1 fact, of 1 subject"),
        ("How many figures do you have from the yearbook?", "13 figures in 12 facts, of 1 subject"),
        ("How many facts are there in the knowledge base?", "21 facts with 37 figures, of 3 subjects"),
    ],
)
def test_facts_are_counted_by_the_words_of_subject_topic_and_measure(question: str, counted: str, ports: Index) -> None:
    assert result(question, ports) == counted


def test_what_is_not_held_is_not_counted(ports: Index) -> None:
    assert outcome("How many facts do you hold on airports?", ports) == Unknown()


# What only sounds like it


@pytest.mark.parametrize(
    "question",
    [
        "How many passengers has Strelsau Port carried?",
        "How much did the freight handled at Strelsau Port grow?",  # printed
        "What was the year-on-year growth of ferry passengers at Strelsau Port?",
        "By how much will the ferry passengers of Strelsau Port grow?",
        "How much did the pilots of Hentzau Port increase?",  # one figure
        "How has Strelsau Port changed?",
        "How have the passengers changed?",  # of which port?
        "By how much did the tugboats of Strelsau Port increase in 2024?",
        "By how much did the tugboats of Strelsau Port increase between last May and 2024?",
        "How has Hentzau Port's crew of pilots changed?",
        "What's the difference between a tugboat and a ferry?",
        "the difference is huge, lol",
        "Compare Strelsau Port and the port of Rotterdam",
        "Rotterdam vs Antwerp",
        "What is the trend in fashion this year?",
        "How many facts does the report print?",
        "How many figures were at the party?",
        "",
    ],
)
def test_a_question_for_one_printed_figure_and_chat_are_left_alone(question: str, ports: Index) -> None:
    assert outcome(question, ports) is None


# What the reader sees, and other programs


def test_a_difference_is_labelled_and_both_figures_are_cited(ports: Index) -> None:
    assert shown("How many more tugboats did Strelsau Port have in 2022 than in 2020?", ports) == (
        "up by 2 tugboats, or exactly 20.0% · Strelsau Port: tugboats, from 2020 to 2022"
        " · calculated by Factbox from the figures below, not printed in a source\n"
        "10 tugboats · Strelsau Port: tugboats · as of 2020 · Yearbook (2023), II\n"
        "12 tugboats · Strelsau Port: tugboats · as of 2022 · Yearbook (2023), II"
    )


def test_a_series_brings_the_note_of_its_fact(ports: Index) -> None:
    assert shown("How has the number of dock workers in Strelsau Port changed?", ports) == (
        "950 dock workers (2022), then 900 dock workers (2024) · Strelsau Port: dock workers, oldest to newest"
        " · put together by Factbox from the figures below\n"
        "950 dock workers · Strelsau Port: dock workers · as of 2022 · Yearbook (2023), IV\n"
        "900 dock workers · Strelsau Port: dock workers · as of 2024 · Review (2024), 4\n"
        "Note: The yearbook counts apprentices, the review does not."
    )


def test_why_nothing_is_calculated_is_told_without_a_figure(ports: Index) -> None:
    assert shown("By how much did the cranes of Strelsau Port grow?", ports).splitlines()[0] == (
        "I calculate nothing for Strelsau Port: cranes: “more than” is a bound, not an exact number. "
        "Ask for it by name to see each figure with its date and source."
    )


def test_a_count_names_the_subjects_and_gives_no_figure(ports: Index) -> None:
    assert shown("How many facts do you hold on ports?", ports) == (
        "20 facts with 36 figures, of 2 subjects · held on “ports” · counted by Factbox among the facts it holds\n"
        "About Strelsau Port and Hentzau Port."
    )


def test_other_programs_get_the_result_and_the_figures_it_rests_on(ports: Index) -> None:
    found = outcome("How many more tugboats did Strelsau Port have in 2022 than in 2020?", ports)
    assert isinstance(found, Found)

    (answer,) = outcome_record(found)["answers"]

    assert (answer["kind"], answer["id"]) == ("calculated", "strelsau-port/tugboats")
    assert answer["result"] == "up by 2 tugboats, or exactly 20.0%"
    assert [(figure["printed"], figure["as_of"]) for figure in answer["figures"]] == [
        ("10 tugboats", "2020"),
        ("12 tugboats", "2022"),
    ]
