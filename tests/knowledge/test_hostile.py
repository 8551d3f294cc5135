"""Hostile files: each is read or refused with a problem, quickly and in little memory, and nothing else ever happens."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import threading
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from random import Random
from time import thread_time
from typing import Any

import pytest

from knowledge.folder import files_in
from knowledge.model import Problem
from knowledge.read import Content, read
from tests import HOUSE
from tests.aids.effort import least_seconds
from tests.aids.hostile import LARGE, SEED, bombs, depth_bombs, near_the_limits, small_cases, usual_file
from tests.aids.mutations import mutated
from tests.bases import RURITANIA, SHIPPED

SOURCES = b'review:\n  title: "The Strelsau Review"\n'
MORE = 2  # times as long as for a good file of its size may reading a hostile one take
SPOILED = 20  # times as long as for a small good file may reading it spoiled take
ACCEPTED = {
    "date that never was", "day that never was", "hour that never was", "integer of 5,000 digits",
    "text that YAML 1.1 takes for a merge", "text that YAML 1.1 takes for a default", "comment inside a text",
    "mention of a channel", "tab after the colon", "UTF-8 with its mark", "line ends of Windows",
    "cut after the first of two subjects", "colons and ones", "underscores and ones", "backslashes",
}  # fmt: skip
"""All that is plain text to Factbox; what is cut at the end of a fact nobody can see."""
DEEP_INSIDE = {"1,000 mappings in one another", "brackets after a good fact"}  # not in the first line
Row = dict[str, Any]


@cache
def read_in_a_child(wanted: str) -> list[Row]:
    command = [sys.executable, "-m", "tests.aids.hostile_child", wanted]
    done = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def too_much(rows: list[Row]) -> list[Row]:
    """Those that took more memory than 20 MB, of large files 100 MB."""
    return [row for row in rows if row["mb"] > (100 if row["bytes"] > LARGE else 20)]


def too_long(rows: list[Row]) -> list[Row]:
    """Those that took more CPU time than 50 ms, of large files 0.5 s: on a machine with nothing else to do."""
    return [row for row in rows if row["ms"] > (500 if row["bytes"] > LARGE else 50)]


def test_there_are_84_small_cases_and_40_bombs() -> None:
    assert (len(small_cases()), len(bombs())) == (84, 40)


def test_each_hostile_file_is_refused_with_its_line_or_shows_what_stands_in_it() -> None:
    rows = read_in_a_child("corpus")

    accepted = {row["name"] for row in rows if row["figures"]}
    told = [row["problems"][0] for row in rows if not row["figures"]]
    assert (len(rows), accepted) == (124, ACCEPTED)
    assert [problem for problem in told if not re.match(r"facts/hostile\.yaml:[0-9]+: ", problem)] == []
    assert {figure for row in rows for figure in row["figures"]} == {"31 kilometers", "1000 kilometers"}


@pytest.mark.parametrize("files", ["corpus", "limits"])
def test_no_hostile_file_takes_much_memory_or_much_longer_than_a_good_one_of_its_size(files: str) -> None:
    rows = read_in_a_child(files)

    assert too_much(rows) == []
    assert [row for row in rows if row["ms"] > row["good_ms"] * MORE] == []


@pytest.mark.soak
def test_each_hostile_file_is_read_in_a_process_of_its_own() -> None:
    rows = [row for name in [*small_cases(), *bombs(), *near_the_limits()] for row in read_in_a_child(name)]

    assert too_long(rows) + too_much(rows) == []


def test_files_near_the_limits_are_refused_for_their_one_mistake() -> None:
    told = {row["name"]: row["problems"][:1] for row in read_in_a_child("limits")}

    missing = "keys with their values are expected, not the text '1'"
    dates = "write 2024, 2024-05, 2024-05-31, 2024-H1 or 2024-Q3"
    assert told == {
        "9,000 facts and a mistake": [f"facts/hostile.yaml:72001: last: {missing}"],
        "9,000 facts, then no YAML": [
            "facts/hostile.yaml:72001: this is not YAML: a quote that opens here is not closed"
        ],
        "30,000 figures of one fact, then a mistake": [
            f"facts/hostile.yaml:60009: hentzau-line/length: `as_of`: 'May' is no date: {dates}"
        ],
        "30,000 unknown sources": [
            "facts/hostile.yaml:10: hentzau-line/length: there is no source 'r0': `cite` begins with an id of sources.yaml, such as 'review'"
        ],
        "95,000 unknown keys": [
            "facts/hostile.yaml:1: hentzau-line: of the 95,000 mistakes in this entry the first are told"
        ],
        "95,000 subjects that are none": [f"facts/hostile.yaml:1: k0: {missing}"],
        "199,000 entries of a list": [
            "facts/hostile.yaml:1: this file: one `id:` a line, with its keys below, is expected"
        ],
        "60,000 names, then a mistake": [f"facts/hostile.yaml:60010: last: {missing}"],
        "1.9 MB of comments": [
            "facts/hostile.yaml:1: the file holds comments only: write an entry into it, or delete it"
        ],
        "200,001 entries": ["facts/hostile.yaml:200000: more than 200,000 entries: split the file"],
    }


def test_of_a_hundred_thousand_mistakes_the_first_thousand_are_told() -> None:
    problems = read({"sources.yaml": SOURCES, "facts/a.yaml": near_the_limits()["30,000 unknown sources"]})[1]

    assert len(problems) == 1001
    assert problems[-1] == Problem("facts/a.yaml", 2010, "", "and there is more from here on: mend these first")


@pytest.mark.parametrize("name", sorted(depth_bombs().keys() - DEEP_INSIDE))
def test_depth_is_refused_in_a_thread_with_a_small_stack_too(name: str) -> None:
    told: list[Problem] = []
    was = threading.stack_size(512 * 1024)
    thread = threading.Thread(target=lambda: told.extend(read({"sources.yaml": depth_bombs()[name]})[1]))

    thread.start()
    thread.join()

    threading.stack_size(was)
    assert str(told[-1]) == "sources.yaml:1: nested deeper than 20 levels"


def good_files() -> list[tuple[str, bytes]]:
    """Real files, cut to a few kilobytes at the end of a subject."""
    files = {**files_in(SHIPPED), **files_in(RURITANIA)}
    whole = ((name, data) for name, data in files.items() if isinstance(data, bytes))
    return [(name, data[: data.find(b"\n", 4_000) + 1] or data) for name, data in whole]


def what_went_wrong(seed: int, count: int = 100) -> list[str]:
    """Reads that many spoiled files: exceptions, slow ones, and figures that do not stand in the file."""
    random, good = Random(seed), good_files()
    usual = least_seconds(lambda: read({"sources.yaml": SOURCES, "facts/usual.yaml": usual_file(4_000)}))
    wrong = []
    for number in range(count):
        name, data = random.choice(good)
        spoiled = mutated(data, random)
        if told := _trouble_with({"sources.yaml": SOURCES, name: spoiled}, name, usual * SPOILED):
            wrong.append(f"seed {seed}, file {number} of {name}: {told}")
    return wrong


def _trouble_with(files: dict[str, Content], name: str, most: float) -> str | None:
    begun = thread_time()
    try:
        knowledge, problems = read(files)
    except Exception as error:
        return repr(error)
    if thread_time() - begun > most and least_seconds(lambda: read(files)) > most:
        return "takes much longer than a good one"
    if knowledge is None:
        return None if problems else "neither knowledge nor a problem"
    printed = [figure.printed for fact in knowledge.facts.values() for figure in fact.figures]
    return next((f"shows '{print}'" for print in printed if not _stands(print, files[name])), None)


def _stands(printed: str, content: Content) -> bool:
    """Whether a print stands in a file as it is shown; a doubled quote or an escape may have been undone."""
    text = " ".join(content.decode().split()) if isinstance(content, bytes) else ""
    return " ".join(printed.split()) in text or "\\" in text or "''" in text


def test_spoiled_files_are_read_or_refused() -> None:
    assert what_went_wrong(SEED, 300) == []


@pytest.mark.soak
def test_200_000_spoiled_files_are_read_or_refused() -> None:
    with ProcessPoolExecutor(2) as pool:
        wrong = [told for each in pool.map(what_went_wrong, range(2000)) for told in each]

    assert wrong == []
