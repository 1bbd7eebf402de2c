"""A lock that keeps two sandboxes from using the same database file at the same time."""

from __future__ import annotations

import sqlite3
import weakref
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SUFFIX = "-lock"


class Lock:
    """A lock on a database file, held until it is closed or its process ends. Raises ValueError if it is not free.

    It is a second, empty database beside the first, locked by SQLite itself, which works on every system. The first
    must stay readable for others. The second stays when the lock is closed.
    """

    def __init__(self, path: str | Path) -> None:
        try:
            database = sqlite3.connect(f"{path}{SUFFIX}", timeout=0, isolation_level=None, check_same_thread=False)
            self._finalizer = weakref.finalize(self, database.close)
            database.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            locked = getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY
            raise ValueError(f"{path}: {'another sandbox uses this database' if locked else error}") from error

    def close(self) -> None:
        """Release the lock. Further calls do nothing."""
        self._finalizer()
