"""Proof of print, on an invented report that is set as badly as real ones: see strelsau/report.txt."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace

import pytest

from knowledge.model import Knowledge
from knowledge.proof import lines, prove
from knowledge.read import read
from tests.aids.changed_figures import Checked, changed
from tests.bases import STRELSAU

FILES = {str(path.relative_to(STRELSAU)): path.read_bytes() for path in sorted(STRELSAU.rglob("*.yaml"))}
REPORT = (STRELSAU / "report.txt").read_text(encoding="utf-8")


def knowledge(files: Mapping[str, bytes] = FILES) -> Knowledge:
    found, problems = read(files)
    assert found, problems
    return found


def edited(old: str, new: str) -> Knowledge:
    """The knowledge base with one change in one of its files."""
    changed_files = {name: data.replace(old.encode(), new.encode(), 1) for name, data in FILES.items()}
    assert changed_files != FILES
    return knowledge(changed_files)


def proof(known: Knowledge | None = None, text: str = REPORT) -> list[str]:
    return lines(prove(known or knowledge(), {"strelsau-report": text.encode()}))


def test_every_figure_is_found_across_broken_lines_pages_and_footnotes() -> None:
    assert proof() == ["32 figures proven"]


def test_any_one_thing_changed_in_any_figure_is_seen() -> None:
    assert Checked(knowledge(), {"strelsau-report": REPORT.encode()}).unseen() == []


def test_what_is_seen_fails_the_proof() -> None:
    known = knowledge()
    fact = known.facts["ruritania-rail/on-time"]

    for _, figure in changed(fact.figures[0]):
        wrong = replace(known, facts={**known.facts, fact.id: replace(fact, figures=(figure,))})
        assert prove(wrong, {"strelsau-report": REPORT.encode()}).unproven


CHANGES = [
    (
        '"44 square kilometers"',
        '"45 square kilometers"',
        "lake-zenda/area: '45 square kilometers' does not stand in 1.1 Water — the text prints “44 square kilometers”",
    ),
    (
        '"12 ferries"',
        '"2 ferries"',
        "ruritania-lakes/ferries: '2 ferries' stands in 1.1 Water only as a part of '12' — print the whole",
    ),
    (
        '"140,000 people"',
        '"140,000 peop"',
        "lake-zenda/passengers: '140,000 peop' stands in 1.1 Water only inside a longer word:"
        " “and by 2030 boats are to carry 140,000 people; 1,400 of them daily. Dozens” — print whole words",
    ),
    (
        '"more than 300 lakes"',
        '"300 lakes"',
        "ruritania-lakes/lakes: '300 lakes' leaves out 'more than', which is printed beside it"
        " — take it into the figure",
    ),
    (
        '"US$1.5 trillion of goods"',
        '"$1.5 trillion of goods"',
        "ruritania-rail/goods: '$1.5 trillion of goods' leaves out 'US$', which is printed beside it"
        " — take it into the figure",
    ),
    (
        '"5 percent"',
        '"5"',
        "ruritania-rail/others: '5' leaves out 'percent', which is printed beside it — take it into the figure",
    ),
    (
        '"an average of 6 passenger boats per day"',
        '"an average of 6 passenger boats"',
        "lake-zenda/boats: 'an average of 6 passenger boats' leaves out 'per day', which is printed beside it"
        " — take it into the figure",
    ),
    (
        'as_of: "2024-05-31"',
        'as_of: "2024-05"',
        "hentzau-dam/power: '554 million kilowatt-hours' has `as_of` 2024-05, which is not printed beside it;"
        " its passage prints 2021-12-03, 2024-05-31 — mend `as_of`, or say in `dated` in which place it is printed",
    ),
    (
        'value: "2024-07-03"',
        'value: "2023-07-03"',
        "lake-zenda/froze: 'July 3' has `value` 2023-07-03, and the text means 2024-07-03"
        " — mend it, or say in `dated` where the year is printed",
    ),
    (
        'figure: "74.2%"\n          period: "2024-01/2024-08"\n          cite: "strelsau-report 1.2"',
        'figure: "74.2%"\n          period: "2024-01/2024-08"\n          cite: "strelsau-report 1.1"',
        "ruritania-rail/on-time: '74.2%' does not stand in 1.1 — it stands in '1.2': mend `cite`",
    ),
    (
        '"5 percent"',
        '"74.2%"',
        "ruritania-rail/others: '74.2%' stands where '74.2%' of ruritania-rail/on-time stands"
        " — mend the one that is wrong; if both are meant, say `near` in both",
    ),
    (
        "“third-party” trains",
        "“third-party” trains made 5 percent",
        "ruritania-rail/others: '5 percent' stands in '“third-party” trains made 5 percent', which left-out.yaml"
        " leaves out — drop or shorten that line, or mend the figure",
    ),
    (
        'near: "17.7 million"',
        'near: "kings"',
        "lake-zenda/pledge-day: 'February 6, 2024' stands in 1.1 Water, but not beside 'kings' — mend `near`",
    ),
    (
        "made 554 million",
        "made 555 million",
        "hentzau-dam-box: '555 million' in its summary is a figure of none of its facts"
        " — list the fact that holds it, or leave the number out",
    ),
    (
        'unit: "people a day"',
        'unit: "sheep a day"',
        "lake-zenda/daily: '1,400' has `unit` 'sheep a day', but 'sheep' is not printed in 1.1 Water"
        " — take the unit's words from the text",
    ),
    (
        'ends: "turbines run by day"',
        'ends: "turbines run by night"',
        "strelsau-report: the words that end '1.1 box Hentzau Dam' do not stand after its start"
        " — mend the `outline` in sources.yaml",
    ),
]


@pytest.mark.parametrize(("old", "new", "line"), CHANGES, ids=[new for _, new, _ in CHANGES])
def test_what_is_wrong_is_said_with_its_cure(old: str, new: str, line: str) -> None:
    assert line in proof(edited(old, new))


def test_a_print_that_stands_twice_needs_near() -> None:
    twice = REPORT.replace(
        "It froze on July 3.", "It froze on July 3. In winter 12 ferries stop. Some have 12 ferries."
    )
    near = edited('figure: "12 ferries"\n', 'figure: "12 ferries"\n          near: "the first half of 2024"\n')

    assert not any("12 ferries" in line and "times" in line for line in proof(near, twice))
    assert any("'12 ferries' stands 3 times in 1.1 Water: “" in line for line in proof(text=twice))


def test_what_follows_a_box_belongs_to_the_heading_before_it() -> None:
    in_the_box = edited('cite: "strelsau-report 1.1 Water"\n', 'cite: "strelsau-report 1.1 box Hentzau Dam"\n')

    assert "mend `cite`" in proof(in_the_box)[0]


def test_a_date_farther_away_counts_only_if_dated_says_so() -> None:
    later = edited('figure: "5 percent"\n', 'figure: "5 percent"\n          as_of: "2024-08"\n')
    said = edited('figure: "5 percent"\n', 'figure: "5 percent"\n          as_of: "2024-08"\n          dated: "1.2"\n')

    assert proof(later)[0].startswith("ruritania-rail/others: '5 percent' has `as_of` 2024-08, which is not printed")
    assert proof(said) == ["32 figures proven"]


def test_a_number_that_nobody_holds_is_listed_with_its_place() -> None:
    more = REPORT.replace("kings.\n", "kings, dozens of queens, and the K2 on 5G.\n")

    assert proof(text=more) == [
        "strelsau-report 1.2: 'dozens' is printed and not held: “guards has seen twenty-one kings, dozens of queens,"
        " and the K2 on 5G.”",
        "32 figures proven; 1 gap",
    ]


def test_a_line_left_out_that_is_not_printed_is_listed() -> None:
    assert proof(edited("“third-party” trains", "fourth-party trains"))[0] == (
        "left-out.yaml: 'fourth-party trains' does not stand in strelsau-report 1.2 — mend or drop the line"
    )


def test_a_text_that_is_not_at_hand_is_said_and_not_guessed() -> None:
    found = prove(knowledge(), {})

    assert (found.unproven, found.unread) == ((), 32)
    assert lines(found) == [
        "strelsau-report: its text is not at hand — put it as strelsau-report.txt into a folder, and name that folder in SOURCES",
        "0 figures proven; 32 figures not proven: no text",
    ]


def test_another_text_than_the_one_the_figures_came_from_is_refused() -> None:
    right = edited('issued: "2024"', f'issued: "2024"\n  sha256: "{hashlib.sha256(REPORT.encode()).hexdigest()}"')
    digest = hashlib.sha256(f"{REPORT} ".encode()).hexdigest()

    assert proof(right) == ["32 figures proven"]
    assert proof(right, REPORT + " ")[0] == (
        "strelsau-report: its text is not the one that its figures were taken from: the SHA-256 differs"
        f' — find the former text, or check every figure and write sha256: "{digest}"'
    )


def test_a_text_that_is_not_utf8_proves_nothing() -> None:
    assert prove(knowledge(), {"strelsau-report": b"\xff\xfe"}).proven == 0
