"""What was measured, as tables to be read in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from knowledge.calibration import at_most
from knowledge.model import Tally
from tests.bench.accuracy import Exam, Score
from tests.bench.quiet import QUIET
from tests.bench.speed import SCAN, Speed

GOALS = {1_000: "goal 25 x, with clarity 10 x", 100_000: "goal 1,000 x, with clarity 500 x; built in 2 s"}


def accuracy_table(scores: Iterable[Score], exam: Exam) -> Iterator[str]:
    yield f"Accuracy: {len(exam.held)} questions whose fact is held, {len(exam.near_misses)} near misses"
    yield f"{'':28}{'always answering':>18}{f'≤ {QUIET:.0%} of near misses':>24}"
    for score in scores:
        yield f"{score.engine:28}{score.always:>18.1%}{score.quiet:>24.1%}"


def shipped_table(held: Tally, near_misses: Tally) -> Iterator[str]:
    yield "Factbox at its shipped thresholds"
    yield from _row("fact held", held, ("right", "choices", "missed", "wrong"))
    yield from _row("near misses", near_misses, ("refused", "choices", "–", "figure"))


def _row(name: str, tally: Tally, heads: Sequence[str]) -> Iterator[str]:
    counts = (tally.right, tally.offered, tally.missed, tally.wrong)
    told = ", ".join(
        f"{head} {count / tally.questions:.1%}" for head, count in zip(heads, counts, strict=True) if head != "–"
    )
    yield f"  {name:14}{told} (at most {at_most(tally.wrong, tally.questions):.1%})"


def speed_table(speeds: Sequence[Speed]) -> Iterator[str]:
    """Of one number of facts. "x scan" is how many times as fast as the WRatio scan measured in the same run."""
    scan = next(speed for speed in speeds if speed.engine == SCAN)
    goal = GOALS.get(scan.facts)
    yield f"Speed at {scan.facts:,} facts{f' ({goal})' if goal else ''}"
    yield f"{'':28}{'median':>12}{'p99':>12}{'p99/median':>12}{'x scan':>10}{'build':>10}{'memory':>10}{'asked':>8}"
    for speed in speeds:
        p99 = f"{speed.p99 * 1000:>9.3f} ms{speed.p99 / speed.median:>12.1f}" if speed.p99 else f"{'–':>12}{'–':>12}"
        yield (
            f"{speed.engine:28}{speed.median * 1000:>9.3f} ms{p99}{scan.median / speed.median:>10,.1f}"
            f"{speed.build:>8.2f} s{speed.memory / 1e6:>7.0f} MB{len(speed.took):>8}"
        )
