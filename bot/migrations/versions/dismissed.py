"""What admins have taken off their lists."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "dismissed",
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("list", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("words", sa.Text()),
        sa.Column("fact", sa.String(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("team", "list", "key"),
    )
