"""Comparison of an operation's responses, with their headers and links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from document.diff.findings import resolve
from document.diff.waiters import waiter

if TYPE_CHECKING:
    from document.diff.findings import Findings
    from document.diff.schemas import SchemaComparison


def responses(diff: Findings, schemas: SchemaComparison, before: dict[str, Any], after: dict[str, Any]) -> None:
    """Compare the responses of an operation."""
    for status in sorted(before.keys() | after.keys()):
        where = f"response {status}"
        if status not in after:
            diff.add("status-removed", where, status)
        elif status not in before:
            success = "error" if status.startswith(("4", "5")) else "success"
            diff.add(f"{success}-status-added", where, status)
        else:
            _response(diff, schemas, where, resolve(diff.before, before[status]), resolve(diff.after, after[status]))


def _response(
    diff: Findings, schemas: SchemaComparison, where: str, before: dict[str, Any], after: dict[str, Any]
) -> None:
    schemas.content(where, before, after, "response-content-type")
    old, new = before.get("headers", {}), after.get("headers", {})
    diff.names("header", where, old.keys(), new.keys())
    for name in sorted(old.keys() & new.keys()):
        _header(
            diff, schemas, f"{where}, header {name}", resolve(diff.before, old[name]), resolve(diff.after, new[name])
        )
    _links(diff, where, before.get("links", {}), after.get("links", {}))
    waiter(diff, before.get("x-waiter"), after.get("x-waiter"))
    diff.rest(before, after, where, {"content", "headers", "links", "x-waiter"})


def _header(
    diff: Findings, schemas: SchemaComparison, where: str, before: dict[str, Any], after: dict[str, Any]
) -> None:
    if before == after and "$ref" not in before.get("schema", {}):
        return  # the usual case, for each header of each response
    diff.required("header", where, before, after)
    schemas.compare(before.get("schema", {}), after.get("schema", {}), where)
    diff.rest(before, after, where, {"required", "schema"})


def _links(diff: Findings, where: str, before: dict[str, Any], after: dict[str, Any]) -> None:
    diff.names("link", where, before.keys(), after.keys())
    for name in sorted(before.keys() & after.keys()):
        old, new = resolve(diff.before, before[name]), resolve(diff.after, after[name])
        for key in sorted((old.keys() | new.keys()) - {"description"}):
            if old.get(key) != new.get(key):
                diff.add("link-changed", f"{where}, link {name}", key)
        diff.texts(f"{where}, link {name}", old.get("description"), new.get("description"))
