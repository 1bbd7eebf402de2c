"""The outcome of each row of a bulk write, decided when the job is created."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from zoho_crm_sandbox.state.bulk_write import Change
from zoho_crm_sandbox.systems.bulk_write.values import value_of
from zoho_crm_sandbox.systems.fields import LOOKUP, PARENT, PARENT_ID, USER, Field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zoho_crm_sandbox.state.organization import Organization
    from zoho_crm_sandbox.systems.bulk_write.csv_file import Table

ADDED = "added"
UPDATED = "updated"
SKIPPED = "skipped"
UNPROCESSED = "unprocessed"
MAX_CHILDREN = 200
"""The most rows of a subform in one parent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A mapped field; its ``header`` in the result is that of its column, or its API name if it has no column.

    ``index`` is that of its column; None if every row gets ``default``, which also replaces an empty cell. ``form`` is
    the ``strptime`` format of a date. ``find_by`` is the field that a lookup finds its record by. ``parent_index``, for
    the parent of a child, is the index of the column of the parent's file that has the same value.
    """

    api_name: str
    field: Field
    header: str
    index: int | None
    form: str | None
    find_by: str | None
    default: Any
    parent_index: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A file, and the storage name of the module or the API name of the subform that it is written to.

    ``operation`` is insert, update or upsert. ``find_by`` is the field by which records are found; None if they are not
    looked up. ``ignore_empty`` tells whether an empty cell leaves its field unchanged. No two records may share the
    value of one of the ``unique`` fields.
    """

    module: str
    subform: bool
    operation: str
    find_by: str | None
    ignore_empty: bool
    unique: tuple[str, ...]
    columns: list[Column]
    table: Table


class Outcome(NamedTuple):
    """The outcome of a row: its ``status`` is added, updated, skipped or unprocessed.

    ``record`` is empty if none is written. ``errors`` are the headers of the wrong columns by error code.
    """

    status: str
    record: str
    errors: dict[str, list[str]]


class Writer:
    """Decides the outcomes of a job's rows, file after file; ``changes`` are those that the rows make, in order."""

    def __init__(self, organization: Organization, rows: int) -> None:
        self._organization = organization
        self._zone = organization.time_zone()
        self._ids = iter(organization.new_ids(rows))
        self._users = organization.users()
        self._records: dict[str, dict[str, dict[str, Any]]] = {}
        self._indices: dict[tuple[str, str], dict[str, str]] = {}
        self._children: Counter[tuple[str, str]] = Counter()
        self._parents: list[tuple[list[str], str]] = []
        self._parents_by: dict[int, dict[str, str]] = {}
        self._number = 0
        self.changes: list[Change] = []

    def write(self, target: Target) -> list[Outcome]:
        """Return the outcomes of a file's rows."""
        outcomes = []
        for row in target.table.rows:
            outcome = self._child(target, row) if target.subform else self._record(target, row)
            if not target.subform and outcome.record:
                self._parents.append((row, outcome.record))
            outcomes.append(outcome)
            self._number += 1
        return outcomes

    def _record(self, target: Target, row: list[str]) -> Outcome:
        values, errors = self._values(target.columns, row)
        headers = {column.api_name: column.header for column in target.columns}
        found = self._find(target.module, target.find_by, values.get(target.find_by)) if target.find_by else None
        values.pop("id", None)  # an id finds a record, but is not one of its fields
        by = [headers.get(target.find_by or "", "")]
        if found and target.operation == "insert":
            return Outcome(SKIPPED, "", {"DUPLICATE_DATA": by})
        if not found and target.operation == "update":
            return Outcome(SKIPPED, "", {"RESOURCE_NOT_FOUND": by})
        before = self._of(target.module).get(found, {}) if found else {}
        unreadable = errors.get("INVALID_DATA", ())
        for code in _obstacles(before):
            errors[code] += by
        if found and target.ignore_empty:
            values = {name: value for name, value in values.items() if value is not None}
        for column in target.columns:
            missing = column.field.mandatory and values.get(column.api_name, "") is None
            if missing and column.header not in unreadable:
                errors["MANDATORY_NOT_FOUND"].append(column.header)
        for name in target.unique:
            if self._find(target.module, name, values.get(name)) not in (None, found):
                errors["DUPLICATE_DATA"].append(headers[name])
        if errors:
            return Outcome(UNPROCESSED, "", errors)
        record = found or next(self._ids)
        self._store(target.module, record, {**before, **values})
        self.changes.append(Change(self._number, "update" if found else "add", target.module, record, values))
        return Outcome(UPDATED if found else ADDED, record, {})

    def _child(self, target: Target, row: list[str]) -> Outcome:
        values, errors = self._values(target.columns, row)
        parent = values.pop(PARENT_ID)
        header = next(column.header for column in target.columns if column.api_name == PARENT_ID)
        if parent is None:
            errors["RESOURCE_NOT_FOUND"].append(header)
        elif self._children[target.module, parent] == MAX_CHILDREN:
            errors["LIMIT_EXCEEDED"].append(header)
        if parent is None or errors:
            return Outcome(UNPROCESSED, "", errors)
        self._children[target.module, parent] += 1
        record = next(self._ids)
        self.changes.append(Change(self._number, "append", target.module, parent, {"id": record, **values}))
        return Outcome(ADDED, record, {})

    def _values(self, columns: list[Column], row: list[str]) -> tuple[dict[str, Any], defaultdict[str, list[str]]]:
        """Return the values of a row by field, None for an empty or unreadable cell, and the errors so far."""
        values: dict[str, Any] = {}
        errors: defaultdict[str, list[str]] = defaultdict(list)
        for column in columns:
            cell = "" if column.index is None else row[column.index]
            try:
                values[column.api_name] = self._value(column, cell) if cell else column.default
            except ValueError:
                values[column.api_name] = None
                errors["INVALID_DATA"].append(column.header)
        return values, errors

    def _value(self, column: Column, cell: str) -> Any:
        """Return the value of a cell; None only for a parent that does not exist."""
        kind = column.field.kind
        if kind == PARENT and column.parent_index is not None:
            return self._parents_with(column.parent_index).get(cell.casefold())
        if kind in (PARENT, LOOKUP):
            found = self._find(column.field.module, column.find_by or "id", cell)
        elif kind == USER:
            found = next((user for user, name in self._users.items() if cell in (user, name)), None)
        else:
            return value_of(kind, cell, column.form, self._zone)
        if found is None and kind != PARENT:
            raise ValueError(cell)
        return found

    def _parents_with(self, index: int) -> dict[str, str]:
        """Return the ids of the parents that this job writes, by their values in a column."""
        if index not in self._parents_by:
            self._parents_by[index] = {row[index].casefold(): record for row, record in reversed(self._parents)}
        return self._parents_by[index]

    def _of(self, module: str) -> dict[str, dict[str, Any]]:
        if module not in self._records:
            self._records[module] = dict(self._organization.records(module))
        return self._records[module]

    def _find(self, module: str, field: str, value: Any) -> str | None:
        """Return the id of the record with a value in a field, whether it exists or an earlier row writes it."""
        if value is None:
            return None
        if field == "id":
            return str(value) if str(value) in self._of(module) else None
        if (module, field) not in self._indices:
            index: dict[str, str] = {}
            for record, fields in self._of(module).items():
                _enter(index, fields.get(field), record)
            self._indices[module, field] = index
        return self._indices[module, field].get(_key(value))

    def _store(self, module: str, record: str, fields: dict[str, Any]) -> None:
        self._of(module)[record] = fields
        for (of_module, field), index in self._indices.items():
            if of_module == module:
                _enter(index, fields.get(field), record)


def _obstacles(record: dict[str, Any]) -> Iterator[str]:
    """Yield the codes of the errors of a record that cannot be changed."""
    if not record.get("$approved", True):
        yield "NOT_APPROVED"
    if record.get("$locked_by"):
        yield "BLOCKED_RECORD"
    if record.get("$converted"):
        yield "CANNOT_PROCESS"


def _enter(index: dict[str, str], value: Any, record: str) -> None:
    if value is not None:
        index.setdefault(_key(value), record)


def _key(value: Any) -> str:
    return str(value).casefold()
