"""A bundled document, and where in it everything stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


class DocumentError(Exception):
    """The document, or a file about it, cannot be used; the message says where and why."""


METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
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
"""The keywords of a schema that hold schemas: by name, in a list, or one. (One that is a boolean is left out.)"""


def step(pointer: str, *keys: object) -> str:
    """Returns the JSON pointer to what has these keys below a pointer."""
    return pointer + "".join("/" + str(key).replace("~", "~0").replace("/", "~1") for key in keys)


def resolve(document: dict[str, Any], node: dict[str, Any]) -> Any:
    """Returns what a node of a bundled document is, or refers to.

    Args:
        document: The document.
        node: The node.
    """
    target: Any = node
    while "$ref" in target:
        _, _, kind, name = target["$ref"].split("/")
        target = document["components"][kind][name]
    return target


@dataclass(frozen=True)
class Node:
    """A value of the document and the JSON pointer to it."""

    pointer: str
    value: Any

    def __getitem__(self, key: str | int) -> Node:
        """Returns what this node has below a key."""
        return Node(step(self.pointer, key), self.value[key])

    def get(self, key: str) -> Node | None:
        """Returns what this node has below a key, ``None`` if it is no object or has no such key."""
        return self[key] if isinstance(self.value, dict) and key in self.value else None

    def children(self, key: str | None = None) -> Iterator[tuple[str, Node]]:
        """Yields the keys and values of this node, or of what it has below ``key``; nothing where there is nothing."""
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
        """The operation's id, empty if it has none."""
        return str(self.node.value.get("operationId", ""))


@dataclass(frozen=True)
class Content:
    """A body that an operation takes or answers.

    Args:
        operation: The operation.
        status: The status of the answer, ``None`` for a request.
        media_type: The body's media type.
        node: What the document says of it, with its schema and its examples.
    """

    operation: Operation
    status: str | None
    media_type: str
    node: Node


class Document:
    """A bundled document.

    Args:
        value: The document, without references to files.
    """

    def __init__(self, value: dict[str, Any]) -> None:
        self.root = Node("#", value)

    def resolve(self, node: Node) -> Node:
        """Returns what a node is, or refers to."""
        while isinstance(node.value, dict) and isinstance(node.value.get("$ref"), str):
            pointer = node.value["$ref"]
            target = self.root
            for key in pointer.removeprefix("#/").split("/"):
                target = target[key.replace("~1", "/").replace("~0", "~")]
            node = target
        return node

    def operations(self) -> Iterator[Operation]:
        """Yields the operations, in their order."""
        for path, item in self.root.children("paths"):
            for method, node in item.children():
                if method in METHODS:
                    yield Operation(path, method, node)

    def parameters(self, operation: Operation) -> list[Node]:
        """Returns the parameters of an operation."""
        return [self.resolve(node) for _, node in operation.node.children("parameters")]

    def responses(self, operation: Operation) -> dict[str, Node]:
        """Returns the responses of an operation by status."""
        return {status: self.resolve(node) for status, node in operation.node.children("responses")}

    def contents(self, *operations: Operation) -> Iterator[Content]:
        """Yields the bodies with a schema of these operations, requests first; of all operations if none is given."""
        for operation in operations or self.operations():
            for status, holder in ((None, operation.node.get("requestBody")), *self.responses(operation).items()):
                for media_type, node in holder.children("content") if holder else ():
                    if "schema" in node.value:
                        yield Content(operation, status, media_type, node)

    def components(self, *kinds: str) -> Iterator[tuple[str, Node]]:
        """Yields the names and nodes of the components of these kinds; of all kinds if none is given."""
        for kind, named in self.root.children("components"):
            if not kinds or kind in kinds:
                yield from named.children()

    def schemas(self) -> Iterator[Node]:
        """Yields every schema that is written in the document, also those within another one."""
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
        """Yields the schemas that a schema consists of, each once, also those that it refers to."""
        pending, seen = [node], set()
        while pending:
            schema = self.resolve(pending.pop())
            if schema.pointer not in seen:
                seen.add(schema.pointer)
                yield schema
                pending += subschemas(schema)


def subschemas(schema: Node) -> list[Node]:
    """Returns the schemas directly below a schema."""
    found = [child for key in (*SCHEMA_MAPS, *SCHEMA_LISTS) for _, child in schema.children(key)]
    found += [child for key in SCHEMA_NODES if (child := schema.get(key))]
    return [node for node in found if isinstance(node.value, dict)]


def each_schema(schema: Node) -> Iterator[Node]:
    """Yields a schema and every schema written within it."""
    yield schema
    for child in subschemas(schema):
        yield from each_schema(child)
