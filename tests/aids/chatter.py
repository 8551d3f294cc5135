"""Messages about anything but the knowledge base, by the thousand: what people write in a workspace all day."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

OPENINGS = (
    "",
    "",
    "",
    "hi all, ",
    "quick one: ",
    "hey team! ",
    "sorry to bother, ",
    "btw ",
    "does anyone know ",
    "can somebody tell me ",
)
CLOSINGS = ("", "", "?", "??", " please", ", thanks!", " asap", " before lunch?", " :)", " and who else is in?")
THINGS = (
    "coffee machine", "printer", "parking garage", "holiday calendar", "expense form", "login page", "staging server", "pull request",
    "birthday cake", "fire drill", "football match", "podcast", "invoice", "laptop", "headset", "elevator", "canteen menu", "newsletter",
    "password", "dentist", "guitar", "recipe for lasagne", "marathon", "kitten", "crossword", "novel", "sofa", "bicycle", "weather", "garden",
    "blood pressure", "moon", "violin concerto", "chess opening", "tax return", "wedding", "swimming pool", "tomato plant", "dragon", "haircut",
)  # fmt: skip
PEOPLE = (
    "Anna",
    "Marek",
    "Priya",
    "Tom",
    "the new intern",
    "our landlord",
    "my sister",
    "HR",
    "the plumber",
    "Dr. Weiss",
)
ASKS = (
    "how much does the {thing} cost", "how many people want the {thing}", "when is the {thing} due", "where did {person} put the {thing}",
    "who broke the {thing}", "is the {thing} working again", "how long does the {thing} take", "what is the {thing} called", "when did {person} buy a {thing}",
    "how big is the {thing}", "what share of us likes the {thing}", "how old is {person}", "which {thing} should I choose, the {other} or another",
    "the {thing} is broken since {number}", "I paid {number} euros for the {thing}", "{person} has {number} of the {thing} now", "how far is it to the {thing}",
    "what is the average price of a {thing} and a {other}", "how many {thing}s did {person} order in {year}", "why does {person} need {number} {thing}s",
    "meeting about the {thing} moved to {number}", "let's have lunch at {number}", "what is the capital of the {other}", "growth of my {thing} this year",
)  # fmt: skip


def chatter(count: int, seed: int) -> Iterator[str]:
    """So many messages, the same for the same seed."""
    chance = Random(seed)
    for _ in range(count):
        ask = chance.choice(ASKS).format(
            thing=chance.choice(THINGS),
            other=chance.choice(THINGS),
            person=chance.choice(PEOPLE),
            number=chance.randint(2, 90),
            year=chance.randint(2012, 2025),
        )
        yield f"{chance.choice(OPENINGS)}{ask}{chance.choice(CLOSINGS)}"
