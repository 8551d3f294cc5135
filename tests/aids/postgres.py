"""A PostgreSQL cluster that a test may stop, freeze, thaw and kill as it likes; it needs the server's programs."""

from __future__ import annotations

import getpass
import os
import shutil
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp

import pytest

OWNER = "postgres" if os.name == "posix" and os.geteuid() == 0 else getpass.getuser()
"""The server refuses to run as root."""


class Cluster:
    """A cluster on a loopback port of its own."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self._programs = programs
        self._folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        more = ["--username=factbox", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]
        self._run("initdb", f"--pgdata={folder / 'data'}", *more)

    @property
    def address(self) -> str:
        return f"postgresql://factbox@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        options = f"-h 127.0.0.1 -p {self.port} -k {self._folder}"
        self._control("start", "--wait", f"--log={self._folder / 'log'}", f"--options={options}")

    def kill(self) -> None:
        """At once, as a crash would."""
        self._control("stop", "--mode=immediate")

    def freeze(self) -> None:
        """Every process of it stands still: connections are accepted, and nothing answers."""
        for process in self._processes():
            os.kill(process, signal.SIGSTOP)

    def thaw(self) -> None:
        for process in self._processes():
            os.kill(process, signal.SIGCONT)

    def _processes(self) -> list[int]:
        first = int((self._folder / "data" / "postmaster.pid").read_text().split()[0])
        children = Path(f"/proc/{first}/task/{first}/children").read_text().split()
        return [first, *map(int, children)]

    def _control(self, what: str, *options: str) -> None:
        self._run("pg_ctl", what, f"--pgdata={self._folder / 'data'}", "--silent", *options)

    def _run(self, program: str, *options: str) -> None:
        subprocess.run(
            [self._programs / program, *options], check=True, user=OWNER, cwd=self._folder, stdout=subprocess.DEVNULL
        )


@contextmanager
def cluster() -> Iterator[Cluster]:
    """A cluster that runs; it is gone afterwards."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not found:
        pytest.skip("PostgreSQL is not installed: `.ci/with-postgres` installs it where it may")
    folder = Path(mkdtemp())
    shutil.chown(folder, OWNER)
    ours = Cluster(found[-1], folder)
    ours.start()
    try:
        yield ours
    finally:
        with suppress(OSError, subprocess.CalledProcessError):  # it was killed by its test
            ours.thaw()
            ours.kill()
        shutil.rmtree(folder)
