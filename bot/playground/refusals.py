"""What Slack refuses of a message, by the names that it gives to its refusals: the limits of SLACK.md, 10."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
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
    yield from _repeated("action_id", (each for block in blocks for each in _elements(block)))
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
    for element in elements:
        if element.get("type") == "button":
            yield from _button_flaws(element)


def _button_flaws(button: Thing) -> Iterator[str]:
    yield from _text_flaws(button.get("text"), LONGEST["button"], needed=True)
    if len(str(button.get("value", ""))) > 2000:
        yield "the value of a button is too long"


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


def _elements(block: Thing) -> list[Thing]:
    elements = block.get("elements")
    return [each for each in elements if isinstance(each, dict)] if isinstance(elements, list) else []


def _repeated(name: str, things: Iterable[Thing]) -> Iterator[str]:
    used = Counter(thing[name] for thing in things if thing.get(name))
    yield from (f"two have the {name} {value!r}" for value, times in used.items() if times > 1)
