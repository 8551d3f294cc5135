"""The App Home: browsed, searched, never beyond a limit; and what an empty conversation suggests."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from bot.playground.view_flaws import flaws_of_view
from handlers.keeping import Revision
from handlers.memory import Place, Question
from handlers.pages.contents import page_at
from handlers.pages.frame import home as home_of
from handlers.pages.prompts import suggested
from handlers.pages.where import Where, where_in
from handlers.views import modal
from knowledge.catalogue import Catalogue
from knowledge.library import Library, served
from knowledge.model import Box, Fact, Knowledge, Subject
from tests.aids.made import YEARBOOK, fact, figure
from tests.aids.screen import pressable_in, words_in
from tests.aids.slack import DIRECT, PERSON, Slack
from tests.handlers.test_conversations import HEIGHT

FRONT = """\
Look for a figure:
15 facts about 5 subjects, from 2 documents.
Every figure here is shown with its date and the exact place it was printed.
Topics
[country (1)] [economy (1)] [health (1)] [rail (1)] [water (1)]
[Fact boxes] [Sources] [What changed lately]
[For admins]"""


def home(slack: Slack) -> str:
    return words_in(slack.home["blocks"])


@pytest.fixture
def at_home(slack: Slack) -> Slack:
    slack.open_home()
    return slack


def test_the_home_opens_with_a_search_field_and_the_topics(at_home: Slack) -> None:
    assert home(at_home) == FRONT
    assert at_home.calls == ["views.publish"]


def test_an_opened_home_stays_as_it_is_until_the_knowledge_base_changes(at_home: Slack) -> None:
    at_home.turn("water (1)")
    at_home.open_home()
    assert len(at_home.calls) == 2

    at_home.home["private_metadata"] = "another revision"
    at_home.open_home()
    assert home(at_home).startswith("Look for a figure")
    assert len(at_home.calls) == 3


def test_from_a_topic_over_a_subject_to_a_fact(at_home: Slack) -> None:
    at_home.turn("water (1)")
    assert home(at_home).splitlines()[-2:] == ["Zenda Dam · 3 facts [Open]", "[Start]"]

    at_home.turn("Open Zenda Dam · 3 facts")
    assert "height of the dam [Open]" in home(at_home)

    at_home.turn("Open height of the dam")
    assert HEIGHT in home(at_home)
    assert home(at_home).splitlines()[-1] == "[Zenda Dam] [Start]"

    at_home.turn("Start")
    assert home(at_home).endswith("[For admins]")


def test_a_figure_in_the_home_can_be_copied(at_home: Slack) -> None:
    at_home.turn("water (1)")
    at_home.turn("Open Zenda Dam · 3 facts")
    at_home.turn("Open height of the dam")
    at_home.turn("Copy with citation")

    assert at_home.shown.splitlines()[2:4] == HEIGHT.splitlines()


def test_figures_on_a_page_are_given_and_reach_nobody_else(at_home: Slack) -> None:
    at_home.turn("water (1)")
    at_home.turn("Open Zenda Dam · 3 facts")
    assert at_home.memory.kept[-1].figures == ()

    at_home.turn("Open height of the dam")

    kept = at_home.memory.kept[-1]
    assert ([given.printed for given in kept.figures], kept.place) == (["87 meters"], Place("T1"))
    assert kept.revision == at_home.library.now.knowledge.revision


def test_boxes_and_sources_can_be_browsed(at_home: Slack) -> None:
    at_home.turn("Fact boxes")
    at_home.turn("Open Panel 1: The Strelsau–Zenda Railway at a glance")
    assert "2.4 million passengers · Strelsau–Zenda Railway" in home(at_home)

    at_home.turn("Start")
    at_home.turn("Sources")
    at_home.turn("Open Statistical Yearbook of Ruritania 2023")
    assert (
        "Author: Royal Statistics Office\n"
        "Title: Statistical Yearbook of Ruritania 2023\n"
        "Published: October 2023\n"
        "Address: https://example.org/yearbook\n"
        "8 figures here are quoted from it." in home(at_home)
    )


def test_what_changed_lately_tells_the_revision(at_home: Slack) -> None:
    at_home.turn("What changed lately")

    assert f"In use: revision {at_home.library.now.knowledge.revision}, since " in home(at_home)


def test_what_changed_lately_tells_each_revision_and_why_but_not_who(ruritania: Library) -> None:
    history = [
        Revision(2, "b", 1, "T1/UBOSS", "a <!channel> *typo*", 1717200000.0),
        Revision(1, "a", None, "files", "first", 0.0),
    ]

    assert words_in(page_at(Where("news"), ruritania.now, history).blocks).splitlines()[-3:-1] == [
        "1 June 2024: a <!channel> *typo*",
        "1 January 1970: first",
    ]


def test_a_search_is_answered_under_the_field_and_kept_as_a_question(at_home: Slack) -> None:
    at_home.search("how high is the zenda barage")

    assert HEIGHT in home(at_home)
    kept = at_home.memory.kept[-1]
    assert isinstance(kept.question, Question)
    assert (kept.question.asker, kept.place.channel) == (PERSON, None)


def test_a_choice_of_a_search_is_answered_there(at_home: Slack) -> None:
    at_home.search("strelsau zenda railway carried")
    at_home.turn("Strelsau–Zenda Railway: freight carried since opening")

    assert "4.5 million tonnes · Strelsau–Zenda Railway: freight carried since opening" in home(at_home)
    assert "You asked: strelsau zenda railway carried" in home(at_home)


def test_what_is_gone_says_so_and_shows_the_front(ruritania: Library) -> None:
    for kind in ("topic", "subject", "answer", "source"):
        page = page_at(where_in({"value": f"{kind}/0/gone/since"}), ruritania.now)

        assert words_in(page.blocks).startswith("That is no longer held")


def test_an_empty_knowledge_base_has_a_kind_page(ruritania: Library) -> None:
    nothing = replace(ruritania.now, knowledge=Knowledge({}, {}), catalogue=Catalogue.of(Knowledge({}, {})))

    assert words_in(page_at(Where(), nothing).blocks).startswith("There is nothing here yet.")
    assert "There are no fact boxes here yet." in words_in(page_at(Where("boxes"), nothing).blocks)


def test_the_pages_of_a_great_knowledge_base_stay_within_slacks_limits() -> None:
    long = "a name that goes on & on <!channel> *and* on " * 7
    subjects = [Subject(f"s{number}", f"{number} {long}", topic=f"{long}{number % 120}") for number in range(150)]
    facts = [
        Fact(f"{each.id}/f{n}", each, f"{n} {long}", (figure("87 meters"),))
        for each in subjects
        for n in range(45 if each is subjects[0] else 1)
    ]
    boxes = [Box(f"b{number}", f"{number} {long}", (), long, tuple(f.id for f in facts[:30])) for number in range(150)]
    by_id = {each.id: each for each in facts}
    great = served(Knowledge({YEARBOOK.id: YEARBOOK}, by_id, {each.id: each for each in boxes}, revision="1"))

    seen, left = set(), [Where()]
    while left:
        page = page_at(where := left.pop(), great)
        assert [*flaws_of_view(home_of(page.blocks, "1"))] == [], where
        assert [*flaws_of_view(modal(page.name, page.blocks))] == [], where
        assert "mrkdwn" not in json.dumps(page.blocks)
        doors = [where_in(each) for each in pressable_in(page.blocks) if each["action_id"].startswith("go-")]
        left += [door for door in doors if door not in seen]
        seen |= {where, *doors}
    assert len(seen) > 500


# The conversation


def test_an_empty_conversation_suggests_what_this_knowledge_base_can_answer(slack: Slack) -> None:
    slack.open_home("messages")

    assert slack.prompts["channel_id"] == DIRECT
    assert [prompt["message"] for prompt in slack.prompts["prompts"]] == [
        "How many people live in Ruritania?",
        "What share of Ruritanians is content with the economy?",
        "How many passengers has the Strelsau–Zenda Railway carried?",
        "What can you do?",
    ]
    for prompt in slack.prompts["prompts"][:3]:
        assert "Source" in (slack.dm(prompt["message"]) or "")


def test_without_a_question_of_the_editors_none_is_made_up() -> None:
    assert suggested([fact(figure("87 meters"))], 3) == []
