"""What becomes of each row of a bulk write, found out when the job is created."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from zoho_crm_sandbox.state.bulk_write import Change
from zoho_crm_sandbox.systems.bulk_write.fields import LOOKUP, PARENT, PARENT_ID, USER, Field
from zoho_crm_sandbox.systems.bulk_write.values import value_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

    from zoho_crm_sandbox.state.organization import Organization
    from zoho_crm_sandbox.systems.bulk_write.csv_file import Table

ADDED = "added"
UPDATED = "updated"
SKIPPED = "skipped"
UNPROCESSED = "unprocessed"
MAX_CHILDREN = 200
"""Of one parent."""
REFUSES_CHANGES = (("$locked_by", "BLOCKED_RECORD"), ("$converted", "CANNOT_PROCESS"))


@dataclass(frozen=True, slots=True)
class Column:
    """A field, and where its values come from.

    Attributes:
        api_name: Its API name.
        field: The field.
        header: What it is called in the result: the header of its column, or its API name if it has none.
        index: Its column; None if every row gets the default value.
        form: For a date, how ``strptime`` reads it.
        find_by: For a lookup, the field that the record is found by.
        default: The value where the column is empty; None if there is none.
        parent_index: For the parent of a child, the column of the parent's file that the child's column equals.
    """

    api_name: str
    field: Field
    header: str
    index: int | None
    form: str | None
    find_by: str | None
    default: Any
    parent_index: int | None


class Target(NamedTuple):
    """What is written where.

    Attributes:
        module: The API name of the module or subform, by which its records are kept.
        subform: Whether it is a subform.
        operation: insert, update or upsert.
        find_by: The field by which records are found; None for none.
        ignore_empty: Whether empty cells leave the field as it is.
        unique: The fields that no two records may share a value of.
        columns: What is written.
        table: The file.
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
    """What becomes of a row.

    Attributes:
        status: added, updated, skipped or unprocessed.
        record: The id of the record; empty if none was written.
        errors: The codes of what is wrong, each with the headers of the columns.
    """

    status: str
    record: str
    errors: dict[str, list[str]]


class Writer:
    """Finds out what becomes of the rows of one job, file after file.

    Args:
        organization: The organization.
        zone: The time zone of the organization.
        rows: How many rows the job has, so that ids are at hand.

    Attributes:
        changes: What the rows do to records, in their order.
    """

    def __init__(self, organization: Organization, zone: tzinfo, rows: int) -> None:
        self._organization = organization
        self._zone = zone
        self._ids = iter(organization.new_ids(rows))
        self._users = organization.users()
        self._records: dict[str, dict[str, dict[str, Any]]] = {}
        self._indices: dict[tuple[str, str], dict[str, str]] = {}
        self._children: dict[tuple[str, str], int] = {}
        self._parents: list[tuple[list[str], str]] = []
        self._parents_by: dict[int, dict[str, str]] = {}
        self._number = 0
        self.changes: list[Change] = []

    def write(self, target: Target) -> list[Outcome]:
        """Returns what becomes of the rows of a file.

        Args:
            target: The file, and where it is written to.
        """
        outcomes = []
        for row in target.table.rows:
            outcome = self._child(target, row) if target.subform else self._record(target, row)
            if not target.subform and outcome.record:
                self._parents.append((row, outcome.record))
            outcomes.append(outcome)
            self._number += 1
        return outcomes

    def _record(self, target: Target, row: list[str]) -> Outcome:
        errors: dict[str, list[str]] = {}
        values = self._values(target, row, errors)
        headers = {column.api_name: column.header for column in target.columns}
        found = None
        if target.find_by:
            found = self._find(target.module, target.find_by, values.get(target.find_by))
        values.pop("id", None)  # an id finds a record and is none of its fields
        by = [headers.get(target.find_by or "", "")]
        if found and target.operation == "insert":
            return Outcome(SKIPPED, "", {"DUPLICATE_DATA": by})
        if not found and target.operation == "update":
            return Outcome(SKIPPED, "", {"RESOURCE_NOT_FOUND": by})
        before = self._of(target.module).get(found, {}) if found else {}
        for code in _refusals(before):
            errors.setdefault(code, []).extend(by)
        if found and target.ignore_empty:
            values = {name: value for name, value in values.items() if value is not None}
        for column in target.columns:
            if column.field.mandatory and column.api_name in values and values[column.api_name] is None:
                errors.setdefault("MANDATORY_NOT_FOUND", []).append(column.header)
        for name in target.unique:
            other = self._find(target.module, name, values.get(name))
            if other not in (None, found):
                errors.setdefault("DUPLICATE_DATA", []).append(headers[name])
        if errors:
            return Outcome(UNPROCESSED, "", errors)
        record = found or next(self._ids)
        self._keep(target.module, record, {**before, **values})
        self.changes.append(Change(self._number, "update" if found else "add", target.module, record, values))
        return Outcome(UPDATED if found else ADDED, record, {})

    def _child(self, target: Target, row: list[str]) -> Outcome:
        errors: dict[str, list[str]] = {}
        values = self._values(target, row, errors)
        parent = values.pop(PARENT_ID)
        header = next(column.header for column in target.columns if column.api_name == PARENT_ID)
        if parent is None:
            errors.setdefault("RESOURCE_NOT_FOUND", []).append(header)
        elif self._children.get((target.module, parent), 0) == MAX_CHILDREN:
            errors.setdefault("LIMIT_EXCEEDED", []).append(header)
        if parent is None or errors:
            return Outcome(UNPROCESSED, "", errors)
        self._children[target.module, parent] = self._children.get((target.module, parent), 0) + 1
        record = next(self._ids)
        self.changes.append(Change(self._number, "append", target.module, parent, {"id": record, **values}))
        return Outcome(ADDED, record, {})

    def _values(self, target: Target, row: list[str], errors: dict[str, list[str]]) -> dict[str, Any]:
        values = {}
        for column in target.columns:
            cell = "" if column.index is None else row[column.index]
            value = column.default
            if cell:
                try:
                    value = self._value(column, cell)
                except ValueError:
                    value = None
                    errors.setdefault("INVALID_DATA", []).append(column.header)
            values[column.api_name] = value
        # What could not be read is wrong, and not missing too.
        return {
            name: value
            for name, value in values.items()
            if value is not None or name == PARENT_ID or not _is_wrong(name, target.columns, errors)
        }

    def _value(self, column: Column, cell: str) -> Any:
        kind = column.field.kind
        if kind == PARENT:
            if column.parent_index is None:
                return self._find(column.field.module, column.find_by or "id", cell)
            return self._parents_with(column.parent_index).get(cell.casefold())
        if kind == USER:
            user = next((user for user, name in self._users.items() if cell in (user, name)), None)
            if user is None:
                raise ValueError(cell)
            return user
        if kind == LOOKUP:
            found = self._find(column.field.module, column.find_by or "id", cell)
            if found is None:
                raise ValueError(cell)
            return found
        return value_of(kind, cell, column.form, self._zone)

    def _parents_with(self, index: int) -> dict[str, str]:
        """Returns the ids of the parents that this job writes, by what their rows hold in a column."""
        if index not in self._parents_by:
            self._parents_by[index] = {row[index].casefold(): record for row, record in reversed(self._parents)}
        return self._parents_by[index]

    def _of(self, module: str) -> dict[str, dict[str, Any]]:
        if module not in self._records:
            self._records[module] = dict(self._organization.records(module))
        return self._records[module]

    def _find(self, module: str, field: str, value: Any) -> str | None:
        """Returns the id of the record that has a value in a field, of those that are there and those to come."""
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

    def _keep(self, module: str, record: str, fields: dict[str, Any]) -> None:
        self._of(module)[record] = fields
        for (of_module, field), index in self._indices.items():
            if of_module == module:
                _enter(index, fields.get(field), record)


def _refusals(record: dict[str, Any]) -> Iterator[str]:
    """Yields why a record does not take changes."""
    if not record.get("$approved", True):
        yield "NOT_APPROVED"
    for name, code in REFUSES_CHANGES:
        if record.get(name):
            yield code


def _is_wrong(name: str, columns: list[Column], errors: dict[str, list[str]]) -> bool:
    headers = errors.get("INVALID_DATA", ())
    return any(column.api_name == name and column.header in headers for column in columns)


def _enter(index: dict[str, str], value: Any, record: str) -> None:
    if value is not None:
        index.setdefault(_key(value), record)


def _key(value: Any) -> str:
    return str(value).casefold()
