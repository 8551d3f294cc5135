"""What must be remembered: the tables, and the calls that read and write them."""

from bot.store.store import LEASE, Store

__all__ = ["LEASE", "Store"]
