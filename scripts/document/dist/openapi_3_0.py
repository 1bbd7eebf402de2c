"""Converts the bundled document for tools that cannot read it as it is."""

from __future__ import annotations

from typing import Any

from document.model import DocumentError
from document.model import SCHEMA_LISTS, SCHEMA_MAPS, SCHEMA_NODES, Document, Node, step

SAME_IN_3_0 = {
    "$ref",
    "additionalProperties",
    "allOf",
    "anyOf",
    "default",
    "deprecated",
    "description",
    "discriminator",
    "enum",
    "format",
    "items",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "multipleOf",
    "not",
    "oneOf",
    "pattern",
    "properties",
    "readOnly",
    "required",
    "title",
    "uniqueItems",
    "writeOnly",
}
"""The keywords of a schema that OpenAPI 3.0 has too, with the same meaning."""

SECTIONS_OF_3_0: dict[str, set[str] | None] = {
    "openapi": None,
    "info": {"title", "summary", "version", "description", "license", "contact", "termsOfService"},
    "servers": None,
    "tags": None,
    "security": None,
    "paths": None,
    "components": {"schemas", "responses", "parameters", "examples", "headers", "links", "securitySchemes"},
}
"""The sections of a document that can be converted and, where that differs from version to version, their keys."""


def dereference(document: dict[str, Any]) -> dict[str, Any]:
    """Writes every component in the place of the references to it.

    A schema loses its name: as a title it would stand in many places, and generators would see many types of one name.
    A discriminator goes, since it tells branches apart by their references; the constants in the branches say the same.

    Args:
        document: The bundled document.

    Returns:
        The same document without a reference.

    Raises:
        DocumentError: A schema holds itself, which cannot be written without references.
    """
    source = Document(document)

    def copy(node: Node, within: tuple[str, ...]) -> Any:
        if isinstance(node.value, list):
            return [copy(child, within) for _, child in node.children()]
        if not isinstance(node.value, dict):
            return node.value
        target = source.resolve(node)
        if target is node:
            return {key: copy(child, within) for key, child in node.children() if not _is_discriminator(key, child)}
        if target.pointer in within:
            raise DocumentError(f"{target.pointer}: this holds itself, which cannot be written without references")
        return copy(target, (*within, target.pointer))

    dereferenced: dict[str, Any] = {
        key: copy(child, ()) for key, child in source.root.children() if key != "components"
    }
    dereferenced["components"] = {"securitySchemes": document["components"]["securitySchemes"]}
    return dereferenced


def _is_discriminator(key: str, node: Node) -> bool:
    return key == "discriminator" and "propertyName" in node.value


def to_3_0(document: dict[str, Any]) -> dict[str, Any]:
    """Converts a document of OpenAPI 3.1 to one of OpenAPI 3.0.3 that allows the same.

    Args:
        document: The bundled document.

    Returns:
        The converted document.

    Raises:
        DocumentError: The document has something that OpenAPI 3.0 does not have and that has no conversion here.
    """
    source = Document(document)
    for section, node in source.root.children():
        keys = SECTIONS_OF_3_0.get(section)
        unknown = [child for key, child in node.children() if keys is not None and key not in keys]
        for lost in unknown if section in SECTIONS_OF_3_0 else [node]:
            raise DocumentError(f"{lost.pointer}: OpenAPI 3.0 has no such key, and there is no conversion for it")
    schemas = {node.pointer for node in source.schemas()}

    def copy(node: Node) -> Any:
        if node.pointer in schemas:
            return _schema_of_3_0(node, copy)
        if isinstance(node.value, list):
            return [copy(child) for _, child in node.children()]
        if not isinstance(node.value, dict):
            return node.value
        if "$ref" in node.value and len(node.value) > 1:
            raise DocumentError(f"{node.pointer}: OpenAPI 3.0 allows no other key beside $ref")
        return {key: copy(child) for key, child in node.children()}

    converted: dict[str, Any] = copy(source.root)
    return {**converted, "openapi": "3.0.3", "info": _info_of_3_0(converted["info"])}


def _info_of_3_0(info: dict[str, Any]) -> dict[str, Any]:
    """Puts the summary in front of the description, and the licence's identifier into its URL."""
    info = dict(info)
    description = "\n\n".join(info[key] for key in ("summary", "description") if key in info)
    info.pop("summary", None)
    if description:
        info["description"] = description
    if "identifier" in info.get("license", {}):
        licence = dict(info["license"])
        licence["url"] = f"https://spdx.org/licenses/{licence.pop('identifier')}.html"
        info["license"] = licence
    return info


def _schema_of_3_0(node: Node, copy: Any) -> dict[str, Any]:
    if "$ref" in node.value and len(node.value) > 1:
        raise DocumentError(f"{node.pointer}: OpenAPI 3.0 allows no other key beside $ref")
    schema: dict[str, Any] = {}
    for key, value in node.value.items():
        if key == "type":
            schema.update(_type_of_3_0(node, value))
        elif key == "const":
            schema["enum"] = [value]
        elif key == "examples":
            schema["example"] = value[0]
        elif key in SAME_IN_3_0 and not (isinstance(value, bool) and key in ("items", "not")):
            schema[key] = copy(node[key]) if key in (*SCHEMA_MAPS, *SCHEMA_LISTS, *SCHEMA_NODES) else value
        elif key.startswith("x-"):
            schema[key] = value
        else:
            raise DocumentError(f"{step(node.pointer, key)}: OpenAPI 3.0 has no such keyword, and there is no conversion")
    if others := node.value.get("examples", [])[1:]:
        text = f"Other examples: {', '.join(f'`{example}`' for example in others)}."
        schema["description"] = " ".join([*([schema["description"]] if "description" in schema else []), text])
    return schema


def _type_of_3_0(node: Node, types: str | list[str]) -> dict[str, Any]:
    """Returns the one type, nullable if null is another one. Null alone is an object that can only be null."""
    names = [types] if isinstance(types, str) else types
    others = [name for name in names if name != "null"]
    if not others:
        return {"type": "object", "nullable": True, "enum": [None]}
    if len(others) > 1:
        raise DocumentError(f"{step(node.pointer, 'type')}: OpenAPI 3.0 has one type beside null, and here are {others}")
    return {"type": others[0], **({"nullable": True} if "null" in names else {})}
