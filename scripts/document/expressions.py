"""Runtime expressions, as links and the extensions use them, and the places that they speak of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from document.model import SCHEMA_LISTS, Document, Node, Operation

if TYPE_CHECKING:
    from collections.abc import Iterator

EXPRESSION = re.compile(r"\$[a-z]+\.[^\s}]+")
FORM = re.compile(r"\$(request|response)\.(?:(path|query|header)\.(.+)|body#((?:/.+)?))")


def expressions(value: Any) -> list[str]:
    """Returns the expressions in a value, which may be a text, a list or an object of them."""
    if isinstance(value, str):
        return EXPRESSION.findall(value)
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [expression for child in children for expression in expressions(child)]


def places(document: Document, schema: Node, pointer: str) -> Iterator[Node]:
    """Yields what schemas say of the place that a JSON pointer has in a value.

    Args:
        document: The document.
        schema: The schema of the value.
        pointer: The JSON pointer, empty for the value itself.
    """
    schema = document.resolve(schema)
    for key in SCHEMA_LISTS:
        for _, branch in schema.children(key):
            yield from places(document, branch, pointer)
    first, _, rest = pointer.removeprefix("/").partition("/")
    below = schema.get("items") if first.isdigit() else dict(schema.children("properties")).get(first)
    if not pointer:
        yield schema
    elif below:
        yield from places(document, below, f"/{rest}" if rest else "")


def problem(document: Document, operation: Operation, response: Node | None, expression: str) -> str | None:
    """Returns what is wrong with an expression; ``None`` if it speaks of something that the document describes.

    Args:
        document: The document.
        operation: The operation whose request the expression may speak of.
        response: The response that it may speak of, if any.
        expression: The expression.
    """
    parts = FORM.fullmatch(expression)
    if parts is None:
        return "$request or $response, and .path, .query, .header or .body#/ with a place"
    message, where, name, pointer = parts.groups()
    if message == "request" and where:
        named = [(node.value["in"], node.value["name"].lower()) for node in document.parameters(operation)]
        return None if (where, name.lower()) in named else f"a parameter of {operation.id} in the {where}"
    if where:
        headers = [name.lower() for name, _ in response.children("headers")] if response else []
        return None if name.lower() in headers and where == "header" else "a header of the response"
    holder = operation.node.get("requestBody") if message == "request" else response
    schemas = [content["schema"] for _, content in holder.children("content")] if holder else []
    if any(True for schema in schemas for _ in places(document, schema, pointer)):
        return None
    return f"a place in the body of the {message}"
