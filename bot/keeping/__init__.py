"""Where the knowledge base is kept, its history, and the commands that look after it."""
