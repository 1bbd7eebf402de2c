"""The sandbox's state in SQLite, and the lock on its file."""
