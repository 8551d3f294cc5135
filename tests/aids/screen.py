"""What a reader sees of blocks, and what in them can be pressed or filled in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Message = dict[str, Any]


def words_in(blocks: list[Message]) -> str:
    """All the words of blocks, a line each; a table with bars; what can be pressed in brackets."""
    return "\n".join(line for block in blocks for line in _lines(block))


def pressable_in(blocks: list[Message]) -> Iterator[Message]:
    """Whatever can be pressed, each with the `block_id` that it comes back with."""
    for block in blocks:
        elements = block.get("elements", []) if block["type"] in ("actions", "context_actions") else []
        for each in [*elements, *(block[name] for name in ("accessory", "element") if name in block)]:
            yield {**each, "block_id": block.get("block_id", "")}


def button_in(blocks: list[Message], label: str) -> Message:
    """The button with that label."""
    buttons = [each for each in pressable_in(blocks) if each["type"] == "button"]
    return next(each for each in buttons if label in (each.get("accessibility_label"), each["text"]["text"]))


def menu_in(blocks: list[Message], label: str) -> Message:
    """The menu, with that entry selected."""
    menu = next(each for each in pressable_in(blocks) if each["type"] == "overflow")
    option = next(each for each in menu["options"] if each["text"]["text"] == label)
    return {**menu, "selected_option": option}


def field_in(blocks: list[Message], action_id: str) -> Message:
    """The field of that name."""
    return next(each for each in pressable_in(blocks) if each["action_id"] == action_id)


def _lines(block: Message) -> Iterator[str]:
    match block["type"]:
        case "rich_text":
            yield from ("".join(word["text"] for word in each["elements"]) for each in block["elements"])
        case "section":
            yield " ".join([block["text"]["text"], *_labels(block)])
        case "header":
            yield block["text"]["text"]
        case "input":
            yield f"{block['label']['text']}: {block['element'].get('initial_value', '')}".rstrip()
        case "table":
            yield from (" | ".join(_cell(cell) for cell in row) for row in block["rows"])
        case "actions" | "context_actions":
            yield " ".join(_labels(block))


def _cell(cell: Message) -> str:
    return str(cell["text"]) if cell["type"] == "raw_text" else words_in([cell])


def _labels(block: Message) -> list[str]:
    return [f"[{_label(each)}]" for each in pressable_in([block])]


def _label(element: Message) -> str:
    match element["type"]:
        case "button":
            return str(element["text"]["text"])
        case "overflow":
            return ", ".join(option["text"]["text"] for option in element["options"])
        case _:
            return " / ".join(element[name]["text"]["text"] for name in ("positive_button", "negative_button"))
