"""The knowledge bases that tests ask: the one that ships, and those of invented countries."""

from pathlib import Path

from tests import HOUSE

SHIPPED = HOUSE / "knowledge"
RURITANIA = Path(__file__).parent / "ruritania"
HENTZAU = Path(__file__).parent / "hentzau"
STRELSAU = Path(__file__).parent / "strelsau"
"""A knowledge base with a printed report beside it (report.txt), to prove it against."""
