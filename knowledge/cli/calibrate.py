"""chooses from which confidence a figure is given, on the labelled questions, and writes it beside them"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from knowledge.calibration import CONFIDENCE, PARTS, WRONG_ALLOWED, at_most, calibrated
from knowledge.folder import files_in
from knowledge.match import Index
from knowledge.model import Calibration, Tally
from knowledge.read import read

NAME = "calibrate"
FILE = "calibration.yaml"


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--wrong",
        type=_share,
        default=WRONG_ALLOWED,
        metavar="SHARE",
        help=f"the share of wrong figures allowed on the questions (default: {WRONG_ALLOWED})",
    )


def _share(text: str) -> float:
    share = float(text)
    if not 0 <= share < 1:
        raise argparse.ArgumentTypeError("a share from 0 to 1 is expected, such as 0.01")
    return share


def run(folder: Path, options: argparse.Namespace) -> int:
    # Without the last calibration: the revision it names is that of what it was measured on.
    files = {file: content for file, content in files_in(folder).items() if file != FILE}
    knowledge, problems = read(files, doubting=False)
    if knowledge is None:
        print(*problems, sep="\n", file=sys.stderr)
        return 1
    if not knowledge.questions:
        print("there are no labelled questions: write some into questions.yaml", file=sys.stderr)
        return 1
    found = calibrated(Index.of(knowledge), options.wrong)
    _write(folder / FILE, written(found))
    print(*report(found), sep="\n")
    return 0


def _write(path: Path, text: str) -> None:
    """In one step, so that a watching bot never reads half of it."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def report(found: Calibration) -> Iterator[str]:
    yield f"a figure is given from a confidence of {found.sure:.2f}; {found.allowed:.1%} of wrong ones are allowed"
    yield f"cross-validated in {PARTS} parts, at revision {found.revision} ({found.facts} facts):"
    yield f"{'':21}{'questions':>10}{'right':>10}{'offered':>10}{'missed':>10}{'wrong':>10}{'at most':>10}"
    yield _row("the figure is held", found.held)
    yield _row("near misses", found.not_held)
    yield f"at most: the share of wrong answers that these questions do not rule out ({CONFIDENCE:.0%}, Clopper–Pearson)"


def _row(name: str, tally: Tally) -> str:
    shares = (tally.right, tally.offered, tally.missed, tally.wrong)
    told = "".join(f"{count / tally.questions:>10.1%}" if tally.questions else f"{'–':>10}" for count in shares)
    bound = f"{at_most(tally.wrong, tally.questions):>10.1%}"
    return f"{name:21}{tally.questions:>10}{told}{bound}"


def written(found: Calibration) -> str:
    """The calibration as its file, with the report for whoever opens it."""
    told = "".join(f"# {line}\n" for line in report(found))
    return f"""\
# Written by `python -m knowledge calibrate`. Run it again when `check` says that the facts have outgrown it.
{told}sure: "{found.sure:.2f}"
allowed: "{found.allowed}"
facts: "{found.facts}"
revision: "{found.revision}"
held:
{_counts(found.held)}not_held:
{_counts(found.not_held)}"""


def _counts(tally: Tally) -> str:
    counts = {"right": tally.right, "offered": tally.offered, "missed": tally.missed, "wrong": tally.wrong}
    return "".join(f'  {grade}: "{count}"\n' for grade, count in counts.items())
