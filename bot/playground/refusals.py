"""What Slack refuses of a message, by the names that it gives to its refusals: the limits of SLACK.md, 10."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

Thing = Mapping[str, Any]

LONGEST_TEXT = 40_000
MOST_BLOCKS = 50
MOST_ELEMENTS = {"actions": 25, "context": 10, "context_actions": 5}
LONGEST = {"section": 3000, "header": 150, "button": 75}
BLOCKS = frozenset({"actions", "context", "context_actions", "divider", "header", "image", "input", "markdown",
                    "rich_text", "section", "table", "video"})  # fmt: skip
RICH = frozenset({"rich_text_section", "rich_text_list", "rich_text_preformatted", "rich_text_quote"})
RUNS = frozenset({"text", "link", "emoji", "user", "channel", "usergroup", "broadcast", "date", "color"})


def refusal_of_message(message: Thing) -> str | None:
    """Why Slack would not post it; None if it would."""
    if not message.get("channel"):
        return "channel_not_found"
    if not message.get("text") and not message.get("blocks"):
        return "no_text"
    if len(str(message.get("text") or "")) > LONGEST_TEXT:
        return "msg_too_long"
    return "invalid_blocks" if any(flaws(message.get("blocks") or [], MOST_BLOCKS)) else None


def flaws(blocks: object, most: int) -> Iterator[str]:
    """What is wrong with blocks, in words."""
    if not isinstance(blocks, list) or not all(isinstance(block, dict) for block in blocks):
        yield "blocks are not a list of objects"
        return
    if len(blocks) > most:
        yield f"more than {most} blocks"
    yield from _repeated("block_id", blocks)
    yield from _repeated("action_id", (each for block in blocks for each in pressable(block)))
    if sum(block.get("type") == "table" for block in blocks) > 1:
        yield "more than one table"
    for block in blocks:
        yield from _flaws_of(block)


def _flaws_of(block: Thing) -> Iterator[str]:
    kind = block.get("type")
    if kind not in BLOCKS:
        yield f"there is no block {kind!r}"
    elements = _elements(block)
    if kind in MOST_ELEMENTS and not 1 <= len(elements) <= MOST_ELEMENTS[kind]:
        yield f"{len(elements)} elements in {kind}"
    if kind in ("section", "header"):
        yield from _text_flaws(block.get("text"), LONGEST[kind], needed=not block.get("fields"))
    if kind == "rich_text":
        yield from _rich_flaws(elements)
    if kind == "table":
        yield from _table_flaws(block.get("rows"))
    if kind == "input" and not isinstance(block.get("element"), dict):
        yield "an input has no element"
    if len(str(block.get("block_id") or "")) > 255:
        yield "a block_id is longer than 255"
    for element in pressable(block):
        yield from ELEMENTS.get(str(element.get("type")), _no_flaws)(element)


def _button_flaws(button: Thing) -> Iterator[str]:
    yield from _text_flaws(button.get("text"), LONGEST["button"], needed=True)
    if len(str(button.get("value", ""))) > 2000:
        yield "the value of a button is too long"
    if len(str(button.get("accessibility_label") or "")) > 75:
        yield "what is read out of a button is too long"


def _menu_flaws(menu: Thing) -> Iterator[str]:
    options = menu.get("options") or []
    if not 1 <= len(options) <= 5:
        yield f"{len(options)} entries in a menu"
    yield from option_flaws(options)


def _feedback_flaws(element: Thing) -> Iterator[str]:
    for name in ("positive_button", "negative_button"):
        button = element.get(name) or {}
        yield from _text_flaws(button.get("text"), LONGEST["button"], needed=True)
        if not button.get("value") or len(str(button["value"])) > 2000:
            yield "a feedback button has no value, or one that is too long"


def _field_flaws(field: Thing) -> Iterator[str]:
    if not 0 <= len(str(field.get("initial_value") or "")) <= int(field.get("max_length") or 3000) <= 3000:
        yield "a field is filled with more than it takes"
    yield from _text_flaws(field.get("placeholder"), 150, needed=False)


def _no_flaws(_: Thing) -> Iterator[str]:
    yield from ()


ELEMENTS: dict[str, Callable[[Thing], Iterator[str]]] = {
    "button": _button_flaws,
    "overflow": _menu_flaws,
    "feedback_buttons": _feedback_flaws,
    "plain_text_input": _field_flaws,
    "external_select": _field_flaws,
}


def option_flaws(options: Iterable[Thing]) -> Iterator[str]:
    """What is wrong with options, of a menu or of a type-ahead."""
    for option in options:
        yield from _text_flaws(option.get("text"), 75, needed=True)
        if not 1 <= len(str(option.get("value") or "")) <= 150:
            yield "the value of an option is empty, or longer than 150"


def _table_flaws(rows: object) -> Iterator[str]:
    if not isinstance(rows, list) or not 1 <= len(rows) <= 100 or not all(1 <= len(row) <= 20 for row in rows):
        yield "a table has up to 100 rows of up to 20 cells"
        return
    for cell in (cell for row in rows for cell in row):
        if cell.get("type") == "rich_text":
            yield from _rich_flaws(_elements(cell))
        elif cell.get("type") != "raw_text" or not cell.get("text"):
            yield "a cell is neither rich text nor a text"


def _text_flaws(text: object, longest: int, *, needed: bool) -> Iterator[str]:
    if text is None:
        yield from ["there is no text"] if needed else []
    elif not isinstance(text, dict) or not 1 <= len(str(text.get("text", ""))) <= longest:
        yield f"a text is empty, or longer than {longest}"


def _rich_flaws(elements: Iterable[Thing]) -> Iterator[str]:
    for element in elements:
        if element.get("type") not in RICH:
            yield f"there is no rich text {element.get('type')!r}"
        for run in _elements(element):
            if run.get("type") not in RUNS | RICH:
                yield f"there is no run of rich text {run.get('type')!r}"
            elif run.get("type") == "text" and not run.get("text"):
                yield "a run of rich text is empty"
            elif run.get("type") == "link" and not str(run.get("url", "")).startswith(("http", "mailto:", "tel:")):
                yield "a link leads nowhere"


def pressable(block: Thing) -> list[Thing]:
    """What stands in a block that somebody can press or fill in."""
    if block.get("type") == "rich_text":
        return []
    alone = [block[name] for name in ("accessory", "element") if isinstance(block.get(name), dict)]
    return [*_elements(block), *alone]


def _elements(block: Thing) -> list[Thing]:
    elements = block.get("elements")
    return [each for each in elements if isinstance(each, dict)] if isinstance(elements, list) else []


def _repeated(name: str, things: Iterable[Thing]) -> Iterator[str]:
    used = Counter(thing[name] for thing in things if thing.get(name))
    yield from (f"two have the {name} {value!r}" for value, times in used.items() if times > 1)
