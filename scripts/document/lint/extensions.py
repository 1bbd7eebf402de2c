"""Rules of the keys that are the document's own; EXTENSIONS.md says what each means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import jsonschema_rs

from document.errors import codes_of
from document.lint.rule import Finding, found, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from document.model import Document, Node, Operation

TEXT = {"type": "string", "minLength": 1}
TEXTS = {"type": "array", "items": TEXT}
PLACE = {"type": "string", "pattern": r"^\$response\.body#/"}
POINTER = {"type": "string", "pattern": "^(/[^/]+)+$"}
SECONDS = {"type": "number", "exclusiveMinimum": 0}


def _closed(required: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }


PARTS = {"type": "array", "items": TEXT, "minItems": 1, "uniqueItems": True}
CITATION = _closed(
    {"source": TEXT, "basis": {"enum": ["captured", "documented", "inferred"]}},
    {"at": TEXT, "decision": TEXT, "gives": PARTS, "inferred": PARTS},
)
HEADERS = {"type": "object", "additionalProperties": _closed({"$ref": TEXT}), "minProperties": 1}

CITATIONS = {"oneOf": [CITATION, {"type": "array", "items": CITATION, "minItems": 2}]}

SHAPES: dict[str, dict[str, Any]] = {
    "x-source": CITATIONS,
    "x-error-kinds": {
        "type": "object",
        "additionalProperties": _closed({"description": TEXT}, {"retryable": {"const": True}}),
        "propertyNames": {"pattern": r"^[a-z]+(_[a-z]+)*$"},
        "minProperties": 1,
    },
    "x-error-kind": {"oneOf": [TEXT, {"type": "object", "additionalProperties": TEXT}]},
    "x-retryable": {"const": True},
    "x-resolutions": {
        "type": "array",
        "items": _closed(
            {"status": {"type": "integer"}, "code": TEXT, "text": TEXT, "x-source": CITATIONS}, {"message": TEXT}
        ),
        "minItems": 1,
    },
    "x-sources": {
        "type": "object",
        "additionalProperties": _closed(
            {"kind": TEXT, "rank": {"type": "integer", "minimum": 1}, "title": TEXT},
            {
                "version": {"type": "string", "pattern": r"^v\d(\.\d)?$"},
                "date": {"type": "string", "pattern": r"^\d{4}-\d\d(-\d\d)?(/\d{4}-\d\d)?$"},
                "commit": {"type": "string", "pattern": "^[0-9a-f]{7,40}$"},
                "url": {"type": "string", "pattern": "^https://"},
                "places": TEXT,
                "details": {"type": "boolean"},
            },
        ),
    },
    "x-headers": {
        "type": "object",
        "additionalProperties": _closed(
            {"description": TEXT, "headers": HEADERS, "x-source": {}}, {"codes": TEXTS, "optional": HEADERS}
        ),
    },
    "x-since": {"type": "string", "pattern": r"^v\d(\.\d)?$"},
    "x-module-scope": _closed(
        {
            "parameter": TEXT,
            "scopes": {"type": "array", "items": {"type": "string", "pattern": r"\{module\}"}, "minItems": 1},
            "modules": {"type": "object", "additionalProperties": TEXTS},
        },
        {"other": TEXTS},
    ),
    "x-waiter": _closed(
        {
            "name": TEXT,
            "state": PLACE,
            "pending": TEXTS,
            "success": TEXTS,
            "failure": TEXTS,
            "counts": {
                "type": "object",
                "additionalProperties": {"anyOf": [PLACE, _closed({"sum": POINTER, "each": PLACE})]},
                "required": ["total"],
            },
            "delay": _closed({"first": SECONDS, "longest": SECONDS}),
            "absent": {
                "type": "array",
                "items": _closed({"status": {"type": "integer"}}, {"code": TEXT, "empty_body": {"const": True}}),
            },
        },
        {
            "total_at_end": {"const": True},
            "retention": {"type": "string", "pattern": r"^P(\d+D)?(T(\d+H)?(\d+M)?)?$"},
            "result": PLACE,
        },
    ),
    "x-bodies": {"type": "object", "minProperties": 1, "propertyNames": {"pattern": r"^[a-z]+(_[a-z]+)*$"}},
    "x-response": TEXT,
}
"""The schema of each extension. An extension is one of these."""


def has_form(node: Node) -> bool:
    """Tell whether an extension is well-formed."""
    name = node.pointer.rpartition("/")[2]
    return jsonschema_rs.Draft202012Validator(SHAPES[name]).is_valid(node.value)


def holders(document: Document) -> dict[str, list[Node]]:
    """Return the nodes that each extension may belong to."""
    operations = [operation.node for operation in document.operations()]
    components = [node for _, node in document.components()]
    errors = [node for _, node in document.components("schemas") if codes_of(node.value)]
    resolutions = [entry for node in operations for _, entry in node.children("x-resolutions")]
    responses = [
        response
        for operation in document.operations()
        for status, response in document.responses(operation).items()
        if status == "200"
    ]
    return {
        "x-source": [
            *operations,
            *components,
            *resolutions,
            *(kind for _, kind in document.root.children("x-headers")),
        ],
        "x-headers": [document.root],
        "x-sources": [document.root],
        "x-error-kinds": [document.root],
        "x-error-kind": errors,
        "x-retryable": errors,
        "x-resolutions": operations,
        "x-since": operations,
        "x-module-scope": operations,
        "x-waiter": responses,
        "x-bodies": [link for _, node in document.components("responses") for _, link in node.children("links")],
        "x-response": [node for _, node in document.components("schemas")],
    }


def extensions(node: Node) -> Iterator[Node]:
    """Yield every extension at or below a node, except in the values of examples and in other extensions."""
    for key, child in node.children():
        if key.startswith("x-") and isinstance(node.value, dict):
            yield child
        elif key not in ("value", "default", "examples") or "schema" in node.value:
            yield from extensions(child)


@rule
def known_extension(document: Document) -> Iterator[Finding]:
    """A key that starts with x- is one that EXTENSIONS.md describes, where it says, in the form that it gives.

    Tools ignore unknown keys, so a misspelled or misplaced key has no effect.
    """
    allowed = {name: {node.pointer for node in nodes} for name, nodes in holders(document).items()}
    for node in extensions(document.root):
        holder, _, name = node.pointer.rpartition("/")
        if holder not in allowed.get(name, ()):
            yield Finding(node.pointer, name, f"one of {', '.join(SHAPES)}, in a place that EXTENSIONS.md names")
            continue
        for error in jsonschema_rs.Draft202012Validator(SHAPES[name]).iter_errors(node.value):
            yield Finding(node.pointer, error.message, f"{name} as EXTENSIONS.md has it")


@rule
def source(document: Document) -> Iterator[Finding]:
    """Every operation and every component says where it was read, in x-source.

    An unofficial description is only as good as its evidence, and x-source lets anyone check it.
    """
    for node in holders(document)["x-source"]:
        if "x-source" not in node.value:
            yield Finding(node.pointer, "no x-source", "a citation of openapi/sources.yaml")


@rule
def since(document: Document) -> Iterator[Finding]:
    """Every operation says in x-since which version brought it; below /crm the versions of its path start with it.

    The version in the path of a result is not the version of an operation: it is part of a URL from Zoho.
    """
    for operation in document.operations():
        node = operation.node.get("x-since")
        if node is None:
            yield Finding(operation.node.pointer, "no x-since", "the version that brought the operation")
        elif operation.path.startswith("/crm/") and (versions := _versions(document, operation))[:1] != [node.value]:
            yield found(node, f"the first of {versions}")


def _versions(document: Document, operation: Operation) -> list[str]:
    """Return the versions in the path of an operation, oldest first."""
    for parameter in document.parameters(operation):
        if parameter.value["name"] == "version":
            return list(document.resolve(parameter["schema"]).value.get("enum", []))
    return [part for part in operation.path.split("/") if part.startswith("v")]
