"""RELIABILITY.md, tests 37 and 38, with their full counts: kills while writing, and every way to lose a database."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import select, text

from bot.desk import desk_for
from bot.playground.delivery import Ack
from bot.playground.standin import StandIn
from bot.settings import Settings
from bot.store import Store
from bot.store.engine import engine_for
from bot.store.migrate import migrate
from bot.store.tables import QUESTIONS
from tests.aids.bots import Bot, bot
from tests.aids.databases import database_at
from tests.aids.figures import percentile, told
from tests.aids.load import at_rate
from tests.aids.postgres import Cluster, cluster
from tests.bot.test_desk import kept, until
from tests.bot.test_installing import installed, store_of
from tests.bot.test_store import rows, written

pytestmark = pytest.mark.soak

KILLS = 100
QUESTION = "zenda dam height"
SPOOLED = 10_000


# 37: kills while writing


def write_for_ever(database: str, kill: int, told_to: Path) -> None:
    """Four writers; each notes down, without buffering, the key of what it was told is written."""
    store = Store(engine_for(database), f"writer-{kill}")
    notes = os.open(told_to, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def write(writer: int) -> None:
        for number in count():
            key = f"{kill}.{writer}.{number}"
            store.write([written(key)])
            os.write(notes, f"T1/{key}\n".encode())

    for writer in range(4):
        Thread(target=write, args=[writer]).start()


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_37_what_was_written_outlives_a_hundred_kills(tmp_path: Path, kind: str) -> None:
    told_to = tmp_path / "written"
    with database_at(kind, tmp_path) as database:
        for kill in range(KILLS):
            child = os.fork()
            if not child:
                write_for_ever(database, kill, told_to)
                signal.pause()
            time.sleep(random.uniform(0.2, 0.6))
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)

        promised = set(told_to.read_text().split())
        with engine_for(database).connect() as connection:
            held = set(connection.execute(select(QUESTIONS.c.key)).scalars())
            whole = kind == "postgresql" or connection.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
    lost = len(promised - held)
    measured = f"{lost} lost of {len(promised):,}, integrity {'good' if whole else 'broken'}"
    what = f"{KILLS} kills, 4 writers, {kind}"
    told(37, what, "0 lost, 0 integrity failures", measured, met=not lost and whole)
    assert (lost, whole) == (0, True)


def test_37_the_log_is_not_on_the_way_of_an_ack(standin: StandIn, tmp_path: Path) -> None:
    def p99(app: str) -> float:
        with bot(standin, "", tmp_path / app, app=app) as factbox:
            at_rate(20, [partial(factbox.slack.command, QUESTION)] * 40)
            return percentile(
                [ack.seconds for ack in at_rate(30, [partial(factbox.slack.command, QUESTION)] * 900)], 0.99
            )

    off, on = p99("tests.soak.forgetful_web:application()"), p99("bot.web:application()")

    measured = f"{on * 1000:.1f} ms with it, {off * 1000:.1f} ms without"
    goal = "ack p99 within 10 ms of log-off"
    told(37, "question log, 30 commands/s for 30 s, sqlite", goal, measured, met=on - off <= 0.01)


# 38: every way to lose a database


class Watched:
    """Signed commands and mentions at a rate, and what became of them."""

    def __init__(self, factbox: Bot, standin: StandIn) -> None:
        self.factbox = factbox
        self.standin = standin
        self.acks: list[Ack] = []
        self.asked = 0

    def ask(self, seconds: int, rate: int = 10) -> None:
        """Half of them mentions, each in a channel of its own; half commands."""
        numbers = range(self.asked, self.asked + seconds * rate // 2)
        self.asked = numbers.stop
        mentions = [partial(self.factbox.slack.mention, QUESTION, channel=f"C{number}") for number in numbers]
        commands = [partial(self.factbox.slack.command, QUESTION) for _ in numbers]
        self.acks += at_rate(rate, [each for pair in zip(mentions, commands, strict=True) for each in pair])

    def posted(self) -> int:
        """How many channels have their answer, when it came or when there was time enough for it."""
        self.standin.wait_for(lambda: len(self._channels()) == self.asked, 20)
        return len(self._channels())

    def _channels(self) -> set[str]:
        return {post.channel for post in self.standin.posted}

    def tell(self, what: str, said: float, back: float, test: int = 38) -> None:
        answered = sum(ack.status == 200 and ("87 meters" in ack.text or not ack.body) for ack in self.acks)
        slowest = percentile([ack.seconds for ack in self.acks], 0.99)
        posted, doubles = self.posted(), len(self.standin.posted) - len(self._channels())
        measured = (
            f"{answered}/{len(self.acks)} acknowledged, p99 {slowest:.2f} s; {posted}/{self.asked} mentions answered, "
            f"{doubles} twice; all written once; health said so after {said:.1f} s, and good again after {back:.1f} s"
        )
        goal = "answers 100 %, ack p99 ≤ 1 s, health says so ≤ 30 s"
        met = (answered, posted) == (len(self.acks), self.asked) and slowest <= 1 and said <= 30
        told(test, what, goal, measured, met=met)
        assert (answered, posted) == (len(self.acks), self.asked)

    def seconds_until(self, word: str, most: float = 40) -> float:
        began = time.monotonic()
        until(lambda: self.factbox.health().startswith(word), most)
        return time.monotonic() - began


def stopped(server: Cluster) -> None:
    server.kill()


def frozen(server: Cluster) -> None:
    server.freeze()


@pytest.mark.parametrize("gone", [stopped, frozen])
def test_38_while_postgresql_is_away_every_question_is_answered(
    standin: StandIn, tmp_path: Path, gone: Callable[[Cluster], None]
) -> None:
    with cluster() as server:
        migrate(engine_for(server.address))
        with bot(standin, server.address, tmp_path) as factbox:
            watched = Watched(factbox, standin)
            watched.ask(3)
            gone(server)
            watched.ask(10)
            said = watched.seconds_until("degraded")
            server.thaw() if gone is frozen else server.start()
            watched.ask(3)
            back = watched.seconds_until("ok")

            store = Store(engine_for(server.address), "test")
            until(lambda: rows(store, QUESTIONS) >= len(watched.acks), 20)
            assert rows(store, QUESTIONS) == len(watched.acks)
            watched.tell(f"PostgreSQL {gone.__name__} for 10 s", said, back)


def test_34_a_store_of_installations_that_hangs_holds_up_no_ack(standin: StandIn, tmp_path: Path) -> None:
    with cluster() as server:
        migrate(engine_for(server.address))
        with store_of(server.address) as store:
            installed(store, expires_at=time.time() + 3600)
        with bot(standin, server.address, tmp_path, SLACK_CLIENT_ID="client", SLACK_CLIENT_SECRET="secret") as factbox:
            watched = Watched(factbox, standin)
            frozen(server)
            watched.ask(10)
            said = watched.seconds_until("degraded")
            server.thaw()
            back = watched.seconds_until("ok")

            with store_of(server.address) as store:
                assert until(lambda: rows(store, QUESTIONS) == len(watched.acks), 20)
            watched.tell("the store of installations hangs for 10 s, no token known", said, back, test=34)
            assert {call.token for call in standin.posted if call.method == "chat.postMessage"} == {"xoxb-installed"}


def test_38_a_postgresql_that_comes_late_is_no_reason_to_be_silent(standin: StandIn, tmp_path: Path) -> None:
    with cluster() as server:
        migrate(engine_for(server.address))
        server.kill()
        with bot(standin, server.address, tmp_path) as factbox:
            watched = Watched(factbox, standin)
            watched.ask(8)
            said = watched.seconds_until("degraded")
            server.start()
            back = watched.seconds_until("ok")

            store = Store(engine_for(server.address), "test")
            assert until(lambda: rows(store, QUESTIONS) == len(watched.acks), 20)
            watched.tell("PostgreSQL not there at the start", said, back)


def test_38_what_ten_thousand_asked_meanwhile_is_written_once(standin: StandIn, tmp_path: Path) -> None:
    with cluster() as server:
        migrate(engine_for(server.address))
        desk = desk_for(Settings(state=tmp_path, database_url=server.address, api_url=standin.url))
        desk.start()
        server.freeze()
        began = time.monotonic()
        for number in range(SPOOLED):
            desk.memory.note(replace(kept(number), posts=()))
        spooled = time.monotonic() - began
        server.thaw()

        began = time.monotonic()
        until(lambda: rows(desk.store, QUESTIONS) == SPOOLED, 120)
        held, seconds = rows(desk.store, QUESTIONS), time.monotonic() - began
        desk.close(0.0)

    measured = f"{held:,} written once in {seconds:.0f} s; put aside in {spooled:.0f} s"
    told(38, "10,000 rows put aside while PostgreSQL hangs", "≥ 10,000 replayed once", measured, met=held == SPOOLED)
    assert held == SPOOLED


@contextmanager
def small_disk(folder: Path, size: str = "16m") -> Iterator[Path]:
    """A disk of sixteen megabytes, if not said otherwise: four of them are for SQLite's log."""
    folder.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], capture_output=True).returncode:
        pytest.skip("no disk of a size of its own: this machine does not let us mount one")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def test_38_with_a_full_disk_every_question_is_answered(standin: StandIn, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk, bot(standin, "", disk / "state", log=tmp_path / "log") as factbox:
        watched = Watched(factbox, standin)
        watched.ask(2)
        ballast = disk / "ballast"
        with ballast.open("wb", buffering=0) as file:
            fill(file.fileno())
        watched.ask(10)
        said = watched.seconds_until("degraded")
        ballast.unlink()
        back = watched.seconds_until("ok")

        store = Store(engine_for(f"sqlite:///{disk / 'state' / 'factbox.sqlite3'}"), "test")
        assert until(lambda: rows(store, QUESTIONS) == len(watched.acks), 20)
        watched.tell("the disk of an SQLite file full for 10 s", said, back)


def fill(file: int) -> None:
    """Writes until there is no room for a byte more."""
    for size in (65_536, 512, 1):
        try:
            while os.write(file, b"x" * size):
                pass
        except OSError:
            continue


@pytest.mark.parametrize("hours", [-1, 1])
def test_38_a_clock_an_hour_off_is_told(standin: StandIn, tmp_path: Path, hours: int) -> None:
    with bot(standin, "", tmp_path) as factbox:
        factbox.slack = replace(factbox.slack, clock=lambda: time.time() + 3600 * hours)
        refused = factbox.slack.command(QUESTION)
        factbox.slack = replace(factbox.slack, clock=lambda: time.time() + 180 * hours)
        answered = factbox.slack.command(QUESTION)
        said = factbox.health().splitlines()[-1]

    measured = f"an hour: {refused.status}; three minutes: {answered.status}, health: “{said}”"
    what = f"our clock {'behind' if hours > 0 else 'ahead'}"
    met = (refused.status, answered.status, said[:6]) == (401, 200, "clock:")
    told(38, what, "more than 120 s alarms", measured, met=met)
    assert met
