"""Factbox as people meet it: what they type in Slack, and what it says."""

from __future__ import annotations

import pytest

from tests.aids.screen import words_in
from tests.aids.slack import CHANNEL, DIRECT, PERSON, Slack, ts

POPULATION = """\
1.2 million people · Ruritania: population · as of 31 May 2024
Source: Strelsau Institute, “Ruritania Today”: The Strelsau Review (2024), 1.1
Earlier: 1.1 million people · as of 31 December 2022 · Yearbook (2023), I.1"""

HEIGHT = """\
87 meters · Zenda Dam: height of the dam · undated in the source, published October 2023
Source: Royal Statistics Office, Statistical Yearbook of Ruritania 2023 (October 2023), II.2"""

HELP = """\
I am Factbox: I answer with a figure, its date and the exact place it was printed, or not at all.
• /fact and your question: only you see the answer
• /fact box and a name: everything in a fact box or panel
• /fact topics, or /fact sources: what I hold, and from where
• /fact why and a question: what I weigh to answer it
• mention me in a channel: I answer in the thread
• write to me directly: I answer there
• open my Home tab to browse, or use the shortcut Find the figure on anyone’s message
I understand English only, so far."""


def test_a_question_is_answered_with_the_figure_its_date_and_its_source(slack: Slack) -> None:
    assert slack.command("/fact How many people live in Ruritania?") == POPULATION


def test_a_typo_still_finds_the_fact(slack: Slack) -> None:
    assert slack.mention("how many people live in ruritnia") == POPULATION


def test_a_figure_without_a_date_says_so(slack: Slack) -> None:
    assert slack.dm("how high is the zenda dam") == HEIGHT


def test_a_projection_is_never_taken_for_an_outcome(slack: Slack) -> None:
    assert slack.mention("What is the GDP of Ruritania?") == (
        "more than US$31 billion · Ruritanian economy: gross domestic product · for 2023\n"
        "Source: Strelsau Institute, “Ruritania Today”: The Strelsau Review (2024), 2\n"
        "Also: US$45 billion · a projection, not an outcome, says World Bank · for 2030 (published 2024) · "
        "Strelsau Review (2024), 2"
    )


def test_what_two_documents_print_alike_is_said_once_with_both_citations(slack: Slack) -> None:
    assert slack.mention("How big is Ruritania?") == (
        "15,300 square kilometers · Ruritania: area of the country · "
        "undated in the sources, published 2024 and October 2023\n"
        "Sources: Strelsau Institute, “Ruritania Today”: The Strelsau Review (2024), 1.1; "
        "Royal Statistics Office, Statistical Yearbook of Ruritania 2023 (October 2023), I.1"
    )


def test_sheep_do_not_get_the_population(slack: Slack) -> None:
    assert slack.mention("How many sheep live in Ruritania?") == (
        "I am sorry, I hold no figure for that, and I do not guess.\n"
        "The nearest I hold is Ruritania.\n"
        "If you know where it is printed, ask an admin of this Factbox to add it."
    )


def test_a_box_is_shown_whole_with_a_citation_for_every_figure(slack: Slack) -> None:
    assert slack.command("/fact box railway panel") == (
        "Panel 1: The Strelsau–Zenda Railway at a glance\n"
        "The line of 320 kilometers brought Zenda, once nine hours away, within reach of a morning.\n"
        "Source: Strelsau Institute, “Ruritania Today”: The Strelsau Review (2024), 1.2\n"
        "320 kilometers · Strelsau–Zenda Railway: length of the line · undated in the source, published 2024 · "
        "Strelsau Review (2024), 1.2\n"
        "2.4 million passengers · Strelsau–Zenda Railway: passengers carried since opening · as of 31 May 2024 · "
        "Strelsau Review (2024), 1.2\n"
        "Earlier: 1.9 million passengers · as of 31 August 2023 · Yearbook (2023), II.1\n"
        "4.5 million tonnes · Strelsau–Zenda Railway: freight carried since opening · as of 31 May 2024 · "
        "Strelsau Review (2024), 1.2\n"
        "three and a half hours · Strelsau–Zenda Railway: travel time from Strelsau to Zenda · "
        "since the railway opened (published 2024) · Strelsau Review (2024), 1.2\n"
        "Also: nine hours · before the railway opened (published 2024) · Strelsau Review (2024), 1.2"
    )


@pytest.mark.parametrize("typed", ["/fact help", "/fact HELP", "/fact who are you"])
def test_help_is_a_word_away(slack: Slack, typed: str) -> None:
    assert slack.command(typed) == HELP


@pytest.mark.parametrize("typed", ["help", ""])
@pytest.mark.parametrize("thread", [{}, {"thread_ts": ts(1)}], ids=["channel", "thread"])
def test_help_in_a_channel_is_for_the_asker_alone(slack: Slack, typed: str, thread: dict[str, str]) -> None:
    assert "mention me in a channel" in (slack.mention(typed, **thread) or "")
    assert (slack.calls, slack.last["user"]) == (["chat.postEphemeral"], PERSON)
    assert slack.last.get("thread_ts") == thread.get("thread_ts")


def test_in_a_direct_message_help_stays_there(slack: Slack) -> None:
    assert slack.dm("help") == HELP
    assert slack.calls == ["chat.postMessage"]


def test_a_command_without_a_question_says_how_to_ask(slack: Slack) -> None:
    assert (slack.command("/fact") or "").startswith("Ask me for a figure, in your own words:\n• /fact and")


def test_a_greeting_is_returned(slack: Slack) -> None:
    assert (slack.dm("hi") or "").startswith("Hello!")


def test_thanks_are_welcome(slack: Slack) -> None:
    assert (slack.mention("thanks a lot!") or "").startswith("You’re welcome.")


def test_topics_are_listed_and_open(slack: Slack) -> None:
    assert slack.command("/fact topics") == (
        "I hold figures on:\n• country (1)\n• economy (1)\n• health (1)\n• rail (1)\n• water (1)"
    )

    slack.click("water")
    assert slack.shown == "water\nwater\nZenda Dam · 3 facts [Open]\n[Start]"


def test_sources_are_listed_as_they_are_cited(slack: Slack) -> None:
    assert slack.command("/fact Sources") == (
        "I quote from:\n"
        "• Royal Statistics Office, Statistical Yearbook of Ruritania 2023 (October 2023)\n"
        "• Strelsau Institute, “Ruritania Today”: The Strelsau Review (2024)"
    )


def test_why_tells_what_is_weighed_and_no_figure(slack: Slack) -> None:
    told = slack.command("/fact why how many passengers has the zenda line carried") or ""

    assert told.startswith("Words that count: many, passengers, zenda, line, carried\n")
    assert "• Strelsau–Zenda Railway: freight carried since opening: explains" in told
    assert "ruled out: " in told
    assert "million" not in told


def test_a_series_is_a_table_with_its_twin_in_words(slack: Slack) -> None:
    told = slack.command("/fact how has the population of Ruritania developed") or ""

    assert "1.1 million people · Ruritania: population · as of 31 December 2022 · Yearbook (2023), I.1" in told
    (table,) = (block for block in slack.last["blocks"] if block["type"] == "table")
    assert words_in([table]).splitlines() == [
        "Figure | What it is | Date | Source",
        "1.1 million people | Ruritania: population | as of 31 December 2022 | Yearbook (2023), I.1",
        "1.2 million people | Ruritania: population | as of 31 May 2024 | Strelsau Review (2024), 1.1",
    ]


# Where an answer goes, and who sees it


def test_a_command_is_answered_in_the_ack_for_the_asker_alone(slack: Slack) -> None:
    slack.command("/fact zenda dam height")

    assert slack.last["response_type"] == "ephemeral"
    assert slack.calls == []


def test_a_mention_is_answered_in_a_thread_under_it(slack: Slack) -> None:
    slack.mention("zenda dam height", ts="5.0")

    assert (slack.last["channel"], slack.last["thread_ts"]) == (CHANNEL, "5.0")


def test_a_mention_in_a_thread_is_answered_in_that_thread(slack: Slack) -> None:
    slack.mention("zenda dam height", ts="5.0", thread_ts="4.0")

    assert slack.last["thread_ts"] == "4.0"


def test_a_direct_message_is_answered_in_place(slack: Slack) -> None:
    slack.dm("zenda dam height")

    assert (slack.last["channel"], slack.last.get("thread_ts")) == (DIRECT, None)


def test_a_direct_message_in_a_thread_is_answered_there(slack: Slack) -> None:
    slack.dm("zenda dam height", thread_ts="4.0")

    assert slack.last["thread_ts"] == "4.0"


def test_no_link_unfolds_into_a_preview(slack: Slack) -> None:
    slack.mention("zenda dam height")

    assert (slack.last["unfurl_links"], slack.last["unfurl_media"]) == (False, False)


# What gets no answer


@pytest.mark.parametrize(
    "event",
    [
        {"bot_id": "B2"},
        {"bot_id": "B2", "subtype": "bot_message", "user": None},
        {"user": "UBOT"},
        {"user": "USLACKBOT"},
        {"user": None},
        {"subtype": "message_changed", "hidden": True},
        {"subtype": "message_deleted", "hidden": True},
        {"subtype": "thread_broadcast"},
        {"edited": {"user": PERSON, "ts": "2.0"}},
    ],
    ids=str,
)
def test_bots_edits_and_deletions_are_not_answered(slack: Slack, event: dict[str, object]) -> None:
    assert slack.dm("zenda dam height", **event) is None
    assert slack.mention("zenda dam height", **event) is None


def test_a_message_in_a_channel_that_does_not_mention_us_is_not_answered(slack: Slack) -> None:
    assert slack.event({"type": "message", "channel_type": "channel", "channel": CHANNEL, "text": "dam height"}) is None


def test_an_event_sent_again_is_answered_once(slack: Slack) -> None:
    event = {"type": "app_mention", "channel": CHANNEL, "text": "zenda dam height"}

    assert slack.event(event, event_id="Ev1") == HEIGHT
    assert slack.event(event, event_id="Ev1") is None


def test_two_workspaces_may_send_events_of_one_id(slack: Slack) -> None:
    event = {"type": "app_mention", "channel": CHANNEL, "text": "zenda dam height"}

    assert slack.event(event, event_id="Ev1", team="T1") == HEIGHT
    assert slack.event(event, event_id="Ev1", team="T2") == HEIGHT


# Choices


def test_an_unsure_answer_offers_names_and_no_figures(slack: Slack) -> None:
    asked = slack.command("/fact strelsau zenda railway carried") or ""

    first, *names, blank, question = asked.splitlines()
    assert (first, blank, question) == (
        "Which of these do you mean?",
        "",
        "You asked: strelsau zenda railway carried",
    )
    assert sorted(names) == [
        "• Strelsau–Zenda Railway: freight carried since opening",
        "• Strelsau–Zenda Railway: passengers carried since opening",
    ]
    assert [f"• {button['text']['text']}" for button in slack.buttons] == names


def test_a_choice_is_answered_in_place_of_the_choices(slack: Slack) -> None:
    slack.command("/fact strelsau zenda railway carried")

    assert slack.click("Strelsau–Zenda Railway: freight carried since opening") == (
        "4.5 million tonnes · Strelsau–Zenda Railway: freight carried since opening · as of 31 May 2024\n"
        "Source: Strelsau Institute, “Ruritania Today”: The Strelsau Review (2024), 1.2\n"
        "\n"
        "You asked: strelsau zenda railway carried"
    )
    assert slack.last["replace_original"] is True


def test_a_choice_that_is_gone_says_so_kindly(slack: Slack, monkeypatch: pytest.MonkeyPatch) -> None:
    slack.command("/fact strelsau zenda railway carried")
    monkeypatch.setattr("knowledge.answer.by_id", lambda *_: None)

    assert slack.click("Strelsau–Zenda Railway: freight carried since opening") == (
        "That fact is no longer held; it may have been renamed or withdrawn. Please ask again in your own words.\n"
        "\n"
        "You asked: strelsau zenda railway carried"
    )
