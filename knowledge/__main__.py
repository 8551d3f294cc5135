"""python -m knowledge check | ask | list: the whole brain without Slack."""

from __future__ import annotations

import sys

from knowledge.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
