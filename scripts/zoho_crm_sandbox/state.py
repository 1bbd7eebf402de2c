"""What the sandbox remembers, in SQLite: organizations, users, tokens, modules, records and jobs."""

from __future__ import annotations

import contextlib
import functools
import json
import sqlite3
import threading
import weakref
from datetime import timedelta, timezone
from typing import TYPE_CHECKING, Any, NamedTuple

from zoho_crm_sandbox.jobs import Plan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

SCHEMA_VERSION = 1
SCHEMA = """
CREATE TABLE organizations (
    id TEXT PRIMARY KEY,
    utc_offset INTEGER NOT NULL,                        -- minutes
    next_id INTEGER NOT NULL                            -- of the next record
) WITHOUT ROWID;
CREATE TABLE users (
    id TEXT PRIMARY KEY,
    organization TEXT NOT NULL,
    name TEXT NOT NULL,
    permitted INTEGER NOT NULL DEFAULT 1,               -- else NO_PERMISSION
    privileged INTEGER NOT NULL DEFAULT 1               -- else AUTHORIZATION_FAILED
) WITHOUT ROWID;
CREATE TABLE tokens (
    token TEXT PRIMARY KEY,
    user TEXT NOT NULL,
    scopes TEXT NOT NULL,                               -- in lower case, with spaces between
    expires_at REAL,                                    -- null: never
    dropped INTEGER NOT NULL DEFAULT 0                  -- pushed out by newer tokens
) WITHOUT ROWID;
CREATE TABLE modules (
    organization TEXT NOT NULL,
    api_name TEXT NOT NULL,
    id TEXT NOT NULL,
    stands_for TEXT NOT NULL,                           -- Events for Meetings, else api_name
    custom INTEGER NOT NULL,
    supported INTEGER NOT NULL,                         -- by the API at all
    unique_fields TEXT NOT NULL,                        -- API names with spaces between
    PRIMARY KEY (organization, api_name)
) WITHOUT ROWID;
CREATE TABLE records (
    organization TEXT NOT NULL,
    id TEXT NOT NULL,
    module TEXT NOT NULL,
    fields TEXT NOT NULL,                               -- a JSON object
    PRIMARY KEY (organization, id)
) WITHOUT ROWID;
CREATE INDEX records_of_module ON records (organization, module);
CREATE TABLE jobs (
    organization TEXT NOT NULL,
    id TEXT NOT NULL,
    system TEXT NOT NULL,
    module TEXT NOT NULL,
    submitted_at REAL NOT NULL,
    plan TEXT NOT NULL,                                 -- jobs.Plan
    request TEXT NOT NULL,                              -- a JSON object: what the job was asked for
    PRIMARY KEY (organization, id)
) WITHOUT ROWID;
"""
TABLES = ("organizations", "users", "tokens", "modules", "records", "jobs")


class Token(NamedTuple):
    """An access token and whose it is.

    Attributes:
        user: The id of the user.
        organization: The id of the user's organization.
        scopes: Its scopes, in lower case.
        expires_at: When it expires, in seconds since 1970; None if never.
        dropped: Whether newer tokens have pushed it out.
        permitted: Whether the user has every permission.
        privileged: Whether the user has every privilege.
    """

    user: str
    organization: str
    scopes: frozenset[str]
    expires_at: float | None
    dropped: bool
    permitted: bool
    privileged: bool


class Module(NamedTuple):
    """A module of an organization.

    Attributes:
        api_name: Its API name.
        id: Its id.
        stands_for: The API name that its records and jobs are kept under.
        custom: Whether the organization made it itself.
        supported: Whether the API supports it at all.
        unique_fields: The API names of the fields that no two records may share a value of.
    """

    api_name: str
    id: str
    stands_for: str
    custom: bool
    supported: bool
    unique_fields: tuple[str, ...]


class Job(NamedTuple):
    """A job as it was submitted; what it is now is a matter of its plan and the time.

    Attributes:
        id: Its id.
        module: The module that it works on.
        submitted_at: When it was submitted, in seconds since 1970.
        plan: What becomes of it.
        request_json: What it was asked for, as JSON.
    """

    id: str
    module: str
    submitted_at: float
    plan: Plan
    request_json: str = "{}"

    @property
    def request(self) -> dict[str, Any]:
        """What it was asked for."""
        request: dict[str, Any] = json.loads(self.request_json)
        return request


class State:
    """The database.

    Args:
        path: Its file, which is made if there is none; in memory if left out.

    Attributes:
        empty: Whether the database was made just now and holds nothing yet.
        lock: Held while a request is answered, since clients in several threads may share a sandbox.

    Raises:
        ValueError: The file cannot be opened, or is no database of this version of the sandbox.
    """

    def __init__(self, path: str | Path | None = None) -> None:
        self.lock = threading.RLock()
        try:
            self._db = sqlite3.connect(path or ":memory:", check_same_thread=False, isolation_level=None)
            # Closes the database also if nobody calls close().
            self._finalizer = weakref.finalize(self, self._db.close)
            self.empty = self._prepare()
        except sqlite3.Error as error:
            raise ValueError(f"{path}: {error}") from error

    def _prepare(self) -> bool:
        version = self._db.execute("PRAGMA user_version").fetchone()[0]
        tables = self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if (version, bool(tables)) not in ((0, False), (SCHEMA_VERSION, True)):
            raise sqlite3.DatabaseError("this database is of another version of the sandbox, or of something else")
        # A killed process loses nothing that it has answered: what is in the log is with the operating system.
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        if not tables:
            self._db.executescript(f"BEGIN; {SCHEMA} PRAGMA user_version = {SCHEMA_VERSION}; COMMIT;")
        return not tables

    def close(self) -> None:
        """Closes the database. Further calls do nothing."""
        self._finalizer()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Makes everything inside happen, or nothing if an exception leaves it."""
        with self.lock:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    def clear(self) -> None:
        """Forgets everything."""
        for table in TABLES:
            self._db.execute(f"DELETE FROM {table}")  # noqa: S608  (a constant)

    # -- reading

    def time_zone(self, organization: str) -> timezone:
        """Returns the time zone that an organization's times are written in.

        Args:
            organization: The id of the organization.
        """
        row = self._db.execute("SELECT utc_offset FROM organizations WHERE id = ?", (organization,)).fetchone()
        return timezone(timedelta(minutes=row[0]))

    def token(self, token: str) -> Token | None:
        """Returns what is known of a token.

        Args:
            token: The token.
        """
        row = self._db.execute(
            "SELECT users.id, organization, scopes, expires_at, dropped, permitted, privileged"
            " FROM tokens JOIN users ON users.id = tokens.user WHERE token = ?",
            (token,),
        ).fetchone()
        if row is None:
            return None
        user, organization, scopes, expires_at, *flags = row
        return Token(user, organization, _scopes(scopes), expires_at, *map(bool, flags))

    def user(self, organization: str, user: str) -> str | None:
        """Returns the name of a user of an organization.

        Args:
            organization: The id of the organization.
            user: The id of the user.
        """
        row = self._db.execute(
            "SELECT name FROM users WHERE id = ? AND organization = ?", (user, organization)
        ).fetchone()
        return row[0] if row else None

    def organization_of(self, user: str) -> str | None:
        """Returns the id of a user's organization.

        Args:
            user: The id of the user.
        """
        row = self._db.execute("SELECT organization FROM users WHERE id = ?", (user,)).fetchone()
        return row[0] if row else None

    def module(self, organization: str, api_name: str) -> Module | None:
        """Returns a module of an organization.

        Args:
            organization: The id of the organization.
            api_name: The API name of the module.
        """
        row = self._db.execute(
            "SELECT api_name, id, stands_for, custom, supported, unique_fields FROM modules"
            " WHERE organization = ? AND api_name = ?",
            (organization, api_name),
        ).fetchone()
        if row is None:
            return None
        name, module_id, stands_for, custom, supported, unique_fields = row
        return Module(name, module_id, stands_for, bool(custom), bool(supported), tuple(unique_fields.split()))

    def job(self, organization: str, system: str, job_id: str) -> Job | None:
        """Returns a job of an organization.

        Args:
            organization: The id of the organization.
            system: The system that the job belongs to, such as "mass_update".
            job_id: The id of the job.
        """
        row = self._db.execute(
            "SELECT module, submitted_at, plan, request FROM jobs WHERE organization = ? AND id = ? AND system = ?",
            (organization, job_id, system),
        ).fetchone()
        if row is None:
            return None
        module, submitted_at, plan, request = row
        return Job(job_id, module, submitted_at, Plan.from_json(plan), request)

    def record(self, organization: str, module: str, record: str) -> dict[str, Any] | None:
        """Returns the fields of a record.

        Args:
            organization: The id of the organization.
            module: The API name of the module.
            record: The id of the record.
        """
        row = self._db.execute(
            "SELECT fields FROM records WHERE organization = ? AND id = ? AND module = ?",
            (organization, record, module),
        ).fetchone()
        return json.loads(row[0]) if row else None

    def find_record(self, organization: str, module: str, field: str, value: str) -> str | None:
        """Returns the id of the first record that has a value in a field.

        Args:
            organization: The id of the organization.
            module: The API name of the module.
            field: The API name of the field.
            value: The value.
        """
        row = self._db.execute(
            "SELECT id FROM records WHERE organization = ? AND module = ? AND json_extract(fields, ?) = ? ORDER BY id",
            (organization, module, f'$."{field}"', value),
        ).fetchone()
        return row[0] if row else None

    # -- writing

    def add_organization(self, organization: str, *, utc_offset: int, next_id: int) -> None:
        """Adds an organization.

        Args:
            organization: Its id.
            utc_offset: How many minutes its time zone is ahead of UTC.
            next_id: The id of the first record that is made in it.
        """
        self._db.execute("INSERT INTO organizations VALUES (?, ?, ?)", (organization, utc_offset, next_id))

    def add_user(
        self, user: str, organization: str, name: str, *, permitted: bool = True, privileged: bool = True
    ) -> None:
        """Adds a user.

        Args:
            user: The id of the user.
            organization: The id of the organization.
            name: The full name.
            permitted: Whether the user has every permission.
            privileged: Whether the user has every privilege.
        """
        self._db.execute("INSERT INTO users VALUES (?, ?, ?, ?, ?)", (user, organization, name, permitted, privileged))

    def add_token(
        self, token: str, user: str, scopes: Iterable[str], *, expires_at: float | None = None, dropped: bool = False
    ) -> None:
        """Adds a token.

        Args:
            token: The token.
            user: The id of the user.
            scopes: Its scopes.
            expires_at: When it expires, in seconds since 1970; never if left out.
            dropped: Whether newer tokens have pushed it out.
        """
        self._db.execute(
            "INSERT INTO tokens VALUES (?, ?, ?, ?, ?)", (token, user, " ".join(scopes).lower(), expires_at, dropped)
        )

    def count_tokens(self) -> int:
        """Returns how many tokens there are."""
        count: int = self._db.execute("SELECT count(*) FROM tokens").fetchone()[0]
        return count

    def add_module(self, organization: str, module: Module) -> None:
        """Adds a module.

        Args:
            organization: The id of the organization.
            module: The module.
        """
        self._db.execute(
            "INSERT INTO modules VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                organization,
                module.api_name,
                module.id,
                module.stands_for,
                module.custom,
                module.supported,
                " ".join(module.unique_fields),
            ),
        )

    def add_job(self, organization: str, system: str, job: Job) -> None:
        """Adds a job.

        Args:
            organization: The id of the organization.
            system: The system that it belongs to.
            job: The job.
        """
        self._db.execute(
            "INSERT INTO jobs VALUES (?, ?, ?, ?, ?, ?, ?)",
            (organization, job.id, system, job.module, job.submitted_at, job.plan.to_json(), job.request_json),
        )

    def add_record(self, organization: str, module: str, fields: dict[str, Any], record: str | None = None) -> str:
        """Adds a record.

        Args:
            organization: The id of the organization.
            module: The API name of the module.
            fields: Its fields.
            record: Its id; the next free one if left out.

        Returns:
            Its id.
        """
        record = record or self._next_id(organization)
        self._db.execute("INSERT INTO records VALUES (?, ?, ?, ?)", (organization, record, module, _dump(fields)))
        return record

    def update_record(self, organization: str, record: str, fields: dict[str, Any]) -> None:
        """Replaces the fields of a record.

        Args:
            organization: The id of the organization.
            record: The id of the record.
            fields: All its fields.
        """
        self._db.execute(
            "UPDATE records SET fields = ? WHERE organization = ? AND id = ?", (_dump(fields), organization, record)
        )

    def _next_id(self, organization: str) -> str:
        next_id = self._db.execute("SELECT next_id FROM organizations WHERE id = ?", (organization,)).fetchone()[0]
        taken = "SELECT 1 FROM records WHERE organization = ? AND id = ?"
        while self._db.execute(taken, (organization, str(next_id))).fetchone():
            next_id += 1
        self._db.execute("UPDATE organizations SET next_id = ? WHERE id = ?", (next_id + 1, organization))
        return str(next_id)


@functools.lru_cache(maxsize=256)  # a token is seen often, and the documented ones have many scopes
def _scopes(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _dump(fields: dict[str, Any]) -> str:
    return json.dumps(fields, ensure_ascii=False)
