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

from zoho_crm_sandbox.plan import Plan
from zoho_crm_sandbox.state.bulk_write import BULK_SCHEMA, BULK_TABLES, BulkState
from zoho_crm_sandbox.state.oauth import OAUTH_SCHEMA, OAUTH_TABLES, OAuthState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

SCHEMA_VERSION = 2
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
    privileged INTEGER NOT NULL DEFAULT 1,              -- else AUTHORIZATION_FAILED
    kind TEXT NOT NULL DEFAULT 'active'                 -- one of USER_KINDS
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
CREATE TABLE views (
    organization TEXT NOT NULL,
    id TEXT NOT NULL,
    module TEXT NOT NULL,
    criteria TEXT NOT NULL,                             -- a JSON list of [field, comparator, value]; empty: all records
    accessible INTEGER NOT NULL,                        -- else NO_PERMISSION
    declared_count INTEGER,                             -- of a view that stands for a greater one
    outcome TEXT NOT NULL,                              -- of its jobs; empty: the usual one
    PRIMARY KEY (organization, id)
) WITHOUT ROWID;
CREATE TABLE territories (
    organization TEXT NOT NULL,
    id TEXT NOT NULL,
    parent TEXT NOT NULL,                               -- empty: none
    PRIMARY KEY (organization, id)
) WITHOUT ROWID;
CREATE TABLE unsettled (                                -- jobs that still have something to do
    organization TEXT NOT NULL,
    job TEXT NOT NULL,
    system TEXT NOT NULL,
    view TEXT NOT NULL,                                 -- the view it works on; empty: none
    handled INTEGER NOT NULL,                           -- how many of its records are done
    PRIMARY KEY (organization, job)
) WITHOUT ROWID;
CREATE TABLE work (                                     -- the records of the jobs that are unsettled
    organization TEXT NOT NULL,
    job TEXT NOT NULL,
    position INTEGER NOT NULL,                          -- from 0, in the order in which they are handled
    record TEXT NOT NULL,
    PRIMARY KEY (organization, job, position)
) WITHOUT ROWID;
CREATE TABLE anchors (                                  -- one: what the clock showed when, at which speed
    real REAL NOT NULL,
    shown REAL NOT NULL,
    scale REAL NOT NULL
);
"""
TABLES = ("organizations", "users", "tokens", "modules", "records", "jobs", "views", "territories", "unsettled", "work")


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


USER_KINDS = ("active", "inactive", "deleted", "not_subordinate", "service_provider")
"""What a user can be. Records can be given to the active ones."""

NOBODY = Token("", "", frozenset(), None, dropped=False, permitted=False, privileged=False)
"""Stands for the token where an operation needs none."""


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


class StoredRecord(NamedTuple):
    """A record of an organization.

    Attributes:
        id: Its id.
        module: The API name of its module.
        fields: Its fields.
    """

    id: str
    module: str
    fields: dict[str, Any]


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


class View(NamedTuple):
    """A custom view.

    Attributes:
        id: Its id.
        module: The module whose records it shows.
        criteria: The conditions that all have to be met, each as field, comparator and value.
        accessible: Whether the users may see it.
        declared_count: How many records it claims to have, if not as many as it finds.
        outcome: What becomes of jobs on it, one of ``jobs.OUTCOMES``; empty for the usual.
    """

    id: str
    module: str
    criteria: tuple[tuple[str, str, str], ...] = ()
    accessible: bool = True
    declared_count: int | None = None
    outcome: str = ""


class Unsettled(NamedTuple):
    """A job that still has something to do.

    Attributes:
        organization: The id of the organization.
        system: The system that it belongs to.
        job: The job.
        handled: How many of its records are done.
    """

    organization: str
    system: str
    job: Job
    handled: int


class State(BulkState, OAuthState):
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
        # Every request asks for its module, and a module never changes.
        self._modules: dict[tuple[str, str], Module] = {}
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
            self._db.executescript(
                f"BEGIN; {SCHEMA} {BULK_SCHEMA} {OAUTH_SCHEMA} PRAGMA user_version = {SCHEMA_VERSION}; COMMIT;"
            )
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
        self._modules.clear()
        for table in (*TABLES, *BULK_TABLES, *OAUTH_TABLES):
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
        known = self._modules.get((organization, api_name))
        if known:
            return known
        row = self._db.execute(
            "SELECT api_name, id, stands_for, custom, supported, unique_fields FROM modules"
            " WHERE organization = ? AND api_name = ?",
            (organization, api_name),
        ).fetchone()
        if row is None:
            return None
        name, module_id, stands_for, custom, supported, unique_fields = row
        module = Module(name, module_id, stands_for, bool(custom), bool(supported), tuple(unique_fields.split()))
        self._modules[organization, api_name] = module
        return module

    def module_by_id(self, organization: str, module_id: str) -> Module | None:
        """Returns a module of an organization.

        Args:
            organization: The id of the organization.
            module_id: The id of the module.
        """
        row = self._db.execute(
            "SELECT api_name FROM modules WHERE organization = ? AND id = ?", (organization, module_id)
        ).fetchone()
        return self.module(organization, row[0]) if row else None

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

    def user_kind(self, organization: str, user: str) -> str | None:
        """Returns what a user of an organization is, one of ``USER_KINDS``.

        Args:
            organization: The id of the organization.
            user: The id of the user.
        """
        row = self._db.execute(
            "SELECT kind FROM users WHERE id = ? AND organization = ?", (user, organization)
        ).fetchone()
        return row[0] if row else None

    def records(self, organization: str, module: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yields the records of a module with their ids, in the order of these.

        Args:
            organization: The id of the organization.
            module: The API name of the module.
        """
        rows = self._db.execute(
            "SELECT id, fields FROM records WHERE organization = ? AND module = ? ORDER BY length(id), id",
            (organization, module),
        )
        for record, fields in rows:
            yield record, json.loads(fields)

    def view(self, organization: str, view: str) -> View | None:
        """Returns a custom view of an organization.

        Args:
            organization: The id of the organization.
            view: The id of the view.
        """
        row = self._db.execute(
            "SELECT module, criteria, accessible, declared_count, outcome FROM views WHERE organization = ? AND id = ?",
            (organization, view),
        ).fetchone()
        if row is None:
            return None
        module, criteria, accessible, declared_count, outcome = row
        return View(view, module, tuple(map(tuple, json.loads(criteria))), bool(accessible), declared_count, outcome)

    def territories(self, organization: str, territory: str, *, children: bool) -> frozenset[str]:
        """Returns the ids of a territory and, if asked, of all below it; nothing if there is no such territory.

        Args:
            organization: The id of the organization.
            territory: The id of the territory.
            children: Whether those below it are asked for.
        """
        rows = self._db.execute(
            "WITH RECURSIVE found (id) AS ("
            " SELECT id FROM territories WHERE organization = :organization AND id = :territory"
            " UNION SELECT below.id FROM territories AS below JOIN found ON below.parent = found.id"
            " WHERE organization = :organization AND :children) SELECT id FROM found",
            {"organization": organization, "territory": territory, "children": children},
        )
        return frozenset(row[0] for row in rows)

    def unsettled(self) -> list[Unsettled]:
        """Returns the jobs that still have something to do, in the order of their submission."""
        rows = self._db.execute(
            "SELECT organization, unsettled.system, handled, jobs.id, module, submitted_at, plan, request"
            # CROSS keeps the order of the tables: there are few that are unsettled among very many jobs.
            " FROM unsettled CROSS JOIN jobs USING (organization) WHERE jobs.id = job"
            " ORDER BY submitted_at, length(job), job"
        ).fetchall()
        return [
            Unsettled(organization, system, Job(job, module, at, Plan.from_json(plan), request), handled)
            for organization, system, handled, job, module, at, plan, request in rows
        ]

    def busy(self, organization: str, system: str, view: str) -> bool:
        """Returns whether a job of a system still works on a view.

        Args:
            organization: The id of the organization.
            system: The system.
            view: The id of the view.
        """
        found = self._db.execute(
            "SELECT 1 FROM unsettled WHERE organization = ? AND system = ? AND view = ?", (organization, system, view)
        )
        return found.fetchone() is not None

    def work(self, organization: str, job: str, start: int, end: int) -> list[tuple[int, str]]:
        """Returns some of the records that a job works on, with their positions.

        Args:
            organization: The id of the organization.
            job: The id of the job.
            start: The first position.
            end: The position after the last.
        """
        return self._db.execute(
            "SELECT position, record FROM work WHERE organization = ? AND job = ? AND position >= ? AND position < ?"
            " ORDER BY position",
            (organization, job, start, end),
        ).fetchall()

    def stored_records(self, organization: str, module: str | None, limit: int) -> list[StoredRecord]:
        """Returns the records of an organization, by their ids.

        Args:
            organization: The id of the organization.
            module: The API name of their module; None for any.
            limit: How many at most.
        """
        rows = self._db.execute(
            "SELECT id, module, fields FROM records WHERE organization = ? AND module = ifnull(?, module)"
            " ORDER BY id LIMIT ?",
            (organization, module, limit),
        )
        return [StoredRecord(record, of, json.loads(fields)) for record, of, fields in rows]

    def stored_jobs(self, organization: str, limit: int) -> list[tuple[str, Job]]:
        """Returns the jobs of an organization with their systems, the latest first.

        Args:
            organization: The id of the organization.
            limit: How many at most.
        """
        rows = self._db.execute(
            "SELECT system, id, module, submitted_at, plan, request FROM jobs WHERE organization = ?"
            " ORDER BY submitted_at DESC, id LIMIT ?",
            (organization, limit),
        )
        return [
            (system, Job(job, module, at, Plan.from_json(plan), asked)) for system, job, module, at, plan, asked in rows
        ]

    def count_jobs(self, organization: str) -> int:
        """Returns how many jobs an organization has.

        Args:
            organization: The id of the organization.
        """
        query = "SELECT count(*) FROM jobs WHERE organization = ?"
        count: int = self._db.execute(query, (organization,)).fetchone()[0]
        return count

    def has_id(self, organization: str, given: str) -> bool:
        """Returns whether a record or job of an organization has an id.

        Args:
            organization: The id of the organization.
            given: The id.
        """
        query = (
            "SELECT 1 FROM records WHERE organization = ?1 AND id = ?2"
            " UNION SELECT 1 FROM jobs WHERE organization = ?1 AND id = ?2"
        )
        return self._db.execute(query, (organization, given)).fetchone() is not None

    def organizations(self) -> list[str]:
        """Returns the ids of all organizations."""
        return [row[0] for row in self._db.execute("SELECT id FROM organizations ORDER BY id")]

    def anchor(self) -> tuple[float, float, float] | None:
        """Returns a real moment, what the clock showed then, and its scale; None if that was never noted."""
        row = self._db.execute("SELECT real, shown, scale FROM anchors").fetchone()
        return (row[0], row[1], row[2]) if row else None

    # -- writing

    def set_anchor(self, real: float, shown: float, scale: float) -> None:
        """Notes what the clock shows, for the next process that opens the file.

        Args:
            real: The real moment, in seconds since 1970.
            shown: What the clock shows then.
            scale: How many of the clock's seconds pass in a real second.
        """
        with self.transaction():
            self._db.execute("DELETE FROM anchors")
            self._db.execute("INSERT INTO anchors VALUES (?, ?, ?)", (real, shown, scale))

    def add_view(self, organization: str, view: View) -> None:
        """Adds a custom view.

        Args:
            organization: The id of the organization.
            view: The view.
        """
        self._db.execute(
            "INSERT INTO views VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                organization,
                view.id,
                view.module,
                json.dumps(view.criteria),
                view.accessible,
                view.declared_count,
                view.outcome,
            ),
        )

    def add_territory(self, organization: str, territory: str, parent: str = "") -> None:
        """Adds a territory.

        Args:
            organization: The id of the organization.
            territory: The id of the territory.
            parent: The id of the territory above it, if there is one.
        """
        self._db.execute("INSERT INTO territories VALUES (?, ?, ?)", (organization, territory, parent))

    def submit_job(
        self, organization: str, system: str, job: Job, records: Iterable[str] = (), *, view: str = ""
    ) -> None:
        """Adds a job with the records that it is going to handle.

        Args:
            organization: The id of the organization.
            system: The system that it belongs to.
            job: The job.
            records: The ids of the records, in the order in which they are handled.
            view: The id of the view that it works on, if it works on one.
        """
        self.add_job(organization, system, job)
        self._db.execute("INSERT INTO unsettled VALUES (?, ?, ?, ?, 0)", (organization, job.id, system, view))
        self._db.executemany(
            "INSERT INTO work VALUES (?, ?, ?, ?)",
            ((organization, job.id, position, record) for position, record in enumerate(records)),
        )

    def note_handled(self, organization: str, job: str, handled: int) -> None:
        """Remembers how far a job has come.

        Args:
            organization: The id of the organization.
            job: The id of the job.
            handled: How many of its records are done.
        """
        self._db.execute(
            "UPDATE unsettled SET handled = ? WHERE organization = ? AND job = ?", (handled, organization, job)
        )

    def settle_job(self, organization: str, job: str) -> None:
        """Forgets what a job had to do.

        Args:
            organization: The id of the organization.
            job: The id of the job.
        """
        for table in ("unsettled", "work"):
            self._db.execute(
                f"DELETE FROM {table} WHERE organization = ? AND job = ?",  # noqa: S608  (a constant)
                (organization, job),
            )

    def next_id(self, organization: str) -> str:
        """Returns an id that nothing in an organization has yet, and that nothing else will get.

        Args:
            organization: The id of the organization.
        """
        next_id = self._db.execute("SELECT next_id FROM organizations WHERE id = ?", (organization,)).fetchone()[0]
        taken = (
            "SELECT 1 FROM records WHERE organization = :organization AND id = :id"
            " UNION ALL SELECT 1 FROM jobs WHERE organization = :organization AND id = :id"
        )
        while self._db.execute(taken, {"organization": organization, "id": str(next_id)}).fetchone():
            next_id += 1
        self._db.execute("UPDATE organizations SET next_id = ? WHERE id = ?", (next_id + 1, organization))
        return str(next_id)

    def add_organization(self, organization: str, *, utc_offset: int, next_id: int) -> None:
        """Adds an organization.

        Args:
            organization: Its id.
            utc_offset: How many minutes its time zone is ahead of UTC.
            next_id: The id of the first record that is made in it.
        """
        self._db.execute("INSERT INTO organizations VALUES (?, ?, ?)", (organization, utc_offset, next_id))

    def add_user(
        self,
        user: str,
        organization: str,
        name: str,
        *,
        permitted: bool = True,
        privileged: bool = True,
        kind: str = "active",
    ) -> None:
        """Adds a user.

        Args:
            user: The id of the user.
            organization: The id of the organization.
            name: The full name.
            permitted: Whether the user has every permission.
            privileged: Whether the user has every privilege.
            kind: What the user is, one of ``USER_KINDS``.
        """
        self._db.execute(
            "INSERT INTO users VALUES (?, ?, ?, ?, ?, ?)", (user, organization, name, permitted, privileged, kind)
        )

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
        record = record or self.next_id(organization)
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


@functools.lru_cache(maxsize=256)  # a token is seen often, and the documented ones have many scopes
def _scopes(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _dump(fields: dict[str, Any]) -> str:
    return json.dumps(fields, ensure_ascii=False)
