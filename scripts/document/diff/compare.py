"""Compares two documents: the document as a whole, its operations, and what they are called with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from document.diff.access import module_scopes, schemes, security, servers
from document.diff.answers import responses
from document.diff.findings import Findings, component, resolve, show
from document.diff.schemas import SchemaComparison

if TYPE_CHECKING:
    from document.diff.findings import Document
    from document.diff.rules import Change

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
"""The keys of a path item that are operations."""

_SERIALIZATION = ("style", "explode", "allowReserved", "allowEmptyValue", "content")


def compare(before: Document, after: Document) -> list[Change]:
    """Compares two bundled documents.

    Args:
        before: The earlier document.
        after: The later document.

    Returns:
        The changes, breaking ones first; none if the documents are the same but for their version.
    """
    it = Findings(before, after)
    if before["openapi"] != after["openapi"]:
        it.add("openapi-version-changed", "openapi", f"{before['openapi']} became {after['openapi']}")
    it.rest(before["info"], after["info"], "info", {"version"})
    servers(it, before.get("servers", []), after.get("servers", []))
    schemes(it)
    it.names("schema", "schemas", *(set(component(document, "schemas")) for document in (before, after)))
    _operations(it)
    _examples(it)
    for key in ("tags", "security"):  # what the default of security does shows at the operations
        it.texts(key, before.get(key), after.get(key))
    known = {"openapi", "info", "servers", "tags", "security", "paths", "components"}
    it.rest(before, after, "document", known)
    return it.changes()


def _operations(it: Findings) -> None:
    """Pairs the operations, by method and path or else by their names, and compares each pair."""
    old, new = _by_path(it.before), _by_path(it.after)
    pairs = [(key, key) for key in old if key in new]
    moved = {new[key]["operationId"]: key for key in new if key not in old}
    pairs += [(key, moved[name]) for key in old if key not in new and (name := old[key]["operationId"]) in moved]
    for left, right in pairs:
        it.operation = new[right]["operationId"]
        if left != right:
            it.add("operation-moved", "operation", f"{' '.join(left)} became {' '.join(right)}")
        _operation(it, old[left], new[right])
    it.operation = ""
    for path in sorted(it.before["paths"].keys() & it.after["paths"].keys()):
        it.rest(it.before["paths"][path], it.after["paths"][path], path, set(METHODS))
    for key in sorted(old.keys() - {left for left, _ in pairs}):
        it.add("operation-removed", old[key]["operationId"], " ".join(key))
    for key in sorted(new.keys() - {right for _, right in pairs}):
        it.add("operation-added", new[key]["operationId"], " ".join(key))


def _operation(it: Findings, before: dict[str, Any], after: dict[str, Any]) -> None:
    if before["operationId"] != after["operationId"]:
        it.add("operation-renamed", "operation", f"{before['operationId']} became {after['operationId']}")
    if before.get("tags") != after.get("tags"):
        it.add("operation-regrouped", "operation", f"{before.get('tags')} became {after.get('tags')}")
    if after.get("deprecated", False) != before.get("deprecated", False):
        it.add("operation-deprecated", "operation", f"deprecated is {show(after.get('deprecated', False))}")
    _since(it, before.get("x-since"), after.get("x-since"))
    if "servers" in before or "servers" in after:
        servers(it, {**it.before, **before}.get("servers", []), {**it.after, **after}.get("servers", []))
    security(it, {**it.before, **before}.get("security", []), {**it.after, **after}.get("security", []))
    module_scopes(it, before.get("x-module-scope"), after.get("x-module-scope"))
    request = SchemaComparison(it, "request")
    _parameters(it, request, before, after)
    _body(it, request, before.get("requestBody"), after.get("requestBody"))
    responses(it, SchemaComparison(it, "response"), before["responses"], after["responses"])
    known = {"operationId", "tags", "deprecated", "x-since", "servers", "security", "x-module-scope"}
    it.rest(before, after, "operation", known | {"parameters", "requestBody", "responses"})


def _since(it: Findings, before: str | None, after: str | None) -> None:
    if before != after:
        later = _version(before) < _version(after)
        it.add(f"since-{'later' if later else 'earlier'}", "x-since", f"{before} became {after}")


def _parameters(it: Findings, schemas: SchemaComparison, before: dict[str, Any], after: dict[str, Any]) -> None:
    old, new = (
        {
            (parameter["in"], parameter["name"]): parameter
            for parameter in (resolve(document, node) for node in operation.get("parameters", []))
        }
        for operation, document in ((before, it.before), (after, it.after))
    )
    for key in sorted(old.keys() | new.keys()):
        where = f"{key[0]} parameter {key[1]}"
        if key not in new:
            it.add("parameter-removed", where, "removed")
        elif key not in old:
            required = "required" if new[key].get("required") else "optional"
            it.add(f"{required}-parameter-added", where, "added")
        else:
            _parameter(it, schemas, where, old[key], new[key])


def _parameter(
    it: Findings, schemas: SchemaComparison, where: str, before: dict[str, Any], after: dict[str, Any]
) -> None:
    it.required("parameter", where, before, after)
    for key in _SERIALIZATION:
        if before.get(key) != after.get(key):
            it.add("other-changed", where, key)
    schemas.compare(before.get("schema", {}), after.get("schema", {}), where)
    it.rest(before, after, where, {"name", "in", "required", "schema", *_SERIALIZATION})


def _body(it: Findings, schemas: SchemaComparison, before: dict[str, Any] | None, after: dict[str, Any] | None) -> None:
    where = "request body"
    if before is None or after is None:
        if before is not None:
            it.add("body-removed", where, "removed")
        if after is not None:
            it.add(f"{'required' if after.get('required') else 'optional'}-body-added", where, "added")
        return
    it.required("body", where, before, after)
    schemas.content(where, before, after, "body-content-type")
    it.rest(before, after, where, {"required", "content"})


def _examples(it: Findings) -> None:
    """Compares the named examples, which are texts."""
    before, after = (component(document, "examples") for document in (it.before, it.after))
    for name in sorted(before.keys() | after.keys()):
        it.texts(f"example {name}", before.get(name), after.get(name))


def _by_path(document: Document) -> dict[tuple[str, str], dict[str, Any]]:
    return {
        (method.upper(), path): item[method]
        for path, item in document["paths"].items()
        for method in METHODS
        if method in item
    }


def _version(version: str | None) -> float:
    """Returns a version of the API as a number; an operation that names none has always been there."""
    if version is not None and not re.fullmatch(r"v\d+(\.\d+)?", version):
        raise ValueError(f"x-since: {version!r} is not a version such as v2.1")
    return float(version[1:]) if version else 0
