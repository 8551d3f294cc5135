"""Databases for tests: an SQLite file, and a PostgreSQL database where there is a server."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import create_engine, text

from bot.store.engine import engine_for, url_of
from bot.store.migrate import migrate
from bot.store.tables import METADATA

SERVER = "TEST_DATABASE_URL"
SKIPPED = f"no PostgreSQL here: {SERVER} is not set; `.ci/with-postgres make test` starts one"


@contextmanager
def database_at(kind: str, folder: Path) -> Iterator[str]:
    """The address of a database with its tables, which are empty."""
    if kind == "postgresql" and SERVER not in os.environ:
        pytest.skip(SKIPPED)
    yield _in_a_file(folder / "factbox.sqlite3") if kind == "sqlite" else _emptied(_on_the_server())


def _in_a_file(path: Path) -> str:
    path.write_bytes(_with_tables())
    return f"sqlite:///{path}"


@cache
def _with_tables() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "factbox.sqlite3"
        engine = engine_for(f"sqlite:///{path}")
        migrate(engine)
        engine.dispose()
        return path.read_bytes()


def _emptied(address: str) -> str:
    engine = engine_for(address)
    with engine.begin() as connection:
        for table in METADATA.sorted_tables:  # not TRUNCATE: that makes new files, and waits for the disk
            connection.execute(table.delete())
    engine.dispose()
    return address


@cache
def _on_the_server() -> str:
    """A database of this run: to make one takes a second, to empty it does not."""
    server, name = url_of(os.environ[SERVER]), f"factbox_{os.getpid()}"
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    admin.dispose()
    address = server.set(database=name).render_as_string(hide_password=False)
    migrate(engine_for(address))
    return address
