"""The forms of the document in ``openapi/dist/``, for tools that cannot read it as it is."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from document.derive import drop_unused
from document.bundle import to_json, to_yaml
from document.model import SCHEMA_LISTS, SCHEMA_MAPS, SCHEMA_NODES, Document, DocumentError, Node, step

NAME = "zoho-crm-jobs"
BANNER = "# Made from openapi/openapi.yaml by scripts/generate. Do not edit.\n"

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
"""The keywords of a schema that have the same meaning in OpenAPI 3.0."""

SECTIONS_OF_3_0: dict[str, set[str] | None] = {
    "openapi": None,
    "info": {"title", "summary", "version", "description", "license", "contact", "termsOfService"},
    "servers": None,
    "tags": None,
    "security": None,
    "paths": None,
    "components": {"schemas", "responses", "parameters", "examples", "headers", "links", "securitySchemes"},
    "x-error-kinds": None,
    "x-headers": None,
    "x-sources": None,
}
"""The sections that can be converted, with their keys if OpenAPI 3.0 has fewer of them."""


def forms(document: dict[str, Any]) -> dict[str, str]:
    """Return the text of every form of the bundled document, by the name of its file."""
    return {
        f"{NAME}.yaml": BANNER + to_yaml(document),
        f"{NAME}.json": to_json(document),
        f"{NAME}-dereferenced.json": to_json(dereference(document)),
        f"{NAME}-3.0.json": to_json(to_3_0(document)),
    }


def dereference(document: dict[str, Any]) -> dict[str, Any]:
    """Return the bundled document with every reference replaced by its component.

    Schemas lose their names: as titles, the names would repeat, and generators would see many types of one name.
    Discriminators go, since they need references; the constants in the branches say the same.
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
            raise DocumentError(f"{target.pointer}: a schema that contains itself cannot be dereferenced")
        return copy(target, (*within, target.pointer))

    dereferenced: dict[str, Any] = {
        key: copy(child, ()) for key, child in source.root.children() if key != "components"
    }
    dereferenced["components"] = {"securitySchemes": document["components"]["securitySchemes"]}
    return dereferenced


def _is_discriminator(key: str, node: Node) -> bool:
    return key == "discriminator" and "propertyName" in node.value


def to_3_0(document: dict[str, Any]) -> dict[str, Any]:
    """Return the bundled document in OpenAPI 3.0.3, which allows the same values, and a few more in ``data``."""
    source = Document(_with_one_list(document))
    for section, node in source.root.children():
        keys = SECTIONS_OF_3_0.get(section)
        unknown = [child for key, child in node.children() if keys is not None and key not in keys]
        for lost in unknown if section in SECTIONS_OF_3_0 else [node]:
            raise DocumentError(f"{lost.pointer}: OpenAPI 3.0 has no such key, and there is no conversion")
    schemas = {node.pointer for node in source.schemas()}

    def copy(node: Node) -> Any:
        if node.pointer in schemas:
            return _schema_of_3_0(node, copy) | _shared_properties(source, node)
        if isinstance(node.value, list):
            return [copy(child) for _, child in node.children()]
        if not isinstance(node.value, dict):
            return node.value
        if "$ref" in node.value and len(node.value) > 1:
            raise DocumentError(f"{node.pointer}: OpenAPI 3.0 allows no other key beside $ref")
        return {key: copy(child) for key, child in node.children()}

    converted: dict[str, Any] = copy(source.root)
    return {**converted, "openapi": "3.0.3", "info": _info_of_3_0(converted["info"])}


def _with_one_list(document: dict[str, Any]) -> dict[str, Any]:
    """Return the document with one branch in place of all branches of a choice that only have ``data``.

    Most clients that are made from a 3.0 document try the branches by their required keys. They would take a job for an
    outcome of records, and lose its id. The items of one list are told apart by their code, or else by their details.
    """
    copy = deepcopy(document)
    source = Document(copy)
    for schema in list(source.schemas()):
        branches = [branch for _, branch in schema.children("oneOf")]
        lists = [branch for branch in branches if list(source.resolve(branch).value.get("properties", ())) == ["data"]]
        if len(lists) > 1:
            others = [branch.value for branch in branches if branch not in lists]
            merged = {"$ref": _add_list(source, [source.resolve(branch) for branch in lists])}
            schema.value.clear()
            schema.value.update({"oneOf": [*others, merged]} if others else merged)
    if copy != document:
        drop_unused(copy)
    return copy


def _add_list(source: Document, lists: list[Node]) -> str:
    """Add a schema whose ``data`` may have the items of each of these schemas, and return the reference to it."""
    arrays = [node["properties"]["data"] for node in lists]
    by_code: dict[str, list[Node]] = {}
    for array in arrays:
        for item in source.branches(array["items"]):
            by_code.setdefault(item["properties"]["code"]["const"].value, []).append(item)
    mapping = {code: _add_item(source, items) for code, items in by_code.items()}
    choice = {"oneOf": [{"$ref": reference} for reference in mapping.values()]}
    data = {
        "type": "array",
        "description": " Or: ".join(array["description"].value for array in arrays),
        "minItems": min(array["minItems"].value for array in arrays),
        "maxItems": max(array["maxItems"].value for array in arrays),
        "items": {**choice, "discriminator": {"propertyName": "code", "mapping": mapping}},
    }
    return _add_schema(source, lists, {"properties": {"data": data}})


def _add_item(source: Document, items: list[Node]) -> str:
    """Add a schema for the items with one code, unless there is only one, and return the reference to it."""
    if len(items) == 1:
        return items[0].pointer
    details = {"oneOf": [item["properties"]["details"].value for item in items]}
    return _add_schema(source, items, {"properties": {**items[0]["properties"].value, "details": details}})


def _add_schema(source: Document, nodes: list[Node], changes: dict[str, Any]) -> str:
    """Add a schema like the first of these, named and described after all, and return the reference to it."""
    name = "Or".join(node.name for node in nodes)
    description = " Or: ".join(node["description"].value for node in nodes)
    source.value["components"]["schemas"][name] = {**nodes[0].value, "description": description, **changes}
    return f"#/components/schemas/{name}"


def _info_of_3_0(info: dict[str, Any]) -> dict[str, Any]:
    """Put the summary in front of the description, and replace the license's identifier by a URL."""
    info = dict(info)
    description = "\n\n".join(info[key] for key in ("summary", "description") if key in info)
    info.pop("summary", None)
    if description:
        info["description"] = description
    if "identifier" in info.get("license", {}):
        license_ = dict(info["license"])
        license_["url"] = f"https://spdx.org/licenses/{license_.pop('identifier')}.html"
        info["license"] = license_
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
            raise DocumentError(
                f"{step(node.pointer, key)}: OpenAPI 3.0 has no such keyword, and there is no conversion"
            )
    if others := node.value.get("examples", [])[1:]:
        text = f"Other examples: {', '.join(f'`{example}`' for example in others)}."
        schema["description"] = " ".join([*([schema["description"]] if "description" in schema else []), text])
    return schema


def _shared_properties(source: Document, node: Node) -> dict[str, Any]:
    """Return the type of each property that the branches of a choice describe differently.

    openapi-generator's PHP client makes one class of a choice. Without these types it checks every code against the
    constant of the last branch, and decodes all details as those of that branch.
    """
    found: dict[str, list[Node]] = {}
    for branch in source.branches(node) if "oneOf" in node.value else []:
        for name, schema in branch.children("properties"):
            found.setdefault(name, []).append(schema)
    shared = {}
    for name, schemas in found.items():
        types = [branch.value.get("type") for schema in schemas for branch in source.branches(schema)]
        if types in (["string"] * len(types), ["object"] * len(types)) and any(
            schema.value != schemas[0].value for schema in schemas
        ):
            shared[name] = {"type": types[0]}
    # Redocly rejects the other keys of the branches unless they are allowed here too.
    return {"type": "object", "properties": shared, "additionalProperties": True} if shared else {}


def _type_of_3_0(node: Node, types: str | list[str]) -> dict[str, Any]:
    """Return the one type beside null; null alone becomes an object that can only be null."""
    names = [types] if isinstance(types, str) else types
    others = [name for name in names if name != "null"]
    if not others:
        return {"type": "object", "nullable": True, "enum": [None]}
    if len(others) > 1:
        raise DocumentError(f"{step(node.pointer, 'type')}: {others}: OpenAPI 3.0 allows one type beside null")
    return {"type": others[0], **({"nullable": True} if "null" in names else {})}
