"""Reads hostile files in a process of its own, with 300 MB and so much CPU time for each; prints a line of JSON about each.

`python -m tests.aids.hostile_child corpus`, `… limits`, or the name of one file of either.
"""

from __future__ import annotations

import json
import resource
import signal
import sys
from pathlib import Path
from time import process_time

from knowledge.read import read
from tests.aids.hostile import LARGE, bombs, near_the_limits, small_cases, usual_file

SOURCES = b'review:\n  title: "The Strelsau Review"\n'
MEGABYTE = 1 << 20
ROOM, SECONDS, TRIES = 300 * MEGABYTE, 30, 3
GOOD, MOST = 100_000, 2_000_000  # bytes of the good file that others are held against, and of any that is read


def main(wanted: str) -> None:
    corpus, limits = {**small_cases(), **bombs()}, near_the_limits()
    chosen = corpus if wanted == "corpus" else limits if wanted == "limits" else {wanted: (corpus | limits)[wanted]}
    resource.setrlimit(resource.RLIMIT_AS, (_status("VmSize") + ROOM, -1))
    good = min(_seconds_for_good() for _ in range(TRIES))
    for name, data in chosen.items():
        likewise = good * min(max(len(data), GOOD), MOST) / GOOD
        alone = 0.5 if len(data) > LARGE else 0.05
        told = told_of(data, alone if wanted == name else likewise)
        print(json.dumps({"name": name, "bytes": len(data), "good_ms": likewise * 1000, **told}), flush=True)


def _seconds_for_good() -> float:
    """CPU time for a good file, here and now."""
    files = {"sources.yaml": SOURCES, "facts/good.yaml": usual_file(GOOD)}
    begun = process_time()
    assert read(files, doubting=False)[0]
    return process_time() - begun


def told_of(data: bytes, quick: float) -> dict[str, object]:
    """The problems, or the figures of a file that is accepted; the least CPU time of up to three tries, until one is quick;
    the memory of one."""
    before = _forget_peak()
    taken: list[float] = []
    while not taken or (len(taken) < TRIES and min(taken) > quick):
        signal.setitimer(signal.ITIMER_PROF, SECONDS)  # of CPU: others may need the machine too
        begun = process_time()
        knowledge, problems = read({"sources.yaml": SOURCES, "facts/hostile.yaml": data})
        taken.append(process_time() - begun)
        signal.setitimer(signal.ITIMER_PROF, 0)
        grown = _status("VmHWM") - before
    figures = [figure.printed for fact in knowledge.facts.values() for figure in fact.figures] if knowledge else []
    told = [str(problem) for problem in problems[:3]]
    return {"problems": told, "figures": figures, "ms": min(taken) * 1000, "mb": grown / MEGABYTE}


def _forget_peak() -> int:
    """Lets the peak of memory begin anew; gives what is in use now, in bytes."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return _status("VmRSS")


def _status(key: str) -> int:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(f"{key}:"))


if __name__ == "__main__":
    main(sys.argv[1])
