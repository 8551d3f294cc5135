"""RELIABILITY.md with its full counts, in real processes: `make soak`."""
