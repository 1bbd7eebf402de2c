"""JSON that the document's schemas allow, what may be wrong with it, and what the client promises to notice."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, NamedTuple

import jsonschema_rs
import schemathesis

from tests.support.spec import DOCUMENT, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hypothesis.strategies import SearchStrategy

SECRET = "1000.not-to-be-seen"
WRONG: tuple[Any, ...] = (True, 7, 7.5, SECRET, [], [SECRET], {}, {"code": SECRET})
"""Values of every JSON type but null; somewhere each is of a wrong one."""
REMOVED = object()
"""Stands for a value that is taken away with its key or place."""
MANY = 30
"""In how many places at most a value is changed."""
CHECKED = ("type", "properties", "required", "items", "additionalProperties", "$ref")
"""What the client checks of a schema, beside unions and constants, and dates and times."""

Place = tuple[str | int, ...]


class Answer(NamedTuple):
    """An answer that the document describes.

    Attributes:
        operation_id: The operation.
        status: The HTTP status.
        schema: What its JSON is; None if it has none.
        binary: Whether its body is bytes.
    """

    operation_id: str
    status: int
    schema: dict[str, Any] | None
    binary: bool

    def __str__(self) -> str:
        return f"{self.operation_id}-{self.status}"


def operations() -> Iterator[dict[str, Any]]:
    """Yields the operations."""
    for item in DOCUMENT["paths"].values():
        yield from item.values()


def answers() -> Iterator[Answer]:
    """Yields every answer of every operation."""
    for operation in operations():
        for status, response in operation["responses"].items():
            content = resolve(response).get("content", {})
            schema = content.get("application/json", {}).get("schema")
            binary = "application/octet-stream" in content
            yield Answer(operation["operationId"], int(status), schema, binary)


def values(schema: dict[str, Any]) -> SearchStrategy[Any]:
    """Returns JSON values that a schema of the document allows.

    Schemathesis makes them, as it makes the bodies of requests, so the schema is that of a request here.

    Args:
        schema: The schema.
    """
    body = {"required": True, "content": {"application/json": {"schema": schema}}}
    source = {
        "openapi": DOCUMENT["openapi"],
        "info": DOCUMENT["info"],
        "paths": {"/": {"post": {"requestBody": body, "responses": {"200": {"description": "Fine."}}}}},
        "components": {"schemas": DOCUMENT["components"]["schemas"]},
    }
    return schemathesis.openapi.from_dict(source)["/"]["POST"].as_strategy().map(lambda case: case.body)


def mutations(body: Any, turn: int) -> Iterator[tuple[Place, Any]]:
    """Yields copies of a value, each with one value in it taken away, null, or of another type, and where that is.

    Args:
        body: The value. What no schema names in it is left as it is.
        turn: Which other type it is; it is the next one at the next place. If there are very many places, also which
            part of them it is.
    """
    places = list(_places(body))
    parts = 1 + len(places) // MANY
    for index, place in enumerate(places[turn % parts :: parts]):
        for value in (REMOVED, None, WRONG[(turn + index) % len(WRONG)]):
            if place or value is not REMOVED:
                yield place, _changed(body, place, value)


@functools.cache
def _names() -> frozenset[str]:
    return frozenset(name for schema in DOCUMENT["components"]["schemas"].values() for name in _named(schema))


def _named(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for inner in [schema.get("items"), *schema.get("properties", {}).values()]:
            yield from _named(inner)


def _places(value: Any, at: Place = ()) -> Iterator[Place]:
    yield at
    if isinstance(value, dict):
        for key in value:
            if key in _names():
                yield from _places(value[key], (*at, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _places(item, (*at, index))


def _changed(value: Any, place: Place, new: Any) -> Any:
    if not place:
        return new
    step, *rest = place
    changed = value.copy()
    if rest or new is not REMOVED:
        changed[step] = _changed(value[step], tuple(rest), new)
    else:
        del changed[step]
    return changed


class Promise:
    """What the client promises to make of JSON that should be as a schema says.

    It checks types, required keys, null, constants, dates and times. It leaves open what Zoho may widen: enums,
    patterns, lengths and bounds. An error with a code that nobody documents is an error all the same.

    Args:
        schema: The schema.
    """

    def __init__(self, schema: dict[str, Any]) -> None:
        self._types = _validator(schema, exact=False)
        self._all = _validator(schema, exact=True)

    def must_take(self, body: Any) -> bool:
        """Returns whether the client has to take a body."""
        return self._all.is_valid(body)

    def must_refuse(self, body: Any) -> bool:
        """Returns whether the client has to refuse a body: a type is wrong, a key is missing, or null is wrong."""
        return not self._types.is_valid(body)

    def wrong_places(self, body: Any) -> list[Place]:
        """Returns where a body is wrong, or where a choice is that none of its schemas fits."""
        return [tuple(error.instance_path) for error in self._types.iter_errors(body)]


@functools.cache
def _constants() -> list[str]:
    return sorted({node["const"] for node in _nodes(DOCUMENT["components"]["schemas"]) if "const" in node})


def _nodes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
    for inner in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _nodes(inner)


def _validator(schema: dict[str, Any], *, exact: bool) -> jsonschema_rs.Draft202012Validator:
    schemas = {name: _open(inner, exact=exact) for name, inner in DOCUMENT["components"]["schemas"].items()}
    opened = {**_open(schema, exact=exact), "components": {"schemas": schemas}}
    return jsonschema_rs.Draft202012Validator(opened, validate_formats=True)


def _open(schema: dict[str, Any], *, exact: bool) -> dict[str, Any]:
    """Returns a schema without what the client leaves open, and if not exact, without any text that must be."""
    opened = {key: schema[key] for key in CHECKED if key in schema}
    if "properties" in opened:
        opened["properties"] = {name: _open(inner, exact=exact) for name, inner in opened["properties"].items()}
    if "items" in opened:
        opened["items"] = _open(opened["items"], exact=exact)
    if branches := schema.get("oneOf", schema.get("anyOf")):
        opened["anyOf"] = [_open(branch, exact=exact) for branch in branches]
    if exact and "const" in schema:
        opened["const"] = schema["const"]
    elif "const" in schema:  # a text that stands for something else chooses another branch of a union
        others = [text for text in _constants() if text != schema["const"]]
        opened |= {"type": "string", "not": {"enum": others}}
    if exact and schema.get("format") in ("date", "date-time"):
        opened["format"] = schema["format"]
    if exact and "minItems" in schema:  # an answer that is nothing but errors has one
        opened["minItems"] = schema["minItems"]
    return opened
