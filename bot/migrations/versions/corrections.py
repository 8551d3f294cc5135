"""Corrections, and the notes that reach those who were given what was corrected."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    for name, kind in (
        ("title", sa.Text()),
        ("against", sa.String()),
        ("status", sa.String()),
        ("says", sa.String()),
        ("correction", sa.String()),
    ):
        op.add_column("figures_given", sa.Column(name, kind))
    op.create_index("ix_figures_given_correction", "figures_given", ["correction"])
    op.add_column("outbox", sa.Column("lasting", sa.Boolean()))
    op.create_table(
        "corrections",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("fact", sa.String(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.Column("decided_at", sa.Double()),
        sa.Column("finished_at", sa.Double()),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_corrections_fact", "corrections", ["fact"])
    op.create_table(
        "notes",
        sa.Column("correction", sa.String(), nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("thread", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("post", sa.String(), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("correction", "team", "channel", "thread"),
    )
    op.create_index("ix_notes_post", "notes", ["post"])
    op.create_index("ix_notes_state", "notes", ["state"])
