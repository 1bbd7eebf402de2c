"""Rules of summaries and descriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from document.lint.rule import Finding, rule
from document.model import METHODS, Node

if TYPE_CHECKING:
    from collections.abc import Iterator

    from document.model import Document

SUMMARY_LENGTH = 72


def described(document: Document) -> Iterator[Node]:
    """Yield everything public that needs a description."""
    yield document.root["info"]
    for _, tag in document.root.children("tags"):
        yield tag
    for _, component in document.components("securitySchemes", "schemas", "responses", "parameters"):
        yield component
    for operation in document.operations():
        yield operation.node
        if body := operation.node.get("requestBody"):
            yield body
    for holder in (document.root, *(operation.node for operation in document.operations())):
        for _, server in holder.children("servers"):
            yield server
            yield from (variable for _, variable in server.children("variables"))
    for _, response in document.components("responses"):
        yield from (link for _, link in response.children("links"))
    for schema in document.schemas():
        yield from (node for _, node in schema.children("properties") if "$ref" not in node.value)


def summarized(document: Document) -> Iterator[Node]:
    """Yield everything that needs a summary."""
    yield document.root["info"]
    for _, item in document.root.children("paths"):
        yield from (node for method, node in item.children() if method in METHODS)
    for _, example in document.components("examples"):
        yield example


@rule
def description(document: Document) -> Iterator[Finding]:
    """Everything public has a description, in whole sentences.

    A description becomes a docstring in many languages, often the only text that a reader has. A property that refers
    to a schema has the description of the schema.
    """
    for node in described(document):
        text = node.value.get("description", "").strip()
        if not text.endswith("."):
            yield Finding(
                node.pointer, repr(text[-40:]) if text else "no description", "a description that ends with ."
            )


@rule
def summary(document: Document) -> Iterator[Finding]:
    """Operations, examples and the document have a summary: a line of at most 72 characters.

    A summary is a heading in a reference and an entry in a menu, which cut off longer text.
    """
    for node in summarized(document):
        text = node.value.get("summary", "")
        if not text or "\n" in text or (len(text) > SUMMARY_LENGTH and node.pointer != "#/info"):
            yield Finding(node.pointer, repr(text) if text else "no summary", f"1 to {SUMMARY_LENGTH} characters")


@rule
def scope_description(document: Document) -> Iterator[Finding]:
    """A scope has a description.

    The person who grants a scope reads its description.
    """
    for _, scheme in document.components("securitySchemes"):
        for _, flow in scheme.children("flows"):
            for name, scope in flow.children("scopes"):
                if not scope.value:
                    yield Finding(scope.pointer, f"no description of {name}", "what the scope allows")
