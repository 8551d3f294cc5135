"""Slack on a page of one's own: the page, and the stand-in behind it."""
