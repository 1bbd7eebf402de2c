"""The sandbox's state in SQLite: the data of all organizations, and ``of`` for the view of one."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import weakref
from typing import TYPE_CHECKING, Any, NamedTuple

from zoho_crm_sandbox.plan import Plan
from zoho_crm_sandbox.state.jobs import Job
from zoho_crm_sandbox.state.oauth import OAuth
from zoho_crm_sandbox.state.organization import Organization
from zoho_crm_sandbox.state.schema import SCHEMA, SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Pending(NamedTuple):
    """A job that has not handled all its records, with its organization, its system and how many it has handled."""

    organization: Organization
    system: str
    job: Job
    handled: int


class State(OAuth):
    """The database, in a file that is created if it does not exist, or in memory if ``path`` is None.

    ``lock`` is held while a request is handled, because clients in several threads may share a sandbox. Raises
    ValueError if the file cannot be opened, or is not a database of this version of the sandbox.
    """

    def __init__(self, path: str | Path | None = None) -> None:
        self.lock = threading.RLock()
        self._organizations: dict[str, Organization] = {}
        try:
            self._db = sqlite3.connect(path or ":memory:", check_same_thread=False, isolation_level=None)
            # Close the database even if close() is never called.
            self._finalizer = weakref.finalize(self, self._db.close)
            self.empty = self._prepare()
        except sqlite3.Error as error:
            raise ValueError(f"{path}: {error}") from error

    def _prepare(self) -> bool:
        version = self._db.execute("PRAGMA user_version").fetchone()[0]
        tables = self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if (version, bool(tables)) not in ((0, False), (SCHEMA_VERSION, True)):
            raise sqlite3.DatabaseError("not a database of this version of the sandbox (delete it, or name another)")
        # A killed process loses no request that it has responded to: the log is with the operating system.
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        if not tables:
            self._db.executescript(f"BEGIN; {SCHEMA} PRAGMA user_version = {SCHEMA_VERSION}; COMMIT;")
        return not tables

    def close(self) -> None:
        """Close the database. Further calls do nothing."""
        self._finalizer()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit all changes made inside, or none if an exception leaves it."""
        with self.lock:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                # After some errors, such as a full disk, SQLite has rolled back itself.
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    @contextlib.contextmanager
    def savepoint(self) -> Iterator[None]:
        """Undo all changes made inside, within a transaction, if an exception leaves it."""
        self._db.execute("SAVEPOINT inner")
        try:
            yield
        except BaseException:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK TO inner")
            raise
        self._db.execute("RELEASE inner")

    def clear(self) -> None:
        """Delete everything except the stored time of the clock."""
        self._organizations.clear()
        for table in self._tables():
            self._db.execute(f"DELETE FROM {table}")  # noqa: S608  # from the schema

    def copy(self) -> dict[str, list[Any]]:
        """Return the rows of each table, except the stored time of the clock."""
        with self.lock:
            return {table: self._db.execute(f"SELECT * FROM {table}").fetchall() for table in self._tables()}  # noqa: S608  # from the schema

    def restore(self, content: dict[str, list[Any]]) -> None:
        """Replace all rows by those of a copy."""
        self.clear()
        for table, rows in content.items():
            if rows:
                values = ", ".join("?" * len(rows[0]))
                self._db.executemany(f"INSERT INTO {table} VALUES ({values})", rows)  # noqa: S608  # from the schema

    def _tables(self) -> list[str]:
        tables = self._db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'anchors'")
        return [table for (table,) in tables]

    def of(self, organization: str) -> Organization:
        """Return the view of one organization, which must exist."""
        found = self._organizations.get(organization)
        if found is None:
            found = self._organizations[organization] = Organization(self._db, organization)
        return found

    def add_organization(self, organization: str, *, utc_offset: int, next_id: int) -> Organization:
        """Add an organization, with its time zone in minutes ahead of UTC and the id of its first new record."""
        self._db.execute("INSERT INTO organizations VALUES (?, ?, ?)", (organization, utc_offset, next_id))
        return self.of(organization)

    def organizations(self) -> list[str]:
        """Return the ids of all organizations."""
        return [row[0] for row in self._db.execute("SELECT id FROM organizations ORDER BY id")]

    def organization_of(self, user: str) -> str | None:
        """Return the id of a user's organization."""
        row = self._db.execute("SELECT organization FROM users WHERE id = ?", (user,)).fetchone()
        return row[0] if row else None

    def pending(self) -> list[Pending]:
        """Return the pending jobs in the order of their submission."""
        rows = self._db.execute(
            "SELECT organization, pending.system, handled, jobs.id, module, submitted_at, plan, request"
            # CROSS keeps the order of the tables: few jobs are pending among very many.
            " FROM pending CROSS JOIN jobs USING (organization) WHERE jobs.id = job"
            " ORDER BY submitted_at, length(job), job"
        ).fetchall()
        return [
            Pending(self.of(organization), system, Job(job, module, at, Plan.from_json(plan), request), handled)
            for organization, system, handled, job, module, at, plan, request in rows
        ]

    def callbacks(self) -> list[tuple[str, str, str]]:
        """Return the organization, job and API version of each bulk write callback that is still to be sent."""
        return self._db.execute("SELECT organization, job, version FROM bulk_callbacks ORDER BY job").fetchall()

    def anchor(self) -> tuple[float, float, float] | None:
        """Return a real moment, the clock's time at that moment, and its scale; None if never stored."""
        row = self._db.execute("SELECT real, shown, scale FROM anchors").fetchone()
        return (row[0], row[1], row[2]) if row else None

    def set_anchor(self, real: float, shown: float, scale: float) -> None:
        """Store the clock's time at a real moment, both in seconds since 1970, for the next process."""
        with self.transaction():
            self._db.execute("DELETE FROM anchors")
            self._db.execute("INSERT INTO anchors VALUES (?, ?, ?)", (real, shown, scale))
