"""A terminal in which `python -m knowledge …` is typed: what it prints, what it complains of, and how it ends."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Timer
from typing import Any
from unittest.mock import patch

from knowledge.cli import main
from tests import HOUSE
from tests.bases import RURITANIA


@dataclass(frozen=True)
class Done:
    """How a command ended, and what it wrote to standard output and standard error."""

    code: int
    out: str
    err: str

    @property
    def records(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.split("\n")[:-1]]


def typed(*words: str | Path, stdin: bytes = b"", folder: Path | None = RURITANIA) -> Done:
    """Runs a command in this process, as quickly as a test likes it."""
    streams = [io.TextIOWrapper(io.BytesIO(data), encoding="utf-8", newline="") for data in (stdin, b"", b"")]
    with patch.object(sys, "stdin", streams[0]), redirect_stdout(streams[1]), redirect_stderr(streams[2]):
        code = _ended([*map(str, words), *(["--folder", str(folder)] if folder else [])])
    out, err = (_written(stream) for stream in streams[1:])
    return Done(code, out, err)


def _ended(arguments: list[str]) -> int:
    try:
        return main(arguments)
    except SystemExit as end:  # argparse's, on a mistake and after --help
        return int(end.code or 0)


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    return bytes(stream.buffer.getvalue()).decode("utf-8")  # type: ignore[attr-defined]


def process(command: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Runs a line of shell in a process of its own: for what only a real process can show. $FACTBOX is the command."""
    told = {**os.environ, "FACTBOX": f"{sys.executable} -m knowledge", "KNOWLEDGE": str(RURITANIA), **environment}
    return subprocess.run(
        ["sh", "-c", command], input=stdin, env=told, cwd=HOUSE, capture_output=True, timeout=120, check=False
    )


@contextmanager
def conversation(*words: str) -> Iterator[Callable[[bytes], bytes]]:
    """A process that is told one line at a time: what it is told gives the line it says to that."""
    command = [sys.executable, "-m", "knowledge", *words, "--folder", str(RURITANIA)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=HOUSE) as told:
        alarm = Timer(60, told.kill)
        alarm.start()
        yield partial(_say, told)
        alarm.cancel()


def _say(told: subprocess.Popen[bytes], line: bytes) -> bytes:
    assert told.stdin and told.stdout
    told.stdin.write(line + b"\n")
    told.stdin.flush()
    return told.stdout.readline()
