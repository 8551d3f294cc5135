"""What is held, as an answer to `topics` and `sources`: in words, with buttons that open the pages."""

from __future__ import annotations

from handlers import wording_pages as wording
from handlers.pages.elements import Door, Page
from handlers.pages.where import Where
from handlers.reply import Line, Reply, line, reply
from knowledge.cite import cite_source
from knowledge.library import Served

MOST = 50


def render_topics(now: Served) -> Reply:
    """The topics by name, each with the number of its subjects."""
    topics = [
        (name or wording.NO_TOPIC, Where("topic", name), len(held)) for name, held in now.catalogue.topics.items()
    ]
    lines = [line(wording.item(wording.counted(name, number))) for name, _, number in topics]
    return _told(wording.TOPICS_HELD, lines, [Door(name, where) for name, where, _ in topics], Where())


def render_sources(now: Served) -> Reply:
    """The sources, each as it is cited."""
    sources = [source for source, _ in now.catalogue.sources]
    lines = [line(wording.item(cite_source(source))) for source in sources]
    doors = [Door(source.short or source.title, Where("source", source.id)) for source in sources]
    return _told(wording.SOURCES_HELD, lines, doors, Where("sources"))


def _told(heading: str, lines: list[Line], doors: list[Door], all: Where) -> Reply:
    """The first of them, and a door to all; so many as fit in a message."""
    left = [line(wording.and_more(len(lines) - MOST))] if len(lines) > MOST else []
    page = Page(heading)
    page.shelf([*doors[:MOST], *([Door(wording.ALL, all)] if left else [])])
    return reply([[line(heading), *lines[:MOST], *left]], page.blocks)
