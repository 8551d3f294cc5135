"""What people say of answers, what they want added, and what they watch."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    for name, kind in (
        ("question", sa.Text()),
        ("fact", sa.String()),
        ("printed", sa.Text()),
        ("revision", sa.String()),
    ):
        op.add_column("feedback", sa.Column(name, kind))
    op.create_table(
        "wanted",
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("channel", sa.String()),
        sa.Column("thread", sa.String()),
        sa.Column("at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("team", "key", "person"),
    )
    op.create_table(
        "watches",
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("fact", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("channel", sa.String()),
        sa.Column("thread", sa.String()),
        sa.Column("printed", sa.Text(), nullable=False),
        sa.Column("revision", sa.String(), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("team", "fact", "person"),
    )
