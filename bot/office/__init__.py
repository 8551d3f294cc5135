"""What the admins' pages ask of the database."""
