"""Runtime expressions, as links and extensions use them: their values, their schemas, and their errors."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from document.model import SCHEMA_LISTS, Document, Node, Operation, at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

EXPRESSION = re.compile(r"\$[a-z]+\.[^\s}]+")
EMBEDDED = re.compile(r"\{(\$[^}]+)\}")
FORM = re.compile(r"\$(request|response)\.(?:(path|query|header)\.(.+)|body#((?:/.+)?))")


@dataclass(frozen=True)
class Exchange:
    """The parts of a request and of its response that expressions can name."""

    path: Mapping[str, Any] = field(default_factory=dict)
    query: Mapping[str, Any] = field(default_factory=dict)
    request: Any = None
    response: Any = None


def expressions(value: Any) -> list[str]:
    """Return the expressions in a text, or in a list or object of texts."""
    if isinstance(value, str):
        return EXPRESSION.findall(value)
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [expression for child in children for expression in expressions(child)]


def evaluate(expression: str, exchange: Exchange) -> Any:
    """Return the value of an expression, or of a text with expressions in braces; ``None`` if there is no value."""
    if not expression.startswith("$"):
        return EMBEDDED.sub(lambda found: str(evaluate(found[1], exchange)), expression)
    parts = FORM.fullmatch(expression)
    if parts is None:
        raise ValueError(f"{expression}: expected an expression of the form {FORM.pattern}")
    message, place, name, pointer = parts.groups()
    if place:
        return {"path": exchange.path, "query": exchange.query}[place].get(name)
    return value_at(exchange.request if message == "request" else exchange.response, pointer)


def count_of(place: str | dict[str, str], exchange: Exchange) -> Any:
    """Return a count of an ``x-waiter``, at an expression or the sum over entries; ``None`` if there is none."""
    if isinstance(place, str):
        return evaluate(place, exchange)
    entries = evaluate(place["each"], exchange)
    counts = [value_at(entry, place["sum"]) for entry in entries] if isinstance(entries, list) else []
    known = [count for count in counts if count is not None]
    return sum(known) if known and all(isinstance(count, int) for count in known) else None


def value_at(body: Any, pointer: str, default: Any = None) -> Any:
    """Return the part of a body at a JSON pointer, ``default`` if there is none."""
    try:
        return at(body, pointer)
    except (LookupError, TypeError):
        return default


def schemas_at(document: Document, schema: Node, pointer: str) -> Iterator[Node]:
    """Yield the schemas of the place that a JSON pointer has in a value; an empty pointer is the value itself."""
    schema = document.resolve(schema)
    for key in SCHEMA_LISTS:
        for _, branch in schema.children(key):
            yield from schemas_at(document, branch, pointer)
    first, _, rest = pointer.removeprefix("/").partition("/")
    below = schema.get("items") if first.isdigit() else dict(schema.children("properties")).get(first)
    if not pointer:
        yield schema
    elif below:
        yield from schemas_at(document, below, f"/{rest}" if rest else "")


def expected_instead(document: Document, operation: Operation, response: Node | None, expression: str) -> str | None:
    """Return what was expected instead of an expression, ``None`` if the document describes what it names.

    The expression may name parts of the request of ``operation`` and of ``response``, if there is one.
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
    if any(True for schema in schemas for _ in schemas_at(document, schema, pointer)):
        return None
    return f"a place in the body of the {message}"
