"""Who asked what is nobody's business: not in the log, not in a table, not in an error."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.askers import UNKNOWN, Askers
from bot.desk import Desk, desk_for
from bot.playground.standin import StandIn
from bot.settings import Settings
from bot.store import Store
from bot.store.engine import engine_for
from bot.store.tables import QUESTIONS
from tests.bot.test_desk import until
from tests.bot.test_store import KEPT, rows


def test_a_person_has_one_hash_in_a_workspace_and_another_elsewhere() -> None:
    hashed = Askers("secret")

    assert hashed("T1", "UANNA") == hashed("T1", "UANNA")
    assert (
        len({hashed("T1", "UANNA"), hashed("T2", "UANNA"), hashed("T1", "UBEN"), Askers("other")("T1", "UANNA")}) == 4
    )
    assert "UANNA" not in hashed("T1", "UANNA")


def test_without_a_secret_nobody_is_written_down() -> None:
    assert Askers()("T1", "UANNA") == UNKNOWN


def test_processes_on_one_database_share_the_secret_that_was_made(database: str) -> None:
    store, (one, other) = Store(engine_for(database), "test"), (Askers(), Askers())

    for askers in (one, other):
        with store.writing() as connection:
            askers.read(connection)

    assert one("T1", "UANNA") == other("T1", "UANNA") != UNKNOWN


def test_a_question_is_not_logged_whatever_goes_wrong(
    tmp_path: Path, standin: StandIn, caplog: pytest.LogCaptureFixture
) -> None:
    away = Settings(
        state=tmp_path, database_url="postgresql://f@127.0.0.1:9/f", api_url=standin.url, bot_token="xoxb-1"
    )
    desk: Desk = desk_for(away)

    with caplog.at_level(logging.INFO):
        desk.start()
        desk.memory.keep(KEPT)
        assert desk.outbox.drain(5)
        desk.close(0.0)

    assert "the database is away" in caplog.text
    assert "how high is the dam" not in caplog.text
    assert "87 meters" not in caplog.text


def test_the_key_of_the_hash_is_made_once_and_used_at_once(tmp_path: Path, standin: StandIn) -> None:
    desk = desk_for(Settings(state=tmp_path, api_url=standin.url, bot_token="xoxb-1"))
    desk.start()
    desk.memory.keep(KEPT)

    assert until(lambda: rows(desk.store, QUESTIONS) == 1)
    with desk.store.engine.connect() as connection:
        assert len(connection.execute(select(QUESTIONS.c.asker)).scalar_one()) == 32
    desk.close(0.0)
