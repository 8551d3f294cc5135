"""One entry of a YAML text is changed, everything else byte for byte; and what comes back when it cannot be."""

from __future__ import annotations

import pytest

from knowledge.edit import (
    Add,
    AddFigure,
    AddQuestion,
    AddText,
    Change,
    Correct,
    Draft,
    Edit,
    Refusal,
    Rename,
    Restore,
    Retire,
    Together,
    edited,
    tried,
)
from knowledge.folder import files_in
from tests import bases

RURITANIA = files_in(bases.RURITANIA)
POPULATION = "ruritania/population"


def lines(change: Change) -> list[str]:
    """The lines that go and come, each with its file."""
    draft = tried(RURITANIA, change)
    assert isinstance(draft, Draft), draft
    told, file = list[str](), ""
    for line in draft.difference.splitlines():
        if line.startswith("+++ "):
            file = line[4:]
        elif line[0] in "+-" and not line.startswith("--- "):
            told.append(f"{file}: {line}")
    return told


def refused(change: Change) -> list[tuple[tuple[str | int, ...], str]]:
    """The fields that were refused, and why."""
    refusal = tried(RURITANIA, change)
    assert isinstance(refusal, Refusal)
    return [(misfit.field, misfit.problem.message) for misfit in refusal.misfits]


def test_a_corrected_figure_is_a_difference_of_one_line() -> None:
    assert lines(Correct(POPULATION, 0, {"figure": "1.3 million people"})) == [
        'facts/country.yaml: -        - figure: "1.2 million people"',
        'facts/country.yaml: +        - figure: "1.3 million people"',
    ]


def test_a_new_key_stands_where_its_form_has_it() -> None:
    assert lines(Correct(POPULATION, 0, {"note": 'called "small"', "says": "the Crown"})) == [
        'facts/country.yaml: +          says: "the Crown"',
        'facts/country.yaml: +          note: "called \\"small\\""',
    ]


def test_a_key_without_a_text_goes() -> None:
    assert lines(Correct(POPULATION, 1, {"as_of": None})) == ['facts/country.yaml: -          as_of: "2022-12-31"']


@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_figure_is_added_before_and_after(at: int) -> None:
    added = AddFigure(POPULATION, {"cite": "review-2024 1.1", "as_of": "2025", "figure": "1.4 million people"}, at)

    assert sorted(lines(added)) == [
        'facts/country.yaml: +          as_of: "2025"',
        'facts/country.yaml: +          cite: "review-2024 1.1"',
        'facts/country.yaml: +        - figure: "1.4 million people"',
    ]


def test_a_fact_is_added_to_a_subject() -> None:
    figures = [{"figure": "7 lakes", "cite": "review-2024 1.1"}]

    assert lines(Add("fact", "ruritania/lakes", {"figures": figures, "measure": "number of lakes"})) == [
        "facts/country.yaml: +    lakes:",
        'facts/country.yaml: +      measure: "number of lakes"',
        "facts/country.yaml: +      figures:",
        'facts/country.yaml: +        - figure: "7 lakes"',
        'facts/country.yaml: +          cite: "review-2024 1.1"',
    ]


def test_a_subject_comes_to_those_of_its_topic() -> None:
    facts = {"height": {"measure": "height", "figures": [{"figure": "12 meters", "cite": "review-2024 1.1"}]}}

    assert lines(Add("subject", "mill", {"name": "The mill", "topic": "country", "facts": facts})) == [
        "facts/country.yaml: +mill:",
        'facts/country.yaml: +  name: "The mill"',
        'facts/country.yaml: +  topic: "country"',
        "facts/country.yaml: +  facts:",
        "facts/country.yaml: +    height:",
        'facts/country.yaml: +      measure: "height"',
        "facts/country.yaml: +      figures:",
        'facts/country.yaml: +        - figure: "12 meters"',
        'facts/country.yaml: +          cite: "review-2024 1.1"',
    ]


def test_a_subject_without_kin_gets_a_file() -> None:
    facts = {"height": {"measure": "height", "figures": [{"figure": "12 meters", "cite": "review-2024 1.1"}]}}

    assert lines(Add("subject", "mill", {"name": "The mill", "facts": facts}))[0] == "facts/mill.yaml: +mill:"


def test_a_name_and_a_way_of_asking_are_added() -> None:
    assert lines(AddText("subject", "ruritania", "also", "Ruritanien")) == [
        'facts/country.yaml: +    - "Ruritanien"',
    ]
    assert lines(AddText("fact", POPULATION, "ask", "How many Ruritanians are there?")) == [
        'facts/country.yaml: +        - "How many Ruritanians are there?"',
    ]


def test_of_a_list_only_the_lines_change_that_differ() -> None:
    asks = ["How many people live in Ruritania?", "Ruritania head count", "How populous is the Ruritanian kingdom?"]

    assert lines(Edit("fact", POPULATION, {"ask": asks})) == [
        'facts/country.yaml: -        - "Ruritania number of inhabitants"',
        'facts/country.yaml: +        - "Ruritania head count"',
    ]


def test_a_source_a_box_and_a_near_miss_are_added() -> None:
    box = {"title": "In brief", "compiled": "true", "summary": "A country.", "facts": [POPULATION]}

    assert lines(
        Together((Add("source", "atlas", {"title": "Atlas"}), Add("box", "brief", box), AddQuestion("sheep?")))
    ) == [
        "boxes/railway.yaml: +brief:",
        'boxes/railway.yaml: +  title: "In brief"',
        'boxes/railway.yaml: +  compiled: "true"',
        'boxes/railway.yaml: +  summary: "A country."',
        "boxes/railway.yaml: +  facts:",
        'boxes/railway.yaml: +    - "ruritania/population"',
        'questions.yaml: +- ask: "sheep?"',
        'questions.yaml: +  finds: "nothing"',
        "sources.yaml: +atlas:",
        'sources.yaml: +  title: "Atlas"',
    ]


def test_a_retired_fact_is_a_line_more_and_a_restored_one_as_it_was() -> None:
    retired = Retire("ruritania/area", "Counted anew.")

    assert lines(retired) == ['facts/country.yaml: +      retired: "Counted anew."']
    assert edited(edited(RURITANIA, retired), Restore("ruritania/area")) == RURITANIA


def test_what_names_a_renamed_entry_follows() -> None:
    assert lines(Rename("fact", "strelsau-zenda-railway/freight", "strelsau-zenda-railway/goods")) == [
        'boxes/railway.yaml: -    - "strelsau-zenda-railway/freight"',
        'boxes/railway.yaml: +    - "strelsau-zenda-railway/goods"',
        "facts/works.yaml: -    freight:",
        "facts/works.yaml: +    goods:",
    ]


def test_what_must_find_a_retired_fact_must_find_nothing_meanwhile() -> None:
    draft = tried(RURITANIA, Retire(POPULATION, "Counted anew."))

    assert isinstance(draft, Draft)
    assert POPULATION not in draft.knowledge.facts
    assert [question.finds for question in draft.knowledge.questions] == [("nothing",)] * 3


def test_a_summary_that_still_tells_the_old_number_is_doubted() -> None:
    draft = tried(RURITANIA, Correct("strelsau-zenda-railway/length", 0, {"figure": "330 kilometers"}))

    assert isinstance(draft, Draft)
    assert [str(misfit.problem) for misfit in draft.doubts] == [
        "boxes/railway.yaml:7: doubt: railway-panel: '320' in its summary is a figure of none of its facts: "
        "list the fact that holds it, or leave the number out"
    ]


def test_a_box_does_not_show_a_retired_fact() -> None:
    draft = tried(RURITANIA, Retire("strelsau-zenda-railway/travel-time", "Slower now."))

    assert isinstance(draft, Draft)
    assert "strelsau-zenda-railway/travel-time" not in draft.knowledge.boxes["railway-panel"].facts
    assert [misfit.problem.message for misfit in draft.doubts] == [
        "the fact 'strelsau-zenda-railway/travel-time' is retired (facts/works.yaml:71): it is not shown"
    ]


# What is refused, and under which field


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            Correct(POPULATION, 0, {"as_of": "May 3"}),
            (("as_of",), "`as_of`: 'May 3' is no date: write 2024, 2024-05, 2024-05-31, 2024-H1 or 2024-Q3"),
        ),
        (
            AddFigure(POPULATION, {"figure": "1 person", "cite": "reveiw-2024 1.1"}),
            (("cite",), "there is no source 'reveiw-2024' — did you mean 'review-2024'?"),
        ),
        (Correct(POPULATION, 5, {"as_of": "2024"}), ((), "it has no figure number 6 (any more)")),
        (Correct("ruritania/sheep", 0, {"as_of": "2024"}), ((), "there is no such fact (any more)")),
        (
            AddText("subject", "ruritania", "also", "backwards\u202e"),
            (("also", 2), "the character U+202E (right-to-left override) may not stand in a text: delete it"),
        ),
        (
            AddText("fact", "ruritania/area", "ask", "How many people live in ruritania"),
            (
                ("ask", 3),
                "'How many people live in ruritania' is asked by ruritania/population too (facts/country.yaml:12): keep it in one",
            ),
        ),
        (
            Add("subject", "ruritania", {"name": "Ruritania"}),
            (("id",), "there is a subject of this id already: choose another"),
        ),
        (Retire(POPULATION, " "), (("retired",), "say why it is no longer served")),
        (Restore(POPULATION), ((), "it is served already (again)")),
        (
            Rename("fact", POPULATION, "strelsau/population"),
            (("to",), "a fact stays with its subject: only the part behind the / can change"),
        ),
        (
            Together((AddQuestion("sheep?"), Correct(POPULATION, 0, {"cite": None}))),
            ((1, "cite"), "`cite` is missing: the source's id and the place: 'my-report 1"),
        ),
    ],
)
def test_a_problem_stands_under_its_field(change: Change, told: tuple[tuple[str | int, ...], str]) -> None:
    assert [(field, message[: len(told[1])]) for field, message in refused(change)] == [told]


def test_a_text_that_is_too_long_is_told() -> None:
    assert refused(Correct(POPULATION, 0, {"note": "x" * 20_001})) == [((), "a text of more than 20,000 characters")]


ODD = b"""a:
  name: "A"
  facts: {b: {measure: "b", figures: [{figure: "1",   # one
      cite: "a 1"}]}}
  also:
  - x
  -   y  # why
"""


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (Correct("a/b", 0, {"figure": "2"}), b'"1"', b'"2"'),
        (AddText("subject", "a", "also", "z"), b"  # why\n", b'  # why\n  - "z"\n'),
        (AddFigure("a/b", {"figure": "2", "cite": "a 1"}), b"[{figure", b'[{"figure": "2", "cite": "a 1"}, {figure'),
        (Edit("subject", "a", {"also": ["y"]}), b"  - x\n", b""),
        (Edit("subject", "a", {"topic": "t"}), b"  # why\n", b'  # why\n  topic: "t"\n'),
        (Rename("fact", "a/b", "a/c"), b"{b:", b'{"c":'),
    ],
)
def test_other_ways_of_writing_are_left_as_they_are(change: Change, old: bytes, new: bytes) -> None:
    files = {"facts/a.yaml": ODD, "sources.yaml": b"a:\n  title: A\n"}

    assert edited(files, change)["facts/a.yaml"] == ODD.replace(old, new)


def test_files_that_are_broken_already_are_not_changed() -> None:
    broken = {**RURITANIA, "facts/works.yaml": b"- ["}

    refusal = tried(broken, Correct(POPULATION, 0, {"note": "x"}))

    assert isinstance(refusal, Refusal)
    assert [misfit.problem.file for misfit in refusal.misfits] == ["facts/works.yaml"]
