"""Rules of scopes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from document.derive import known_modules
from document.expressions import expected_instead
from document.lint.extensions import has_form
from document.lint.rule import Finding, rule
from document.model import Document, Node, Operation, step

if TYPE_CHECKING:
    from collections.abc import Iterator


def alternatives(operation: Operation) -> Iterator[Node]:
    """Yield every scope in the security of an operation."""
    for _, requirement in operation.node.children("security"):
        for name, _ in requirement.children():
            yield from (scope for _, scope in requirement.children(name))


@rule
def security_declared(document: Document) -> Iterator[Finding]:
    """Every operation says itself which scopes suffice, or that it needs none.

    The document's own security names no scope, so an operation without security seems to need no scope.
    """
    for operation in document.operations():
        if "security" not in operation.node.value:
            yield Finding(operation.node.pointer, "no security", "security, [] for a call without an access token")


@rule
def scope_declared(document: Document) -> Iterator[Finding]:
    """The scopes that operations name and those that each flow of their scheme describes are the same.

    A scope that is not declared cannot be requested, and a scope that no operation needs should not be.
    """
    used: dict[str, dict[str, Node]] = {}
    for operation in document.operations():
        for _, requirement in operation.node.children("security"):
            for scheme, _ in requirement.children():
                used.setdefault(scheme, {}).update({n.value: n for _, n in requirement.children(scheme)})
    for scheme, node in document.components("securitySchemes"):
        for _, flow in node.children("flows"):
            declared = dict(flow.children("scopes"))
            for scope, place in used.get(scheme, {}).items():
                if scope not in declared:
                    yield Finding(place.pointer, repr(scope), f"a scope of {flow.pointer}")
            for scope, place in declared.items():
                if scope not in used.get(scheme, {}):
                    yield Finding(place.pointer, repr(scope), "a scope that some operation names")


@rule
def module_scope(document: Document) -> Iterator[Finding]:
    """An x-module-scope names the same modules as the operation's security and as the parameter does.

    OpenAPI cannot say which scope belongs to which module. This key does, and is wrong if it lacks a module.
    """
    for operation in document.operations():
        node = operation.node.get("x-module-scope")
        if node is None or not has_form(node):
            continue
        named = {name for names in node.value["modules"].values() for name in names} | set(node.value.get("other", []))
        scopes = "\n".join(scope.value for scope in alternatives(operation))
        for index, form in enumerate(node.value["scopes"]):
            prefix, _, suffix = form.partition("{module}")
            listed = set(re.findall(f"^{re.escape(prefix)}([^.\n]+){re.escape(suffix)}$", scopes, re.MULTILINE))
            if listed != named:
                yield Finding(
                    step(node.pointer, "scopes", index), f"security names {sorted(listed)}", str(sorted(named))
                )
        yield from _agrees_with_parameter(document, operation, node)


def _agrees_with_parameter(document: Document, operation: Operation, node: Node) -> Iterator[Finding]:
    name = node["parameter"]
    if name.value.startswith("$"):
        if wrong := expected_instead(document, operation, None, name.value):
            yield Finding(name.pointer, repr(name.value), wrong)
        return
    parameters = [parameter for parameter in document.parameters(operation) if parameter.value["name"] == name.value]
    if not parameters:
        yield Finding(name.pointer, repr(name.value), "a parameter of the operation")
        return
    schema = document.resolve(parameters[0]["schema"]).value
    modules = set(known_modules(schema))
    if modules != set(node.value["modules"]):
        yield Finding(step(node.pointer, "modules"), str(sorted(node.value["modules"])), str(sorted(modules)))
    if ("other" in node.value) != ("enum" not in schema):
        yield Finding(
            node.pointer, f"other: {node.value.get('other')}", "other, where the parameter takes other modules"
        )
