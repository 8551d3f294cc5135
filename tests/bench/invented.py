"""Invented knowledge bases of any size, and questions about them: the same for the same seed.

Words are spread as in real ones: a few stand in very many facts ("passengers", "length"), most names in a handful.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, count
from random import Random
from typing import cast, get_args

from knowledge.model import Citation, Fact, Figure, Kind, Knowledge, Quantity, Source, Subject

YEARBOOK = Source("yearbook", "An invented yearbook", issued="2024")


def _listed(text: str) -> list[str]:
    return text.split()


KINDS = _listed("""
railway port bank university hospital airport bridge dam highway museum canal power-station steelworks festival
observatory vineyard brewery library refinery stadium ferry airline shipyard theatre zoo quarry mine factory school
institute fund pipeline tunnel tramway reservoir laboratory newspaper opera cooperative market harbour plantation
archive academy sawmill
""")

THINGS = _listed("""
copper tea cotton coal timber wheat cement steel fruit fish salt wool paper glass rice coffee sugar oil gas iron
milk wine barley silk leather tin zinc gold silver marble clay rubber tobacco maize potatoes flour meat cheese honey
spices cloth machinery nursing law medicine physics history music chess football painting tools toys shoes books
maps ships engines
""")

ONSETS = _listed("b d f g h k l m n p r s t v z br gr kl st str tr sch")
VOWELS = _listed("a e i o u au ei ia")
ENDINGS = ["", "", *_listed("l n r s nd rn lm")]

MEASURES = [
    [part.strip() for part in line.split("|")]
    for line in """
    passengers carried      | million passengers | count | How many passengers does {name} carry?            | {name} ridership
    length                  | kilometers         | length | How long is {name}?                             | {name} distance from end to end
    cost of building it     | million dollars    | money | What did {name} cost to build?                   | price of {name}
    employees               | employees          | count | How many people work at {name}?                  | {name} size of the staff
    opening                 |                    | date  | When was {name} opened?                          | {name} opening year
    area                    | hectares           | area  | How big is {name}?                               | {name} surface in hectares
    visitors a year         | visitors           | count | How many people visit {name} each year?          | {name} annual visitors
    height                  | meters             | length | How tall is {name}?                             | {name} height in meters
    profit                  | million dollars    | money | How much did {name} earn?                        | {name} profit after tax
    debt                    | million dollars    | money | How much does {name} owe?                        | {name} loans outstanding
    share of women in staff | percent            | percent | What part of the staff of {name} is female?    | {name} female employees percentage
    power consumption       | megawatts          | power | How much power does {name} use?                  | {name} electricity demand
    {thing} sold            | tonnes of {thing}  | mass  | How much {thing} does {name} sell?               | {name} {thing} sales in tonnes
    {thing} imported        | tonnes of {thing}  | mass  | How many tonnes of {thing} does {name} bring in? | {name} {thing} imports
    {thing} exported        | tonnes of {thing}  | mass  | How many tonnes of {thing} does {name} ship out? | {name} {thing} exports
    workshops on {thing}    | workshops          | count | How many {thing} workshops has {name} held?      | {name} courses about {thing}
    spending on {thing}     | million dollars    | money | What does {name} spend on {thing}?               | {name} {thing} budget
    growth in {thing}       | percent            | percent | By how much did {thing} grow at {name}?        | {name} {thing} increase in percent
    buildings for {thing}   | buildings          | count | How many buildings does {name} have for {thing}? | {name} number of {thing} halls
    {thing} in store        | tonnes of {thing}  | mass  | How much {thing} is kept at {name}?              | {name} {thing} reserves
    """.strip().splitlines()
]


def knowledge_of(size: int, seed: int = 1) -> Knowledge:
    """A knowledge base of so many facts: about five a subject, each with two ways of asking and one or two figures."""
    random = Random(seed)
    facts = [fact for _, fact in zip(range(size), _facts(random, places=max(20, size // 15)), strict=False)]
    return Knowledge(sources={YEARBOOK.id: YEARBOOK}, facts={fact.id: fact for fact in facts})


def _facts(random: Random, places: int) -> Iterator[Fact]:
    names = [_coined(random) for _ in range(places)]
    often = list(accumulate(1 / rank for rank in range(1, places + 1)))  # Zipf: the tenth name a tenth as often
    taken: set[str] = set()
    for number in count():
        first, second = random.choices(names, cum_weights=often, k=2)
        subject = _subject(random, number, first, second)
        if subject.name not in taken:
            taken.add(subject.name)
            yield from _facts_of(random, subject)


def _coined(random: Random) -> str:
    """ "Strelsau", or something like it."""
    syllables = (
        random.choice(ONSETS) + random.choice(VOWELS) + random.choice(ENDINGS) for _ in range(random.choice((2, 2, 3)))
    )
    return "".join(syllables).capitalize()


def _subject(random: Random, number: int, place: str, other: str) -> Subject:
    kind = random.choice(KINDS).replace("-", " ")
    where = f"{place}–{other}" if place != other and random.random() < 0.4 else place
    also = (f"{kind} of {where.replace('–', ' and ')}", f"the {place} {kind}")
    return Subject(f"subject-{number}", f"{where} {kind.title()}", also)


def _facts_of(random: Random, subject: Subject) -> Iterator[Fact]:
    for measure, unit, kind, *asks in random.sample(MEASURES, random.randint(1, 9)):
        thing = random.choice(THINGS)
        told = [text.format(thing=thing, name=f"the {subject.name}") for text in (measure, unit, *asks)]
        years = random.sample(range(2012, 2025), random.choice((1, 1, 2)))
        figures = tuple(_figure(random, told[1], kind, year) for year in sorted(years, reverse=True))
        id = f"{subject.id}/{told[0].replace(' ', '-')}"
        yield Fact(id, subject, told[0], figures, ask=tuple(told[2:]))


def _figure(random: Random, unit: str, kind: str, year: int) -> Figure:
    assert kind in get_args(Kind)
    value = Decimal(random.randint(1850, 2024) if kind == "date" else random.randint(1, 99_999))
    quantity = Quantity((value,), f"{value}" if kind == "date" else value, unit or None, None, cast("Kind", kind))
    return Figure(f"{value} {unit}".strip(), quantity, Citation(YEARBOOK, "1"), as_of=f"{year}")


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and the fact it asks for; None if that is not held."""

    text: str
    finds: str | None


def questions_about(knowledge: Knowledge, number: int, seed: int = 2) -> list[Question]:
    """Questions as people type them: plain, in a hurry, mistyped, buried in talk; one in five about what is not held."""
    random = Random(seed)
    facts = random.choices(list(knowledge.facts.values()), k=number)
    return [_question(random, fact) for fact in facts]


def _question(random: Random, fact: Fact) -> Question:
    plain = fact.ask[0].replace(f"the {fact.subject.name}", random.choice(fact.subject.names))
    terse = f"{random.choice(fact.subject.names)} {fact.measure}".lower()
    ways = {
        "plain": plain,
        "terse": terse,
        "mistyped": _mistyped(random, plain),
        "buried": f"Morning all, I am doing a piece for Friday. {plain} Thanks a lot!",
        "elsewhere": fact.ask[0].replace(fact.subject.name, f"{_coined(random)}burg {random.choice(KINDS)}"),
    }
    way = random.choice(list(ways))
    return Question(ways[way], None if way == "elsewhere" else fact.id)


def _mistyped(random: Random, text: str) -> str:
    """One letter of one long word is lost."""
    words = text.split(" ")
    place = random.choice([place for place, word in enumerate(words) if len(word) == max(map(len, words))])
    cut = random.randrange(1, len(words[place]) - 1)
    words[place] = words[place][:cut] + words[place][cut + 1 :]
    return " ".join(words)
