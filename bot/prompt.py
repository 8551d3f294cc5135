"""The local prompt: questions in, replies out, as Slack would show their text. For trying Factbox without Slack."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import unescape
from typing import TextIO

from handlers.answering import answer_to_command
from handlers.incoming import readable
from knowledge.library import Library
from knowledge.model import Fact, Knowledge

SIGN = "\n> "


def converse(library: Library, slash: str, questions: TextIO, replies: TextIO) -> None:
    """Answers a question a line, until `quit` or the end. People see a sign to type at; programs do not."""
    typed = questions.isatty()
    _say(replies, welcome(library.now.knowledge))
    for question in _asked(questions, replies, SIGN if typed else ""):
        _say(replies, ("" if typed else "\n") + said(question, library, slash))


def said(question: str, library: Library, slash: str) -> str:
    """The reply's text as Slack shows it. A question may stand behind the slash command, as it does in Slack."""
    text = readable(question).removeprefix(f"{slash} ")
    return unescape(answer_to_command(text, library, slash).reply.text)


def welcome(knowledge: Knowledge) -> str:
    """Two lines, with two questions that this knowledge base's own editors wrote."""
    examples = " or ".join(f"“{question}”" for question in _examples([*knowledge.facts.values()]))
    return f"Factbox, here without Slack: a figure, its date and where it was printed. `quit` ends.\nAsk {examples}"


def _examples(facts: list[Fact]) -> list[str]:
    """One from the first fact that has a question, and one from the middle, which is about something else."""
    asked = [fact.ask[0] for fact in facts if fact.ask]
    return list(dict.fromkeys([asked[0], asked[len(asked) // 2]])) if asked else ["in your own words."]


def _asked(questions: TextIO, replies: TextIO, sign: str) -> Iterator[str]:
    for line in _lines(questions, replies, sign):
        if line.strip().casefold() in ("quit", "exit"):
            return
        if line.strip():
            yield line


def _lines(questions: TextIO, replies: TextIO, sign: str) -> Iterable[str]:
    replies.write(sign)
    replies.flush()
    for line in questions:
        yield line
        replies.write(sign)
        replies.flush()


def _say(replies: TextIO, text: str) -> None:
    print(text, file=replies, flush=True)
