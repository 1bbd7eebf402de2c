"""What a bulk write job is asked for: checked against the document, the modules' fields and the uploaded file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from zoho_crm_sandbox.call import ZohoError
from zoho_crm_sandbox.systems.bulk_write import csv_file as csv_rows
from zoho_crm_sandbox.systems.bulk_write.archive import csv_names
from zoho_crm_sandbox.systems.bulk_write.fields import (
    DATE,
    DATE_TIME,
    LOOKUP,
    PARENT,
    PARENT_ID,
    SUBFORMS,
    Field,
    fields_of,
    key_of,
)
from zoho_crm_sandbox.systems.bulk_write.rows import Column, Target
from zoho_crm_sandbox.systems.bulk_write.values import directive

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zoho_crm_sandbox.call import Call
    from zoho_crm_sandbox.contract import Steps

MAX_COLUMNS = 200
INDICES = ("index", "parent_column_index")
FORBIDDEN_WITH_PARENT = ("default_value", "format")
# What is wrong at which place of the body, by the end of the place.
AT_PLACE = (
    (("callback", "method"), "INVALID_CALLBACK_METHOD"),
    (("callback", "url"), "INVALID_CALLBACK_URL"),
    (("file_id",), "INVALID_FILE_ID"),
    (("index",), "COLUMN_INDEX_NOT_FOUND"),
    (("parent_column_index",), "COLUMN_INDEX_NOT_FOUND"),
)


def read_request(call: Call) -> dict[str, Any]:
    """Returns the body, which has the form that the document says.

    Args:
        call: The call.

    Raises:
        ZohoError: It has not.
    """
    if not call.body:
        raise ZohoError("INVALID_REQUEST")
    body = call.json()
    if not isinstance(body, dict):
        raise ZohoError("REQUEST_BODY_NOT_SUPPORTED")
    for place in _required(body):
        raise _missing(place)
    violations = sorted(call.operation.violations(body), key=lambda found: [str(step) for step in found[0]])
    for place, keyword in violations:
        if place[-1:] == ["field_mappings"] and keyword == "maxItems":
            raise ZohoError("HEADER_LIMIT_EXCEEDED")
        # A key that has no place there is no more than that.
        for end, code in AT_PLACE if keyword != "additionalProperties" else ():
            if tuple(place[-len(end) :]) == end:
                raise ZohoError(code, message=_no_index(body, place) if code == "COLUMN_INDEX_NOT_FOUND" else None)
        raise _wrong(place)
    if "callback" in body and not _is_web_address(body["callback"]["url"]):
        raise ZohoError("INVALID_CALLBACK_URL")
    if body.get("character_encoding") and not csv_rows.is_encoding(body["character_encoding"]):
        raise _wrong(["character_encoding"])
    return body


def _required(body: dict[str, Any]) -> Iterator[Steps]:
    """Yields the places of the keys that are missing."""
    yield from _absent(body, [], ("operation", "resource"))
    yield from _absent(body.get("callback"), ["callback"], ("url", "method"))
    for index, resource in _each(body.get("resource")):
        place: Steps = ["resource", index]
        yield from _absent(resource, place, ("type", "module", "file_id"))
        yield from _absent(resource.get("module"), [*place, "module"], ("api_name",))
        for at, mapping in _each(resource.get("field_mappings")):
            mapping_place: Steps = [*place, "field_mappings", at]
            yield from _absent(mapping, mapping_place, ("api_name",))
            yield from _absent(mapping.get("default_value"), [*mapping_place, "default_value"], ("value",))


def _absent(node: Any, place: Steps, keys: Iterable[str]) -> Iterator[Steps]:
    if isinstance(node, dict):
        for key in keys:
            if key not in node:
                yield [*place, key]


def _each(node: Any) -> Iterator[tuple[int, dict[str, Any]]]:
    for index, item in enumerate(node if isinstance(node, list) else ()):
        if isinstance(item, dict):
            yield index, item


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False


def read_targets(call: Call, body: dict[str, Any]) -> list[Target]:
    """Returns what is to be written where.

    Args:
        call: The call.
        body: The body, which has the form that the document says.

    Raises:
        ZohoError: A module, a field, the file or something about it is wrong.
    """
    targets: list[Target] = []
    for number, resource in enumerate(body["resource"]):
        place: Steps = ["resource", number]
        module, subform = _module(call, resource["module"], targets)
        find_by = _find_by(body["operation"], resource, module) if not subform else None
        table = _table(call, resource, body.get("character_encoding"), place)
        parent = targets[0] if targets else None
        mappings = resource.get("field_mappings") or _from_header(module, table.header)
        columns = [
            _column(module, mapping, table, parent, [*place, "field_mappings", index])
            for index, mapping in enumerate(mappings)
        ]
        _check_columns(columns, place)
        _check_mandatory(module, columns, body["operation"], find_by, child=subform and parent is not None)
        stored = call.organization.module(module)
        unique = tuple(stored.unique_fields) if stored else ()
        mapped = {column.api_name for column in columns}
        unique = tuple(name for name in unique if name in mapped)
        storage_name = stored.storage_name if stored else module
        ignores = body.get("ignore_empty", False)
        targets.append(Target(storage_name, subform, body["operation"], find_by, ignores, unique, columns, table))
    return targets


def _module(call: Call, asked: dict[str, Any], before: list[Target]) -> tuple[str, bool]:
    """Returns the API name of a module or subform, and whether it is a subform."""
    name = asked["api_name"]
    subform = SUBFORMS.get(name)
    unavailable = ZohoError("MODULE_NOT_AVAILABLE", message=f"Requested module '{name[:100]}' is not available.")
    if subform and (not before or before[0].module == subform.parent):
        return name, True
    module = call.organization.module(name)
    # What comes after the first is its child.
    if before or module is None or not module.supported or asked.get("id", module.id) != module.id:
        raise unavailable
    if not call.operation.supports_module(name, custom=module.custom):
        raise unavailable
    return name, False


def _find_by(operation: str, resource: dict[str, Any], module: str) -> str | None:
    if "find_by" not in resource:
        if operation != "insert":
            raise ZohoError("MANDATORY_NOT_FOUND")
        return None
    key = key_of(module, resource["find_by"])
    if key is None:
        raise _invalid_field(resource["find_by"])
    return key


def _table(call: Call, resource: dict[str, Any], encoding: str | None, place: Steps) -> csv_rows.Table:
    content = call.organization.upload(resource["file_id"])
    if content is None:
        raise ZohoError("INVALID_FILE_ID")
    there = csv_names(content)
    asked = resource.get("file_names")
    if asked is None and len(there) > 1:
        raise _missing([*place, "file_names"])
    if asked is not None and len(asked) > 1:  # a module is written from one file
        raise _wrong([*place, "file_names"])
    name = asked[0] if asked else there[0]
    if name not in there:
        raise ZohoError("FILE_NOT_FOUND")
    try:
        table = csv_rows.read(content, name, encoding or None)
    except csv_rows.CsvError:
        raise ZohoError("FILE_NOT_SUPPORTED") from None
    if len(table.header) > MAX_COLUMNS:
        raise ZohoError("HEADER_LIMIT_EXCEEDED")
    return table


def _from_header(module: str, header: list[str]) -> list[dict[str, Any]]:
    """Returns the mappings that a header stands for: API names, for a lookup followed by what it is found by."""
    mappings = []
    for index, cell in enumerate(header):
        api_name, _, find_by = cell.partition(".")
        mapping: dict[str, Any] = {"api_name": api_name, "index": index}
        if find_by or fields_of(module).get(api_name, Field("")).kind == LOOKUP:
            mapping["find_by"] = find_by or "id"
        mappings.append(mapping)
    return mappings


def _column(module: str, mapping: dict[str, Any], table: csv_rows.Table, parent: Target | None, place: Steps) -> Column:
    name = mapping["api_name"]
    field = fields_of(module).get(name)
    if field is None:
        raise _invalid_field(name)
    if "module" in mapping and mapping["module"] != field.module:
        raise _wrong([*place, "module"])
    # In JSON 1.0 is a whole number too.
    mapping = {**mapping, **{key: int(mapping[key]) for key in INDICES if key in mapping}}
    parent_index = mapping.get("parent_column_index")
    if parent_index is not None:
        _check_parent_index(field, mapping, parent, place)
    index = _index(mapping, table, parent)
    default = mapping.get("default_value", {}).get("value")
    if index is None and (default is None or field.kind == PARENT):
        raise ZohoError("COLUMN_INDEX_NOT_FOUND", message=_no_index_of(name))
    form = _form(field, mapping)
    find_by = None
    if field.kind in (LOOKUP, PARENT) and parent_index is None and index is not None:
        if "find_by" not in mapping:
            raise ZohoError("MANDATORY_NOT_FOUND")
        find_by = key_of(field.module, mapping["find_by"])
        if find_by is None:
            raise _invalid_field(mapping["find_by"])
    header = name if index is None else table.header[index]
    return Column(name, field, header, index, form, find_by, default, parent_index)


def _check_parent_index(field: Field, mapping: dict[str, Any], parent: Target | None, place: Steps) -> None:
    # A row's parent is found in the parent's file, which the first file has none of, and in nothing else.
    if parent is None or any(key in mapping for key in FORBIDDEN_WITH_PARENT):
        raise _together([*place, "parent_column_index"])
    if field.kind != PARENT:
        raise _wrong([*place, "parent_column_index"])
    if mapping["parent_column_index"] >= len(parent.table.header):
        raise ZohoError("COLUMN_INDEX_NOT_FOUND", message=_no_index_of(mapping["api_name"]))


def _index(mapping: dict[str, Any], table: csv_rows.Table, parent: Target | None) -> int | None:
    index: int | None = mapping.get("index")
    if index is None and parent and "parent_column_index" in mapping:
        # The column of the same name.
        header = parent.table.header[mapping["parent_column_index"]]
        index = table.header.index(header) if header in table.header else None
    if index is not None and index >= len(table.header):
        raise ZohoError("COLUMN_INDEX_NOT_FOUND", message=_no_index_of(mapping["api_name"]))
    return index


def _form(field: Field, mapping: dict[str, Any]) -> str | None:
    if field.kind not in (DATE, DATE_TIME):
        return None
    form = directive(field.kind, mapping.get("format"))
    if form is None:
        raise ZohoError("INVALID_FORMAT")
    return form


def _check_columns(columns: list[Column], place: Steps) -> None:
    seen: set[Any] = set()
    for number, column in enumerate(columns):
        for key, value in (("api_name", column.api_name), ("index", column.index)):
            if value is not None and (key, value) in seen:
                raise _wrong([*place, "field_mappings", number, key])
            seen.add((key, value))


def _check_mandatory(module: str, columns: list[Column], operation: str, find_by: str | None, *, child: bool) -> None:
    mapped = {column.api_name: column for column in columns}
    needed = {name for name, field in fields_of(module).items() if field.mandatory}
    if operation == "update" and PARENT_ID not in needed:
        needed.clear()
    if find_by:
        needed.add(find_by)
    if not needed <= mapped.keys():
        raise ZohoError("MANDATORY_FIELDS_NOT_MAPPED")
    if child and mapped[PARENT_ID].parent_index is None:
        raise ZohoError("MANDATORY_NOT_FOUND", message="Required key parent_column_index is not available")


def _no_index(body: dict[str, Any], place: Steps) -> str:
    mapping: Any = body
    for step in place[:-1]:
        mapping = mapping[step]
    return _no_index_of(mapping["api_name"])


def _no_index_of(name: Any) -> str:
    return f"required key index for field {str(name)[:100]} is not found in request body."


def _invalid_field(name: str) -> ZohoError:
    return ZohoError("INVALID_FIELD", message=f"invalid mapping. invalid api_name {name[:100]}")


def _missing(place: Steps) -> ZohoError:
    message = f"required key {place[-1]} is not found in request body."
    return ZohoError("MISSING_REQUIRED_KEY", details=_place(place), message=message)


def _together(place: Steps) -> ZohoError:
    return ZohoError("COEXISTENCE_NOT_ALLOWED", details=_place(place))


def _wrong(place: Steps) -> ZohoError:
    return ZohoError("INVALID_DATA", details=_place(place))


def _place(place: Steps) -> dict[str, Any]:
    path = "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in place)
    return {"api_name": str(next((step for step in reversed(place) if isinstance(step, str)), "")), "json_path": path}
