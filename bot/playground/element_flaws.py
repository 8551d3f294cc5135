"""What is wrong with the elements of blocks, in words: what Slack refuses, and its published types do not tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Thing = Mapping[str, Any]

LONGEST = {"action_id": 255, "block_id": 255, "value": 2000, "url": 3000, "image_url": 3000, "alt_text": 2000,
           "accessibility_label": 75, "initial_value": 3000}  # fmt: skip
MOST_OPTIONS = {"overflow": 5, "checkboxes": 10, "radio_buttons": 10}
BUTTON, PLACEHOLDER, OPTION, OPTION_VALUE = 75, 150, 75, 150
CONFIRM = {"title": 100, "text": 300, "confirm": 30, "deny": 30}
ELEMENTS = frozenset(
    {"button", "channels_select", "checkboxes", "conversations_select", "datepicker", "datetimepicker", "email_text_input",
     "external_select", "feedback_buttons", "icon_button", "image", "mrkdwn", "multi_channels_select",
     "multi_conversations_select", "multi_external_select", "multi_static_select", "multi_users_select", "number_input",
     "overflow", "plain_text", "plain_text_input", "radio_buttons", "rich_text_input", "static_select", "timepicker",
     "url_text_input", "users_select"}
)  # fmt: skip


def flaws_of_element(element: Thing) -> Iterator[str]:
    """Of a button, a select, a field: whatever stands in a block."""
    kind = element.get("type")
    if kind not in ELEMENTS:
        yield f"there is no element {kind!r}"
    yield from too_long(element)
    if kind in ("plain_text", "mrkdwn"):
        yield from text_flaws({"text": element}, {"text": 3000})
    if kind == "image" and not element.get("alt_text"):
        yield "an image without alt_text"
    if kind == "button":
        yield from text_flaws(element, {"text": BUTTON}, needed=("text",))
    if kind == "feedback_buttons":
        for name in ("positive_button", "negative_button"):
            yield from text_flaws(element.get(name) or {}, {"text": BUTTON}, needed=("text",))
            yield from too_long(element.get(name) or {})
            yield from [] if (element.get(name) or {}).get("value") else [f"a {name} without a value"]
    if len(str(element.get("initial_value") or "")) > int(element.get("max_length") or 3000):
        yield "a field is filled with more than it takes"
    yield from text_flaws(element, {"placeholder": PLACEHOLDER})
    yield from _confirm_flaws(element.get("confirm"))
    yield from _options_flaws(element)


def flaws_of_options(things: object, most: int = 100) -> Iterator[str]:
    """Of the options of a select, or of what a type-ahead is answered with."""
    options = [each for each in things if isinstance(each, Mapping)] if isinstance(things, list) else []
    if len(options) > most:
        yield f"more than {most} options"
    for option in options:
        yield from text_flaws(option, {"text": OPTION, "description": OPTION}, needed=("text",))
        if not 1 <= len(str(option.get("value", ""))) <= OPTION_VALUE:
            yield f"the value of an option is empty, or longer than {OPTION_VALUE}"


def text_flaws(thing: Thing, longest: Mapping[str, int], needed: Iterable[str] = ()) -> Iterator[str]:
    """Of the texts of a thing: none may be empty, or longer than it may be."""
    for name, most in longest.items():
        text = thing.get(name)
        if text is None:
            yield from [f"there is no {name}"] if name in needed else []
        elif not isinstance(text, Mapping) or not 1 <= len(str(text.get("text") or "")) <= most:
            yield f"a {name} is empty, or longer than {most}"


def too_long(thing: Thing) -> Iterator[str]:
    """Of what is not shown: ids, values, addresses."""
    for name, most in LONGEST.items():
        if isinstance(thing.get(name), str) and len(thing[name]) > most:
            yield f"the {name} of a {thing.get('type')} is longer than {most}"


def _confirm_flaws(confirm: Any) -> Iterator[str]:
    if confirm:
        yield from text_flaws(confirm, CONFIRM, needed=("title", "text"))


def _options_flaws(element: Thing) -> Iterator[str]:
    kind = str(element.get("type"))
    fixed = kind in MOST_OPTIONS or "static_select" in kind
    if fixed and not element.get("options") and not element.get("option_groups"):
        yield f"a {kind} without options"
    groups = [{"options": element.get("options")}, *(element.get("option_groups") or [])]
    for group in groups:
        yield from text_flaws(group, {"label": OPTION})
        yield from flaws_of_options(group.get("options"), MOST_OPTIONS.get(kind, 100))
    offered = [option for group in groups for option in group.get("options") or []]
    first = element.get("initial_option")
    if first and fixed and first not in offered:
        yield f"the initial option of a {kind} is none of its options"
