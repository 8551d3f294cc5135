"""The steps by which the tables came to be as they are; Alembic runs those that a database has not had yet."""
