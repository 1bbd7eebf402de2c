"""Fuzzing data: valid JSON, mutations of it, and whether the client must accept or reject each."""

from __future__ import annotations

import functools
import json
from typing import TYPE_CHECKING, Any, NamedTuple

import jsonschema_rs
import schemathesis

from tests.support.spec import DOCUMENT, OPERATIONS, resolve, responses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hypothesis.strategies import SearchStrategy

SECRET = "1000.not-to-be-seen"
WRONG: tuple[Any, ...] = (True, 7, 7.5, SECRET, [], [SECRET], {}, {"code": SECRET})
"""Values of every JSON type but null; each has the wrong type somewhere."""
REMOVED = object()
"""Stands for a value that is removed with its key or place."""
MANY = 30
"""The maximum number of places in which a value is changed."""
CHECKED = ("type", "properties", "required", "items", "additionalProperties", "$ref")
"""The keywords that the client checks, besides unions, constants, dates and times."""

Place = tuple[str | int, ...]


class ResponseSpec(NamedTuple):
    """A response that the document describes.

    Attributes:
        operation_id: The operation.
        status: The HTTP status.
        schema: The schema of the JSON body; None if the body is no JSON.
        binary: Whether the body is bytes.
    """

    operation_id: str
    status: int
    schema: dict[str, Any] | None
    binary: bool

    def __str__(self) -> str:
        return f"{self.operation_id}-{self.status}"

    @property
    def kind(self) -> tuple[bool, ...]:
        """What decides how the client reads the response."""
        resolved = resolve(self.schema or {})
        return (
            self.status < 300,
            self.status == 404,
            self.schema is not None,
            self.binary,
            OPERATIONS[self.operation_id][1]["tags"] == ["oauth"],
            "data" in resolved.get("properties", {}),
            "oneOf" in resolved,
        )


def response_specs() -> Iterator[ResponseSpec]:
    """Yield every response of every operation."""
    for name in OPERATIONS:
        for status, response in responses(name).items():
            contents = response.get("content", {})
            schema = contents.get("application/json", {}).get("schema")
            yield ResponseSpec(name, status, schema, "application/octet-stream" in contents)


def values(schema: dict[str, Any]) -> SearchStrategy[Any]:
    """Return the JSON values that a schema of the document allows.

    Schemathesis makes the bodies of requests, so the schema becomes that of a request.
    """
    return _values(json.dumps(schema))


@functools.cache
def _values(schema: str) -> SearchStrategy[Any]:
    body = {"required": True, "content": {"application/json": {"schema": json.loads(schema)}}}
    source = {
        "openapi": DOCUMENT["openapi"],
        "info": DOCUMENT["info"],
        "paths": {"/": {"post": {"requestBody": body, "responses": {"200": {"description": "Fine."}}}}},
        "components": {"schemas": DOCUMENT["components"]["schemas"]},
    }
    return schemathesis.openapi.from_dict(source)["/"]["POST"].as_strategy().map(lambda case: case.body)


def mutations(body: Any, turn: int) -> Iterator[tuple[Place, Any]]:
    """Yield copies of a body, each with one value removed, null or of another type, and the place of that value.

    Keys that no schema names stay as they are. ``turn`` selects the other type, which differs from place to place, and
    in a very large body the part that is changed.
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


class Expectation:
    """Whether the client must accept or reject JSON, by a schema.

    The client checks types, required keys, null, constants, dates and times. It leaves open what Zoho may widen: enums,
    patterns, lengths and bounds. An error with an undocumented code is still an error.
    """

    def __init__(self, schema: dict[str, Any]) -> None:
        self._types = _validator(schema, exact=False)
        self._all = _validator(schema, exact=True)
        documented = {**schema, "components": DOCUMENT["components"]}
        self._documented = jsonschema_rs.Draft202012Validator(documented, validate_formats=True)

    def must_accept(self, body: Any) -> bool:
        """Return whether a body keeps to the schema."""
        return self._all.is_valid(body)

    def must_send(self, body: Any) -> bool:
        """Return whether a body is documented: of a request, the client rejects other ids and values of lists too."""
        return self._documented.is_valid(body)

    def must_reject(self, body: Any) -> bool:
        """Return whether a type is wrong, a key is missing, or a value must not be null."""
        return not self._types.is_valid(body)

    def wrong_places(self, body: Any) -> list[Place]:
        """Return the places that are wrong, or that fit none of several schemas."""
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
    opened = {**_open(schema, exact=exact), "components": {"schemas": _components(exact=exact)}}
    return jsonschema_rs.Draft202012Validator(opened, validate_formats=True)


@functools.cache
def _components(*, exact: bool) -> dict[str, Any]:
    return {name: _open(schema, exact=exact) for name, schema in DOCUMENT["components"]["schemas"].items()}


def _open(schema: dict[str, Any], *, exact: bool) -> dict[str, Any]:
    """Return a schema without what the client leaves open and, unless exact, without constants."""
    opened = {key: schema[key] for key in CHECKED if key in schema}
    if "properties" in opened:
        opened["properties"] = {name: _open(inner, exact=exact) for name, inner in opened["properties"].items()}
    if "items" in opened:
        opened["items"] = _open(opened["items"], exact=exact)
    if branches := schema.get("oneOf", schema.get("anyOf")):
        opened["anyOf"] = [_open(branch, exact=exact) for branch in branches]
    if exact and "const" in schema:
        opened["const"] = schema["const"]
    elif "const" in schema:  # another known constant selects another branch of a union
        others = [text for text in _constants() if text != schema["const"]]
        opened |= {"type": "string", "not": {"enum": others}}
    if exact and schema.get("format") in ("date", "date-time"):
        opened["format"] = schema["format"]
    if exact and "minItems" in schema:  # a response of errors only has at least one
        opened["minItems"] = schema["minItems"]
    return opened
