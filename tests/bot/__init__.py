"""The processes, the store and the way to Slack."""
