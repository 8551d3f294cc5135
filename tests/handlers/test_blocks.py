"""A reply as Slack takes it: nothing in it formats by accident, and everything fits."""

from __future__ import annotations

import json
from dataclasses import replace
from html import unescape
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from handlers.render import render
from handlers.reply import Reply
from knowledge.answer import FactAnswer, Found, Unsure
from knowledge.model import Fact, Subject
from tests.aids.made import REVIEW, YEARBOOK, fact, figure, said


def words_in(blocks: Any) -> str:
    """Everything that the blocks of a message show, buttons apart."""
    sections = [
        element["elements"] for block in blocks if block["type"] == "rich_text" for element in block["elements"]
    ]
    return "\n\n".join("".join(word["text"] for word in section) for section in sections)


def test_the_figure_is_bold_and_its_source_is_a_link() -> None:
    reply = render(Found((FactAnswer(fact(), (figure("87 meters", REVIEW, "1", as_of="2024"),)),)))

    assert reply.blocks[:1] == (
        {
            "type": "rich_text",
            "elements": [
                {
                    "type": "rich_text_section",
                    "elements": [
                        {"type": "text", "text": "87 meters", "style": {"bold": True}},
                        {"type": "text", "text": " · Zenda Dam: height · as of 2024"},
                        {"type": "text", "text": "\n"},
                        {"type": "text", "text": "Source: "},
                        {"type": "link", "url": "https://example.org/review", "text": "The Strelsau Review (2024), 1"},
                    ],
                }
            ],
        },
    )


HOSTILE = "<!channel> *1* _2_ ~3~ `4` & <@U1> <https://example.org|x>"


def test_what_comes_from_yaml_stays_what_it_is() -> None:
    source = replace(YEARBOOK, title=HOSTILE, url="javascript:alert(1)")
    dam = Fact("zenda-dam/height", Subject("zenda-dam", HOSTILE), HOSTILE, (figure(HOSTILE, source, note=HOSTILE),))

    reply = render(Found((FactAnswer(dam, dam.figures),)))

    assert unescape(reply.text).count(HOSTILE) == 5
    assert_nothing_can_format(reply)


@given(st.text(max_size=600), st.text(min_size=1, max_size=200))
def test_no_question_and_no_name_can_format_mention_or_link(question: str, name: str) -> None:
    dam = Fact("zenda-dam/height", Subject("zenda-dam", name), "height", (figure("87 meters"),))

    reply = render(Unsure((FactAnswer(dam, dam.figures),)), question)

    assert_nothing_can_format(reply)


def assert_nothing_can_format(reply: Reply) -> None:
    """No mrkdwn anywhere, no stray sign in `text`, and both say the same."""
    assert "mrkdwn" not in json.dumps(reply.blocks)
    assert not set("<>") & set(reply.text)
    assert reply.text.count("&") == sum(map(reply.text.count, ("&amp;", "&lt;", "&gt;")))
    assert words_in(reply.blocks) == unescape(reply.text)
    reply.text.encode()


def test_an_address_that_slack_would_refuse_is_no_link() -> None:
    for url in ("javascript:alert(1)", "http://", "http://[", "https://x y.org", "ftp://example.org"):
        reply = render(Found((FactAnswer(fact(), (figure("87 meters", replace(REVIEW, url=url)),)),)))
        assert '"link"' not in json.dumps(reply.blocks)


# Slack's limits


def test_a_long_answer_leaves_lines_out_whole_and_says_how_many() -> None:
    figures = [figure(f"{year} meters", as_of=f"{year}") for year in range(2000, 1800, -1)]

    lines = said(*figures).splitlines()

    assert lines[-1] == f"{201 - len(lines) + 1} more lines do not fit in this message: ask for one figure at a time."
    assert all(each.endswith("Yearbook of Ruritania (2023), II.2") for each in lines[2:-1])


@given(st.lists(st.integers(1, 900), min_size=1, max_size=60))
def test_a_message_stays_within_slacks_limits(lengths: list[int]) -> None:
    figures = [figure("9" * length, as_of=f"{1900 + number}") for number, length in enumerate(lengths)]

    reply = render(Found((FactAnswer(fact(*figures), tuple(figures)),)))

    assert len(reply.text) <= 4200
    assert len(json.dumps(reply.blocks)) <= 13_000
    assert all(len(words_in([block])) <= 3000 for block in reply.blocks)


def test_a_figure_longer_than_a_message_is_not_cut() -> None:
    assert said(figure("9" * 5000)) == "What I hold for that is too long for a Slack message."
