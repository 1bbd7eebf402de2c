"""A bundled document in memory, and the JSON pointer to every part of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
"""The keys of a path item that are operations."""
SCHEMA_MAPS = ("properties", "patternProperties", "$defs", "dependentSchemas")
SCHEMA_LISTS = ("oneOf", "anyOf", "allOf", "prefixItems")
SCHEMA_NODES = (
    "items",
    "additionalProperties",
    "not",
    "if",
    "then",
    "else",
    "contains",
    "propertyNames",
    "unevaluatedItems",
    "unevaluatedProperties",
)
"""The keywords of a schema that hold schemas: by name, in a list, or one. A boolean schema is ignored."""


class DocumentError(Exception):
    """A document or a file beside it cannot be used; the message says where and why."""


def step(pointer: str, *keys: object) -> str:
    """Return a JSON pointer, extended by some keys."""
    return pointer + "".join("/" + str(key).replace("~", "~0").replace("/", "~1") for key in keys)


def at(value: Any, pointer: str) -> Any:
    """Return the part of a value at a JSON pointer, with or without ``#`` in front.

    Raises LookupError or TypeError if there is none.
    """
    for key in pointer.removeprefix("#").split("/")[1:]:
        key = key.replace("~1", "/").replace("~0", "~")
        value = value[int(key) if isinstance(value, list) and key.isdecimal() else key]
    return value


def resolve(document: dict[str, Any], node: Any) -> Any:
    """Return a node of a bundled document, or the component that it refers to."""
    return Document(document).resolve(Node("", node)).value


@dataclass(frozen=True)
class Node:
    """A value of the document and the JSON pointer to it."""

    pointer: str
    value: Any

    @property
    def name(self) -> str:
        """The last key of the pointer, which is the name of a component."""
        return self.pointer.rpartition("/")[2]

    def __getitem__(self, key: str | int) -> Node:
        return Node(step(self.pointer, key), self.value[key])

    def get(self, key: str) -> Node | None:
        """Return the child at a key, ``None`` if this is no object or has no such key."""
        return self[key] if isinstance(self.value, dict) and key in self.value else None

    def children(self, key: str | None = None) -> Iterator[tuple[str, Node]]:
        """Yield the keys and children of this node, or of its child at ``key`` if there is one."""
        node = self if key is None else self.get(key)
        if node is not None and isinstance(node.value, dict):
            for name in node.value:
                yield str(name), node[name]
        elif node is not None and isinstance(node.value, list):
            for index in range(len(node.value)):
                yield str(index), node[index]


@dataclass(frozen=True)
class Operation:
    """An operation of the document."""

    path: str
    method: str
    node: Node

    @property
    def id(self) -> str:
        """The operationId, empty if there is none."""
        return str(self.node.value.get("operationId", ""))

    @property
    def tags(self) -> list[str]:
        """The names of the operation's tags."""
        return list(self.node.value.get("tags", []))


@dataclass(frozen=True)
class Content:
    """A request or response body of an operation: its media type object, with schema and examples.

    ``status`` is ``None`` for a request body.
    """

    operation: Operation
    status: str | None
    media_type: str
    node: Node


class Document:
    """A bundled document, without references to files."""

    def __init__(self, value: dict[str, Any]) -> None:
        self.value = value
        self.root = Node("#", value)

    @classmethod
    def read(cls, file: Path) -> Self:
        """Read a bundle in JSON."""
        return cls(json.loads(file.read_text("utf-8")))

    def resolve(self, node: Node) -> Node:
        """Return a node, or the component that it refers to."""
        while isinstance(node.value, dict) and isinstance(node.value.get("$ref"), str):
            node = Node(node.value["$ref"], at(self.value, node.value["$ref"]))
        return node

    def operations(self, tag: str | None = None) -> Iterator[Operation]:
        """Yield the operations in the order of the document; with ``tag``, only those of this tag."""
        for path, item in self.root.children("paths"):
            for method, node in item.children():
                operation = Operation(path, method, node)
                if method in METHODS and (tag is None or tag in operation.tags):
                    yield operation

    def operation(self, operation_id: str) -> Operation:
        """Return the operation with an operationId; raises KeyError if there is none."""
        return {operation.id: operation for operation in self.operations()}[operation_id]

    def tags(self) -> list[str]:
        """Return the names of the tags in the order of the document."""
        return [tag["name"].value for _, tag in self.root.children("tags")]

    def parameters(self, operation: Operation) -> list[Node]:
        """Return the parameters of an operation."""
        return [self.resolve(node) for _, node in operation.node.children("parameters")]

    def responses(self, operation: Operation) -> dict[str, Node]:
        """Return the responses of an operation by status."""
        return {status: self.resolve(node) for status, node in operation.node.children("responses")}

    def contents(self, *operations: Operation) -> Iterator[Content]:
        """Yield the bodies with a schema of these operations, requests first; of all operations if none is given."""
        for operation in operations or self.operations():
            for status, holder in ((None, operation.node.get("requestBody")), *self.responses(operation).items()):
                for media_type, node in holder.children("content") if holder else ():
                    if "schema" in node.value:
                        yield Content(operation, status, media_type, node)

    def examples(self, holder: Node) -> Iterator[tuple[str, Node]]:
        """Yield the keys and examples of a parameter or of a media type object."""
        for key, example in holder.children("examples"):
            yield key, self.resolve(example)

    def components(self, *kinds: str) -> Iterator[tuple[str, Node]]:
        """Yield the names and nodes of the components of these kinds; of all kinds if none is given."""
        for kind, named in self.root.children("components"):
            if not kinds or kind in kinds:
                yield from named.children()

    def schemas(self) -> Iterator[Node]:
        """Yield every schema in the document, including those within another one."""
        for key, node in self.root.children():
            if key == "components":
                for kind, named in node.children():
                    for _, component in named.children():
                        yield from each_schema(component) if kind == "schemas" else self._schemas_below(component)
            else:
                yield from self._schemas_below(node)

    def _schemas_below(self, node: Node) -> Iterator[Node]:
        for key, child in node.children():
            if key == "schema":
                yield from each_schema(child)
            elif key not in ("example", "examples", "links") and not key.startswith("x-"):
                yield from self._schemas_below(child)

    def reachable(self, node: Node) -> Iterator[Node]:
        """Yield a schema and every schema within it, each once, including those that it refers to."""
        pending, seen = [node], set()
        while pending:
            schema = self.resolve(pending.pop())
            if schema.pointer not in seen:
                seen.add(schema.pointer)
                yield schema
                pending += subschemas(schema)

    def branches(self, schema: Node) -> list[Node]:
        """Return the alternatives of a schema, nested ones included; the schema itself if it has none."""
        schema = self.resolve(schema)
        branches = [branch for key in ("oneOf", "anyOf") for _, branch in schema.children(key)]
        return [leaf for branch in branches for leaf in self.branches(branch)] or [schema]


def subschemas(schema: Node) -> list[Node]:
    """Return the schemas directly below a schema."""
    found = [child for key in (*SCHEMA_MAPS, *SCHEMA_LISTS) for _, child in schema.children(key)]
    found += [child for key in SCHEMA_NODES if (child := schema.get(key))]
    return [node for node in found if isinstance(node.value, dict)]


def each_schema(schema: Node) -> Iterator[Node]:
    """Yield a schema and every schema written within it."""
    yield schema
    for child in subschemas(schema):
        yield from each_schema(child)
