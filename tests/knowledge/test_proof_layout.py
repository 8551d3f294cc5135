"""How a text is set, and how it reads: lines, pages, footnotes, markup, and the places of an outline."""

from __future__ import annotations

import re
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from knowledge.model import Place
from knowledge.proof import Findings, prove
from knowledge.proof.fold import reads
from knowledge.proof.layout import passages, places
from knowledge.read import read

SETTINGS = ("\n", " \n ", "  ", "\u00a0", "\n\n\n", "<sup>①</sup> ", " **", "** ", "\u200b ")


@given(st.randoms(use_true_random=False))
def test_however_a_text_is_set_it_reads_the_same(random: Random) -> None:
    text = "By May 31, 2024, the “Lakes” – 14 of them – held 2.9 billion tons (6-7 each)."

    set_otherwise = re.sub(" ", lambda _: random.choice(SETTINGS), text)

    assert reads(set_otherwise) == 'By May 31, 2024, the "Lakes" - 14 of them - held 2.9 billion tons (6-7 each).'


def test_a_word_is_joined_where_a_line_broke_it_and_a_number_is_not() -> None:
    assert (
        reads("six re-\n\ngions, 6-\n7 trains, km<sup>2</sup> and a \\$5 fee")
        == "six regions, 6- 7 trains, km² and a $5 fee"
    )


def text_at(raw: str, *outline: Place) -> dict[str, list[str]]:
    """The passages of each place, as they read."""
    spans, lost = places(raw, outline)
    assert not lost
    return {locator: [passage.folded.text for passage in passages(raw, at)] for locator, at in spans.items()}


def test_a_sentence_goes_on_past_a_page_end_and_in_mid_word_past_a_heading() -> None:
    raw = "Six lakes of\n\n12\n\n① <https://example.org>\n\n---\n\nthe king’s coun-\n\n# Chapter Two\n\ntry froze.\n\nTen did not."

    assert [passage.folded.text for passage in passages(raw, [(0, len(raw))])] == [
        "Six lakes of the king's country froze.",
        "",
        "Chapter Two",
        "Ten did not.",
    ]


def test_a_part_is_cut_out_and_what_follows_its_end_belongs_to_the_heading_before() -> None:
    raw = "1 Lakes\n\nBlue.\n\n## Fish\n\nRed.\n\nBox: Boats\n\nTwo sail.\n\nGreen.\n\n2 Rails\n\nLong."
    lakes, fish = Place("1", "1", "Lakes", "1 Lakes"), Place("1 Fish", "1", "Fish", "## Fish")
    boats, rails = Place("1 box", "1", "Boats", "Box: Boats", "Two sail."), Place("2", "2", "Rails", "2 Rails")

    assert text_at(raw, lakes, fish, boats, rails) == {
        "1": ["1 Lakes Blue."],
        "1 Fish": ["Fish", "Red.", "Green."],
        "1 box": ["Box: Boats Two sail."],
        "2": ["2 Rails Long."],
    }


def test_words_that_stand_in_the_contents_too_mean_the_place_after_the_one_before() -> None:
    raw = "Contents\n\nLakes\n\nRails\n\nPreface to all\n\nLakes\n\nBlue."
    contents, preface = Place("c", "c", "Contents", "Contents"), Place("p", "p", "Preface", "Preface to all")

    assert text_at(raw, contents, preface, Place("1", "1", "Lakes", "Lakes"))["1"] == ["Lakes Blue."]


def test_without_an_outline_any_locator_means_the_whole_text() -> None:
    sources = {"sources.yaml": b'made-up:\n  title: "An invented yearbook"\n'}
    facts = (
        b'dam:\n  name: "Dam"\n  facts:\n    length:\n      measure: "length"\n      figures:\n'
        b'        - figure: "12 km"\n          as_of: "2024"\n          cite: "made-up page 3"\n'
    )

    known, _ = read({**sources, "facts/dam.yaml": facts})
    assert known

    found = prove(known, {"made-up": b"In 2024 the dam was 12 km long."})

    assert found == Findings(proven=1)
