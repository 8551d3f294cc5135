"""A source's outline: its sections and their parts, and the locators that a citation may name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from knowledge.model import Place
from knowledge.read.schema import SectionEntry


def outlined(outline: Mapping[str, SectionEntry]) -> Iterator[Place]:
    """The places of an outline in the order of the text; a part's locator is "III.2 panel 1"."""
    for name, section in outline.items():
        yield Place(name, name, section.heading, section.starts, section.ends)
        for part, place in section.parts.items():
            yield Place(f"{name} {part}", name, place.heading, place.starts, place.ends)


def locators(outline: Mapping[str, SectionEntry]) -> Iterator[str]:
    return (place.locator for place in outlined(outline))
