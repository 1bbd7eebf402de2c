"""The rule that the other rules rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from document.lint.rule import Finding, found, rule
from document.model import SCHEMA_LISTS, SCHEMA_MAPS, SCHEMA_NODES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from document.model import Document, Node


@rule
def plain_form(document: Document) -> Iterator[Finding]:
    """Of several forms that OpenAPI has for one thing, the plain one is used.

    A schema is an object, a parameter has a schema and an example a value. The other forms say nothing more, and each
    is one more that tools, these rules among them, would have to know.
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
    """Yields what stands where a schema should, directly below a schema."""
    yield schema
    for key in (*SCHEMA_MAPS, *SCHEMA_LISTS):
        yield from (node for _, node in schema.children(key))
    for key in SCHEMA_NODES:
        node = schema.get(key)
        if node and key != "additionalProperties":
            yield node
