"""Choices: what they are called, and what a click brings back."""

from __future__ import annotations

import pytest

from handlers.choices import Choice, choice_in
from handlers.render import render, render_chosen
from knowledge.answer import CalculatedAnswer, FactAnswer, Unsure
from tests.aids.made import SOURCE, fact, figure


def choices(*measures: str) -> Unsure:
    return Unsure(
        tuple(FactAnswer(dam, dam.figures) for dam in (fact(figure("87"), measure=each) for each in measures))
    )


def test_choices_are_listed_and_offered_by_name_without_a_figure() -> None:
    reply = render(choices("height", "length"), "zenda dam")

    assert reply.text == (
        "Which of these do you mean?\n• Zenda Dam: height\n• Zenda Dam: length\n\nYou asked: zenda dam"
    )
    assert [button["text"]["text"] for button in reply.blocks[-1]["elements"]] == [
        "Zenda Dam: height",
        "Zenda Dam: length",
    ]


@pytest.mark.parametrize("question", ["how high?", "R&D < 5 > 3 “x” \\ \n", "&" * 300, "<" * 500, ""])
def test_a_click_brings_back_what_was_chosen_and_asked(question: str) -> None:
    button = render(choices("height"), question).blocks[-1]["elements"][0]

    kept = question if len(question) < 500 else ""  # 500 of "<" do not fit in a button
    assert choice_in(button) == Choice("zenda-dam/height", kept)
    assert not set("&<>") & set(button["value"])


def test_names_too_long_for_a_button_are_cut_there_and_whole_in_the_text() -> None:
    reply = render(choices("height of the wall above the river bed " * 3), "")

    assert len(reply.blocks[-1]["elements"][0]["text"]["text"]) <= 75
    assert reply.text.count("river bed") == 3


def test_what_was_calculated_is_named_but_cannot_be_asked_for_again() -> None:
    reply = render(Unsure((CalculatedAnswer("Zenda Dam: growth", "1 meter", (figure("87 meters"),)),)), "growth")

    assert reply.text == "Do you mean this?\n• Zenda Dam: growth\n\nYou asked: growth"
    assert [block["type"] for block in reply.blocks] == ["rich_text", "rich_text"]


def test_a_chosen_answer_stands_over_its_question() -> None:
    dam = fact(figure("87 meters", as_of="2023"))

    assert render_chosen(FactAnswer(dam, dam.figures), "how high?").text == (
        f"87 meters · Zenda Dam: height · as of 2023{SOURCE}\n\nYou asked: how high?"
    )
