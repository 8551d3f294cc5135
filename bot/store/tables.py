"""The tables. Times are seconds since 1970; every key begins with the workspace.

A change here needs a migration (`alembic revision`, docs/scaling.md); a test holds the two together.
"""

from __future__ import annotations

from slack_sdk.oauth.installation_store.sqlalchemy import SQLAlchemyInstallationStore
from slack_sdk.oauth.state_store.sqlalchemy import SQLAlchemyOAuthStateStore
from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Double,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)

METADATA = MetaData(naming_convention={"ix": "ix_%(table_name)s_%(column_0_name)s"})


def _text(name: str, **more: object) -> Column[str]:
    return Column(name, String, nullable=False, **more)  # type: ignore[arg-type]


def _seconds(name: str, **more: object) -> Column[float]:
    return Column(name, Double, nullable=False, **more)  # type: ignore[arg-type]


EVENTS_SEEN = Table(
    "events_seen",
    METADATA,
    _text("team"),
    _text("key"),
    _seconds("at", index=True),
    PrimaryKeyConstraint("team", "key"),
)

OUTBOX = Table(
    "outbox",
    METADATA,
    _text("key", primary_key=True),
    _text("team", index=True),
    Column("enterprise", String),
    _text("method"),
    Column("arguments", JSON, nullable=False),
    _seconds("at"),
    _text("owner", index=True),
    _seconds("leased_until", index=True),
    Column("lasting", Boolean),
)

QUESTIONS = Table(
    "questions",
    METADATA,
    _text("key", primary_key=True),
    _text("team"),
    Column("channel", String),
    _text("asker"),
    Column("text", Text),
    _text("outcome"),
    Column("fact", String),
    Column("runner_up", String),
    Column("score", Double),
    _text("revision"),
    _seconds("at", index=True),
    Index("ix_questions_team_asker", "team", "asker"),
)

TURNS = Table(
    "turns",
    METADATA,
    _text("team"),
    _text("channel"),
    _text("asked"),
    Column("thread", String),
    Column("fact", String),
    Column("post", String, index=True),
    Column("message", String),
    Column("edited", String),
    _text("person"),
    _seconds("at", index=True),
    PrimaryKeyConstraint("team", "channel", "asked"),
)

FIGURES_GIVEN = Table(
    "figures_given",
    METADATA,
    _text("key", primary_key=True),
    _text("question", index=True),
    Column("post", String, index=True),
    _text("team", index=True),
    Column("channel", String),
    Column("thread", String),
    Column("message", String),
    _text("fact", index=True),
    _text("printed"),
    Column("unit", String),
    Column("as_of", String),
    Column("period", String),
    Column("due", String),
    Column("when", String),
    _text("source"),
    _text("locator"),
    Column("cited", Text, nullable=False),
    _text("revision"),
    _seconds("at"),
    Column("title", Text),
    Column("against", String),
    Column("status", String),
    Column("says", String),
    Column("correction", String),  # the correction that deals with it, once it is not held any more
    Column("mark", String),  # of all that it says: the same figure given twice has the same
)
for name, column, rows in (
    ("ix_figures_given_correction", FIGURES_GIVEN.c.correction, FIGURES_GIVEN.c.correction.is_not(None)),
    ("ix_figures_given_undealt", FIGURES_GIVEN.c.mark, FIGURES_GIVEN.c.correction.is_(None)),
):
    Index(name, column, sqlite_where=rows, postgresql_where=rows)

CORRECTIONS = Table(
    "corrections",
    METADATA,
    _text("id", primary_key=True),
    _text("fact", index=True),
    Column("title", Text, nullable=False),
    _text("state"),
    _text("by"),
    _seconds("at"),
    Column("reason", Text),
    Column("decided_at", Double),
    Column("finished_at", Double),
)

NOTES = Table(
    "notes",
    METADATA,
    _text("correction"),
    _text("team"),
    _text("channel"),
    _text("thread"),
    _text("state", index=True),
    _text("post", index=True),
    _seconds("at"),
    PrimaryKeyConstraint("correction", "team", "channel", "thread"),
)

FEEDBACK = Table(
    "feedback",
    METADATA,
    _text("team"),
    _text("channel"),
    _text("message"),
    _text("asker"),
    _text("verdict"),
    Column("note", Text),
    _seconds("at"),
    Column("question", Text),
    Column("fact", String),
    Column("printed", Text),
    Column("revision", String),
    PrimaryKeyConstraint("team", "channel", "message", "asker"),
)

WANTED = Table(
    "wanted",
    METADATA,
    _text("team"),
    _text("key"),
    _text("person"),
    Column("question", Text, nullable=False),
    Column("channel", String),
    Column("thread", String),
    _seconds("at"),
    PrimaryKeyConstraint("team", "key", "person"),
)

WATCHES = Table(
    "watches",
    METADATA,
    _text("team"),
    _text("fact"),
    _text("person"),
    Column("channel", String),
    Column("thread", String),
    Column("printed", Text, nullable=False),
    _text("revision"),
    _seconds("at"),
    PrimaryKeyConstraint("team", "fact", "person"),
)

AUDIT = Table(
    "audit",
    METADATA,
    Column("id", Integer, primary_key=True),
    _text("team", index=True),
    _text("actor"),
    _text("action"),
    _text("entry"),
    Column("before", Text),
    Column("after", Text),
    Column("revision", String),
    _seconds("at"),
)

REVISIONS = Table(
    "revisions",
    METADATA,
    Column("number", Integer, primary_key=True),
    _text("revision", index=True),
    Column("parent", Integer),
    _text("author"),  # a person as "team/person"
    _text("reason"),
    _seconds("at"),
    Column("files", JSON, nullable=False),  # the hash of each file's text by its name
    Column("settled", Boolean, nullable=False),  # whether they stand where they belong
)

TEXTS = Table("texts", METADATA, _text("hash", primary_key=True), Column("text", LargeBinary, nullable=False))

ADMINS = Table(
    "admins",
    METADATA,
    _text("team"),
    _text("person"),
    _text("source"),
    Column("may", Boolean, nullable=False),
    _text("by"),
    _seconds("at"),
    PrimaryKeyConstraint("team", "person", "source"),
)

DRAFTS = Table(
    "drafts",
    METADATA,
    _text("id", primary_key=True),
    _text("team"),
    _text("person"),
    Column("enterprise", String),
    Column("wish", Text, nullable=False),
    Column("filled", JSON, nullable=False),
    _text("verdict"),
    _seconds("at"),
)

DISMISSED = Table(
    "dismissed",
    METADATA,
    _text("team"),
    _text("list"),
    _text("key"),
    Column("words", Text),  # for as long as the texts of questions
    _text("fact"),
    Column("reason", Text, nullable=False),
    _text("person"),
    _seconds("at"),
    PrimaryKeyConstraint("team", "list", "key"),
)

JOBS = Table("jobs", METADATA, _text("name", primary_key=True), _seconds("due_at"))

SECRETS = Table("secrets", METADATA, _text("name", primary_key=True), _text("secret"))

INSTALLATIONS = SQLAlchemyInstallationStore.build_installations_table(METADATA, "slack_installations")
BOTS = SQLAlchemyInstallationStore.build_bots_table(METADATA, "slack_bots")
OAUTH_STATES = SQLAlchemyOAuthStateStore.build_oauth_states_table(METADATA, "slack_oauth_states")
