"""Rules of names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from document.lint.rule import Finding, found, rule
from document.model import Node, step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from document.model import Document

VERBS = {
    "convert": "post",
    "create": "post",
    "download": "get",
    "get": "get",
    "revoke": "post",
    "schedule": "post",
    "upload": "post",
}
"""The verbs of operations, and the HTTP method that goes with each."""

SNAKE_CASE = r"[a-z0-9]+(_[a-z0-9]+)*"
PASCAL_CASE = r"([A-Z][a-z0-9]*)+(V\d+_\d+[A-Za-z]*)?"
ANY_OPERATION = "any_operation"


@rule
def operation_id(document: Document) -> Iterator[Finding]:
    """An operation's id is a verb of the verb table, one that fits the method, and a noun, in snake_case.

    It becomes the name of a function in every language and cannot change later. With one verb for each kind of call,
    names are predictable.
    """
    for operation in document.operations():
        verb, _, noun = operation.id.partition("_")
        if VERBS.get(verb) != operation.method or not re.fullmatch(SNAKE_CASE, noun):
            verbs = ", ".join(verb for verb, method in VERBS.items() if method == operation.method)
            yield Finding(step(operation.node.pointer, "operationId"), repr(operation.id), f"one of {verbs}, and _noun")


@rule
def tag_name(document: Document) -> Iterator[Finding]:
    """A tag is written in snake_case.

    A tag is the name of a system: of its file here, its package in the client, and its module in the sandbox.
    """
    for _, tag in document.root.children("tags"):
        if not re.fullmatch(f"[a-z]{SNAKE_CASE}", tag["name"].value):
            yield found(tag["name"], "snake_case")


@rule
def component_name(document: Document) -> Iterator[Finding]:
    """A component other than an example is named in PascalCase; a version is written as V2_1.

    Generators turn these names into classes, and PascalCase is the only form that no generator changes.
    """
    for kind, named in document.root.children("components"):
        for name, node in named.children() if kind != "examples" else ():
            if not re.fullmatch(PASCAL_CASE, name):
                yield Finding(node.pointer, repr(name), "PascalCase")


@rule
def component_name_once(document: Document) -> Iterator[Finding]:
    """A name stands in one section of the components.

    Many generators put all components into one namespace, where a parameter and a schema of one name collide.
    """
    sections: dict[str, str] = {}
    for kind, named in document.root.children("components"):
        for name, node in named.children():
            if (other := sections.setdefault(name, kind)) != kind:
                yield Finding(node.pointer, repr(name), f"a name that is not in {other} too")


@rule
def example_name(document: Document) -> Iterator[Finding]:
    """An example is named <operation_id>-<case>, with -<variant> or -request after it.

    The sandbox and the tests find an operation's examples by these names. Where several operations share one, it starts
    with any_operation.
    """
    ids = [ANY_OPERATION, *(operation.id for operation in document.operations())]
    for name, node in document.components("examples"):
        of_operation, _, case = name.partition("-")
        if of_operation not in ids or not re.fullmatch(f"{SNAKE_CASE}(-{SNAKE_CASE})*", case):
            yield Finding(node.pointer, repr(name), f"<operation_id>-<case>, or {ANY_OPERATION}-<case>")


@rule
def example_key(document: Document) -> Iterator[Finding]:
    """A body lists an example under the example's own name, a request's without its -request.

    A request and its response then have the same key, and tools can pair them.
    """
    for content in document.contents():
        for key, example in content.node.children("examples"):
            name = str(example.value.get("$ref", "")).rpartition("/")[2]
            if key != (name.removesuffix("-request") if content.status is None else name):
                yield Finding(example.pointer, repr(name or example.value), f"a reference to {key}")


@rule
def operation_tag(document: Document) -> Iterator[Finding]:
    """An operation has one tag, which the document declares.

    Generators put an operation in the package of each of its tags; with two tags it exists twice.
    """
    declared = [tag["name"].value for _, tag in document.root.children("tags")]
    for operation in document.operations():
        tags = operation.node.get("tags") or Node(operation.node.pointer, [])
        if len(tags.value) != 1 or tags.value[0] not in declared:
            yield found(tags, f"one of the tags {', '.join(declared)}")


@rule
def tag_used(document: Document) -> Iterator[Finding]:
    """A declared tag has operations.

    A reference page shows an empty chapter for an unused tag.
    """
    used = {tag for operation in document.operations() for tag in operation.node.value.get("tags", [])}
    for _, tag in document.root.children("tags"):
        if tag["name"].value not in used:
            yield found(tag["name"], "a tag of some operation")
