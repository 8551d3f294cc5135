"""One mark for the same figure given many times, and an index that leads from each to the next.

What was given before gets its mark from the recall (bot/recall/given.py).
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.add_column("figures_given", sa.Column("mark", sa.String()))
    op.drop_index("ix_figures_given_correction", "figures_given")
    for name, column, rows in (
        ("ix_figures_given_correction", "correction", sa.text("correction IS NOT NULL")),
        ("ix_figures_given_undealt", "mark", sa.text("correction IS NULL")),
    ):
        op.create_index(name, "figures_given", [column], sqlite_where=rows, postgresql_where=rows)
