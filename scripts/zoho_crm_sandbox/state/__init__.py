"""Everything that the sandbox remembers, in SQLite."""
