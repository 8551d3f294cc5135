"""Words that can be but one thing where they stand."""

from __future__ import annotations

import pytest

from knowledge.match.asked.expected import expected
from knowledge.match.language.words import words


@pytest.mark.parametrize(
    ("text", "place", "meant"),
    [
        ("how jany towns", 1, "many"),
        ("how may towns", 1, "many"),
        ("how may the towns be reached", 1, None),
        ("wen did it open", 0, "when"),
        ("trains each weak", 2, "week"),
        ("as of juy 2024", 2, "july"),
        ("as of jin 2024", 2, None),  # January, or June
        ("as of juy the third", 2, None),
    ],
)
def test_a_word_is_mended_where_only_one_can_stand(text: str, place: int, meant: str | None) -> None:
    assert expected(words(text), place) == meant
