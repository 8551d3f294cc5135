"""Doubts about single texts: what a hand types by habit, what stands there twice, what nobody can see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from knowledge.model import Problem
from knowledge.quantity import days, elsewhere, quantity
from knowledge.read.decode import unseen
from knowledge.read.mistakes import facts, folded
from knowledge.read.pages import Pages, Place
from knowledge.read.texts import brief


def doubtful_habits(pages: Pages) -> Iterator[Problem]:
    for place, message in (*_prints(pages), *_asked_twice(pages), *_named_twice(pages)):
        yield pages.about(place, message, doubt=True)


def _prints(pages: Pages) -> Iterator[tuple[Place, str]]:
    units = pages.vocabulary().units
    for place, _, fact in facts(pages):
        for number, figure in enumerate(fact.figures):
            at = Place(place.file, (*place.path, "figures", number, "figure"))
            if hidden := unseen(figure.figure):
                yield at, f"`figure`: {hidden}"
            if figure.value is None and (said := _of_a_print(figure.figure, units)):
                yield at, f"`figure`: {said}"


def _of_a_print(printed: str, units: Mapping[str, str]) -> str | None:
    """What is told of digits as they are written elsewhere. A `value` settles it: the print stays as printed."""
    if meant := days(printed):
        which = f"may be {' or '.join(meant)}" if len(meant) > 1 else f"is read as no date, {meant[0]} is"
        return f"'{printed}' {which}: {_settled(*meant)}"
    if not (found := elsewhere(printed)):
        return None
    ours = _number(printed, units)
    theirs = _number(found.rewritten, units) if found.rewritten else None
    if ours is not None and theirs is not None and ours != theirs:
        read = f"{ours.normalize():f}"
        return f"'{found.printed}' is read as {read}, not {theirs:,}: {_settled(str(ours), f'{theirs:f}')}"
    settled = _settled(f"{theirs:f}") if theirs is not None else _settled()
    return f"'{found.printed}' is no number here: commas part thousands, a point begins decimals; {settled}"


def _number(printed: str, units: Mapping[str, str]) -> Decimal | None:
    value = quantity(printed, units).value
    return value if isinstance(value, Decimal) else None


def _settled(*values: str) -> str:
    given = " or ".join(f'`value: "{value}"`' for value in values) or "a `value`"
    return f"write it as printed; if it is printed so, {given} says what is meant"


def _asked_twice(pages: Pages) -> Iterator[tuple[Place, str]]:
    for place, _, fact in facts(pages):
        yield from _twice(pages, place, "ask", [*map(folded, fact.ask)], fact.ask)


def _named_twice(pages: Pages) -> Iterator[tuple[Place, str]]:
    for place, _, subject in pages.subjects():
        yield from _twice(pages, place, "also", subject.also, subject.also)
        for number, name in enumerate(subject.also):
            if name == subject.name:
                yield (
                    Place(place.file, (*place.path, "also", number)),
                    f"'{brief(name)}' is its `name` already: delete it",
                )


def _twice(
    pages: Pages, place: Place, key: str, sounds: Iterable[str], texts: list[str]
) -> Iterator[tuple[Place, str]]:
    """Texts of one list that sound alike."""
    first: dict[str, int] = {}
    for number, sound in enumerate(sounds):
        if first.setdefault(sound, number) != number:
            line = pages.stands(Place(place.file, (*place.path, key, first[sound]))).rpartition(":")[2]
            yield (
                Place(place.file, (*place.path, key, number)),
                f"'{brief(texts[number])}' stands here already, in line {line}: delete one of them",
            )
