"""Compares the answers of an operation, with their headers and links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from document.diff.findings import resolve
from document.diff.waiters import waiter

if TYPE_CHECKING:
    from document.diff.findings import Findings
    from document.diff.schemas import SchemaComparison


def responses(it: Findings, schemas: SchemaComparison, before: dict[str, Any], after: dict[str, Any]) -> None:
    """Compares the answers of an operation."""
    for status in sorted(before.keys() | after.keys()):
        where = f"answer {status}"
        if status not in after:
            it.add("status-removed", where, status)
        elif status not in before:
            success = "error" if status.startswith(("4", "5")) else "success"
            it.add(f"{success}-status-added", where, status)
        else:
            _answer(it, schemas, where, resolve(it.before, before[status]), resolve(it.after, after[status]))


def _answer(it: Findings, schemas: SchemaComparison, where: str, before: dict[str, Any], after: dict[str, Any]) -> None:
    schemas.content(where, before, after, "response-content-type")
    old, new = before.get("headers", {}), after.get("headers", {})
    it.names("header", where, old.keys(), new.keys())
    for name in sorted(old.keys() & new.keys()):
        _header(it, schemas, f"{where}, header {name}", resolve(it.before, old[name]), resolve(it.after, new[name]))
    _links(it, where, before.get("links", {}), after.get("links", {}))
    waiter(it, before.get("x-waiter"), after.get("x-waiter"))
    it.rest(before, after, where, {"content", "headers", "links", "x-waiter"})


def _header(it: Findings, schemas: SchemaComparison, where: str, before: dict[str, Any], after: dict[str, Any]) -> None:
    it.required("header", where, before, after)
    schemas.compare(before.get("schema", {}), after.get("schema", {}), where)
    it.rest(before, after, where, {"required", "schema"})


def _links(it: Findings, where: str, before: dict[str, Any], after: dict[str, Any]) -> None:
    it.names("link", where, before.keys(), after.keys())
    for name in sorted(before.keys() & after.keys()):
        old, new = resolve(it.before, before[name]), resolve(it.after, after[name])
        for key in sorted((old.keys() | new.keys()) - {"description"}):
            if old.get(key) != new.get(key):
                it.add("link-changed", f"{where}, link {name}", key)
        it.texts(f"{where}, link {name}", old.get("description"), new.get("description"))
