"""The real web process, gunicorn and all, with a stand-in for Slack: begun, killed and begun again."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bot.playground.delivery import Delivery
from bot.playground.standin import StandIn
from tests import HOUSE
from tests.bases import RURITANIA

SECRET = "secret"
WEB = "bot.web:application()"


class Bot:
    """A web process at a port of its own, which it keeps over a kill."""

    def __init__(
        self, standin: StandIn, database: str, state: Path, knowledge: Path = RURITANIA, app: str = WEB, **env: str
    ) -> None:
        self.app = app
        self.port = _free_port()
        self.log = state / f"log-{self.port}"
        self.slack = Delivery(f"http://127.0.0.1:{self.port}/slack/events", SECRET, hook=standin.hook)
        self.env = {
            "SLACK_BOT_TOKEN": "xoxb-1",
            "SLACK_SIGNING_SECRET": SECRET,
            "SLACK_API_URL": standin.url,
            "DATABASE_URL": database,
            "FACTBOX_STATE": str(state),
            "KNOWLEDGE": str(knowledge),
            **env,
        }
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, *options: str) -> None:
        """Begins, and waits until it answers."""
        others = {name: value for name, value in os.environ.items() if not name.startswith(("SLACK_", "DATABASE_"))}
        gunicorn = [sys.executable, "-m", "gunicorn", self.app, "--bind", f"127.0.0.1:{self.port}"]
        threads = ["--worker-class", "gthread", "--threads", "32", *options]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [*gunicorn, *threads], env={**others, **self.env}, stderr=log, cwd=HOUSE, start_new_session=True
            )
        assert self._answers(60), self.log.read_text()

    def kill(self) -> None:
        """SIGKILL, to the worker as to its master: as when the machine loses power, or memory."""
        if self._process:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()

    def stop(self, seconds: float = 40) -> float:
        """SIGTERM. How long it took to end."""
        assert self._process
        began = time.monotonic()
        self._process.terminate()
        self._process.wait(seconds)
        return time.monotonic() - began

    def health(self) -> str:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=2)
        try:
            line.request("GET", "/healthz")
            return line.getresponse().read().decode()
        finally:
            line.close()

    def cpu_seconds(self) -> float:
        """What the process and its master have used so far."""
        stats = [Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split() for each in self._family()]
        return sum(int(stat[11]) + int(stat[12]) for stat in stats) / os.sysconf("SC_CLK_TCK")

    def megabytes(self) -> float:
        """The memory that the worker holds."""
        pages = int(Path(f"/proc/{self._family()[-1]}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000

    def _family(self) -> list[int]:
        assert self._process
        master = self._process.pid
        return [master, *map(int, Path(f"/proc/{master}/task/{master}/children").read_text().split())]

    def _answers(self, seconds: float) -> bool:
        end = time.monotonic() + seconds
        while time.monotonic() < end and self._process and self._process.poll() is None:
            with suppress(OSError):
                return bool(self.health())
            time.sleep(0.05)
        return False


@contextmanager
def bot(
    standin: StandIn, database: str, state: Path, *, app: str = WEB, log: Path | None = None, **env: str
) -> Iterator[Bot]:
    """A bot that answers, for as long as it is needed. Without a database it has a file of its own."""
    state.mkdir(parents=True, exist_ok=True)
    bot = Bot(standin, database, state, RURITANIA, app, **env)
    bot.log = log or bot.log
    bot.start()
    try:
        yield bot
    finally:
        bot.kill()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port
