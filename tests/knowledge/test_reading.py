"""How the matcher reads texts: by the pieces between spaces, of which a number is remembered; and by their initials."""

from __future__ import annotations

import pytest

from knowledge.match.indexing.acronyms import Initials
from knowledge.match.language import words
from knowledge.match.language.words import folded, forms

SEATS = Initials()
SEATS.add(forms("Cost per available seat mile in 2019"))


@pytest.mark.parametrize(
    ("short", "meant"),
    [
        ("casm", {"cost available seat mile"}),
        ("cpasm", {"cost available seat mile"}),
        ("asm", {"available seat mile"}),
        ("pasm", set()),  # begins with a small word
        ("sm", set()),  # too short
        ("cams", set()),
    ],
)
def test_initials_are_written_out(short: str, meant: set[str]) -> None:
    assert SEATS.written_out(short) == meant


def test_a_text_reads_alike_however_little_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "KEPT", 1)

    read = folded("The Strelsau–Zenda Tramway’s 1,035.5 kilometers, in E-Commerce")

    assert read == "the strelsau zenda tramway 1035.5 kilometers in ecommerce"
