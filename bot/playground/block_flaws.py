"""What is wrong with blocks, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from bot.playground.element_flaws import Thing, flaws_of_element, text_flaws, too_long

MOST_ELEMENTS = {"actions": 25, "context": 10, "context_actions": 5}
MOST_FIELDS, FIELD, MOST_ROWS, MOST_CELLS, MARKDOWN = 10, 2000, 100, 20, 12_000
TEXTS = {
    "section": {"text": 3000},
    "header": {"text": 150},
    "input": {"label": 2000, "hint": 2000},
    "image": {"title": 2000},
}
BLOCKS = frozenset({"actions", "context", "context_actions", "divider", "header", "image", "input", "markdown",
                    "rich_text", "section", "table", "video"})  # fmt: skip
RICH = frozenset({"rich_text_section", "rich_text_list", "rich_text_preformatted", "rich_text_quote"})
RUNS = frozenset({"text", "link", "emoji", "user", "channel", "usergroup", "broadcast", "date", "color"})


def flaws(blocks: object, most: int) -> Iterator[str]:
    """What is wrong with the blocks of a message, or of a view, that may have so many."""
    if not isinstance(blocks, list) or not all(isinstance(block, dict) for block in blocks):
        yield "blocks are not a list of objects"
        return
    if len(blocks) > most:
        yield f"more than {most} blocks"
    if sum(block.get("type") == "table" for block in blocks) > 1:
        yield "more than one table"
    yield from _repeated("block_id", blocks)
    for block in blocks:
        yield from _flaws_of(block)


def inputs_in(blocks: object) -> bool:
    """Whether something is to be filled in and sent off."""
    return isinstance(blocks, list) and any(block.get("type") == "input" for block in blocks)


def _flaws_of(block: Thing) -> Iterator[str]:
    kind = block.get("type")
    if kind not in BLOCKS:
        yield f"there is no block {kind!r}"
        return
    yield from too_long(block)
    needed = {"section": [] if block.get("fields") else ["text"], "header": ["text"], "input": ["label"]}
    yield from text_flaws(block, TEXTS.get(kind, {}), needed.get(kind, []))
    elements = _elements(block)
    if kind in MOST_ELEMENTS and not 1 <= len(elements) <= MOST_ELEMENTS[kind]:
        yield f"{len(elements)} elements in {kind}"
    if kind == "section":
        yield from _field_flaws(block.get("fields") or [])
    if kind == "image" and not (block.get("alt_text") and (block.get("image_url") or block.get("slack_file"))):
        yield "an image without alt_text, or without an image"
    if kind == "markdown" and not 1 <= len(str(block.get("text") or "")) <= MARKDOWN:
        yield f"markdown is empty, or longer than {MARKDOWN}"
    if kind == "table":
        yield from _table_flaws(block.get("rows"))
    if kind == "rich_text":
        yield from _rich_flaws(elements)
        return
    within = [*elements, *(block[name] for name in ("accessory", "element") if isinstance(block.get(name), dict))]
    if kind == "input" and not within:
        yield "an input without an element"
    yield from _repeated("action_id", within)
    for element in within:
        yield from flaws_of_element(element)


def _field_flaws(fields: list[Any]) -> Iterator[str]:
    if len(fields) > MOST_FIELDS:
        yield f"more than {MOST_FIELDS} fields"
    for field in fields:
        yield from text_flaws({"field": field}, {"field": FIELD})


def _table_flaws(rows: Any) -> Iterator[str]:
    if not isinstance(rows, list) or not 1 <= len(rows) <= MOST_ROWS:
        yield f"a table without rows, or with more than {MOST_ROWS}"
        return
    if any(not 1 <= len(row) <= MOST_CELLS for row in rows):
        yield f"a row without cells, or with more than {MOST_CELLS}"
    for cell in (cell for row in rows for cell in row):
        if cell.get("type") == "rich_text":
            yield from _rich_flaws(_elements(cell))
        elif not cell.get("text"):
            yield "a cell is empty"


def _rich_flaws(elements: Iterable[Thing]) -> Iterator[str]:
    for element in elements:
        if element.get("type") not in RICH:
            yield f"there is no rich text {element.get('type')!r}"
        for run in _elements(element):
            if run.get("type") not in RUNS | RICH:
                yield f"there is no run of rich text {run.get('type')!r}"
            elif run.get("type") in RICH:
                yield from _rich_flaws([run])
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
