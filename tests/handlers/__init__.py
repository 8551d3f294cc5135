"""What people and admins meet in Slack."""
