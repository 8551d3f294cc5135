"""The checker of what Factbox sends: everything that Slack refuses and its published types let through."""

from __future__ import annotations

from typing import Any

import pytest

from bot.playground.refusals import flaws_of

Thing = dict[str, Any]


def text(characters: int = 5) -> Thing:
    return {"type": "plain_text", "text": "x" * characters}


def options(number: int) -> list[Thing]:
    return [{"text": text(), "value": f"{each}"} for each in range(number)]


def message(*blocks: Thing, **more: Any) -> Thing:
    return {"text": "87 meters", "blocks": [*blocks], **more}


def modal(*blocks: Thing, **more: Any) -> Thing:
    return {"view": {"type": "modal", "title": text(), "blocks": [*blocks], **more}}


def actions(*elements: Thing) -> Thing:
    return {"type": "actions", "elements": [*elements]}


def select(**more: Any) -> Thing:
    return {"type": "static_select", "action_id": "a", **more}


def button(**more: Any) -> Thing:
    return {"type": "button", "action_id": "a", "text": text(), **more}


DIVIDER = {"type": "divider"}
SECTION = {"type": "section", "text": text()}
FIELD = {"type": "input", "label": text(), "element": {"type": "plain_text_input", "action_id": "a"}}
FEEDBACK = {"type": "feedback_buttons", "action_id": "a", "positive_button": {"text": text(), "value": "+"}}


@pytest.mark.parametrize(
    ("method", "sent", "flaw"),
    [
        ("chat.postMessage", {"blocks": [SECTION]}, "there is no text"),
        ("chat.update", {"text": " "}, "there is no text"),
        ("respond", {"text": ""}, "there is no text"),
        ("ack", {"text": "", "response_type": "ephemeral"}, "there is no text"),
        ("ack", {"text": "x" * 40_001}, "the text is longer than 40000"),
        ("chat.postMessage", message(*[DIVIDER] * 51), "more than 50 blocks"),
        ("chat.postMessage", message(*[{"type": "section", "text": text(3000)}] * 5), "the blocks are longer than 13200"),
        ("chat.postMessage", message(FIELD), "an input in a message"),
        ("chat.postMessage", message(SECTION | {"block_id": "b"}, DIVIDER | {"block_id": "b"}), "two have the block_id 'b'"),
        ("chat.postMessage", message(actions(button(), button())), "two have the action_id 'a'"),
        ("chat.postMessage", message(actions(button(text=text(76)))), "a text is empty, or longer than 75"),
        ("chat.postMessage", message(actions(button(action_id="x" * 256))), "the action_id of a button is longer than 255"),
        ("chat.postMessage", message(actions({"type": "knob"})), "there is no element 'knob'"),
        ("chat.postMessage", message(actions(select())), "a static_select without options"),
        ("chat.postMessage", message(actions(select(options=options(101)))), "more than 100 options"),
        ("chat.postMessage", message(actions(select(options=options(1), initial_option=options(2)[1]))),
         "the initial option of a static_select is none of its options"),
        ("chat.postMessage", message({"type": "context_actions", "elements": [FEEDBACK]}), "there is no text"),
        ("chat.postMessage", message({"type": "image", "image_url": "https://example.org"}),
         "an image without alt_text, or without an image"),
        ("chat.postMessage", message({"type": "table", "rows": []}), "a table without rows, or with more than 100"),
        ("chat.postMessage", message({"type": "section", "fields": [text(2001)]}), "a field is empty, or longer than 2000"),
        ("ack", {"options": options(101)}, "more than 100 options"),
        ("ack", {"options": [{"text": text(), "value": "x" * 151}]}, "the value of an option is empty, or longer than 150"),
        ("ack", {"option_groups": [{"options": options(1)}]}, "there is no label"),
        ("views.open", modal(FIELD), "what asks for something needs a button to send it"),
        ("views.open", modal(SECTION, title=text(25)), "title has between 1 and 24 characters"),
        ("views.open", modal(SECTION, title=None), "title has between 1 and 24 characters"),
        ("views.update", modal(SECTION, private_metadata="x" * 3001), "private_metadata is longer than 3000"),
        ("views.publish", {"view": {"type": "home", "blocks": [DIVIDER] * 101}}, "more than 100 blocks"),
        ("ack", {"response_action": "update", **modal(FIELD)}, "what asks for something needs a button to send it"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)  # fmt: skip
def test_what_slack_refuses_is_told(method: str, sent: Thing, flaw: str) -> None:
    assert flaw in [*flaws_of(method, sent)]


@pytest.mark.parametrize(
    ("method", "sent"),
    [
        ("chat.postMessage", message(SECTION, actions(button()), actions(button()))),
        ("respond", {"delete_original": True}),
        ("ack", {}),
        ("ack", {"response_action": "errors", "errors": {"b": "no"}}),
        ("ack", {"options": options(100)}),
        ("views.open", modal(FIELD, submit=text())),
        ("views.publish", {"view": {"type": "home", "blocks": [DIVIDER] * 100}}),
    ],
)
def test_what_slack_takes_is_good(method: str, sent: Thing) -> None:
    assert [*flaws_of(method, sent)] == []
