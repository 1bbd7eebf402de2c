"""The errors of the API: those that a schema allows, and those in a body. Only this module reads their envelope."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from document.model import Document, Node


class ErrorSchema(NamedTuple):
    """An error that a body may hold, by its code.

    ``among_successes`` tells whether the error may stand in ``data`` beside successes.
    """

    code: str
    schema: Node
    among_successes: bool = False


def is_error(schema: dict[str, Any]) -> bool:
    """Tell whether a schema is an error of the API."""
    return bool(schema.get("properties", {}).get("status", {}).get("const") == "error")


def is_oauth_error(schema: dict[str, Any]) -> bool:
    """Tell whether a schema is an error of the accounts server, which has a list of codes and no envelope."""
    return "enum" in schema.get("properties", {}).get("error", {})


def codes_of(schema: dict[str, Any]) -> list[str]:
    """Return the codes of an error schema, of the API or of the accounts server; none for any other schema."""
    properties = schema.get("properties", {})
    if is_error(schema):
        return [str(properties["code"]["const"])] if "const" in properties.get("code", {}) else []
    return list(properties["error"]["enum"]) if is_oauth_error(schema) else []


def kinds_of(schema: dict[str, Any]) -> dict[str, str]:
    """Return the kind of each code of an error schema that has one."""
    kind = schema.get("x-error-kind", {})
    return dict.fromkeys(codes_of(schema), kind) if isinstance(kind, str) else dict(kind)


def error_schemas(document: Document, schema: Node) -> Iterator[ErrorSchema]:
    """Yield the errors that a body of this schema may hold, at top level or in ``data``."""
    for branch in document.branches(schema):
        yield from (ErrorSchema(code, branch) for code in codes_of(branch.value))
        data = dict(branch.children("properties")).get("data")
        items = data.get("items") if data else None
        inner = document.branches(items) if items else []
        mixed = not all(codes_of(item.value) for item in inner)
        yield from (ErrorSchema(code, item, mixed) for item in inner for code in codes_of(item.value))


def errors_in(body: Any) -> list[dict[str, Any]]:
    """Return every error in a body, including those in ``data``; one of the accounts server as ``{"code": ...}``."""
    if isinstance(body, dict) and "error" in body:
        return [{"code": body["error"]}]
    return [item for item in _items(body) if isinstance(item, dict) and item.get("status") == "error"]


def error_in(body: Any) -> dict[str, Any] | None:
    """Return the error in a body, or the first one if ``data`` holds only errors; else ``None``."""
    errors = errors_in(body)
    return errors[0] if errors and len(errors) == len(_items(body)) else None


def _items(body: Any) -> list[Any]:
    return body["data"] if isinstance(body, dict) and isinstance(body.get("data"), list) else [body]
