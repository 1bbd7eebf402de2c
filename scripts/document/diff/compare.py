"""Comparison of two documents: metadata, operations, parameters and request bodies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from document.diff.access import module_scopes, schemes, security, servers
from document.diff.findings import Findings, component, resolve, show
from document.diff.responses import responses
from document.diff.schemas import SchemaComparison
from document.model import METHODS, Document

if TYPE_CHECKING:
    from document.diff.rules import Change
_SERIALIZATION = ("style", "explode", "allowReserved", "allowEmptyValue", "content")


def compare(before: dict[str, Any], after: dict[str, Any]) -> list[Change]:
    """Return the changes between two bundled documents, breaking ones first; a new version alone is none."""
    diff = Findings(before, after)
    if before["openapi"] != after["openapi"]:
        diff.add("openapi-version-changed", "openapi", f"{before['openapi']} became {after['openapi']}")
    diff.rest(before["info"], after["info"], "info", {"version"})
    servers(diff, before.get("servers", []), after.get("servers", []))
    schemes(diff)
    diff.names("schema", "schemas", *(set(component(document, "schemas")) for document in (before, after)))
    _operations(diff)
    _examples(diff)
    for key in ("tags", "security"):  # a new default of security is a change of the operations
        diff.texts(key, before.get(key), after.get(key))
    old, new = before.get("x-headers", {}), after.get("x-headers", {})
    for kind in sorted(old.keys() | new.keys()):
        if old.get(kind) != new.get(kind):
            diff.add("header-kind-changed", "x-headers", kind)
    known = {"openapi", "info", "servers", "tags", "security", "paths", "components", "x-headers"}
    diff.rest(before, after, "document", known)
    return diff.changes()


def _operations(diff: Findings) -> None:
    """Pair the operations by method and path, or else by operationId, and compare each pair."""
    old, new = _by_path(diff.before), _by_path(diff.after)
    pairs = [(key, key) for key in old if key in new]
    moved = {new[key]["operationId"]: key for key in new if key not in old}
    pairs += [(key, moved[name]) for key in old if key not in new and (name := old[key]["operationId"]) in moved]
    for left, right in pairs:
        diff.operation = new[right]["operationId"]
        if left != right:
            diff.add("operation-moved", "operation", f"{' '.join(left)} became {' '.join(right)}")
        _operation(diff, old[left], new[right])
    diff.operation = ""
    for path in sorted(diff.before["paths"].keys() & diff.after["paths"].keys()):
        diff.rest(diff.before["paths"][path], diff.after["paths"][path], path, set(METHODS))
    for key in sorted(old.keys() - {left for left, _ in pairs}):
        diff.add("operation-removed", old[key]["operationId"], " ".join(key))
    for key in sorted(new.keys() - {right for _, right in pairs}):
        diff.add("operation-added", new[key]["operationId"], " ".join(key))


def _operation(diff: Findings, before: dict[str, Any], after: dict[str, Any]) -> None:
    if before["operationId"] != after["operationId"]:
        diff.add("operation-renamed", "operation", f"{before['operationId']} became {after['operationId']}")
    if before.get("tags") != after.get("tags"):
        diff.add("operation-regrouped", "operation", f"{before.get('tags')} became {after.get('tags')}")
    if after.get("deprecated", False) != before.get("deprecated", False):
        diff.add("operation-deprecated", "operation", f"deprecated is {show(after.get('deprecated', False))}")
    _since(diff, before.get("x-since"), after.get("x-since"))
    if "servers" in before or "servers" in after:
        servers(diff, {**diff.before, **before}.get("servers", []), {**diff.after, **after}.get("servers", []))
    security(diff, {**diff.before, **before}.get("security", []), {**diff.after, **after}.get("security", []))
    module_scopes(diff, before.get("x-module-scope"), after.get("x-module-scope"))
    request = SchemaComparison(diff, "request")
    _parameters(diff, request, before, after)
    _body(diff, request, before.get("requestBody"), after.get("requestBody"))
    responses(diff, SchemaComparison(diff, "response"), before["responses"], after["responses"])
    known = {"operationId", "tags", "deprecated", "x-since", "servers", "security", "x-module-scope"}
    diff.rest(before, after, "operation", known | {"parameters", "requestBody", "responses"})


def _since(diff: Findings, before: str | None, after: str | None) -> None:
    if before != after:
        later = _version(before) < _version(after)
        diff.add(f"since-{'later' if later else 'earlier'}", "x-since", f"{before} became {after}")


def _parameters(diff: Findings, schemas: SchemaComparison, before: dict[str, Any], after: dict[str, Any]) -> None:
    old, new = (
        {
            (parameter["in"], parameter["name"]): parameter
            for parameter in (resolve(document, node) for node in operation.get("parameters", []))
        }
        for operation, document in ((before, diff.before), (after, diff.after))
    )
    for key in sorted(old.keys() | new.keys()):
        where = f"{key[0]} parameter {key[1]}"
        if key not in new:
            diff.add("parameter-removed", where, "removed")
        elif key not in old:
            required = "required" if new[key].get("required") else "optional"
            diff.add(f"{required}-parameter-added", where, "added")
        else:
            _parameter(diff, schemas, where, old[key], new[key])


def _parameter(
    diff: Findings, schemas: SchemaComparison, where: str, before: dict[str, Any], after: dict[str, Any]
) -> None:
    diff.required("parameter", where, before, after)
    for key in _SERIALIZATION:
        if before.get(key) != after.get(key):
            diff.add("other-changed", where, key)
    schemas.compare(before.get("schema", {}), after.get("schema", {}), where)
    diff.rest(before, after, where, {"name", "in", "required", "schema", *_SERIALIZATION})


def _body(
    diff: Findings, schemas: SchemaComparison, before: dict[str, Any] | None, after: dict[str, Any] | None
) -> None:
    where = "request body"
    if before is None or after is None:
        if before is not None:
            diff.add("body-removed", where, "removed")
        if after is not None:
            diff.add(f"{'required' if after.get('required') else 'optional'}-body-added", where, "added")
        return
    diff.required("body", where, before, after)
    schemas.content(where, before, after, "body-content-type")
    diff.rest(before, after, where, {"required", "content"})


def _examples(diff: Findings) -> None:
    """Compare the named examples."""
    before, after = (component(document, "examples") for document in (diff.before, diff.after))
    for name in sorted(before.keys() | after.keys()):
        diff.texts(f"example {name}", before.get(name), after.get(name))


def _by_path(document: dict[str, Any]) -> dict[tuple[str, str], dict[str, Any]]:
    operations = Document(document).operations()
    return {(operation.method.upper(), operation.path): operation.node.value for operation in operations}


def _version(version: str | None) -> float:
    """Return a version of the API as a number, 0 for ``None``."""
    if version is not None and not re.fullmatch(r"v\d+(\.\d+)?", version):
        raise ValueError(f"x-since: {version!r} is not a version such as v2.1")
    return float(version[1:]) if version else 0
