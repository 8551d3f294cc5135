"""The JSON that other programs read: figures, answers and outcomes as plain records."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from knowledge.answer import Answer, BoxAnswer, CalculatedAnswer, FactAnswer, Found, Outcome, Unknown, Unsure
from knowledge.model import Figure

Record = dict[str, Any]


def figure_record(figure: Figure) -> Record:
    quantity = figure.quantity
    return {
        "printed": figure.printed,
        "value": number(quantity.value),
        "values": [number(value) for value in quantity.values],
        "unit": quantity.unit,
        "kind": quantity.kind,
        "bound": quantity.bound,
        "as_of": figure.as_of or (figure.period.rpartition("/")[2] if figure.period else None),
        "period": figure.period,
        "due": figure.due,
        "when": figure.when,
        "against": figure.against,
        "status": figure.status,
        "says": figure.says,
        "source": figure.citation.source.id,
        "locator": figure.citation.locator,
        "note": figure.note,
        "url": figure.url,
    }


def number(value: Decimal | str | None) -> str | None:
    """An exact decimal as text, never in exponent form; an ISO date as it is."""
    return f"{value:f}" if isinstance(value, Decimal) else value


def answer_record(answer: Answer) -> Record:
    if isinstance(answer, FactAnswer):
        return {"kind": "fact", "id": answer.fact.id, "title": answer.fact.title, "figures": _figures(answer.figures)}
    if isinstance(answer, CalculatedAnswer):
        ids = ", ".join(fact.id for fact in answer.facts)
        figures = _figures(answer.figures)
        return {"kind": "calculated", "id": ids, "title": answer.title, "result": answer.result, "figures": figures}
    return _box_record(answer)


def _box_record(answer: BoxAnswer) -> Record:
    citation = answer.box.citation
    return {
        "kind": "box",
        "id": answer.box.id,
        "title": answer.box.title,
        "source": citation.source.id if citation else None,
        "locator": citation.locator if citation else None,
        "figures": [record for fact in answer.facts for record in _figures(fact.figures)],
    }


def _figures(figures: Sequence[Figure]) -> list[Record]:
    return [figure_record(figure) for figure in figures]


def outcome_record(outcome: Outcome) -> Record:
    """`outcome` and `answers`; with an unknown one that could not be read, also `error`."""
    if isinstance(outcome, Found):
        return {"outcome": "found", "answers": [answer_record(answer) for answer in outcome.answers]}
    if isinstance(outcome, Unsure):
        return {"outcome": "unsure", "answers": [answer_record(answer) for answer in outcome.choices]}
    assert isinstance(outcome, Unknown)
    record: Record = {"outcome": "unknown", "answers": []}
    return {**record, "error": outcome.error} if outcome.error else record


def one_line(record: Record) -> str:
    """A record as JSON that every reader takes for one line: NEL and the Unicode line separators are escaped."""
    text = json.dumps(record, ensure_ascii=False)
    return text.replace("\x85", "\\u0085").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
