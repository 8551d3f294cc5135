"""Admins change the knowledge base from Slack: the form, the preview, what is published, and what is refused."""

from __future__ import annotations

import pytest

from bot.recall.recaller import Recaller
from handlers.admin.entries import Wish, wish_in
from handlers.memory import Kept, Place, Watch
from handlers.person import Person
from knowledge.folder import files_in
from knowledge.library import opened
from knowledge.model import Knowledge
from tests.aids.bureau import BOSS, OTHER, Bureau
from tests.bases import RURITANIA
from tests.handlers.test_admins import audited

HEIGHT = "zenda-dam/height"


def changed(ours: Bureau) -> list[str]:
    """The lines that the files have lost and won."""
    lines = []
    for name, new in ours.library.shelf.files().items():
        old = files_in(RURITANIA).get(name, b"")
        before, after = ((each if isinstance(each, bytes) else b"").decode().splitlines() for each in (old, new))
        lines += [f"- {line.strip()}" for line in before if line not in after]
        lines += [f"+ {line.strip()}" for line in after if line not in before]
    return lines


def open_fact(ours: Bureau, fact: str = HEIGHT) -> None:
    ours.command("/fact admin")
    ours.choose(fact)


def serve(ours: Bureau) -> None:
    ours.library.serve(opened(ours.library.shelf.files()))


def test_a_fact_is_found_while_its_name_is_typed(ours: Bureau) -> None:
    answer = ours.send({"type": "block_suggestion", **ours._who, "action_id": "admin:find", "value": "dam hei"})

    assert [each["value"] for each in answer["options"]] == [HEIGHT]


def test_a_corrected_figure_is_published_as_a_difference_of_one_line(ours: Bureau) -> None:
    open_fact(ours)
    ours.press("Correct a figure")
    ours.submit(figure="88 meters")
    ours.submit()

    assert changed(ours) == ['- - figure: "87 meters"', '+ - figure: "88 meters"']
    assert "Published." in ours.shown
    assert audited(ours) == [(BOSS, "change fact", HEIGHT)]


def test_the_form_is_filled_with_what_is_held(ours: Bureau) -> None:
    open_fact(ours, "ruritania/population")
    ours.press("Correct a figure")

    held = {
        block["block_id"]: block["element"].get("initial_value")
        for block in ours.top["blocks"]
        if block["type"] == "input"
    }
    assert (held["figure"], held["as_of"], held["cite"]) == ("1.2 million people", "2024-05-31", "review-2024 1.1")


def test_the_preview_shows_the_difference_the_reply_and_the_questions(ours: Bureau) -> None:
    open_fact(ours)
    ours.press("Correct a figure")
    ours.submit(figure="88 meters")

    assert '-        - figure: "87 meters"\n+        - figure: "88 meters"' in ours.shown
    assert "88 meters" in ours.shown.split("The reply as people will see it")[1]
    assert "No labelled question gets another answer." in ours.shown


def test_problems_stand_under_their_fields(ours: Bureau) -> None:
    open_fact(ours)
    ours.press("Correct a figure")

    answer = ours.submit(as_of="May 3")

    assert answer["errors"] == {
        "as_of": "`as_of`: 'May 3' is no date: write 2024, 2024-05, 2024-05-31, 2024-H1 or 2024-Q3"
    }
    assert changed(ours) == []


def test_nothing_is_written_before_publish(ours: Bureau) -> None:
    open_fact(ours)
    ours.press("Correct a figure")
    ours.submit(figure="88 meters")

    assert changed(ours) == []


def test_what_is_left_as_it_was_is_no_change(ours: Bureau) -> None:
    open_fact(ours)
    ours.press("Correct a figure")

    assert ours.submit()["errors"] == {"figure": "Nothing would change."}


@pytest.mark.parametrize(
    ("label", "filled", "lines"),
    [
        ("Add a newer figure", {"figure": "90 meters", "as_of": "2026", "cite": "review-2024 1.1"},
         ['+ - figure: "90 meters"', '+ as_of: "2026"', '+ cite: "review-2024 1.1"']),
        ("Add a name", {"also": "Zenda wall"}, ['+ - "Zenda wall"']),
        ("Retire", {"retired": "Never measured."}, ['+ retired: "Never measured."']),
        ("Edit a fact", {"note": "Without its crest."}, ['+ note: "Without its crest."']),
        ("Rename", {"to": "elevation"}, ["+ elevation:"]),
    ],
)  # fmt: skip
def test_each_change_touches_its_own_lines(ours: Bureau, label: str, filled: dict[str, str], lines: list[str]) -> None:
    open_fact(ours)
    ours.press(label)
    ours.submit(**filled)
    ours.submit()

    assert [line for line in changed(ours) if line.startswith("+")] == lines


def test_a_retired_fact_is_restored(ours: Bureau) -> None:
    open_fact(ours)
    ours.press("Retire")
    ours.submit(retired="Never measured.")
    ours.submit()
    serve(ours)

    ours.command("/fact admin")
    ours.views = []
    ours.press("Retired facts")
    ours.press("Restore")
    ours.submit()
    ours.submit()

    assert changed(ours) == []


def test_a_fact_is_added_from_nothing(ours: Bureau) -> None:
    ours.command("/fact admin")
    ours.press("Add a fact")
    new = {
        "subject": "zenda-lake",
        "name": "Zenda Lake",
        "measure": "depth of the lake",
        "ask": "How deep is Zenda Lake?",
    }
    ours.submit(**new, figure="120 meters", cite="yearbook-2023 II.2")
    ours.submit()
    serve(ours)

    assert ours.command("/fact How deep is Zenda Lake?")["text"].startswith(
        "120 meters · Zenda Lake: depth of the lake"
    )


def test_a_source_is_added(ours: Bureau) -> None:
    ours.command("/fact admin")
    ours.press("Add a source")
    ours.submit(id="atlas", title="Atlas of Ruritania")
    ours.submit()

    assert [line for line in changed(ours) if line.startswith("+")] == ["+ atlas:", '+ title: "Atlas of Ruritania"']


def test_a_way_of_asking_must_not_steal_another_question(ours: Bureau) -> None:
    open_fact(ours)
    ours.press("Add a way of asking")
    answer = ours.submit(ask="How many people live in Ruritania?")

    assert "is asked by ruritania/population too" in answer["errors"]["ask"]


def test_a_way_of_asking_waits_for_what_the_questions_say(ours: Bureau) -> None:
    open_fact(ours)
    ours.press("Add a way of asking")
    ours.submit(ask="Zenda Dam elevation")
    ours.desk.memory.office.drafts.judge(ours.top["private_metadata"], "")

    answer = ours.submit()

    assert "still being asked" in answer["errors"]["why"]
    assert changed(ours) == []


def test_a_question_behind_the_command_leads_to_its_fact(ours: Bureau) -> None:
    ours.command("/fact admin How high is the Zenda Dam?")
    ours.press("Open")
    ours.press("Correct a figure")

    assert HEIGHT in ours.shown


def test_the_menu_under_an_answer_leads_to_its_fact(ours: Bureau) -> None:
    ours.command("/fact How high is the Zenda Dam?")
    ours.menu("edit")
    ours.press("Correct a figure")

    assert HEIGHT in ours.shown


def test_the_menu_leads_others_nowhere(ours: Bureau) -> None:
    ours.person = OTHER
    ours.command("/fact How high is the Zenda Dam?")
    ours.menu("edit")

    assert "Only the admins of this Factbox may do that" in ours.shown


def test_of_a_box_itself_and_each_fact_can_be_edited(ours: Bureau) -> None:
    ours.command("/fact box railway panel")
    ours.menu("edit")
    assert "Strelsau–Zenda Railway: length of the line" in ours.shown

    ours.press("Edit a box")
    ours.submit(names="railway panel\nthe railway in short")
    ours.submit()

    assert '+ - "the railway in short"' in changed(ours)


def test_a_source_is_edited_from_the_list_of_sources(ours: Bureau) -> None:
    ours.command("/fact admin")
    ours.press("Sources")
    ours.press("Edit a source")
    ours.submit(publisher="The Crown")
    ours.submit()

    assert changed(ours) == ['+ publisher: "The Crown"']


# Two admins at once


def test_of_two_admins_one_wins_and_the_other_loses_nothing(ours: Bureau) -> None:
    open_fact(ours)
    ours.press("Correct a figure")
    first = ours.views
    ours.views = []
    open_fact(ours)
    ours.press("Correct a figure")
    ours.submit(figure="88 meters")
    ours.submit()

    ours.views = first
    answer = ours.submit(figure="89 meters", note="By a new survey.")

    assert answer["response_action"] == "update"
    assert "Somebody has changed this meanwhile." in ours.shown
    assert "figure: “88 meters”" in ours.shown
    typed = {
        block["block_id"]: block["element"].get("initial_value")
        for block in ours.top["blocks"]
        if block["type"] == "input"
    }
    assert (typed["figure"], typed["note"]) == ("89 meters", "By a new survey.")


def test_whoever_previewed_before_another_published_is_told_and_may_go_on(ours: Bureau) -> None:
    open_fact(ours)
    ours.press("Correct a figure")
    ours.submit(figure="89 meters")
    first = ours.views
    ours.views = []
    open_fact(ours)
    ours.press("Correct a figure")
    ours.submit(figure="88 meters")
    ours.submit()

    ours.views = first
    ours.submit()

    assert "Somebody has changed this meanwhile." in ours.shown
    assert changed(ours) == ['- - figure: "87 meters"', '+ - figure: "88 meters"']


def test_changes_of_two_entries_are_both_made(ours: Bureau) -> None:
    open_fact(ours)
    ours.press("Correct a figure")
    ours.submit(figure="88 meters")
    first = ours.views
    ours.views = []
    open_fact(ours, "zenda-dam/length")
    ours.press("Correct a figure")
    ours.submit(figure="1,421 meters")
    ours.submit()

    ours.views = first
    ours.submit()

    assert len(changed(ours)) == 4


# What was given


def test_before_publish_the_admin_sees_how_many_were_given_it_and_says_what_happened(ours: Bureau) -> None:
    ours.ask("zenda dam height", "C1", ts="5.0")
    open_fact(ours)
    ours.press("Correct a figure")
    ours.submit(figure="88 meters")
    assert "It was given in 1 thread or conversation." in ours.shown

    ours.submit(recall="corrected")

    (one,) = ours.desk.memory.office.corrections.open()
    assert (one.state, one.fact, one.by) == ("corrected", HEIGHT, "T1/UBOSS")


def test_why_a_figure_is_withdrawn_is_told_to_those_who_were_given_it(ours: Bureau) -> None:
    ours.ask("zenda dam height", "C1", ts="5.0")
    open_fact(ours)
    ours.press("Correct a figure")
    ours.submit(figure="88 meters")

    ours.submit(recall="withdrawn", why="The survey\nis in doubt.")

    (one,) = ours.desk.memory.office.corrections.open()
    assert (one.state, one.reason) == ("withdrawn", "The survey is in doubt.")


def test_a_figure_that_nobody_was_given_asks_nothing(ours: Bureau) -> None:
    open_fact(ours)
    ours.press("Correct a figure")
    ours.submit(figure="88 meters")

    assert "recall" not in [block.get("block_id") for block in ours.top["blocks"]]


def test_who_watches_a_renamed_fact_watches_it_still(ours: Bureau) -> None:
    recaller = Recaller(ours.desk, ours.library)
    watch = Watch("UANNA", HEIGHT, "87 meters", ours.library.now.knowledge.revision)
    ours.desk.memory.keep(Kept("Ev-watch", Place("T1", None, "C1"), said=(watch,)))
    ours.ask("zenda dam height", "C1", ts="5.0")
    recaller.round()
    open_fact(ours)
    ours.press("Rename")
    ours.submit(to="elevation")
    ours.submit()
    serve(ours)

    recaller.round()

    assert ours.direct == []


# Other ids


def test_a_box_is_renamed(ours: Bureau) -> None:
    ours.command("/fact admin")
    ours.press("Boxes")
    ours.press("Rename a box")
    ours.submit(to="railway-in-short")
    ours.submit()
    serve(ours)

    assert [*ours.library.now.knowledge.boxes] == ["railway-in-short"]
    assert [line for line in changed(ours) if line.startswith("+")] == ["+ railway-in-short:"]


def test_a_source_is_renamed_with_every_citation_in_one_revision(ours: Bureau) -> None:
    recaller = Recaller(ours.desk, ours.library)
    ours.ask("zenda dam height", "C1", ts="5.0")
    recaller.round()
    ours.command("/fact admin")
    ours.press("Sources")
    ours.press("Rename a source")
    ours.submit(to="almanac")
    ours.submit()
    serve(ours)
    recaller.round()

    held = ours.library.now.knowledge
    assert [*held.sources] == ["almanac", "review-2024"]
    assert held.facts[HEIGHT].figures[0].citation.source.id == "almanac"
    assert len(ours.desk.keeper.history()) == 2
    assert ours.direct == []


def test_a_subject_is_renamed_and_what_was_given_of_it_follows(ours: Bureau) -> None:
    ours.ask("zenda dam height", "C1", ts="5.0")
    open_fact(ours)
    ours.press("Rename its subject")
    ours.submit(to="the-dam")
    ours.submit()

    corrections, nothing = ours.desk.memory.office.corrections, Knowledge({}, {})
    assert corrections.at_stake("the-dam/height", nothing) is not None
    assert corrections.at_stake(HEIGHT, nothing) is None


def test_an_id_that_is_taken_or_is_none_is_refused_under_its_field(ours: Bureau) -> None:
    ours.command("/fact admin")
    ours.press("Sources")
    ours.press("Rename a source")
    taken = ours.submit(to="review-2024")["errors"]["to"]
    odd = ours.submit(to="Not An Id")["errors"]["to"]

    assert taken == "there is a source 'review-2024' already: choose another id"
    assert odd.startswith("'Not An Id' is no id")
    assert changed(ours) == []


# Who may


def test_a_draft_is_its_writers_alone(ours: Bureau) -> None:
    ours.desk.memory.office.people.appoint(OTHER, True, Person("T1", BOSS))
    open_fact(ours)
    ours.press("Correct a figure")
    ours.submit(figure="88 meters")

    ours.person = OTHER
    ours.submit()

    assert "This draft is not here any more" in ours.shown
    assert changed(ours) == []


def test_none_of_200_forged_submissions_is_published(ours: Bureau) -> None:
    assert forged_submissions(ours) == (0, 200)


def forged_submissions(ours: Bureau) -> tuple[int, int]:
    """Two hundred by those who may not, of forms and previews that an admin has open: how many lines of the files they
    changed, and how many rows they left in the audit."""
    open_fact(ours)
    ours.press("Correct a figure")
    form = ours.top
    ours.submit(figure="88 meters")
    preview = ours.top
    before = len(audited(ours))
    for number in range(200):
        ours.person, ours.team, ours.more = _forged(number)
        view = preview if number % 2 else {**form, "private_metadata": Wish("correct", HEIGHT, 0, "forged").carried}
        ours.views = [view]
        ours.submit()
    return len(changed(ours)), len(audited(ours)) - before


def _forged(number: int) -> tuple[str, str, dict[str, object]]:
    return [
        (OTHER, "T1", {}),
        (BOSS, "T1", {"user": {"id": BOSS, "team_id": "T9"}}),
        ("", "T1", {}),
        (BOSS, "", {}),
        (f"U{number}", "T2", {}),
    ][number % 5]  # type: ignore[return-value]


@pytest.mark.parametrize("carried", ["", "{}", "[]", '{"what": "drop"}', '{"what": "correct", "more": 1}'])
def test_what_a_client_makes_up_is_no_wish(carried: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any
        wish_in(carried)
