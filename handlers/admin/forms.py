"""Modals and their parts, from plain words: built with slack_sdk's models, which know Slack's limits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from slack_sdk.models.blocks import (
    ActionsBlock,
    ButtonElement,
    ContextBlock,
    DividerBlock,
    HeaderBlock,
    InputBlock,
    MarkdownTextObject,
    Option,
    PlainTextInputElement,
    PlainTextObject,
    RadioButtonsElement,
    SectionBlock,
    StaticSelectElement,
)

from handlers import views
from handlers.reply import Block, cut
from handlers.views import View

MOST_BLOCKS = 99
"""One less than Slack allows: the way back comes after them."""

LONGEST_SECTION = 3000
LONGEST_CHOICE = 75


def modal(title: str, blocks: Iterable[Block], *, name: str = "", submit: str = "", carried: str = "") -> View:
    """A modal. `name` is what its submission is known by; `carried` comes back with it, from a client: never a right."""
    return views.modal(title, list(blocks)[:MOST_BLOCKS], name=name, submit=submit or None, metadata=carried)


def words(text: str) -> Block:
    """Words of ours or of anybody's: nothing in them is read as markup."""
    return dict(SectionBlock(text=_plain(text, LONGEST_SECTION)).to_dict())


def heading(text: str) -> Block:
    return dict(HeaderBlock(text=_plain(text, 150)).to_dict())


def small(text: str, who: str = "") -> Block:
    """A line in small type; `who` is a user id, and Slack shows the name."""
    named = [MarkdownTextObject(text=f"<@{who}>")] if who else []
    return dict(ContextBlock(elements=[*named, _plain(text, 2000)]).to_dict())


def code(text: str) -> Block:
    """Text as it stands in a file, each line as long as it is; of a long one, the beginning."""
    shown = cut(text.rstrip("\n"), LONGEST_SECTION) or "—"
    preformatted = {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": shown}]}
    return {"type": "rich_text", "elements": [preformatted]}


def line() -> Block:
    return dict(DividerBlock().to_dict())


def buttons(*each: ButtonElement) -> Block:
    return dict(ActionsBlock(elements=list(each)).to_dict())


def button(label: str, action: str, value: str = "", *, danger: bool = False) -> ButtonElement:
    """`action` must be another for each button of a view; `value` comes back with the click."""
    style = "danger" if danger else None
    return ButtonElement(text=_plain(label, 75), action_id=action, value=value or None, style=style)


def with_button(text: str, label: str, action: str, value: str) -> Block:
    """Words with a button beside them."""
    accessory = button(label, action, value)
    return dict(SectionBlock(text=_plain(text, LONGEST_SECTION), accessory=accessory).to_dict())


def field(name: str, label: str, held: str = "", *, hint: str = "", lines: bool = False, needed: bool = False) -> Block:
    """A text to fill in, filled with what is held."""
    entry = PlainTextInputElement(action_id="text", initial_value=held or None, multiline=lines, max_length=3000)
    return _input(name, label, entry, hint, needed)


def choice(name: str, label: str, options: Mapping[str, str], held: str = "", *, hint: str = "") -> Block:
    """One of several; all in sight where they are few."""
    shown = [Option(value=value, text=_plain(text, LONGEST_CHOICE)) for value, text in options.items()]
    first = next((option for option in shown if option.value == held), None)
    if len(shown) > 5:
        select = StaticSelectElement(action_id="text", options=shown, initial_option=first, placeholder=_plain("—", 75))
        return _input(name, label, select, hint, needed=False)
    return _input(name, label, RadioButtonsElement(action_id="text", options=shown, initial_option=first), hint, True)


def kept_open(view: Mapping[str, Any], sentence: str) -> dict[str, Any]:
    """The ack that says why a form was not taken, and leaves everything in it: under its first field, if it has one."""
    fields = list(view.get("state", {}).get("values", {}))
    if fields:
        return {"response_action": "errors", "errors": {fields[0]: sentence}}
    return {"response_action": "push", "view": modal("Not done", [words(sentence)])}


def filled(view: Mapping[str, Any]) -> dict[str, str]:
    """What was filled in, by the names of the fields; what was left empty is an empty text."""
    values = view.get("state", {}).get("values", {})
    return {name: _value(each) for name, entry in values.items() for each in [*entry.values()][:1]}


def line_in(view: Mapping[str, Any], name: str) -> str:
    """What was filled in there, on one line."""
    return in_a_line(filled(view).get(name, ""))


def in_a_line(text: str) -> str:
    """What somebody typed, without line ends, and with one space where they typed several."""
    return " ".join(text.split())


def people_in(view: Mapping[str, Any], name: str) -> Sequence[str]:
    """The people chosen in a field."""
    entry = view.get("state", {}).get("values", {}).get(name, {})
    return [person for each in entry.values() for person in each.get("selected_users") or ()]


def _value(entry: Mapping[str, Any]) -> str:
    chosen = (entry.get("selected_option") or {}).get("value")
    return str(chosen if chosen is not None else entry.get("value") or "")


def _input(name: str, label: str, element: Any, hint: str, needed: bool) -> Block:
    about = _plain(hint, 2000) if hint else None
    block = InputBlock(block_id=name, label=_plain(label, 2000), element=element, hint=about, optional=not needed)
    return dict(block.to_dict())


def _plain(text: str, most: int) -> PlainTextObject:
    return PlainTextObject(text=cut(text, most), emoji=False)
