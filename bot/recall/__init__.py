"""Recall at work: corrections in the store, and the thread that finds them and sends their notes."""
