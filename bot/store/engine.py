"""The engine for an address: SQLite in a file, or PostgreSQL; and the two things they say differently."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Double, Engine, Table, create_engine, event, func, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.dml import Insert
from sqlalchemy.sql.functions import GenericFunction

CONNECT, STATEMENT = 2, 10
"""Seconds. libpq waits for ever by default, and a server that hangs is worse than one that is gone."""

POSTGRESQL: dict[str, Any] = {
    "connect_timeout": CONNECT,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
    "options": f"-c statement_timeout={STATEMENT}s -c lock_timeout=5s -c idle_in_transaction_session_timeout=60s",
    "prepare_threshold": None,  # prepared statements do not survive a pooler such as pgbouncer
}

PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=5000")
"""FULL, not NORMAL: what was acknowledged is kept over a loss of power too. It costs half a millisecond a commit."""


class seconds_now(GenericFunction[float]):  # noqa: N801 - SQL functions are written so
    """The database's own clock: processes on hosts whose clocks differ must agree on who has waited too long."""

    type = Double()
    inherit_cache = True


@compiles(seconds_now, "postgresql")
def _on_postgresql(*_: object, **__: object) -> str:
    return "extract(epoch from clock_timestamp())"


@compiles(seconds_now, "sqlite")
def _on_sqlite(*_: object, **__: object) -> str:
    return "((julianday('now') - 2440587.5) * 86400.0)"


def engine_for(address: str) -> Engine:
    """An engine, not yet connected."""
    url = url_of(address)
    if url.get_backend_name() != "sqlite":
        pool = {"pool_size": 8, "max_overflow": 24, "pool_use_lifo": True, "pool_recycle": 1800}
        return create_engine(url, connect_args=POSTGRESQL, hide_parameters=True, **pool)
    engine = create_engine(url, hide_parameters=True)
    event.listen(engine, "connect", _with_pragmas)
    return engine


def url_of(address: str) -> URL:
    """The address as SQLAlchemy reads it; platforms say `postgres://` for PostgreSQL, whichever the driver."""
    url = make_url(address)
    plain = url.drivername in ("postgres", "postgresql")
    return url.set(drivername="postgresql+psycopg") if plain else url


@cache  # a statement that is made anew each time costs more than to run it
def insert_new(table: Table, dialect: str) -> Insert:
    """An insert that leaves alone a row which is there already."""
    if dialect == "sqlite":
        return sqlite.insert(table).on_conflict_do_nothing()
    return postgresql.insert(table).on_conflict_do_nothing()


@cache
def insert_latest(table: Table, dialect: str, by: str = "at") -> Insert:
    """An insert that takes the place of a row with the same key if it is not older, as the column `by` tells; what it
    leaves empty stays."""
    insert = sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)
    keys = [column.name for column in table.primary_key]
    newer = {c.name: func.coalesce(insert.excluded[c.name], c) for c in table.c if c.name not in keys}
    not_older = table.c[by].is_(None) | (table.c[by] <= insert.excluded[by])
    return insert.on_conflict_do_update(index_elements=keys, set_=newer, where=not_older)


def _with_pragmas(connection: Any, _: object) -> None:
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
