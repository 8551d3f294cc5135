"""The date of a figure that the question tells: the fact that holds the figure says of when it is."""

from __future__ import annotations

import pytest

from knowledge.cli.why import why
from knowledge.match import Index
from tests.aids.made import index_of
from tests.knowledge.test_matching import said

FACTS = """
zenda-line:
  name: "Zenda Line"
  facts:
    travellers:
      measure: "travellers it carried"
      ask:
        - "How many travellers has the Zenda Line carried?"
      figures:
        - figure: "21,537 travellers"
          as_of: "2023-08-31"
          cite: "review 1"
        - figure: "18,000 travellers"
          as_of: "2022-12"
          cite: "review 1"
    coal:
      measure: "tons of coal it carried"
      ask:
        - "How many tons of coal has the Zenda Line carried?"
      figures:
        - figure: "74,000 tons"
          cite: "review 1"
    goats:
      measure: "goats it carried"
      figures:
        - figure: "900 goats"
          period: "2023-01/2023-08"
          cite: "review 1"
    letters:
      measure: "letters it carried"
      figures:
        - figure: "3.2 million letters"
          as_of: "2023-08-31"
          cite: "review 1"
    opened:
      measure: "day it opened"
      ask:
        - "When did the Zenda Line open?"
      figures:
        - figure: "May 4, 2021"
          cite: "review 1"
"""

ASKED = {
    "as of when, in so many words": ("as of when had the Zenda Line carried 21,537 travellers", "21,537 travellers"),
    "the older figure, first": ("as of what date had the Zenda Line carried 18,000 travellers", "18,000 travellers"),
    "in thousands of thousands": ("the Zenda Line's 3.2m letters, as of when is that", "3.2 million letters"),
    "whose count": ("when's that 21,537 count of Zenda Line travellers from?", "21,537 travellers"),
    "a year, of no event": ("in which year did the Zenda Line carry 18,000 travellers", "18,000 travellers"),
    "a loss, of which nothing is told": ("when did the Zenda Line lose 18,000 travellers", "not held"),
    "others than those of the figure": ("as of when had the Zenda Line carried 21,537 foreign travellers", "not held"),
    "as much money": ("as of when had the Zenda Line carried US$18,000", "not held"),
    "months over which it came about": ("over which months of 2023 did the Zenda Line carry 900 goats", "900 goats"),
    "the period in which it came about": ("over what period did the Zenda Line carry 900 goats", "900 goats"),
    "a small number": ("when did two travellers take the Zenda Line", "not held"),
    "a figure whose date is not held": ("as of when had the Zenda Line carried 74,000 tons of coal", "not held"),
    "a figure that is not held": ("as of when had the Zenda Line carried 30,000 travellers", "not held"),
    "an event": ("when did the Zenda Line open", "May 4, 2021"),
}


@pytest.fixture(scope="module")
def index() -> Index:
    return index_of(FACTS)


@pytest.mark.parametrize("kind", ASKED)
def test_the_fact_that_holds_the_figure_answers_of_when_it_is(kind: str, index: Index) -> None:
    question, outcome = ASKED[kind]

    assert said(question, index) == outcome


def test_why_says_that_the_date_of_a_figure_was_asked_for(index: Index) -> None:
    told = "the question tells a figure that zenda-line/travellers holds, and asks of when it is"

    assert told in why("as of when had the Zenda Line carried 18,000 travellers", index)
    assert told not in why("how many travellers has the Zenda Line carried", index)
