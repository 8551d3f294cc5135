"""What stands in the knowledge base, and what it answers."""
