"""How an answer got here: where it stands, and what was weighed, in plain words and without any figure of its own."""

from __future__ import annotations

from collections.abc import Iterator

from handlers import wording_under as wording
from handlers.reply import Line, clean, line
from handlers.under.about import About, facts_of
from knowledge.answer import Answer, CalculatedAnswer
from knowledge.dates import shown
from knowledge.library import Served
from knowledge.match import Asked, Match
from knowledge.weighed import Weighing, weighed


def explained(answer: Answer, about: About, now: Served) -> Iterator[list[Line]]:
    """Paragraphs: the entries and the revision they are from, then what was weighed for the question."""
    entries = [line(wording.fact(fact.id)) for fact in facts_of(answer)]
    yield [*entries, line(wording.revision(now.knowledge.revision, shown(now.since.date().isoformat())))]
    if isinstance(answer, CalculatedAnswer):
        yield [line(wording.CALCULATED)]
    yield from what_was_weighed(about.question, now) if about.question else [[line(wording.NOT_WEIGHED)]]


def what_was_weighed(question: str, now: Served) -> Iterator[list[Line]]:
    """How a question was read, and what spoke for and against the nearest facts, by name."""
    told = weighed(question, now.index)
    if told.as_written:
        yield [line(wording.AS_WRITTEN)]
    if told.of_when:
        yield [line(wording.OF_WHEN)]
    yield [line(each) for each in (wording.words_that_count(", ".join(told.words)), *_read_as(told.asked))]
    yield [line(wording.WEIGHED), *(line(_considered(match)) for match in told.nearest), *_sure(told)]


def _read_as(asked: Asked) -> Iterator[str]:
    if asked.kinds:
        yield wording.wants(", ".join(sorted(asked.kinds)))
    if asked.dates:
        yield wording.for_dates(", ".join(shown(date) for date in asked.dates))
    if asked.source:
        yield wording.from_source(asked.source.title)


def _considered(match: Match) -> str:
    about = wording.considered(clean(match.entry.fact.title), match.share, match.focus)
    unexplained = [wording.unexplained(", ".join(match.unexplained))] if match.unexplained else []
    return "; ".join([about, *unexplained, *(wording.ruled_out(why) for why in match.conflicts)])


def _sure(told: Weighing) -> list[Line]:
    if told.sure is None or told.as_written or told.of_when:
        return []
    return [line(wording.sure(told.sure, told.enough))]
