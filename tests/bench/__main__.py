"""Measures everything and prints it: python -m tests.bench [--folder DIR] [--sizes 1000 10000]. `make bench` runs it."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

from knowledge.library import DEFAULT_FOLDER, Library
from tests.bench.accuracy import Exam, scores, shipped
from tests.bench.speed import ENGINES, SIZES, measured
from tests.bench.tables import accuracy_table, shipped_table, speed_table


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument(
        "--folder", type=Path, default=DEFAULT_FOLDER, help="the knowledge base whose questions are asked"
    )
    parser.add_argument(
        "--sizes", type=int, nargs="*", default=SIZES, help="numbers of invented facts to time; none: no timing"
    )
    options = parser.parse_args()
    for line in _report(options.folder, options.sizes):
        print(line, flush=True)


def _report(folder: Path, sizes: Iterable[int]) -> Iterator[str]:
    knowledge = Library.open(folder).now.knowledge
    exam = Exam.of(knowledge)
    if exam.held and exam.near_misses:
        yield from accuracy_table(scores(knowledge, exam), exam)
        yield ""
        yield from shipped_table(*shipped(knowledge, exam))
    else:
        yield "Accuracy: the knowledge base has no labelled questions of both kinds (questions.yaml)"
    for size in sizes:
        yield ""
        yield from speed_table([measured(engine, size) for engine in ENGINES])


if __name__ == "__main__":
    main()
