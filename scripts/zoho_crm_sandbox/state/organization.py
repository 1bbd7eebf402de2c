"""One organization in the database: its users, modules, views and territories, besides records and jobs."""

from __future__ import annotations

import json
from datetime import timedelta, timezone
from typing import TYPE_CHECKING, NamedTuple

from zoho_crm_sandbox.state.bulk_write import BulkWrites
from zoho_crm_sandbox.state.jobs import Jobs

if TYPE_CHECKING:
    import sqlite3

USER_KINDS = ("active", "inactive", "deleted", "not_subordinate", "service_provider")
"""Records can be assigned to active users only."""


class Module(NamedTuple):
    """A module of an organization; ``storage_name`` is the API name under which its records and jobs are stored.

    ``custom`` tells whether the organization created it, ``supported`` whether the API supports it at all. No two
    records may share the value of one of ``unique_fields``.
    """

    api_name: str
    id: str
    storage_name: str
    custom: bool
    supported: bool
    unique_fields: tuple[str, ...]


class View(NamedTuple):
    """A custom view of the records of a module that meet ``criteria``, each as field, comparator and value.

    ``accessible`` tells whether users may see it. ``declared_count`` is the number of records that it claims to have;
    None for the true number. ``outcome`` is that of jobs on it, one of ``plan.OUTCOMES``; empty for success.
    """

    id: str
    module: str
    criteria: tuple[tuple[str, str, str], ...] = ()
    accessible: bool = True
    declared_count: int | None = None
    outcome: str = ""


class Organization(Jobs, BulkWrites):
    """One organization's part of the database, with its ``id``."""

    def __init__(self, database: sqlite3.Connection, organization: str) -> None:
        super().__init__(database, organization)
        # Every request needs its module, and a module never changes.
        self._modules: dict[str, Module] = {}

    def time_zone(self) -> timezone:
        """Return the time zone of the organization's times."""
        row = self._db.execute("SELECT utc_offset FROM organizations WHERE id = ?", (self.id,)).fetchone()
        return timezone(timedelta(minutes=row[0]))

    def add_user(
        self, user: str, name: str, *, permitted: bool = True, privileged: bool = True, kind: str = "active"
    ) -> None:
        """Add a user: whether they have every permission and every privilege, and which of ``USER_KINDS`` they are."""
        self._db.execute(
            "INSERT INTO users VALUES (?, ?, ?, ?, ?, ?)", (user, self.id, name, permitted, privileged, kind)
        )

    def user(self, user: str) -> str | None:
        """Return the name of a user."""
        row = self._db.execute("SELECT name FROM users WHERE id = ? AND organization = ?", (user, self.id)).fetchone()
        return row[0] if row else None

    def user_kind(self, user: str) -> str | None:
        """Return which of ``USER_KINDS`` a user is."""
        row = self._db.execute("SELECT kind FROM users WHERE id = ? AND organization = ?", (user, self.id)).fetchone()
        return row[0] if row else None

    def users(self) -> dict[str, str]:
        """Return the names of all users by their ids."""
        return dict(self._db.execute("SELECT id, name FROM users WHERE organization = ? ORDER BY id", (self.id,)))

    def add_module(self, module: Module) -> None:
        """Add a module."""
        self._db.execute(
            "INSERT INTO modules VALUES (?, ?, ?, ?, ?, ?, ?)",
            (self.id, *module[:5], " ".join(module.unique_fields)),
        )

    def module(self, api_name: str) -> Module | None:
        """Return a module by its API name."""
        known = self._modules.get(api_name)
        if known:
            return known
        row = self._db.execute(
            "SELECT api_name, id, storage_name, custom, supported, unique_fields FROM modules"
            " WHERE organization = ? AND api_name = ?",
            (self.id, api_name),
        ).fetchone()
        if row is None:
            return None
        name, module_id, storage_name, custom, supported, unique_fields = row
        module = Module(name, module_id, storage_name, bool(custom), bool(supported), tuple(unique_fields.split()))
        self._modules[api_name] = module
        return module

    def module_by_id(self, module_id: str) -> Module | None:
        """Return a module by its id."""
        row = self._db.execute(
            "SELECT api_name FROM modules WHERE organization = ? AND id = ?", (self.id, module_id)
        ).fetchone()
        return self.module(row[0]) if row else None

    def add_view(self, view: View) -> None:
        """Add a custom view."""
        identity, module, criteria, *rest = view
        self._db.execute(
            "INSERT INTO views VALUES (?, ?, ?, ?, ?, ?, ?)", (self.id, identity, module, json.dumps(criteria), *rest)
        )

    def view(self, view: str) -> View | None:
        """Return a custom view."""
        row = self._db.execute(
            "SELECT module, criteria, accessible, declared_count, outcome FROM views WHERE organization = ? AND id = ?",
            (self.id, view),
        ).fetchone()
        if row is None:
            return None
        module, criteria, accessible, declared_count, outcome = row
        return View(view, module, tuple(map(tuple, json.loads(criteria))), bool(accessible), declared_count, outcome)

    def add_territory(self, territory: str, parent: str = "") -> None:
        """Add a territory, below a parent unless that is empty."""
        self._db.execute("INSERT INTO territories VALUES (?, ?, ?)", (self.id, territory, parent))

    def territories(self, territory: str, *, children: bool) -> frozenset[str]:
        """Return the ids of a territory and, with ``children``, of all below it; empty if it does not exist."""
        rows = self._db.execute(
            "WITH RECURSIVE found (id) AS ("
            " SELECT id FROM territories WHERE organization = :organization AND id = :territory"
            " UNION SELECT below.id FROM territories AS below JOIN found ON below.parent = found.id"
            " WHERE organization = :organization AND :children) SELECT id FROM found",
            {"organization": self.id, "territory": territory, "children": children},
        )
        return frozenset(row[0] for row in rows)
