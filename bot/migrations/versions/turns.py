"""The turns of conversations."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "turns",
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("asked", sa.String(), nullable=False),
        sa.Column("thread", sa.String()),
        sa.Column("fact", sa.String()),
        sa.Column("post", sa.String()),
        sa.Column("message", sa.String()),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("team", "channel", "asked"),
    )
    op.create_index("ix_turns_post", "turns", ["post"])
    op.create_index("ix_turns_at", "turns", ["at"])
