"""`python -m bot migrate | erase`: what an operator does to the store."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.askers import Askers
from bot.commands import run
from bot.settings import Settings
from bot.store import Store
from bot.store.engine import engine_for
from bot.store.tables import FIGURES_GIVEN, OUTBOX, QUESTIONS
from tests.bot.test_store import rows, written


def store_of(database: str) -> Store:
    return Store(engine_for(database), "test")


def test_migrating_makes_the_tables_and_the_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = Settings(state=tmp_path / "new")

    assert run(["migrate"], settings) == 0
    assert capsys.readouterr().out == "the database has the present tables\n"
    assert rows(store_of(settings.database), OUTBOX) == 0


def test_a_workspace_is_erased(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    store_of(database).write([written(), written(team="T2")])

    assert run(["erase", "T1"], Settings(database_url=database)) == 0
    assert capsys.readouterr().out == "4 rows erased\n"
    assert rows(store_of(database), QUESTIONS) == 1


def test_a_person_is_erased(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    settings = Settings(database_url=database, asker_secret="secret")
    hers, theirs = written("Ev1"), written("Ev2")
    assert hers.kept.question
    question = replace(hers.kept.question, asker=Askers("secret")("T1", "UANNA"))
    store_of(database).write([replace(hers, kept=replace(hers.kept, question=question)), theirs])

    assert run(["erase", "T1", "UANNA"], settings) == 0
    assert capsys.readouterr().out == "2 rows erased\n"
    assert [rows(store_of(database), table) for table in (QUESTIONS, FIGURES_GIVEN)] == [1, 1]


def test_a_database_that_cannot_be_asked_is_told_in_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    settings = Settings(database_url="sqlite:////proc/nowhere/factbox.sqlite3")

    assert run(["erase", "T1"], settings) == 1
    assert capsys.readouterr().err.startswith("the database cannot be asked: (sqlite3.OperationalError)")


def test_a_slip_in_typing_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(["erese"], Settings())

    assert stopped.value.code == 2
    assert "invalid choice: 'erese'" in capsys.readouterr().err
