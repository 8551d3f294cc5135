"""What stands on each page: pure. Lists come in parts, so that no page outgrows what Slack shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TypeVar

from handlers import wording_pages as words
from handlers.keeping import Revision
from handlers.pages.elements import Door, Page
from handlers.pages.where import Kind, Where
from handlers.render import render_answer
from handlers.reply import line, linked, reply
from handlers.surface import Surface
from handlers.under.row import row
from knowledge import answer as brain
from knowledge.answer import Answer, FactAnswer
from knowledge.catalogue import UNSORTED
from knowledge.dates import shown
from knowledge.library import Served

IN_A_PART = 20
TOPICS_IN_A_PART = 50

Thing = TypeVar("Thing")


def page_at(where: Where, now: Served, history: Sequence[Revision] = ()) -> Page:
    """A page as it is now; the front says so if what it was about is gone. `history` is what changed, newest first."""
    if where.kind == "news":
        return _news(where, now, history)
    page = PAGES[where.kind](where, now)
    return page or _gone(now)


def answer_at(where: Where, now: Served) -> Answer | None:
    """The answer that stands on a page; None if it is held no more, or the page shows no figures."""
    return brain.by_id(where.id, now.index) if where.kind == "answer" else None


def _front(where: Where, now: Served) -> Page:
    page = Page(words.HOME)
    topics = [
        Door(words.counted(_topic(name), len(held)), Where("topic", name))
        for name, held in now.catalogue.topics.items()
    ]
    if not topics:
        page.words(words.NOTHING_YET)
        return page
    page.words(words.held(len(now.knowledge.facts), len(now.catalogue.facts), len(now.catalogue.sources)))
    page.words(words.INTRODUCTION)
    page.header(words.TOPICS)
    page.shelf(_part_of(topics, where, page, TOPICS_IN_A_PART))
    _steps(page, where, len(topics), TOPICS_IN_A_PART)
    page.shelf(
        [Door(words.BOXES, Where("boxes")), Door(words.SOURCES, Where("sources")), Door(words.NEWS, Where("news"))]
    )
    page.admins_door()
    return page


def _topic_page(where: Where, now: Served) -> Page | None:
    subjects = now.catalogue.topics.get(where.id)
    if subjects is None:
        return None
    page = Page(_topic(where.id))
    page.header(_topic(where.id))
    listed = [(words.facts(s.name, len(now.catalogue.facts[s.id])), Where("subject", s.id)) for s in subjects]
    page.list(_part_of(listed, where, page))
    _steps(page, where, len(listed))
    return page


def _subject(where: Where, now: Served) -> Page | None:
    facts = now.catalogue.facts.get(where.id)
    if facts is None:
        return None
    subject, boxes = facts[0].subject, now.catalogue.boxes.get(where.id, ())
    page = Page(subject.name)
    page.header(subject.name)
    page.list(_part_of([(fact.measure, Where("answer", fact.id)) for fact in facts], where, page))
    if boxes:
        page.words(words.ITS_BOXES)
        page.list((box.title, Where("answer", box.id)) for box in boxes[:IN_A_PART])
    _steps(
        page, where, len(facts), back=Door(_topic(subject.topic or UNSORTED), Where("topic", subject.topic or UNSORTED))
    )
    return page


def _answer(where: Where, now: Served) -> Page | None:
    answer = answer_at(where, now)
    if answer is None:
        return None
    about = answer.fact.subject if isinstance(answer, FactAnswer) else None
    page = Page(about.name if about else words.BOXES)
    page.blocks += [*render_answer(answer, Surface.WINDOW).blocks, *row(answer, "", Surface.WINDOW)]
    back = Door(about.name, Where("subject", about.id)) if about else Door(words.BOXES, Where("boxes"))
    _steps(page, where, 1, back=back)
    return page


def _boxes(where: Where, now: Served) -> Page:
    boxes = [(box.title, Where("answer", box.id)) for box in now.knowledge.boxes.values()]
    return _listed(words.BOXES, boxes, words.NO_BOXES, where)


def _sources(where: Where, now: Served) -> Page:
    sources = [(source.title, Where("source", source.id)) for source, _ in now.catalogue.sources]
    return _listed(words.SOURCES, sources, words.NO_SOURCES, where)


def _source(where: Where, now: Served) -> Page | None:
    found = next(((source, number) for source, number in now.catalogue.sources if source.id == where.id), None)
    if found is None:
        return None
    source, number = found
    page = Page(source.short or source.title)
    page.header(source.short or source.title)
    record = words.source_lines(
        author=source.author, title=source.title, type=source.type, publisher=source.publisher,
        issued=source.issued and shown(source.issued), accessed=source.accessed and shown(source.accessed),
    )  # fmt: skip
    address = [line(words.ADDRESS, linked(source.url, source.url))] if source.url else []
    page.blocks += reply([[*map(line, record), *address, line(words.quoted(number))]]).blocks
    _steps(page, where, 1, back=Door(words.SOURCES, Where("sources")))
    return page


def _news(where: Where, now: Served, history: Sequence[Revision]) -> Page:
    page = Page(words.NEWS)
    page.header(words.NEWS)
    page.words(words.in_use(now.knowledge.revision, shown(now.since.date().isoformat())))
    page.words(words.held(len(now.knowledge.facts), len(now.catalogue.facts), len(now.catalogue.sources)))
    page.words(*(words.changed(shown(_day(each.at)), each.reason) for each in history[:IN_A_PART]))
    _steps(page, where, 1)
    return page


def _day(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).date().isoformat()


PAGES: dict[Kind, Callable[[Where, Served], Page | None]] = {
    "front": _front,
    "topic": _topic_page,
    "subject": _subject,
    "answer": _answer,
    "boxes": _boxes,
    "sources": _sources,
    "source": _source,
}


def _gone(now: Served) -> Page:
    front = _front(Where(), now)
    page = Page(words.HOME)
    page.words(words.NO_LONGER)
    page.blocks += front.blocks
    return page


def _listed(name: str, things: Sequence[tuple[str, Where]], nothing: str, where: Where) -> Page:
    page = Page(name)
    page.header(name)
    page.list(_part_of(things, where, page))
    if not things:
        page.words(nothing)
    _steps(page, where, len(things))
    return page


def _part_of(things: Sequence[Thing], where: Where, page: Page, most: int = IN_A_PART) -> Sequence[Thing]:
    """The things of this part of a list; of more than one part, a line says which."""
    first = where.part * most
    part = things[first : first + most]
    if len(things) > most and part:
        page.words(words.part(first + 1, first + len(part), len(things)))
    return part


def _steps(page: Page, where: Where, things: int, most: int = IN_A_PART, back: Door | None = None) -> None:
    """The buttons at the foot of a page: the parts beside this one, what it belongs to, the front."""
    earlier = [Door(words.EARLIER, where.next(-1))] if where.part else []
    later = [Door(words.LATER, where.next())] if (where.part + 1) * most < things else []
    up = [back] if back else []
    front = [Door(words.FRONT, Where())] if where.kind != "front" else []
    page.shelf([*earlier, *later, *up, *front])


def _topic(name: str) -> str:
    return name or words.NO_TOPIC
