"""What people doubt: answers they marked as wrong or chose away from; and what admins take off their lists, with a reason."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import pytest

from bot.recall.answered import waited_for
from bot.recall.recaller import Recaller
from bot.store.erase import erase_person, erase_team
from bot.store.upkeep import purge
from handlers.admin.away import Away, chosen_away
from handlers.admin.queue import Told
from handlers.memory import Feedback, Kept, Place
from knowledge.library import Library, opened
from tests.aids.bureau import BOSS, OTHER, Bureau, buttons_in, texts_in
from tests.aids.slack import CHANNEL, PERSON
from tests.handlers.test_admins import audited
from tests.handlers.test_next import GOATS, open_list

HEIGHT, LENGTH, COST = "zenda-dam/height", "zenda-dam/length", "zenda-dam/cost"
AREA, OUTPUT = "ruritania/area", "ruritanian-economy/output"


def told(text: str, fact: str, at: float, outcome: str = "found", **more: Any) -> Told:
    return Told(
        **{"asker": "0a", "channel": "C1", "revision": "r1", **more}, text=text, outcome=outcome, fact=fact, at=at
    )


OFFERED = told("zenda dam", COST, 1.0, "unsure")
AGAIN = told("zenda dam height", LENGTH, 1.0)
GROUND = "zenda dam height above ground"
AWAY = Away("zenda dam height", LENGTH, COST, False, 9.0)
SIZE = told("size of ruritania", AREA, 1.0)


@pytest.mark.parametrize(
    ("asked", "away"),
    [
        # choices were offered, and another than the first was taken
        ([OFFERED, told("zenda dam", HEIGHT, 2.0)], [Away("zenda dam", COST, HEIGHT, True, 2.0)]),
        ([OFFERED, told("zenda dam", HEIGHT, 2.0, asker="1b")], [Away("zenda dam", COST, HEIGHT, True, 2.0)]),
        ([OFFERED, *(told("zenda dam", HEIGHT, at) for at in (2.0, 3.0))], [Away("zenda dam", COST, HEIGHT, True, 3.0, 2)]),
        ([OFFERED, told("zenda dam", COST, 2.0)], []),
        ([OFFERED, told("zenda dam", HEIGHT, 2.0, channel="C2")], []),
        ([OFFERED, told("zenda dam", HEIGHT, 2.0, revision="r2")], []),
        # what is not offered any more says nothing of what is
        ([told("area of Ruritania", COST, 1.0, "unsure"), told("area of Ruritania", HEIGHT, 2.0)], []),
        # asked again in other words, and another fact was given
        ([AGAIN, told(GROUND, COST, 9.0)], [replace(AWAY, again=GROUND)]),
        ([AGAIN, told("zenda dam hieght", COST, 9.0)], [replace(AWAY, again="zenda dam hieght")]),
        ([AGAIN, told(GROUND, LENGTH, 9.0)], []),
        ([AGAIN, told(GROUND, COST, 400.0)], []),
        ([AGAIN, told(GROUND, COST, 9.0, asker="1b")], []),
        ([AGAIN, told("zenda dam cost", COST, 9.0)], []),
        ([AGAIN, told("dam", COST, 9.0)], []),
        # what was given was what the question said, and words were added that are another fact's: narrowed down
        ([SIZE, told("size of ruritania economy in dollars", OUTPUT, 9.0)], []),
        ([SIZE, told("size of ruritania roughly", OUTPUT, 9.0)], [Away("size of ruritania", AREA, OUTPUT, False, 9.0, again="size of ruritania roughly")]),
        ([told("size of ruritania", HEIGHT, 1.0), told("size of ruritania economy", OUTPUT, 9.0)], [Away("size of ruritania", HEIGHT, OUTPUT, False, 9.0, again="size of ruritania economy")]),
        # answered as people chose, by now
        ([AGAIN, told(GROUND, HEIGHT, 9.0)], []),
        # what they chose is held no more
        ([AGAIN, told(GROUND, "zenda-dam/gone", 9.0)], []),
    ],
)  # fmt: skip
def test_what_people_chose_away_from(asked: list[Told], away: list[Away], ruritania: Library) -> None:
    assert chosen_away(reversed(asked), ruritania.now.index) == away


def choose(ours: Bureau, question: str, number: int) -> None:
    """Somebody asks, and takes the so many-th of the choices."""
    ours.ask(question)
    choices = dict(ours.posts[-1].arguments)
    ours.person = PERSON
    ours.press([*buttons_in(choices)][number]["text"]["text"], within=choices)
    ours.person = BOSS


def choose_another(ours: Bureau) -> None:
    choose(ours, "zenda dam", 1)


def test_a_choice_that_was_not_the_first_is_listed_and_becomes_a_way_of_asking(ours: Bureau) -> None:
    choose_another(ours)

    shown = open_list(ours, "Doubtful")
    assert "“zenda dam”\nOffered first: Zenda Dam: " in shown

    ours.press("A way of asking for what was chosen")
    assert '+        - "zenda dam"' in ours.shown
    ours.submit()
    ours.library.serve(opened(ours.library.shelf.files()))
    assert "Nobody has marked an answer as wrong" in open_list(ours, "Doubtful")


def test_a_figure_after_which_somebody_asked_again_and_took_another_is_listed(ours: Bureau) -> None:
    ours.ask("how long is the ride from strelsau to zenda")
    ours.ask("how long is the route from strelsau to zenda")

    assert (
        "“how long is the ride from strelsau to zenda”\n"
        "Given: Strelsau–Zenda Railway: travel time from Strelsau to Zenda\n"
        "Asked again: “how long is the route from strelsau to zenda”\n"
        "Given then: Strelsau–Zenda Railway: length of the line, on "
    ) in open_list(ours, "Doubtful")


def test_who_narrows_a_question_down_has_not_chosen_away(ours: Bureau) -> None:
    ours.ask("zenda dam length")
    choose(ours, "zenda dam length cost", 0)

    assert "Nobody has marked an answer as wrong, or chosen another." in open_list(ours, "Doubtful")


def test_the_first_choice_and_another_question_are_not_listed(ours: Bureau) -> None:
    choose(ours, "zenda dam", 0)
    ours.ask("zenda dam height")
    ours.ask("zenda dam cost")

    assert "Nobody has marked an answer as wrong, or chosen another." in open_list(ours, "Doubtful")


# Off the list, with a reason


def wrong(ours: Bureau, message: str = "5.5", note: str | None = "It is 88.") -> None:
    revision = ours.library.now.knowledge.revision
    said = Feedback("UANNA", message, "wrong", "zenda dam height", HEIGHT, "87 meters", revision, note)
    ours.desk.memory.keep(Kept(f"Ev-{time.time_ns()}", Place("T1", None, "C1"), said=(said,)))


def dismiss(ours: Bureau, list: str, reason: str = "Nobody counts goats.") -> None:
    open_list(ours, list)
    ours.press("Dismiss")
    ours.submit(reason=reason)


def test_an_unanswered_question_is_dismissed_with_a_reason(ours: Bureau) -> None:
    ours.ask(GOATS)
    dismiss(ours, "Unanswered")

    assert "Every question of late got a figure" in ours.shown
    assert audited(ours) == [("UBOSS", "dismiss unanswered", "ruritania/population")]

    ours.ask("how many goatts live in Ruritania")
    assert "goat" not in open_list(ours, "Unanswered")


def test_the_reason_must_be_given(ours: Bureau) -> None:
    ours.ask(GOATS)
    open_list(ours, "Unanswered")
    ours.press("Dismiss")

    answer = ours.submit(reason="  ")

    assert answer["errors"] == {"reason": "Please say why."}
    assert audited(ours) == []


def test_a_doubted_answer_is_dismissed_until_somebody_says_so_anew(ours: Bureau) -> None:
    wrong(ours)
    wrong(ours, "6.5", "I doubt it.")
    dismiss(ours, "Doubtful", "Asked the statistics office.")
    left = ours.shown
    assert ("It is 88." in left, "I doubt it." in left) == (True, False)

    wrong(ours, "6.5", "I still doubt it.")

    assert "I still doubt it." in open_list(ours, "Doubtful")


def test_what_was_chosen_is_dismissed_until_somebody_chooses_so_again(ours: Bureau) -> None:
    choose_another(ours)
    dismiss(ours, "Doubtful", "Both are fine.")
    assert "zenda dam" not in ours.shown

    choose_another(ours)

    assert "“zenda dam”" in open_list(ours, "Doubtful")


def test_what_was_dismissed_is_shown_with_its_reason_and_can_be_listed_again(ours: Bureau) -> None:
    ours.ask(GOATS)
    dismiss(ours, "Unanswered")

    ours.press("Dismissed")
    assert "“How many goats live in Ruritania?”\nDismissed: Nobody counts goats." in ours.shown
    ours.press("List again")

    assert "Nothing was taken off a list." in ours.shown
    assert GOATS in open_list(ours, "Unanswered")
    assert [action for _, action, _ in audited(ours)] == ["dismiss unanswered", "list unanswered again"]


def test_a_reason_is_shown_as_it_was_written(ours: Bureau) -> None:
    ours.ask(GOATS)
    dismiss(ours, "Unanswered", "<!channel> *no* &amp; never")

    ours.press("Dismissed")

    told = next(block for block in ours.top["blocks"] if "Dismissed: " in str(block.get("text")))
    assert told["text"] == {
        "type": "plain_text",
        "text": "“How many goats live in Ruritania?”\nDismissed: <!channel> *no* &amp; never",
        "emoji": False,
    }


def test_who_is_no_admin_dismisses_nothing(ours: Bureau) -> None:
    ours.ask(GOATS)
    open_list(ours, "Unanswered")
    ours.press("Dismiss")

    ours.person = OTHER
    ours.submit(reason="I say so.")

    ours.person = BOSS
    assert GOATS in open_list(ours, "Unanswered")


def test_each_workspace_dismisses_for_itself(ours: Bureau) -> None:
    ours.ask(GOATS)
    dismiss(ours, "Unanswered")
    ours.team = "T2"
    ours.ask(GOATS)

    assert [each.entry.words for each in ours.desk.memory.office.dismissals.of("T1")] == [GOATS]
    assert ours.desk.memory.office.dismissals.of("T2") == []


def test_the_words_of_what_was_dismissed_go_when_those_of_questions_go(ours: Bureau) -> None:
    ours.ask(GOATS)
    dismiss(ours, "Unanswered")
    wrong(ours)
    dismiss(ours, "Doubtful", "Asked the office.")

    with ours.desk.store.writing() as connection:
        purge(-10.0, connection)

    (left,) = ours.desk.memory.office.dismissals.of("T1")
    assert (left.entry.words, left.entry.fact, left.reason) == ("", HEIGHT, "Asked the office.")
    assert "It is 88." not in open_list(ours, "Doubtful")


def want(ours: Bureau, question: str, **told_at: Any) -> None:
    """Somebody asks, and asks an admin to add it, in a message or (without a place) in what they alone see."""
    ours.views, ours.person = [], PERSON
    if told_at:
        ours.ask(question)
        ours.more = {"container": told_at}
        ours.press("Ask an admin to add it", within=dict(ours.posts[-1].arguments))
    else:
        ours.command(f"/fact {question}")
        ours.press("Ask an admin to add it")
    ours.person, ours.more = BOSS, {}
    ours.desk.clerk.round()


def told_those_who_wait(ours: Bureau) -> list[tuple[str, str | None, str]]:
    told = [each.arguments for each in ours.posts if "/answered/" in each.key]
    return [(each["channel"], each.get("thread_ts"), each["text"]) for each in told]


def test_those_who_wait_for_what_is_dismissed_are_told_once_where_they_asked_and_why(ours: Bureau) -> None:
    want(ours, GOATS, message_ts="5.5", thread_ts="5.0")
    want(ours, "how many goatts live in Ruritania")

    dismiss(ours, "Unanswered")
    once = told_those_who_wait(ours)
    ours.press("Dismissed")
    ours.press("List again")
    dismiss(ours, "Unanswered")
    Recaller(ours.desk, ours.library).round()

    head = "An admin has looked at what you asked to have added: this Factbox will hold no figure for it.\n"
    why = "\nWhy: “Nobody counts goats.”"
    assert told_those_who_wait(ours) == once
    assert sorted(once) == [
        (CHANNEL, "5.0", f"{head}You asked: {GOATS}{why}"),
        (PERSON, None, f"{head}You asked: how many goatts live in Ruritania{why}"),
    ]


def test_who_waits_for_something_else_or_elsewhere_goes_on_waiting(ours: Bureau) -> None:
    want(ours, "depth of Zenda Lake")
    want(ours, GOATS)
    ours.team = "T2"
    want(ours, GOATS)
    ours.team = "T1"
    open_list(ours, "Unanswered")
    ours.press("Dismiss")

    ours.submit(reason="Nobody counts goats.")

    assert [text.splitlines()[1] for _, _, text in told_those_who_wait(ours)] == [f"You asked: {GOATS}"]
    with ours.desk.store.engine.connect() as connection:
        left = waited_for(connection)
    assert sorted((team, question) for team, _, question in left) == [("T1", "depth of Zenda Lake"), ("T2", GOATS)]


def test_the_reason_that_those_who_wait_read_mentions_and_formats_nothing(ours: Bureau) -> None:
    want(ours, GOATS)

    dismiss(ours, "Unanswered", "<!channel> *no* <https://example.org|way>")

    (letter,) = (each for each in ours.posts if "/answered/" in each.key)
    texts = [each for each in texts_in(letter.arguments["blocks"]) if "no*" in each]
    assert texts == ["Why: “<!channel> *no* <https://example.org|way>”"]
    assert not any(kind in str(letter.arguments["blocks"]) for kind in ("'link'", "'broadcast'", "mrkdwn"))


def test_a_doubted_answer_that_is_dismissed_tells_nobody(ours: Bureau) -> None:
    want(ours, GOATS)
    wrong(ours)

    dismiss(ours, "Doubtful", "It is right.")

    assert told_those_who_wait(ours) == []


@pytest.mark.parametrize("whose", ["a workspace", "a person"])
def test_what_somebody_dismissed_is_erased_with_them(ours: Bureau, whose: str) -> None:
    ours.ask(GOATS)
    dismiss(ours, "Unanswered")

    with ours.desk.store.writing() as connection:
        if whose == "a person":
            erase_person("T1", "UBOSS", "", connection)
        else:
            erase_team("T1", time.time(), connection)

    assert ours.desk.memory.office.dismissals.of("T1") == []
