"""The tests. No test has a deadline: machines are noisy, and speed is held in benchmarks."""

from pathlib import Path

from hypothesis import settings

HOUSE = Path(__file__).parent.parent
"""The folder that everything stands in."""

settings.register_profile("house", deadline=None)
settings.load_profile("house")
