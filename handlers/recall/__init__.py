"""Correction recall: a figure that is not held any more must reach those who were given it."""
