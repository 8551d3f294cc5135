"""Facts made by hand, for tests of what is said about them."""

from __future__ import annotations

from html import unescape
from typing import Any

from handlers.render import render
from knowledge.answer import FactAnswer, Found
from knowledge.match import Index
from knowledge.model import Citation, Fact, Figure, Quantity, Source, Subject
from knowledge.read import read

YEARBOOK = Source("yearbook", "Yearbook of Ruritania", author="Royal Statistics Office", issued="2023-10")
REVIEW = Source("review", "The Strelsau Review", short="Review", issued="2024", url="https://example.org/review")
DAM = Subject("zenda-dam", "Zenda Dam")


def figure(
    printed: str, source: Source = YEARBOOK, locator: str = "II.2", quantity: Quantity | None = None, **more: Any
) -> Figure:
    return Figure(printed, quantity or Quantity(), Citation(source, locator), **more)


def fact(*figures: Figure, measure: str = "height", **more: Any) -> Fact:
    return Fact(f"zenda-dam/{measure}", DAM, measure, figures, **more)


def said(*figures: Figure, **more: Any) -> str:
    """What is said of a fact with these figures, as Slack shows it."""
    return unescape(render(Found((FactAnswer(fact(*figures, **more), figures),))).text)


def index_of(
    facts: str, sources: str = 'review:\n  title: "A review"\n  issued: "2024"\n', vocabulary: str = ""
) -> Index:
    """The index of facts as an editor's file has them."""
    files = {"sources.yaml": sources, "facts/all.yaml": facts, "vocabulary.yaml": vocabulary}
    knowledge, problems = read({name: text.encode() for name, text in files.items() if text})
    assert knowledge, problems
    return Index.of(knowledge)


SOURCE = "\nSource: Royal Statistics Office, Yearbook of Ruritania (October 2023), II.2"
