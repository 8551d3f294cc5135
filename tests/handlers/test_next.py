"""What to add next: unanswered questions, doubted answers, facts to review; the history; and trouble with the files."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from bot.office.trouble import tell_admins_of_trouble
from bot.recall.recaller import Recaller
from handlers.admin.queue import Group, Unanswered, groups, stale
from handlers.memory import Feedback, Kept, Place, Wanted
from knowledge.library import Library, opened
from knowledge.model import Problem
from tests.aids.bureau import Bureau
from tests.bases import RURITANIA

GOATS = "How many goats live in Ruritania?"
RIDERS = "people on the Zenda line since its first day"


def serve(ours: Bureau) -> None:
    ours.library.serve(opened(ours.library.shelf.files()))


def open_list(ours: Bureau, label: str) -> str:
    ours.views = []
    ours.command("/fact admin")
    ours.press(label)
    return ours.shown


def test_questions_that_are_alike_are_one_with_their_number(ruritania: Library) -> None:
    asked = [
        Unanswered("how many goats live in ruritania", "ruritania/population", 1.0),
        Unanswered("wine of Strelsau", None, 2.0),
        Unanswered("How many goatts live in Ruritania?", "ruritania/population", 3.0),
        Unanswered("How many people live in Ruritania?", None, 4.0),
    ]

    assert groups(asked, ruritania.now.index) == [
        Group("How many goatts live in Ruritania?", 2, "ruritania/population", 3.0),
        Group("wine of Strelsau", 1, None, 2.0),
    ]


def test_unanswered_questions_are_listed_with_the_nearest_fact(ours: Bureau) -> None:
    ours.ask(GOATS)
    ours.ask("how many goats live in ruritania")
    ours.ask("zenda dam height")

    shown = open_list(ours, "Unanswered")

    assert "“how many goats live in ruritania”\nAsked 2 times, last on " in shown
    assert "Nearest: Ruritania" in shown
    assert "zenda dam" not in shown


def test_questions_of_another_workspace_are_not_shown(ours: Bureau) -> None:
    ours.team = "T2"
    ours.ask(GOATS)
    ours.team = "T1"

    assert "goats" not in open_list(ours, "Unanswered")


def test_one_click_and_publish_make_a_question_none_of_ours(ours: Bureau) -> None:
    ours.ask(GOATS)
    open_list(ours, "Unanswered")

    ours.press("Not ours")
    assert "Preview" in ours.shown
    ours.submit()
    serve(ours)

    assert "goats" in str(ours.library.shelf.files()["questions.yaml"])
    assert "goats" not in open_list(ours, "Unanswered")


def test_one_click_and_publish_make_it_a_way_of_asking(ours: Bureau) -> None:
    ours.ask(GOATS)
    open_list(ours, "Unanswered")

    ours.press("A way of asking for the nearest")
    ours.submit()
    serve(ours)

    assert "How many goats live in Ruritania?" in str(ours.library.shelf.files())
    assert "goats" not in open_list(ours, "Unanswered")


def test_an_unanswered_question_becomes_a_new_fact(ours: Bureau) -> None:
    ours.ask(GOATS)
    open_list(ours, "Unanswered")

    ours.press("A new fact")
    ours.submit(subject="ruritania", measure="goats", figure="2 million goats", cite="yearbook-2023 I.1")
    ours.submit()
    serve(ours)

    assert ours.command(f"/fact {GOATS}")["text"].startswith("2 million goats")


def test_those_who_asked_to_be_told_are_told_once_in_their_thread(ours: Bureau) -> None:
    recaller = Recaller(ours.desk, ours.library)
    recaller.round()
    wanted = Wanted("UANNA", "depth of Zenda Lake")
    ours.desk.memory.keep(Kept("Ev-wanted", Place("T1", None, "C1", "5.0"), said=(wanted,)))
    ours.command("/fact admin")
    ours.press("Add a fact")
    new = {"subject": "zenda-lake", "name": "Zenda Lake", "measure": "depth", "ask": "depth of Zenda Lake"}
    ours.submit(**new, figure="120 meters", cite="yearbook-2023 II.2")
    ours.submit()
    serve(ours)

    recaller.round()
    recaller.round()

    told = [each.arguments for each in ours.posts if "/answered/" in each.key]
    assert [(each["channel"], each["thread_ts"]) for each in told] == [("C1", "5.0")]
    assert told[0]["text"].startswith("You asked, and now I hold it: depth of Zenda Lake\n\n120 meters · Zenda Lake")


def test_those_who_wait_for_what_is_not_ours_are_told_so(ours: Bureau) -> None:
    recaller = Recaller(ours.desk, ours.library)
    recaller.round()
    ours.ask(GOATS)
    ours.desk.memory.keep(Kept("Ev-wanted", Place("T1", None, "C1", "5.0"), said=(Wanted("UANNA", GOATS),)))
    open_list(ours, "Unanswered")
    ours.press("Not ours")
    ours.submit()
    serve(ours)

    recaller.round()

    told = [each.arguments["text"] for each in ours.posts if "/answered/" in each.key]
    assert told == [
        "An admin has looked at what you asked to have added: this Factbox will hold no figure for it.\n"
        f"You asked: {GOATS}"
    ]


def test_answers_that_were_marked_as_wrong_are_listed(ours: Bureau) -> None:
    revision = ours.library.now.knowledge.revision
    wrong = Feedback(
        "UANNA", "5.5", "wrong", "zenda dam height", "zenda-dam/height", "87 meters", revision, "It is 88."
    )
    ours.desk.memory.keep(Kept("Ev-wrong", Place("T1", None, "C1"), said=(wrong,)))

    shown = open_list(ours, "Doubtful")

    assert "zenda dam height → 87 meters\nMarked as wrong on " in shown
    assert "“It is 88.”" in shown


def test_facts_past_their_date_are_listed_the_longest_past_first(tmp_path: Path) -> None:
    shutil.copytree(RURITANIA, tmp_path / "kb")
    works = tmp_path / "kb" / "facts" / "works.yaml"
    text = works.read_text()
    for measure, day in (("height of the dam", "2025"), ("length of the dam", "2024-05")):
        text = text.replace(f'measure: "{measure}"\n', f'measure: "{measure}"\n      review_by: "{day}"\n')
    works.write_text(text)

    found = stale(Library.open(tmp_path / "kb").now.knowledge, date(2026, 1, 1))

    assert [fact.id for fact in found] == ["zenda-dam/length", "zenda-dam/height"]


def test_from_the_home_every_list_leads_to_a_preview(ours: Bureau) -> None:
    ours.ask(GOATS)
    ours.home()
    ours.press("Unanswered")
    ours.press("A new fact")
    ours.submit(subject="ruritania", measure="goats", figure="2 million goats", cite="yearbook-2023 I.1")

    assert "2 million goats" in ours.shown
    assert len(ours.views) == 3


def test_a_list_leads_back_to_the_first_page(ours: Bureau) -> None:
    ours.home()
    ours.press("To review")
    ours.press("Admin page")

    assert "I hold 15 facts" in ours.shown


# The history


def test_the_history_shows_what_was_changed_and_brings_it_back(ours: Bureau) -> None:
    before = ours.library.shelf.files()
    ours.command("/fact admin")
    ours.choose("zenda-dam/height")
    ours.press("Correct a figure")
    ours.submit(figure="88 meters")
    ours.submit(why="The yearbook has an erratum.")
    serve(ours)

    shown = open_list(ours, "History")
    assert "The yearbook has an erratum." in shown
    ours.press("What it changed")
    assert '+        - figure: "88 meters"' in ours.shown

    open_list(ours, "History")
    ours.press("Bring back")
    ours.submit()
    assert ours.library.shelf.files() == before


# Trouble with the files


def test_the_admins_are_told_once_of_files_that_cannot_be_served(ours: Bureau) -> None:
    tell_admins_of_trouble(ours.desk, ours.library)
    problem = Problem("facts/works.yaml", 7, "", "a quote is not closed")

    ours.library.refuse("state-1", [problem])
    ours.library.refuse("state-1", [problem])
    ours.library.refuse("state-2", [problem])
    ours.library.refuse("state-1", [problem])

    revision = ours.library.now.knowledge.revision
    assert ours.direct == 2 * [
        "UBOSS: The files of the knowledge base cannot be served as they are, so I go on answering from revision "
        f"{revision}:\n• facts/works.yaml:7: a quote is not closed"
    ]


def test_of_trouble_at_the_start_the_admins_are_told_too(ours: Bureau) -> None:
    ours.library.refuse("state-1", [Problem("facts/works.yaml", 7, "", "a quote is not closed")])

    tell_admins_of_trouble(ours.desk, ours.library)

    assert len(ours.direct) == 1
