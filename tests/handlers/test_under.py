"""What stands under an answer, as people press it."""

from __future__ import annotations

import json

import pytest

from handlers.memory import SHARE, Feedback, Place, Watch
from tests.aids.slack import CHANNEL, HOOK, PERSON, Slack
from tests.handlers.test_conversations import HEIGHT

ASKED = "/fact how high is the dam at zenda"
SHOWN = HEIGHT.splitlines()


@pytest.fixture
def asked(slack: Slack) -> Slack:
    """Somebody has asked, and only they see the answer."""
    slack.command(ASKED)
    return slack


def said(slack: Slack) -> list[object]:
    return [*slack.memory.kept[-1].said]


# The row


def test_the_row_has_two_buttons_and_a_menu(asked: Slack) -> None:
    row, judged = asked.last["blocks"][-2:]

    assert [each["type"] for each in row["elements"]] == ["button", "button", "overflow"]
    assert [each["type"] for each in judged["elements"]] == ["feedback_buttons"]


def test_what_everybody_sees_needs_no_sharing(slack: Slack) -> None:
    slack.mention("how high is the zenda dam")

    assert [each["text"]["text"] for each in slack.buttons] == ["Copy with citation"]


def test_of_two_answers_each_has_its_row(slack: Slack) -> None:
    slack.command("/fact How high is the Zenda Dam? How long is the Strelsau–Zenda Railway?")

    rows = [block for block in slack.last["blocks"] if block["type"] == "actions"]
    assert [json.loads(row["block_id"])["id"] for row in rows] == ["zenda-dam/height", "strelsau-zenda-railway/length"]


def test_what_is_not_known_has_no_row(slack: Slack) -> None:
    slack.command("/fact hi")

    assert {block["type"] for block in slack.last["blocks"]} == {"rich_text"}


@pytest.mark.parametrize("question", ["how high is the zenda dam " * 15, "how high\x00 is the zenda dam\ud800 <&> *?*"])
def test_any_question_leaves_the_row_within_its_limits(slack: Slack, question: str) -> None:
    slack.command(f"/fact {question}")
    slack.menu("How it got here")

    assert "Entry: zenda-dam/height" in slack.shown


# Share in channel


def test_sharing_shows_the_figure_and_who_shared_it_but_not_the_question(asked: Slack) -> None:
    assert asked.click("Share in channel") == HEIGHT + "\n\nShared by anna"
    assert (asked.last["channel"], asked.last["url"], asked.calls) == (CHANNEL, HOOK, [SHARE])
    assert "dam at zenda" not in json.dumps(asked.last)


def test_pressing_it_again_shares_nothing_again(asked: Slack) -> None:
    message = {**asked.last}
    asked.click("Share in channel")
    asked.said[-1:] = []
    assert asked.last == message

    assert asked.click("Share in channel") is None


def test_what_is_shared_is_remembered_with_its_figures(asked: Slack) -> None:
    asked.click("Share in channel")

    kept = asked.memory.kept[-1]
    assert ([given.printed for given in kept.figures], kept.question) == (["87 meters"], None)
    assert kept.revision == asked.library.now.knowledge.revision


def test_what_is_shared_can_be_pressed_by_all(asked: Slack) -> None:
    asked.click("Share in channel")
    asked.menu("How it got here")

    assert "Which question it answered is not known here" in asked.shown


def test_a_calculated_answer_can_be_shared(slack: Slack) -> None:
    told = slack.command("/fact how has the population of Ruritania developed")

    assert slack.click("Share in channel") == f"{told}\n\nShared by anna"


def test_what_is_held_no_more_is_not_shared(asked: Slack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.pressed.listeners.answer_again", lambda *_: None)

    assert (asked.click("Share in channel") or "").startswith("That fact is no longer held")
    assert asked.last["response_type"] == "ephemeral"


# Windows


def test_copying_gives_the_print_and_the_full_citation(asked: Slack) -> None:
    asked.click("Copy with citation")

    assert asked.shown.splitlines() == [
        "Copy with citation",
        "Select it all and copy it: the figure as printed, its date and its full citation.",
        *SHOWN,
        "https://example.org/yearbook",
    ]
    assert asked.windows[-1]["blocks"][-1]["elements"][0]["type"] == "rich_text_preformatted"


@pytest.mark.parametrize(
    ("entry", "figures"),
    [("Copy with citation", ["87 meters"]), ("How it got here", ["87 meters"]), ("More on this", []),
     ("Tell me if this changes", []), ("Something wrong?", [])],
)  # fmt: skip
def test_figures_seen_in_a_window_are_given_to_whoever_opened_it_alone(
    asked: Slack, entry: str, figures: list[str]
) -> None:
    asked.click(entry) if entry.startswith("Copy") else asked.menu(entry)

    given = [(kept.place, [each.printed for each in kept.figures]) for kept in asked.memory.kept[1:] if kept.figures]
    assert given == ([(Place("T1"), figures)] if figures else [])


def test_what_is_too_much_to_copy_is_said(slack: Slack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.pressed.windows.ROOM", 300)
    slack.command("/fact box railway panel")
    slack.click("Copy with citation")

    assert slack.shown.splitlines()[-1].endswith("more lines do not fit in this message: ask for one figure at a time.")


def test_more_on_this_names_the_subjects_other_facts_and_its_box(slack: Slack) -> None:
    slack.command("/fact How long is the Strelsau–Zenda Railway?")
    slack.menu("More on this")

    assert slack.shown.splitlines() == [
        "Strelsau–Zenda Railway",
        "Strelsau–Zenda Railway",
        "length of the line [Open]",
        "passengers carried since opening [Open]",
        "freight carried since opening [Open]",
        "travel time from Strelsau to Zenda [Open]",
        "In these fact boxes",
        "Panel 1: The Strelsau–Zenda Railway at a glance [Open]",
        "[rail] [Start]",
    ]


def test_a_fact_opens_in_the_window_with_its_citation(slack: Slack) -> None:
    slack.command("/fact How long is the Strelsau–Zenda Railway?")
    slack.menu("More on this")
    slack.press("Open freight carried since opening")

    assert slack.shown.splitlines()[1:3] == [
        "4.5 million tonnes · Strelsau–Zenda Railway: freight carried since opening · as of 31 May 2024",
        "Source: Strelsau Institute, “Ruritania Today”: The Strelsau Review (2024), 1.2",
    ]


def test_how_it_got_here_tells_the_entry_the_revision_and_what_was_weighed(asked: Slack) -> None:
    asked.menu("How it got here")

    told = asked.shown
    assert told.startswith(f"How it got here\n{HEIGHT}\nEntry: zenda-dam/height\n")
    assert f"Knowledge base: revision {asked.library.now.knowledge.revision}, in use since " in told
    assert "Words that count: high, dam, zenda" in told
    assert "• Zenda Dam: height of the dam: explains " in told


def test_how_it_got_here_says_so_when_an_editor_wrote_the_question(slack: Slack) -> None:
    slack.command("/fact How high is the Zenda Dam?")
    slack.menu("How it got here")

    assert "The question stands word for word beside this fact" in slack.shown


def test_a_window_over_a_window_is_pushed(asked: Slack) -> None:
    asked.menu("More on this")
    asked.press("Open length of the dam")
    asked.press("Copy with citation")

    assert len(asked.windows) == 2
    assert "1,420 meters" in asked.shown


def test_of_what_is_held_no_more_a_window_says_so(asked: Slack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.pressed.listeners.answer_again", lambda *_: None)
    asked.menu("How it got here")

    assert "That fact is no longer held" in asked.shown


def test_when_slack_opens_no_window_the_reader_is_told(asked: Slack, monkeypatch: pytest.MonkeyPatch) -> None:
    def expired(*_: object, **__: object) -> None:
        raise TimeoutError

    monkeypatch.setattr("slack_sdk.WebClient.views_open", expired)
    asked.menu("How it got here")

    assert [post.method for post in asked.memory.kept[-1].posts] == ["respond"]


# Something wrong?


def test_what_is_wrong_reaches_the_admins_with_the_question_and_the_figure(asked: Slack) -> None:
    asked.menu("Something wrong?")
    answer = asked.submit(note="it is 88 *meters* <!channel>")

    revision = asked.library.now.knowledge.revision
    message = f"{len(asked.said)}.5"
    note = "it is 88 *meters* <!channel>"
    assert said(asked) == [
        Feedback(PERSON, message, "wrong", ASKED[6:], "zenda-dam/height", "87 meters", revision, note)
    ]
    assert (answer["response_action"], asked.memory.kept[-1].place.channel) == ("update", CHANNEL)
    assert "Thank you." in asked.shown


def test_the_last_click_is_what_counts(asked: Slack) -> None:
    asked.judge("right")
    asked.judge("wrong")

    verdicts = [
        (each.message, each.verdict) for kept in asked.memory.kept for each in kept.said if isinstance(each, Feedback)
    ]
    assert verdicts == [(f"{len(asked.said)}.5", "right"), (f"{len(asked.said)}.5", "wrong")]
    assert asked.calls == []


# Tell me if this changes


def test_who_watches_what_all_see_is_kept_with_its_thread(slack: Slack) -> None:
    slack.mention("how high is the zenda dam", ts="5.0")
    slack.menu("Tell me if this changes")

    kept = slack.memory.kept[-1]
    assert kept.said == (Watch(PERSON, "zenda-dam/height", "87 meters", slack.library.now.knowledge.revision),)
    assert (kept.place.channel, kept.place.thread) == (CHANNEL, "5.0")
    assert "I will write to you directly when another figure leads Zenda Dam: height of the dam" in slack.shown


def test_who_watches_what_only_they_see_is_kept_without_a_channel(asked: Slack) -> None:
    asked.menu("Tell me if this changes")

    assert asked.memory.kept[-1].place.channel is None


def test_a_box_is_watched_with_all_its_facts(slack: Slack) -> None:
    slack.command("/fact box railway panel")
    slack.menu("Tell me if this changes")

    assert len(said(slack)) == 4


def test_a_watch_can_be_ended(asked: Slack) -> None:
    asked.menu("Tell me if this changes")
    asked.press("Do not tell me")

    (watch,) = said(asked)
    assert isinstance(watch, Watch)
    assert (watch.fact, watch.on) == ("zenda-dam/height", False)
    assert "I will not tell you." in asked.shown
