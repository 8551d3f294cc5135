"""Why a figure was withdrawn."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.add_column("corrections", sa.Column("reason", sa.Text()))
