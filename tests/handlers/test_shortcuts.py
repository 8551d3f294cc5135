"""*Find the figure* and *Ask Factbox*: a window of one's own, in which questions are asked and answered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.playground.element_flaws import flaws_of_options
from handlers.memory import SHARE
from handlers.shortcuts.window import options
from knowledge.catalogue import Catalogue
from knowledge.library import Library
from knowledge.model import Fact, Knowledge, Subject
from tests.aids.made import figure
from tests.aids.screen import words_in
from tests.aids.slack import Slack
from tests.handlers.test_conversations import HEIGHT, POPULATION

FIELDS = "Your question: {}\nOr a name that I hold:"


def shown(slack: Slack) -> str:
    return slack.shown.removeprefix("Ask Factbox\n")


# Find the figure


def test_a_message_is_looked_up_in_a_window(slack: Slack) -> None:
    slack.shortcut_on("so how high is the Zenda Dam?", thread_ts="2.0")

    assert HEIGHT in shown(slack)
    assert shown(slack).endswith(FIELDS.format("so how high is the Zenda Dam?"))
    assert slack.said == []


def test_of_a_long_message_the_sentence_that_finds_a_figure_is_answered(slack: Slack) -> None:
    slack.shortcut_on("Good morning all and thank you for coming today! " * 11 + "How high is the Zenda Dam? See you.")

    assert HEIGHT in shown(slack)
    assert shown(slack).endswith(FIELDS.format("How high is the Zenda Dam?"))


def test_a_message_without_words_shows_how_to_ask(slack: Slack) -> None:
    slack.shortcut_on("")

    assert shown(slack).startswith("Ask me for a figure, in your own words:")


def test_the_question_is_kept_and_nobody_else_is_told(slack: Slack) -> None:
    slack.shortcut_on("how high is the zenda dam")

    kept = slack.memory.kept[-1]
    assert kept.question
    assert (kept.question.text, kept.place.channel, kept.posts) == ("how high is the zenda dam", None, ())


# Share in thread

IN_A_THREAD = ("C1", "2.0")


@pytest.fixture
def found(slack: Slack) -> Slack:
    """Somebody looks up a message that stands in a thread."""
    slack.shortcut_on("how high is the zenda dam", thread_ts="2.0")
    return slack


def test_what_was_found_is_shared_in_the_thread_of_the_message(found: Slack) -> None:
    assert found.press("Share in thread") == f"{HEIGHT}\n\nShared by anna"
    assert (found.last["channel"], found.last["thread_ts"], found.calls[-1]) == (*IN_A_THREAD, SHARE)


def test_a_message_that_stands_alone_begins_a_thread(slack: Slack) -> None:
    slack.shortcut_on("how high is the zenda dam")
    slack.press("Share in thread")

    assert slack.last["thread_ts"] == "3.0"


def test_its_figures_are_given_there_without_the_question(found: Slack) -> None:
    found.press("Share in thread")

    kept = found.memory.kept[-1]
    assert ([given.printed for given in kept.figures], kept.question) == (["87 meters"], None)
    assert (kept.place.channel, kept.place.thread) == IN_A_THREAD
    assert "how high" not in str(found.last)


def test_pressed_twice_it_is_shared_once(found: Slack) -> None:
    found.press("Share in thread")

    assert found.press("Share in thread") is None


def test_what_is_asked_in_the_window_afterwards_can_be_shared_too(found: Slack) -> None:
    found.submit(question="how many people live in Ruritania?")

    assert (found.press("Share in thread") or "").startswith(POPULATION)


def test_what_is_chosen_in_the_window_can_be_shared_too(slack: Slack) -> None:
    slack.shortcut_on("strelsau zenda railway carried", thread_ts="2.0")
    slack.press("Strelsau–Zenda Railway: freight carried since opening")

    assert "Source: " in (slack.press("Share in thread") or "")
    assert slack.last["thread_ts"] == "2.0"


def test_the_window_says_how_it_went(found: Slack) -> None:
    found.press("Share in thread")

    window = found.last["window"]
    said = {how: words_in(window[how]["blocks"]).splitlines() for how in ("shared", "refused")}
    assert said["shared"][0] == "It stands in the thread now, for all to see; your question does not."
    assert said["refused"][0].startswith("I could not post in that thread. If I am no member of that conversation, ")
    assert said["shared"][1:] == said["refused"][1:] == HEIGHT.splitlines()


def test_what_is_held_no_more_is_not_shared(found: Slack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.pressed.listeners.answer_again", lambda *_: None)

    assert found.press("Share in thread") is None
    assert "That fact is no longer held" in found.shown


def test_where_there_is_no_thread_nothing_is_to_be_shared(slack: Slack) -> None:
    slack.ask_factbox()
    slack.submit(question="zenda dam height")

    assert HEIGHT in slack.shown
    assert "Share in thread" not in slack.shown


# Ask Factbox


@pytest.fixture
def asking(slack: Slack) -> Slack:
    slack.ask_factbox()
    return slack


def test_the_window_asks_for_a_question_or_a_name(asking: Slack) -> None:
    assert asking.shown == "Ask Factbox\n" + FIELDS.format("").replace(" \n", "\n")


def test_a_question_is_answered_in_the_window_without_a_call(asking: Slack) -> None:
    before = len(asking.windows)
    answer = asking.submit(question="how many live in ruritnia")

    assert (answer["response_action"], len(asking.windows), asking.calls) == ("update", before, [])
    assert shown(asking).startswith(POPULATION)


def test_it_can_be_asked_again_and_the_answer_pressed(asking: Slack) -> None:
    asking.submit(question="how many live in ruritnia")
    asking.submit(question="how high is the zenda dam")
    asking.press("Copy with citation")

    assert "87 meters" in asking.shown


def test_a_fact_is_picked_by_its_name(asking: Slack) -> None:
    option = next(each for each in asking.options("height") if each["value"] == "fact/zenda-dam/height")
    asking.submit(pick=option)

    assert shown(asking).startswith(HEIGHT)


def test_a_subject_that_is_picked_shows_its_facts(asking: Slack) -> None:
    asking.submit(pick=asking.options("zenda dam")[0])
    assert shown(asking).startswith("Zenda Dam\nlength of the dam [Open]")

    asking.press("Open height of the dam")
    assert HEIGHT in asking.shown


def test_sent_empty_it_says_how_to_ask(asking: Slack) -> None:
    asking.submit()

    assert shown(asking).startswith("Ask me for a figure, in your own words:")


def test_a_choice_in_the_window_is_answered_there(asking: Slack) -> None:
    asking.submit(question="strelsau zenda railway carried")
    asking.press("Strelsau–Zenda Railway: freight carried since opening")

    assert "4.5 million tonnes" in asking.shown


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("rur", "Ruritania"),
        ("szr", "Strelsau–Zenda Railway"),
        ("railway pass", "Strelsau–Zenda Railway: passengers carried since opening"),
        ("panel 1", "Panel 1: The Strelsau–Zenda Railway at a glance"),
        ("zneda dma", "Zenda Dam"),
    ],
)
def test_the_type_ahead_offers_the_best_first(asking: Slack, typed: str, first: str) -> None:
    assert asking.options(typed)[0]["text"]["text"] == first


@pytest.mark.parametrize("typed", ["", "  ", "qwrtzp", "*" * 600, "<!channel>"])
def test_the_type_ahead_offers_nothing_where_nothing_fits(asking: Slack, typed: str) -> None:
    assert asking.options(typed) == []


def test_the_type_ahead_never_offers_more_than_slack_shows(ruritania: Library) -> None:
    subjects = [Subject(f"s{number}", f"Dam number {number} " + "long " * 40) for number in range(150)]
    facts = [Fact(f"{each.id}/height", each, "height", (figure("87 meters"),)) for each in subjects]
    great = Catalogue.of(Knowledge({}, {each.id: each for each in facts}))

    offered = options("dam", replace(ruritania.now, catalogue=great))

    assert len(offered) == 100
    assert [*flaws_of_options(offered)] == []
