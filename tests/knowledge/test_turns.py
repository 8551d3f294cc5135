"""A turn of phrase is looked for only where one of its cues stands; so whatever it fits must hold one."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge import dated
from knowledge.calculate import asking, comparison, counting
from knowledge.match.asked import spelling, told
from knowledge.match.beyond import deeds, narrowed, others, qualified, times
from knowledge.match.language import aspects, phrasing, sentences
from knowledge.match.language.turns import Turn, beginnings, turn
from knowledge.match.language.wanted import WANTED
from knowledge.match.weighing import figures

ROOMS = (
    phrasing,
    sentences,
    aspects,
    spelling,
    told,
    figures,
    deeds,
    narrowed,
    others,
    qualified,
    times,
    asking,
    comparison,
    counting,
    dated,
)
TURNS = [
    *[said for said, _ in (*WANTED, *phrasing.IDIOMS)],
    *[said for room in ROOMS for said in vars(room).values() if isinstance(said, Turn)],
]


def test_a_text_without_a_cue_is_not_searched() -> None:
    assert turn("tall height", "e").search("the length", beginnings("the length")) is None


@pytest.mark.parametrize("said", TURNS, ids=lambda said: said.pattern.pattern[:40])
@settings(
    max_examples=25, suppress_health_check=[HealthCheck.filter_too_much]
)  # most texts drawn miss what must follow
@given(data=st.data())
def test_whatever_a_turn_of_phrase_fits_holds_one_of_its_cues(said: Turn, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(said.pattern, alphabet=st.characters(codec="ascii")))

    assert said.search(text, beginnings(text))
