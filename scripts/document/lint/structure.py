"""Rules of paths and schemas."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from document.lint.rule import Finding, found, rule
from document.lint.validation import validator
from document.model import SCHEMA_LISTS, SCHEMA_MAPS, SCHEMA_NODES, Document, Node, step

if TYPE_CHECKING:
    from collections.abc import Iterator

SEMANTIC_VERSION = r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?"

KEYWORDS = {
    *("$ref", "additionalProperties", "allOf", "anyOf", "const", "default", "deprecated", "description"),
    *("discriminator", "enum", "examples", "exclusiveMaximum", "exclusiveMinimum", "format", "items", "maxItems"),
    *("maxLength", "maxProperties", "maximum", "minItems", "minLength", "minProperties", "minimum", "multipleOf"),
    *("not", "oneOf", "pattern", "properties", "readOnly", "required", "title", "type", "uniqueItems", "writeOnly"),
}
"""The keywords of a schema that the document may use."""


@rule
def plain_form(document: Document) -> Iterator[Finding]:
    """The document uses the plain form if OpenAPI has several forms for one thing.

    A schema is an object, a parameter has a schema and an example has a value. Other forms add no meaning, but every
    tool would have to support them.
    """
    for schema in document.schemas():
        for node in _below(schema):
            if not isinstance(node.value, dict):
                yield found(node, "a schema that is an object")
    parameters = [parameter for operation in document.operations() for parameter in document.parameters(operation)]
    for parameter in parameters:
        if "schema" not in parameter.value:
            yield Finding(parameter.pointer, "no schema", "a schema")
    holders = [*parameters, *(content.node for content in document.contents())]
    referred = [document.resolve(example) for holder in holders for _, example in holder.children("examples")]
    for example in [*referred, *(example for _, example in document.components("examples"))]:
        if "value" not in example.value:
            yield Finding(example.pointer, "no value", "a value")


def _below(schema: Node) -> Iterator[Node]:
    """Yield a schema and its direct subschemas."""
    yield schema
    for key in (*SCHEMA_MAPS, *SCHEMA_LISTS):
        yield from (node for _, node in schema.children(key))
    for key in SCHEMA_NODES:
        node = schema.get(key)
        if node and key != "additionalProperties":
            yield node


@rule
def semantic_version(document: Document) -> Iterator[Finding]:
    """The document's version is a semantic one.

    Other teams pin the document by its version, independently of any package.
    """
    version = document.root["info"]["version"]
    if not re.fullmatch(SEMANTIC_VERSION, version.value):
        yield found(version, "major.minor.patch, as semver.org has it")


@rule
def unambiguous_path(document: Document) -> Iterator[Finding]:
    """Of two paths that fit the same URL, one is the more concrete.

    OpenAPI says to try the more concrete path first. If neither is more concrete, the choice depends on the tool.
    """
    for one, other in combinations((path for path, _ in document.root.children("paths")), 2):
        pairs = list(zip(one.split("/"), other.split("/"), strict=False))
        if one.count("/") != other.count("/") or not all(
            _fits(document, one, a, b) and _fits(document, other, b, a) for a, b in pairs
        ):
            continue
        templated = {("{" in a, "{" in b) for a, b in pairs}
        if len(templated & {(True, False), (False, True)}) != 1:
            yield Finding(step("#/paths", other), repr(other), f"a path that fits no URL of {one}")


def _fits(document: Document, path: str, part: str, text: str) -> bool:
    """Tell whether a part of a path fits a text; a parameter fits every text that its schema allows."""
    if "{" not in part or "{" in text:
        return part == text or "{" in text
    schemas = [
        parameter["schema"]
        for operation in document.operations()
        for parameter in document.parameters(operation)
        if operation.path == path and f"{{{parameter.value['name']}}}" == part
    ]
    return any(validator(document, schema).is_valid(text) for schema in schemas)


@rule
def known_keyword(document: Document) -> Iterator[Finding]:
    """A schema has only keywords that are known here.

    JSON Schema ignores unknown keywords, so an error goes unnoticed: a misspelled keyword, or text that a comma splits.
    """
    for schema in document.schemas():
        for key, node in schema.children():
            if key not in KEYWORDS and not key.startswith("x-"):
                yield Finding(node.pointer, repr(key), "a keyword of JSON Schema that the document uses")


@rule
def required_property(document: Document) -> Iterator[Finding]:
    """A property that a schema requires is one that it describes.

    Otherwise the name is misspelled in one of the two places.
    """
    for schema in document.schemas():
        for _, name in schema.children("required"):
            if name.value not in schema.value.get("properties", {}):
                yield found(name, "a property of the schema")


def objects(document: Document, schemas: list[Node]) -> Iterator[Node]:
    """Yield each schema of an object within schemas once."""
    seen = set()
    for schema in schemas:
        for node in document.reachable(schema):
            if node.value.get("type") == "object" and node.pointer not in seen:
                seen.add(node.pointer)
                yield node


@rule
def closed_request(document: Document) -> Iterator[Finding]:
    """An object in a request says whether it takes keys that it does not name.

    With additionalProperties: false, a misspelled key is an error before the request is sent. True is for records,
    whose fields differ between organizations, for forms with files, and for schemas that responses share.
    """
    requests = [content.node["schema"] for content in document.contents() if content.status is None]
    for node in objects(document, requests):
        if not isinstance(node.value.get("additionalProperties"), bool):
            yield Finding(node.pointer, "no additionalProperties", "false, or true where it is open on purpose")


@rule
def open_response(document: Document) -> Iterator[Finding]:
    """No object in a response is closed.

    Zoho adds keys to its responses without a new version. A client that rejects unknown keys breaks on that day.
    """
    responses = [content.node["schema"] for content in document.contents() if content.status]
    for node in objects(document, responses):
        if node.value.get("additionalProperties") is False:
            yield Finding(step(node.pointer, "additionalProperties"), "false", "a response that may have other keys")


@rule
def path_parameter_plain(document: Document) -> Iterator[Finding]:
    """A parameter in a path has a schema of one type, without alternatives.

    Generators make a class of a choice and write its name or address into the path instead of the value.
    """
    for _, parameter in document.components("parameters"):
        if parameter.value["in"] == "path" and not isinstance(
            document.resolve(parameter["schema"]).value.get("type"), str
        ):
            keys = ", ".join(document.resolve(parameter["schema"]).value)
            yield Finding(parameter.pointer, keys, "one type")
