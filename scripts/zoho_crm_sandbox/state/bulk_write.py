"""An organization's uploaded files, and the changes, results and callbacks of its bulk write jobs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from zoho_crm_sandbox.state.records import Records

if TYPE_CHECKING:
    from collections.abc import Sequence


class Change(NamedTuple):
    """The change that a row of a file makes to a record; ``number`` counts the rows of all files of the job.

    ``kind`` is "add" for a new record, "update" for an existing one, "append" for a new row of the record's subform.
    """

    number: int
    kind: str
    module: str
    record: str
    fields: dict[str, Any]


class BulkWrites(Records):
    """The part of ``Organization`` that holds its bulk writes."""

    def add_upload(self, content: bytes, now: float, file_id: str | None = None) -> str:
        """Store a file and return its id; if ``file_id`` is None, the next free one."""
        file_id = file_id or self.next_id()
        self._db.execute("INSERT INTO uploads VALUES (?, ?, ?, ?)", (self.id, file_id, now, content))
        return file_id

    def upload(self, file_id: str) -> bytes | None:
        """Return the content of a file."""
        row = self._db.execute(
            "SELECT content FROM uploads WHERE organization = ? AND id = ?", (self.id, file_id)
        ).fetchone()
        return row[0] if row else None

    def add_changes(self, job: str, changes: Sequence[Change]) -> None:
        """Store the changes that a job will make."""
        self._db.executemany(
            "INSERT INTO bulk_changes VALUES (?, ?, ?, ?, ?, ?, ?)",
            ((self.id, job, *change[:4], json.dumps(change.fields, ensure_ascii=False)) for change in changes),
        )

    def take_change(self, job: str, number: int) -> Change | None:
        """Remove and return the change that a row makes; None if it makes none."""
        row = self._db.execute(
            "DELETE FROM bulk_changes WHERE organization = ? AND job = ? AND number = ?"
            " RETURNING kind, module, record, fields",
            (self.id, job, number),
        ).fetchone()
        if row is None:
            return None
        kind, module, record, fields = row
        return Change(number, kind, module, record, json.loads(fields))

    def add_result(self, job: str, content: bytes) -> None:
        """Store the result of a job, a zip file."""
        self._db.execute("INSERT INTO bulk_results VALUES (?, ?, ?)", (self.id, job, content))

    def result(self, job: str) -> bytes | None:
        """Return the result of a job."""
        row = self._db.execute(
            "SELECT content FROM bulk_results WHERE organization = ? AND job = ?", (self.id, job)
        ).fetchone()
        return row[0] if row else None

    def add_callback(self, job: str, version: str) -> None:
        """Register a job for a callback when it ends, in the form of an API version."""
        self._db.execute("INSERT INTO bulk_callbacks VALUES (?, ?, ?)", (self.id, job, version))

    def remove_callback(self, job: str) -> None:
        """Remove a job's callback, which is sent once."""
        self._db.execute("DELETE FROM bulk_callbacks WHERE organization = ? AND job = ?", (self.id, job))
