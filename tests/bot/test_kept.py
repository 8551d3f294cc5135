"""What is kept of a question and its answer: a snapshot of every figure that was shown, and where."""

from __future__ import annotations

import pytest

from handlers.given import Given
from handlers.memory import RESPOND, Kept, Place, Question
from tests.aids.slack import CHANNEL, HOOK, PERSON, TEAM, Slack

DAM = Given(
    fact="zenda-dam/height",
    printed="87 meters",
    unit="m",
    as_of=None,
    period=None,
    due=None,
    when=None,
    source="yearbook-2023",
    locator="II.2",
    cited="Royal Statistics Office, Statistical Yearbook of Ruritania 2023 (October 2023), II.2",
    title="Zenda Dam: height of the dam",
)


def last(slack: Slack) -> Kept:
    return slack.memory.kept[-1]


def revision(slack: Slack) -> str:
    return slack.library.now.knowledge.revision


def score(slack: Slack) -> float | None:
    """What the nearest fact was worth, which is not for this test to say."""
    question = last(slack).question
    return question.score if question else None


def test_of_a_mention_the_question_and_every_figure_are_kept(slack: Slack) -> None:
    slack.mention("zenda dam height", ts="5.0")

    kept = last(slack)
    assert kept.place == Place(TEAM, None, CHANNEL, "5.0")
    assert kept.question == Question(
        PERSON, "zenda dam height", "found", revision(slack), "zenda-dam/height", "zenda-dam/length", score(slack)
    )
    assert (score(slack) or 0) > 0.5
    assert kept.figures == (DAM,)
    assert [post.method for post in kept.posts] == ["chat.postMessage"]


def test_of_a_command_the_same_is_kept_and_nothing_is_posted(slack: Slack) -> None:
    slack.command("/fact zenda dam height")

    assert (last(slack).figures, last(slack).posts) == ((DAM,), ())


def test_earlier_figures_that_are_shown_are_given_too(slack: Slack) -> None:
    slack.mention("how many people live in ruritania")

    assert [figure.printed for figure in last(slack).figures] == ["1.2 million people", "1.1 million people"]


def test_of_choices_no_figure_is_given(slack: Slack) -> None:
    slack.command("/fact strelsau zenda railway carried")

    question = last(slack).question
    assert question
    assert (question.outcome, last(slack).figures) == ("unsure", ())
    assert {question.fact, question.runner_up} == {
        "strelsau-zenda-railway/freight",
        "strelsau-zenda-railway/passengers",
    }


def test_of_a_choice_the_figure_is_given_where_it_was_chosen(slack: Slack) -> None:
    slack.command("/fact strelsau zenda railway carried")
    slack.click("Strelsau–Zenda Railway: freight carried since opening")

    kept = last(slack)
    assert [(post.method, post.arguments["url"]) for post in kept.posts] == [(RESPOND, HOOK)]
    assert [figure.printed for figure in kept.figures] == ["4.5 million tonnes"]


def test_what_is_not_held_is_kept_for_the_admins(slack: Slack) -> None:
    slack.mention("how many sheep live in ruritania")

    assert last(slack).question == Question(
        PERSON,
        "how many sheep live in ruritania",
        "unknown",
        revision(slack),
        None,
        "ruritania/population",
        score(slack),
    )


@pytest.mark.parametrize("said", ["hi", "thanks", "help", ""])
def test_greetings_thanks_and_help_are_not_kept(slack: Slack, said: str) -> None:
    slack.command(f"/fact {said}")

    assert last(slack).question is None


def test_what_would_break_a_line_or_a_database_is_not_in_a_text(slack: Slack) -> None:
    slack.mention("zenda\x00 dam\ud800 height")

    question = last(slack).question
    assert question
    assert question.text == "zenda  dam� height"
