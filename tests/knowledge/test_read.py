"""What the strict reader reads, it shows as it stands in the file: no text turns into a number, a date or a yes."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from knowledge.model import Fact, Knowledge
from knowledge.read import Content, read
from knowledge.read.decode import FORBIDDEN
from knowledge.read.strict_yaml import parse
from knowledge.read.tree import Flaw
from tests.knowledge.test_bad_knowledge import GOOD

SCALARS = (Path(__file__).parent / "scalars.txt").read_text(encoding="utf-8").split()
FIGURE = 'zenda:\n  name: "Zenda"\n  facts:\n    a:\n      measure: "m"\n      figures:\n        - figure: {}\n          cite: "review 1"\n'
SOURCES = b'review:\n  title: "The Strelsau Review"\n'
KEYED = re.compile(r' +[a-z]+: "')
WITH_KEYS = ["boxes/lines.yaml", "facts/lines.yaml", "questions.yaml", "sources.yaml"]
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)


def knowledge(**files: str) -> Knowledge:
    named = {f"{name.replace('__', '/')}.yaml": text.encode() for name, text in files.items()}
    known, problems = read({"sources.yaml": SOURCES, **named})
    assert known, problems
    return known


def printed(known: Knowledge) -> str:
    return known.facts["zenda/a"].figures[0].printed


def test_there_are_more_than_sixty_scalars() -> None:
    assert len(set(SCALARS)) > 60


@pytest.mark.parametrize("scalar", SCALARS)
def test_a_text_without_quotes_is_shown_as_it_stands(scalar: str) -> None:
    assert printed(knowledge(facts__a=FIGURE.format(scalar))) == scalar


@pytest.mark.parametrize("scalar", SCALARS)
def test_a_key_without_quotes_is_the_text_that_stands_there(scalar: str) -> None:
    known = knowledge(facts__a=FIGURE.format("1"), vocabulary=f"units:\n  {scalar}: meter\n")

    assert known.vocabulary.units == {scalar: "meter"}


@pytest.mark.parametrize(
    "block", ["|\n            12 km", ">-\n            12\n            km", "'12 km'", '"12 \\u006bm"']
)
def test_every_way_of_writing_a_text_reads_alike(block: str) -> None:
    assert printed(knowledge(facts__a=FIGURE.format(block))) == "12 km"


@pytest.mark.parametrize(
    ("print", "value", "meant"),
    [
        ("940.000 sheep", "940000", 940_000),
        ("940.000 sheep", "940.000", 940),
        ("45,6 million sheep", "45600000", 45_600_000),
    ],
)
def test_a_value_says_what_digits_mean_that_are_written_as_elsewhere(print: str, value: str, meant: int) -> None:
    known = knowledge(facts__a=FIGURE.format(f'"{print}"\n          value: "{value}"'))
    figure = known.facts["zenda/a"].figures[0]

    assert (figure.printed, figure.quantity.unit) == (print, "sheep")
    assert figure.quantity.value == Decimal(meant)


def test_true_may_stand_with_and_without_quotes() -> None:
    box = 'lines:\n  title: "Lines"\n  compiled: {}\n  summary: "All."\n'
    boxes = [knowledge(facts__a=FIGURE.format("1"), boxes__a=box.format(word)).boxes for word in ("true", '"true"')]

    assert [box["lines"].compiled for box in boxes] == [True, True]


@given(TEXTS)
@example("a: b #c \\ \" ' {{ }} <<")
@example("\u2029")
def test_any_text_in_double_quotes_is_read_as_it_is_or_refused(text: str) -> None:
    read_back = parse(f"a: {json.dumps(text, ensure_ascii=False)}".encode())

    if FORBIDDEN.search(text):
        assert isinstance(read_back, Flaw)
    else:
        assert not isinstance(read_back, Flaw) and read_back.root == {"a": text}


@given(st.binary(max_size=300))
@example(b"\xff\xfe")
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    assert read({"sources.yaml": data})[1] != []


@given(st.text("ab: -#\"'[]{}&*!|>%@`,\\\n\t?<", max_size=60))
@settings(max_examples=300)
def test_any_mixture_of_signs_is_read_or_refused_in_one_of_its_lines(text: str) -> None:
    problems = read({**GOOD, "facts/a.yaml": text.encode()})[1]

    assert all(0 < problem.line <= text.count("\n") + 1 for problem in problems if problem.file == "facts/a.yaml")


@given(st.sampled_from(WITH_KEYS), st.data())
def test_an_unknown_key_is_told_in_its_line_wherever_it_is_typed(file: str, data: st.DataObject) -> None:
    lines = text_of(GOOD, file).splitlines()
    at = data.draw(st.sampled_from([number for number, line in enumerate(lines) if KEYED.match(line)]))
    indent = lines[at][: len(lines[at]) - len(lines[at].lstrip())]

    typed = [*lines[:at], f"{indent}qqqq: x", *lines[at:]]
    problems = read({**GOOD, file: "\n".join(typed).encode()})[1]

    assert (file, at + 1) in {(problem.file, problem.line) for problem in problems}


@given(st.sampled_from(WITH_KEYS), st.data())
def test_any_key_typed_twice_is_refused_with_both_lines(file: str, data: st.DataObject) -> None:
    lines = text_of(GOOD, file).splitlines()
    at = data.draw(st.sampled_from([number for number, line in enumerate(lines) if KEYED.match(line)]))
    key = lines[at].strip().partition(":")[0]

    problems = read({**GOOD, file: "\n".join([*lines[: at + 1], lines[at], *lines[at + 1 :]]).encode()})[1]

    assert [str(each) for each in problems] == [
        f"{file}:{at + 2}: the key '{key}' stands here again: it is already in line {at + 1}"
    ]


@given(st.dictionaries(st.from_regex(r"[a-z0-9]{1,9}(-[a-z0-9]{1,5})?", fullmatch=True), TEXTS, min_size=1, max_size=5))
@settings(suppress_health_check=[HealthCheck.filter_too_much])
def test_whatever_is_written_down_is_what_is_known(prints: dict[str, str]) -> None:
    prints = {
        id: text for id, text in prints.items() if not FORBIDDEN.search(text) and text.strip() and "\n" not in text
    }
    files = [FIGURE.format(json.dumps(text, ensure_ascii=False)).replace("zenda", id) for id, text in prints.items()]

    known, _ = read({"sources.yaml": SOURCES, "facts/a.yaml": "".join(files).encode() or b"{}"})

    assert (known.facts if known else {}).keys() == {f"{id}/a" for id in prints}
    assert {fact.subject.id: first_print(fact) for fact in (known.facts.values() if known else [])} == prints


def first_print(fact: Fact) -> str:
    return fact.figures[0].printed


def test_the_order_in_which_files_are_found_changes_nothing() -> None:
    orders = [read(dict(order)) for order in list(permutations(GOOD.items()))[::97]]

    assert all(order == orders[0] for order in orders)


@given(st.sampled_from(sorted(GOOD)))
def test_every_file_counts_for_the_revision(file: str) -> None:
    revisions = {revision(GOOD), revision({**GOOD, file: text_of(GOOD, file).encode() + b"\n# more\n"})}

    assert len(revisions) == 2


def test_whoever_only_serves_gets_the_same_knowledge_without_the_doubts() -> None:
    one = FIGURE.format('"1"')
    files = {"sources.yaml": SOURCES, "facts/a.yaml": (one + one[one.index("    a:") :].replace("a:", "b:")).encode()}

    known, doubts = read(files)

    assert ["reads like that of zenda/a" in str(doubt) for doubt in doubts] == [True]
    assert read(files, doubting=False) == (known, [])


def revision(files: Mapping[str, Content]) -> str:
    known, problems = read(files)
    assert known, problems
    return known.revision


def text_of(files: Mapping[str, Content], file: str) -> str:
    content = files[file]
    assert isinstance(content, bytes)
    return content.decode()
