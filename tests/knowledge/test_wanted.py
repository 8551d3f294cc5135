"""What kind of figure a question wants, by its words alone: what is of another kind is never given."""

from __future__ import annotations

import pytest

from knowledge.match.language.turns import beginnings
from knowledge.match.language.wanted import wanted

SHARES = {"percent", "percentage points", "fraction", "multiple", "range"}

WANTS = {
    "when did the harbor open": {"date"},
    "from which decade on did trade grow": {"date"},
    "how many carriages does it take": {"count", "mass", "energy", "power", "volume", "area", "range", "multiple", "fraction"},
    "how many years has it been open": {"duration", "count", "range", "date"},
    "how long does the crossing take": {"duration", "range"},
    "how long did they work on it": {"duration", "range"},
    "for what length of time do they work on it": {"duration", "range", "date"},
    "how many centuries ago was it founded": {"duration", "count", "range", "date"},
    "where among the ports is it": {"rank"},
    "in how many states can one pay in yuan": {"count", "mass", "energy", "power", "volume", "area", "range", "multiple", "fraction"},
    "what is the power output of the plant": {"power", "energy", "range"},
    "plum fair attendance": {"count", "mass", "energy", "power", "volume", "area", "range", "multiple", "fraction"},
    "zenda plum exports increase": SHARES | {"count"},
    "ships per week or month": None,
    "how long is the line": {"length", "range", "duration"},
    "could you say how long the line is": {"length", "range", "duration"},
    "what length does the line have": {"length", "range"},
    "how far is it from strelsau": {"length", "range", "duration"},
    "how fast are its trains": {"speed", "range"},
    "how fast did its trade expand": SHARES,
    "how quickly do i get there from strelsau": {"duration", "range"},
    "what capacity does it have": {"power", "count", "mass", "volume", "area", "energy", "range"},
    "what was the worth of its plums": {"money", "range", "multiple"},
    "plum imports value": {"money", "range", "multiple"},
    "how much land does it take up": {"area", "range"},
    "how much did they trade with ruritania": {"money", "mass", "volume", "count", "energy", "range"},
    "how much money went in": {"money", "range"},
    "what share of its trade is in plums": SHARES,
    "what chunk of its trade is in plums": SHARES,
    "what growth in trade is expected": SHARES,
    "how much did trade go up": SHARES,
    "what place does it hold among the ports": {"rank"},
    "is it the first port in ruritania": {"rank", "date", "text"},
    "had they done it before or was it something new": {"rank", "date", "text"},
    "is the first phase under way": None,
    "the festival was the how-manyeth": {"rank"},
    "what's the number of the council text": {"count", "text", "rank"},
    "what kinda trade growth do they see": SHARES,
    "how fast on average did trade grow": SHARES,
    "zenda mill installed capacity": {"power", "count", "mass", "volume", "area", "energy", "range"},
    "what sum did it put into mills": {"money", "range"},
    "how much of the investment came from strelsau": {"money", "percent", "fraction", "multiple", "range"},
    "by what year will the renewable share be 45 percent": {"date"},
    "what is the deadline": {"date"},
    "which part of its trade is in plums": SHARES,
    "how much up on last year was it": SHARES,
    "zenda mill lease years": {"duration", "range", "count", "date"},
    "which session was it where the plum was praised": {"text", "rank"},
    "what would the shipping time drop to": {"duration", "range", "fraction", "multiple", "percent"},
    "how high is the tower of the plant": {"length", "range"},
    "zenda reactor output": {"power", "energy", "range"},
    "by how much did attendance at the plum fair rise": SHARES,
    "what percentage of the power output comes from zenda": SHARES,
    "who was in attendance": {"text"},
    "what year-on-year growth did exports see": SHARES,
    "how many states signed before the deadline": {"count", "mass", "energy", "power", "volume", "area", "range", "multiple", "fraction"},
    "plum exports over six years": None,
    "where was the deal among the states signed": {"text"},
    "did trade speed up": None,
    "hey when'd they put it out": {"date"},
    "zenda renewables 45% target year": {"date"},
    "zenda cross-border passenger service start": {"date"},
    "ahead of the harbor's opening": None,
    "how much lower do bills get": SHARES | {"count", "money", "mass", "volume", "length", "duration"},
    "how fast is trade with zenda growing": SHARES,
    "how long after the line opens do costs drop by 30%": {"duration", "date", "range"},
    "how long does it give itself to bring the number of halls up to ten": {"duration", "date", "range"},
    "how steeply did purchases of plums rise": SHARES,
    "what is the combined capacity of the two reactors": {"power", "count", "mass", "volume", "area", "energy", "range"},
    "how large is the park where the tower stands": {"count", "mass", "energy", "power", "volume", "area", "range", "multiple", "fraction", "money", "percent", "percentage points", "length", "speed", "temperature", "duration"},
    "how much more could they sell if costs were trimmed by a tenth": SHARES | {"money", "mass", "energy", "volume", "power", "area", "length", "duration"},
    "what is the target year for 45% of the power": {"date"},
    "what is the investment in works for which the fund had signed": None,
    "in which works has the fund invested": {"text", "rank"},
    "why was it built": {"reason"},
    "who built it": {"text"},
    "zenda harbor carriages": None,
}  # fmt: skip


@pytest.mark.parametrize("question", WANTS)
def test_a_question_wants_figures_of_these_kinds(question: str) -> None:
    kinds = wanted(question, beginnings(question))

    assert (kinds and set(kinds)) == WANTS[question]
