"""The request for a bulk write job: checked against the document, the fields and the uploaded files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from zoho_crm_sandbox.call import ZohoError, place_details
from zoho_crm_sandbox.systems import fields
from zoho_crm_sandbox.systems.bulk_write import csv_file
from zoho_crm_sandbox.systems.bulk_write.archive import csv_names
from zoho_crm_sandbox.systems.bulk_write.rows import Column, Target
from zoho_crm_sandbox.systems.bulk_write.values import strptime_format

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zoho_crm_sandbox.call import Call
    from zoho_crm_sandbox.contract import Steps

INDICES = ("index", "parent_column_index")
FORBIDDEN_WITH_PARENT = ("default_value", "format")
CODES = (
    (("callback", "method"), "INVALID_CALLBACK_METHOD"),
    (("callback", "url"), "INVALID_CALLBACK_URL"),
    (("file_id",), "INVALID_FILE_ID"),
    (("index",), "COLUMN_INDEX_NOT_FOUND"),
    (("parent_column_index",), "COLUMN_INDEX_NOT_FOUND"),
)
"""The error code of an invalid value whose place ends with these keys."""


def read_request(call: Call) -> dict[str, Any]:
    """Return the body if it is as the document declares it."""
    if not call.body:
        raise ZohoError("INVALID_REQUEST")
    body = call.json()
    if not isinstance(body, dict):
        raise ZohoError("REQUEST_BODY_NOT_SUPPORTED")
    for place in _missing_keys(body):
        raise _missing(place)
    violations = sorted(call.operation.violations(body), key=lambda found: [str(step) for step in found[0]])
    for place, keyword in violations:
        if place[-1:] == ["field_mappings"] and keyword == "maxItems":
            raise ZohoError("HEADER_LIMIT_EXCEEDED")
        # An unknown key is INVALID_DATA, whatever its name.
        for end, code in CODES if keyword != "additionalProperties" else ():
            if tuple(place[-len(end) :]) == end:
                raise _no_index(_at(body, place[:-1])) if code == "COLUMN_INDEX_NOT_FOUND" else ZohoError(code)
        raise ZohoError.at(place)
    if "callback" in body and not _is_web_address(body["callback"]["url"]):
        raise ZohoError("INVALID_CALLBACK_URL")
    if body.get("character_encoding") and not csv_file.is_encoding(body["character_encoding"]):
        raise ZohoError.at(["character_encoding"])
    return body


def _missing_keys(body: dict[str, Any]) -> Iterator[Steps]:
    """Yield the places of required keys that are missing."""
    yield from _absent(body, [], ("operation", "resource"))
    yield from _absent(body.get("callback"), ["callback"], ("url", "method"))
    for index, resource in _objects(body.get("resource")):
        place: Steps = ["resource", index]
        yield from _absent(resource, place, ("type", "module", "file_id"))
        yield from _absent(resource.get("module"), [*place, "module"], ("api_name",))
        for number, mapping in _objects(resource.get("field_mappings")):
            mapping_place: Steps = [*place, "field_mappings", number]
            yield from _absent(mapping, mapping_place, ("api_name",))
            yield from _absent(mapping.get("default_value"), [*mapping_place, "default_value"], ("value",))


def _absent(node: Any, place: Steps, keys: Iterable[str]) -> Iterator[Steps]:
    if isinstance(node, dict):
        for key in keys:
            if key not in node:
                yield [*place, key]


def _objects(node: Any) -> Iterator[tuple[int, dict[str, Any]]]:
    for index, item in enumerate(node if isinstance(node, list) else ()):
        if isinstance(item, dict):
            yield index, item


def _at(body: Any, place: Steps) -> Any:
    for step in place:
        body = body[step]
    return body


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False


def read_targets(call: Call, body: dict[str, Any]) -> list[Target]:
    """Return each file of a valid body with the module or subform that it is written to."""
    targets: list[Target] = []
    for number in range(len(body["resource"])):
        targets.append(_target(call, body, number, targets[0] if targets else None))
    return targets


def _target(call: Call, body: dict[str, Any], number: int, parent: Target | None) -> Target:
    resource, operation = body["resource"][number], body["operation"]
    place: Steps = ["resource", number]
    module, subform = _module(call, resource["module"], parent)
    find_by = None if subform else _find_by(operation, resource, module)
    table = _table(call, resource, body.get("character_encoding"), place)
    reader = _ColumnReader(module, table, parent)
    columns = [
        reader.read(mapping, [*place, "field_mappings", index])
        for index, mapping in enumerate(resource.get("field_mappings") or _from_header(module, table.header))
    ]
    _check_columns(columns, place)
    _check_mandatory(module, columns, operation, find_by, child=subform and parent is not None)
    stored = call.organization.module(module)
    ignore_empty = resource.get("ignore_empty")
    mapped = {column.api_name for column in columns}
    return Target(
        module=stored.storage_name if stored else module,
        subform=subform,
        operation=operation,
        find_by=find_by,
        ignore_empty=body.get("ignore_empty", False) if ignore_empty is None else ignore_empty,
        unique=tuple(name for name in (stored.unique_fields if stored else ()) if name in mapped),
        columns=columns,
        table=table,
    )


def _module(call: Call, requested: dict[str, Any], parent: Target | None) -> tuple[str, bool]:
    """Return the API name of a module or subform, and whether it is a subform."""
    name = requested["api_name"]
    subform = fields.SUBFORMS.get(name)
    if subform and (parent is None or parent.module == subform.parent):
        return name, True
    module = call.organization.module(name)
    if (
        parent  # every file but the first is for a subform
        or module is None
        or not module.supported
        or requested.get("id", module.id) != module.id
        or not call.operation.supports_module(name, custom=module.custom)
    ):
        raise ZohoError("MODULE_NOT_AVAILABLE", message=f"Requested module '{name[:100]}' is not available.")
    return name, False


def _find_by(operation: str, resource: dict[str, Any], module: str) -> str | None:
    if resource.get("find_by") is None:
        if operation != "insert":
            raise ZohoError("MANDATORY_NOT_FOUND")
        return None
    return _key(module, resource["find_by"])


def _key(module: str, name: str) -> str:
    key = fields.bulk_write_key(module, name)
    if key is None:
        raise _invalid_field(name)
    return key


def _table(call: Call, resource: dict[str, Any], encoding: str | None, place: Steps) -> csv_file.Table:
    content = call.organization.upload(resource["file_id"])
    if content is None:
        raise ZohoError("INVALID_FILE_ID")
    names = csv_names(content)
    requested = resource.get("file_names")
    if requested is None and len(names) > 1:
        raise _missing([*place, "file_names"])
    if requested is not None and len(requested) > 1:  # a module is written from one file
        raise ZohoError.at([*place, "file_names"])
    name = requested[0] if requested else names[0]
    if name not in names:
        raise ZohoError("FILE_NOT_FOUND")
    try:
        return csv_file.read(content, name, encoding or None)
    except csv_file.HeaderLimitError:
        raise ZohoError("HEADER_LIMIT_EXCEEDED") from None
    except csv_file.CsvError:
        raise ZohoError("FILE_NOT_SUPPORTED") from None


def _from_header(module: str, header: list[str]) -> list[dict[str, Any]]:
    """Return the mappings of a header of API names, for a lookup with the field to find its record by."""
    known = fields.bulk_write_fields(module)
    mappings = []
    for index, cell in enumerate(header):
        api_name, _, find_by = cell.partition(".")
        mapping: dict[str, Any] = {"api_name": api_name, "index": index}
        if find_by or (api_name in known and known[api_name].kind == fields.LOOKUP):
            mapping["find_by"] = find_by or "id"
        mappings.append(mapping)
    return mappings


@dataclass(frozen=True, slots=True)
class _ColumnReader:
    """Reads the mappings of one file. The parent is the target of the first file; None while that one is read."""

    module: str
    table: csv_file.Table
    parent: Target | None

    def read(self, mapping: dict[str, Any], place: Steps) -> Column:
        name = mapping["api_name"]
        field = fields.bulk_write_fields(self.module).get(name)
        if field is None:
            raise _invalid_field(name)
        if "module" in mapping and mapping["module"] != field.module:
            raise ZohoError.at([*place, "module"])
        # In JSON 1.0 is an integer too.
        mapping = {**mapping, **{key: int(mapping[key]) for key in INDICES if key in mapping}}
        parent_header = self._parent_header(field, mapping, place)
        index = mapping.get("index")
        if index is None and parent_header in self.table.header:
            index = self.table.header.index(parent_header)
        default = mapping.get("default_value", {}).get("value")
        if index is None:
            if default is None or field.kind == fields.PARENT:
                raise _no_index(mapping)
        elif index >= len(self.table.header):
            raise _no_index(mapping)
        if not fields.accepts(self.module, name, default):
            raise ZohoError.at([*place, "default_value", "value"])
        form = None
        if field.kind in (fields.DATE, fields.DATE_TIME):
            form = strptime_format(field.kind, mapping.get("format"))
            if form is None:
                raise ZohoError("INVALID_FORMAT")
        find_by = None
        if field.kind in (fields.LOOKUP, fields.PARENT) and parent_header is None and index is not None:
            if "find_by" not in mapping:
                raise ZohoError("MANDATORY_NOT_FOUND")
            find_by = _key(field.module, mapping["find_by"])
        return Column(
            api_name=name,
            field=field,
            header=name if index is None else self.table.header[index],
            index=index,
            form=form,
            find_by=find_by,
            default=default,
            parent_index=mapping.get("parent_column_index"),
        )

    def _parent_header(self, field: fields.Field, mapping: dict[str, Any], place: Steps) -> str | None:
        """Return the header of the parent's column that a mapping names; None if it names none."""
        if "parent_column_index" not in mapping:
            return None
        # Only a child has a parent's file, and its column stands alone.
        if self.parent is None or any(key in mapping for key in FORBIDDEN_WITH_PARENT):
            raise ZohoError.at([*place, "parent_column_index"], "COEXISTENCE_NOT_ALLOWED")
        if field.kind != fields.PARENT:
            raise ZohoError.at([*place, "parent_column_index"])
        header, index = self.parent.table.header, int(mapping["parent_column_index"])
        if index >= len(header):
            raise _no_index(mapping)
        return header[index]


def _check_columns(columns: list[Column], place: Steps) -> None:
    """Check that no two mappings have the same field or column."""
    seen: set[Any] = set()
    for number, column in enumerate(columns):
        for key, value in (("api_name", column.api_name), ("index", column.index)):
            if value is not None and (key, value) in seen:
                raise ZohoError.at([*place, "field_mappings", number, key])
            seen.add((key, value))


def _check_mandatory(module: str, columns: list[Column], operation: str, find_by: str | None, *, child: bool) -> None:
    mapped = {column.api_name: column for column in columns}
    needed = {name for name, field in fields.bulk_write_fields(module).items() if field.mandatory}
    if operation == "update" and fields.PARENT_ID not in needed:
        needed.clear()
    if find_by and operation != "insert":  # the newest files show an insert that finds by a column it does not map
        needed.add(find_by)
    if not needed <= mapped.keys():
        raise ZohoError("MANDATORY_FIELDS_NOT_MAPPED")
    if child and mapped[fields.PARENT_ID].parent_index is None:
        raise ZohoError("MANDATORY_NOT_FOUND", case="parent_column_index")


def _no_index(mapping: dict[str, Any]) -> ZohoError:
    name = str(mapping["api_name"])[:100]
    message = f"required key index for field {name} is not found in request body."
    return ZohoError("COLUMN_INDEX_NOT_FOUND", message=message)


def _invalid_field(name: str) -> ZohoError:
    return ZohoError("INVALID_FIELD", message=f"invalid mapping. invalid api_name {name[:100]}.")


def _missing(place: Steps) -> ZohoError:
    details = {"json_path": place_details(place)["json_path"]}
    message = f"required key {place[-1]} is not found in request body."
    return ZohoError("MISSING_REQUIRED_KEY", details=details, message=message)
