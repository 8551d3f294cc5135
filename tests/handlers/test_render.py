"""What is found, as the exact words a reader gets."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from handlers.render import render
from knowledge.answer import BoxAnswer, CalculatedAnswer, FactAnswer, Found, Unknown
from knowledge.model import Box, Quantity
from tests.aids.made import DAM, REVIEW, SOURCE, YEARBOOK, fact, figure, said


@pytest.mark.parametrize(
    ("dates", "shown"),
    [
        ({"as_of": "2024-05-31"}, "as of 31 May 2024"),
        ({"as_of": "2024-05"}, "as of May 2024"),
        ({"as_of": "2024-H1"}, "as of the first half of 2024"),
        ({"period": "2022"}, "for 2022"),
        ({"period": "2013/2022"}, "for 2013 to 2022"),
        ({"due": "2030"}, "for 2030 (published October 2023)"),
        ({"when": "before the flood"}, "before the flood (published October 2023)"),
        ({"as_of": "2023", "against": "2013"}, "as of 2023, compared with 2013"),
        ({}, "undated in the source, published October 2023"),
    ],
)
def test_a_date_is_a_plain_date_as_precise_as_it_was_printed(dates: dict[str, Any], shown: str) -> None:
    assert said(figure("87 meters", **dates)) == f"87 meters · Zenda Dam: height · {shown}{SOURCE}"


def test_an_undated_figure_of_an_undated_source_is_undated() -> None:
    assert said(figure("87 meters", replace(YEARBOOK, issued=None))) == (
        "87 meters · Zenda Dam: height · undated in the source\n"
        "Source: Royal Statistics Office, Yearbook of Ruritania, II.2"
    )


@pytest.mark.parametrize(
    ("status", "says", "shown"),
    [
        ("estimate", None, "an estimate"),
        ("projection", "World Bank", "a projection, not an outcome, says World Bank"),
        ("target", None, "a target, not an outcome"),
        ("pledge", "Ruritanian government", "a pledge, not an outcome, says Ruritanian government"),
        ("survey", "University of Strelsau", "from a survey, says University of Strelsau"),
        (None, "World Bank", "says World Bank"),
    ],
)
def test_a_status_is_said_in_words_and_by_whom(status: str | None, says: str | None, shown: str) -> None:
    assert said(figure("90 meters", as_of="2023", status=status, says=says)) == (
        f"90 meters · {shown} · Zenda Dam: height · as of 2023{SOURCE}"
    )


def test_other_figures_stand_on_lines_of_their_own_each_with_its_citation() -> None:
    newest, older = figure("87 meters", REVIEW, "1", as_of="2024-05"), figure("86 meters", as_of="2023-10-01")
    planned = figure("95 meters", REVIEW, "3", due="2030", status="target")

    assert said(newest, older, planned) == (
        "87 meters · Zenda Dam: height · as of May 2024\n"
        "Source: The Strelsau Review (2024), 1\n"
        "Earlier: 86 meters · as of 1 October 2023 · Yearbook of Ruritania (2023), II.2\n"
        "Also: 95 meters · a target, not an outcome · for 2030 (published 2024) · Review (2024), 3"
    )


def test_a_figure_that_the_question_left_aside_is_still_mentioned() -> None:
    older, newest = figure("86 meters", as_of="2023"), figure("87 meters", REVIEW, "1", as_of="2024")

    reply = render(Found((FactAnswer(fact(newest, older), (older,), left_aside=(newest,)),)))

    assert reply.text.splitlines()[-1] == "Later: 87 meters · as of 2024 · Review (2024), 1"


def test_equal_figures_are_shown_once_and_a_different_print_is_named() -> None:
    height = Quantity((Decimal(87),), Decimal(87), "m", None, "length")

    assert said(figure("87 meters", quantity=height), figure("87-meter-high", REVIEW, "1", quantity=height)) == (
        "87 meters · Zenda Dam: height · undated in the sources, published October 2023 and 2024\n"
        "Sources: Royal Statistics Office, Yearbook of Ruritania (October 2023), II.2; "
        "The Strelsau Review (2024), 1 (printed there as “87-meter-high”)"
    )


def test_equal_numbers_of_two_dates_are_two_figures() -> None:
    assert said(figure("87 meters", as_of="2023"), figure("87 meters", as_of="2022")).count("87 meters") == 2


def test_notes_and_the_documents_own_reference_are_told() -> None:
    dam = figure("87 meters", as_of="2023", note="Without the mast.", url="https://example.org/a?b=1&c=2")

    assert said(dam, note="Measured from the river bed.") == (
        f"87 meters · Zenda Dam: height · as of 2023{SOURCE}\n"
        "Note: Without the mast.\n"
        "The document refers to: https://example.org/a?b=1&c=2\n"
        "Note: Measured from the river bed."
    )


def test_a_date_printed_without_its_year_is_given_the_year() -> None:
    opened = Quantity((), "2024-07-03", None, None, "date")

    assert said(figure("July 3", REVIEW, "1", quantity=opened), measure="opened") == (
        "July 3 · Zenda Dam: opened · that is, 3 July 2024 (published 2024)\nSource: The Strelsau Review (2024), 1"
    )


def test_a_unit_printed_elsewhere_follows_the_number() -> None:
    turbines = Quantity((Decimal(14),), Decimal(14), "turbines", None, "count")

    assert said(figure("14", quantity=turbines, as_of="2023")).startswith("14 turbines · ")


def test_two_questions_get_two_answers_in_their_order() -> None:
    height, length = figure("87 meters", as_of="2023"), figure("1,420 meters", as_of="2023")

    reply = render(Found((FactAnswer(fact(height), (height,)), FactAnswer(fact(length, measure="length"), (length,)))))

    assert reply.text == (
        f"87 meters · Zenda Dam: height · as of 2023{SOURCE}\n\n1,420 meters · Zenda Dam: length · as of 2023{SOURCE}"
    )


def test_a_calculated_answer_says_so_and_shows_what_it_rests_on() -> None:
    dam = fact(figure("87 meters", as_of="2023"), figure("86 meters", REVIEW, "1", as_of="2022"))

    assert render(Found((CalculatedAnswer("Zenda Dam: change in height", "1 meter", dam.figures, (dam,)),))).text == (
        "1 meter · Zenda Dam: change in height · calculated by Factbox from the figures below, not printed in a source\n"
        "87 meters · Zenda Dam: height · as of 2023 · Yearbook of Ruritania (2023), II.2\n"
        "86 meters · Zenda Dam: height · as of 2022 · Review (2024), 1"
    )


def test_a_box_of_our_own_shows_no_summary_as_nobody_could_cite_it() -> None:
    dam = fact(figure("87 meters", as_of="2023"))
    box = Box("dams", "Dams in brief", (), "87 meters high.", (dam.id,))

    assert render(Found((BoxAnswer(box, (FactAnswer(dam, dam.figures),)),))).text == (
        "Dams in brief\n87 meters · Zenda Dam: height · as of 2023 · Yearbook of Ruritania (2023), II.2"
    )


# No figure

ADD = "If you know where it is printed, ask an admin of this Factbox to add it."


@pytest.mark.parametrize(
    ("unknown", "shown"),
    [
        (Unknown(), f"I am sorry, I hold no figure for that, and I do not guess.\n{ADD}"),
        (
            Unknown(nearest=DAM),
            f"I am sorry, I hold no figure for that, and I do not guess.\nThe nearest I hold is Zenda Dam.\n{ADD}",
        ),
        (
            Unknown("not held for that", fact=fact(), asked_for="2025", held_for=("2023-08", "2024-05-31")),
            f"I hold Zenda Dam: height for August 2023 and 31 May 2024, not for 2025.\n{ADD}",
        ),
        (
            Unknown("not held for that", fact=fact(), asked_for="World Bank", held_for=("Yearbook",)),
            f"I hold Zenda Dam: height for Yearbook, not for World Bank.\n{ADD}",
        ),
        (
            Unknown("greeting"),
            "Hello! Ask me for a figure, and I answer with its date and the exact place it was printed.",
        ),
        (Unknown("thanks"), "You’re welcome. I am here for the next figure."),
        (
            Unknown("too long", error="…"),
            "That is a long question. Please ask in at most 500 characters, for one figure at a time.",
        ),
        (Unknown("error", error="…"), "I could not read that question. Please ask it again in plain words."),
    ],
    ids=lambda value: value.reason if isinstance(value, Unknown) else "",
)
def test_without_a_figure_there_is_a_kind_sentence(unknown: Unknown, shown: str) -> None:
    assert render(unknown).text == shown


def test_help_names_the_command_as_it_is_installed() -> None:
    assert "• /figure and your question" in render(Unknown("about"), slash="/figure").text
