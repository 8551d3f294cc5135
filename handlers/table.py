"""Figures side by side, as Slack's table. Its plain-text twin, line by line, stands in the `text` of the message."""

from __future__ import annotations

from slack_sdk.models.blocks import TableBlock

from handlers import wording
from handlers.figures import figure_row
from handlers.reply import Block, Line, line, rich_text
from knowledge.answer import CalculatedAnswer
from knowledge.model import Figure

MOST_ROWS = 100
NOTHING = line("—")


def has_table(answer: CalculatedAnswer) -> bool:
    """Whether several figures stand side by side: a series, or a comparison."""
    return answer.way in ("series", "comparison") and 2 <= len(answer.figures) < MOST_ROWS


def table(answer: CalculatedAnswer) -> Block:
    """A row for each figure, with its citation."""
    header = [{"type": "raw_text", "text": name} for name in wording.COLUMNS]
    rows = [[_cell(cell) for cell in figure_row(figure, title_of(figure, answer))] for figure in answer.figures]
    wrapped = [{"is_wrapped": True} for _ in wording.COLUMNS]
    return dict(TableBlock(rows=[header, *rows], column_settings=wrapped).to_dict())


def title_of(figure: Figure, answer: CalculatedAnswer) -> str:
    """What a figure measures."""
    return next((fact.title for fact in answer.facts if figure in fact.figures), "")


def _cell(words: Line) -> Block:
    return rich_text([words or NOTHING])
