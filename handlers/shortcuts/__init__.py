"""Slack's shortcuts: *Find the figure* on anyone's message, and *Ask Factbox* from anywhere."""
