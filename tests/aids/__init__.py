"""What the tests work with."""
