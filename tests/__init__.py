"""The tests. No test has a deadline: machines are noisy, and speed is held in benchmarks."""

from hypothesis import settings

settings.register_profile("house", deadline=None)
settings.load_profile("house")
