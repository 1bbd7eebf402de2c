"""What the database holds for bulk writes: uploaded files, changes to come, results, and callbacks to make."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

BULK_SCHEMA = """
CREATE TABLE uploads (
    organization TEXT NOT NULL,
    id TEXT NOT NULL,
    created_at REAL NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (organization, id)
);
CREATE TABLE bulk_changes (                             -- those that are still to come
    organization TEXT NOT NULL,
    job TEXT NOT NULL,
    number INTEGER NOT NULL,                            -- of the row, over all files of the job
    kind TEXT NOT NULL,                                 -- add, update or append
    module TEXT NOT NULL,
    record TEXT NOT NULL,
    fields TEXT NOT NULL,                               -- a JSON object
    PRIMARY KEY (organization, job, number)
) WITHOUT ROWID;
CREATE TABLE bulk_results (
    organization TEXT NOT NULL,
    job TEXT NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (organization, job)
);
CREATE TABLE bulk_callbacks (                           -- those that are still to come
    organization TEXT NOT NULL,
    job TEXT NOT NULL,
    version TEXT NOT NULL,                              -- of the API that the job was created with
    PRIMARY KEY (organization, job)
) WITHOUT ROWID;
"""
BULK_TABLES = ("uploads", "bulk_changes", "bulk_results", "bulk_callbacks")


class Change(NamedTuple):
    """What a row of a file does to a record.

    Attributes:
        number: The number of the row, over all files of the job.
        kind: "add" for a new record, "update" for another, "append" for a row of the record's subform.
        module: The API name of the module, or of the subform.
        record: The id of the record.
        fields: The fields, or the row of the subform.
    """

    number: int
    kind: str
    module: str
    record: str
    fields: dict[str, Any]


class BulkState:
    """The part of the state that bulk writes have. The rest is in ``State``."""

    _db: sqlite3.Connection

    def new_ids(self, organization: str, count: int) -> list[str]:
        """Takes the next free ids of an organization.

        Args:
            organization: The id of the organization.
            count: How many.
        """
        row = self._db.execute("SELECT next_id FROM organizations WHERE id = ?", (organization,)).fetchone()
        next_id = row[0]
        taken = (
            "SELECT 1 FROM records WHERE organization = :organization AND id = :id"
            " UNION ALL SELECT 1 FROM jobs WHERE organization = :organization AND id = :id"
        )
        ids: list[str] = []
        while len(ids) < count:
            if not self._db.execute(taken, {"organization": organization, "id": str(next_id)}).fetchone():
                ids.append(str(next_id))
            next_id += 1
        self._db.execute("UPDATE organizations SET next_id = ? WHERE id = ?", (next_id, organization))
        return ids

    def users_of(self, organization: str) -> dict[str, str]:
        """Returns the ids of an organization's users with their names.

        Args:
            organization: The id of the organization.
        """
        return dict(self._db.execute("SELECT id, name FROM users WHERE organization = ? ORDER BY id", (organization,)))

    def add_upload(self, organization: str, content: bytes, now: float, file_id: str | None = None) -> str:
        """Keeps a file.

        Args:
            organization: The id of the organization.
            content: What it holds.
            now: The time, in seconds since 1970.
            file_id: Its id; the next free one if left out.

        Returns:
            Its id.
        """
        file_id = file_id or self.new_ids(organization, 1)[0]
        self._db.execute("INSERT INTO uploads VALUES (?, ?, ?, ?)", (organization, file_id, now, content))
        return file_id

    def upload(self, organization: str, file_id: str) -> bytes | None:
        """Returns a file.

        Args:
            organization: The id of the organization.
            file_id: The id of the file.
        """
        row = self._db.execute(
            "SELECT content FROM uploads WHERE organization = ? AND id = ?", (organization, file_id)
        ).fetchone()
        return row[0] if row else None

    def add_changes(self, organization: str, job: str, changes: Sequence[Change]) -> None:
        """Keeps the changes that a job will make.

        Args:
            organization: The id of the organization.
            job: The id of the job.
            changes: The changes.
        """
        self._db.executemany(
            "INSERT INTO bulk_changes VALUES (?, ?, ?, ?, ?, ?, ?)",
            ((organization, job, *change[:4], json.dumps(change.fields, ensure_ascii=False)) for change in changes),
        )

    def take_change(self, organization: str, job: str, number: int) -> Change | None:
        """Returns the change that a row of a job makes, if it makes one, and forgets it.

        Args:
            organization: The id of the organization.
            job: The id of the job.
            number: The number of the row, over all files of the job.
        """
        row = self._db.execute(
            "DELETE FROM bulk_changes WHERE organization = ? AND job = ? AND number = ?"
            " RETURNING kind, module, record, fields",
            (organization, job, number),
        ).fetchone()
        if row is None:
            return None
        kind, module, record, fields = row
        return Change(number, kind, module, record, json.loads(fields))

    def add_result(self, organization: str, job: str, content: bytes) -> None:
        """Keeps the result of a job.

        Args:
            organization: The id of the organization.
            job: The id of the job.
            content: The zip file.
        """
        self._db.execute("INSERT INTO bulk_results VALUES (?, ?, ?)", (organization, job, content))

    def result(self, organization: str, job: str) -> bytes | None:
        """Returns the result of a job.

        Args:
            organization: The id of the organization.
            job: The id of the job.
        """
        row = self._db.execute(
            "SELECT content FROM bulk_results WHERE organization = ? AND job = ?", (organization, job)
        ).fetchone()
        return row[0] if row else None

    def add_callback(self, organization: str, job: str, version: str) -> None:
        """Notes that a job is to be told of when it ends.

        Args:
            organization: The id of the organization.
            job: The id of the job.
            version: The version of the API that it was created with.
        """
        self._db.execute("INSERT INTO bulk_callbacks VALUES (?, ?, ?)", (organization, job, version))

    def callbacks(self) -> list[tuple[str, str, str]]:
        """Returns the organizations, ids and versions of the jobs that are to be told of."""
        return self._db.execute("SELECT organization, job, version FROM bulk_callbacks ORDER BY job").fetchall()

    def settle_callback(self, organization: str, job: str) -> None:
        """Forgets that a job is to be told of.

        Args:
            organization: The id of the organization.
            job: The id of the job.
        """
        self._db.execute("DELETE FROM bulk_callbacks WHERE organization = ? AND job = ?", (organization, job))
