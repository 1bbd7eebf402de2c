"""The records of an organization, and the ids that new ones get."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator


class StoredRecord(NamedTuple):
    """A record with its id and the API name of its module."""

    id: str
    module: str
    fields: dict[str, Any]


class Records:
    """The base of ``Organization``: its records and ids."""

    def __init__(self, database: sqlite3.Connection, organization: str) -> None:
        self._db = database
        self.id = organization

    def record(self, module: str, record: str) -> dict[str, Any] | None:
        """Return the fields of a record."""
        row = self._db.execute(
            "SELECT fields FROM records WHERE organization = ? AND id = ? AND module = ?", (self.id, record, module)
        ).fetchone()
        return json.loads(row[0]) if row else None

    def find_record(self, module: str, field: str, value: str) -> str | None:
        """Return the id of the first record whose field has a value."""
        row = self._db.execute(
            "SELECT id FROM records WHERE organization = ? AND module = ? AND json_extract(fields, ?) = ? ORDER BY id",
            (self.id, module, f'$."{field}"', value),
        ).fetchone()
        return row[0] if row else None

    def records(self, module: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield the id and fields of each record of a module, ordered by id."""
        rows = self._db.execute(
            "SELECT id, fields FROM records WHERE organization = ? AND module = ? ORDER BY length(id), id",
            (self.id, module),
        )
        for record, fields in rows:
            yield record, json.loads(fields)

    def stored_records(self, module: str | None, limit: int) -> list[StoredRecord]:
        """Return up to ``limit`` records, ordered by id; of all modules if ``module`` is None."""
        rows = self._db.execute(
            "SELECT id, module, fields FROM records WHERE organization = ? AND module = ifnull(?, module)"
            " ORDER BY id LIMIT ?",
            (self.id, module, limit),
        )
        return [StoredRecord(record, of, json.loads(fields)) for record, of, fields in rows]

    def add_record(self, module: str, fields: dict[str, Any], record: str | None = None) -> str:
        """Add a record and return its id; if ``record`` is None, the next free one."""
        record = record or self.next_id()
        self._db.execute("INSERT INTO records VALUES (?, ?, ?, ?)", (self.id, record, module, _dump(fields)))
        return record

    def update_record(self, record: str, fields: dict[str, Any]) -> None:
        """Replace all fields of a record."""
        self._db.execute(
            "UPDATE records SET fields = ? WHERE organization = ? AND id = ?", (_dump(fields), self.id, record)
        )

    def next_id(self) -> str:
        """Reserve an id that no record, job or file has."""
        return self.new_ids(1)[0]

    def new_ids(self, count: int) -> list[str]:
        """Reserve several such ids."""
        next_id = self._db.execute("SELECT next_id FROM organizations WHERE id = ?", (self.id,)).fetchone()[0]
        ids: list[str] = []
        while len(ids) < count:
            if not self.has_id(str(next_id)):
                ids.append(str(next_id))
            next_id += 1
        self._db.execute("UPDATE organizations SET next_id = ? WHERE id = ?", (next_id, self.id))
        return ids

    def has_id(self, given: str) -> bool:
        """Return whether a record or job has an id."""
        query = (
            "SELECT 1 FROM records WHERE organization = ?1 AND id = ?2"
            " UNION ALL SELECT 1 FROM jobs WHERE organization = ?1 AND id = ?2"
        )
        return self._db.execute(query, (self.id, given)).fetchone() is not None


def _dump(fields: dict[str, Any]) -> str:
    return json.dumps(fields, ensure_ascii=False)
