"""A stand-in for Slack: for tests that run the whole process, and for trying the bot without a workspace."""
